/** A reader who has gone away, as from a shared computer. */

/** After so long without a key, a touch or a move, contacts lock themselves. */
export const IDLE_MINUTES = 15;

const SIGNS_OF_USE = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'scroll'];

/** Calls once when nobody has used the page for a while; what it returns calls that off. */
export function whenIdle(tell: () => void): () => void {
  const left = new AbortController();
  const limit = IDLE_MINUTES * 60_000;
  let used = Date.now();
  const check = () => {
    if (left.signal.aborted || Date.now() - used < limit) return;
    stop();
    tell();
  };
  // Devices sleep and browsers slow down what is out of sight, so the clock is asked and not the timer.
  const timer = setInterval(check, 10_000);
  const stop = () => {
    left.abort();
    clearInterval(timer);
  };
  const use = () => {
    check();
    used = Date.now();
  };
  for (const sign of SIGNS_OF_USE)
    window.addEventListener(sign, use, { signal: left.signal, passive: true, capture: true });
  document.addEventListener('visibilitychange', check, { signal: left.signal });
  return stop;
}
