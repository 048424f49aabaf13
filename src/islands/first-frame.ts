/** Whether a page may show a part of its answer at first, and when that part has been drawn. */

/**
 * True for a page that is opened and looked at. Not for one that the browser goes back to, to a place far down; nor for
 * one that takes the place of another in a document that has long been read, as in the copy in one file.
 */
export function opensAnew(): boolean {
  const [opening] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return opening?.type === 'navigate' && document.readyState !== 'complete' && !document.hidden;
}

/** When a frame with what is shown now has been drawn. */
export function nextFrame(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
  });
}
