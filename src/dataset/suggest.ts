/** "Did you mean …?": the nearest known word to one that is not known. */

/**
 * The number of letters to add, drop, change or swap with a neighbour to turn one word into the other. Distances above
 * the limit are not told apart: any of them may come back as Infinity, which spares long words most of the work.
 */
export function measureDistance(from: string, to: string, limit = Infinity): number {
  let a = [...from];
  let b = [...to];
  if (Math.abs(a.length - b.length) > limit) return Infinity;
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same++;
  // One equal letter stays: a swap may need it.
  a = a.slice(Math.max(0, same - 1));
  b = b.slice(Math.max(0, same - 1));
  // Only cells this near to the diagonal can be within the limit; a row holds these and no others.
  const reach = Math.min(limit, Math.max(a.length, b.length));
  const at = (row: readonly number[], i: number, j: number) => row[j - i + reach] ?? Infinity;
  let beforeLast: number[] = [];
  let last: number[] = [];
  let lastNearest = 0;
  for (let j = 0; j <= Math.min(b.length, reach); j++) last[j + reach] = j;
  for (let i = 1; i <= a.length; i++) {
    const row: number[] = new Array(2 * reach + 1).fill(Infinity);
    let nearest = Infinity;
    for (let j = Math.max(0, i - reach); j <= Math.min(b.length, i + reach); j++) {
      const change = at(last, i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(at(last, i - 1, j) + 1, at(row, i, j - 1) + 1, j === 0 ? i : change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, at(beforeLast, i - 2, j - 2) + 1);
      }
      row[j - i + reach] = best;
      if (best < nearest) nearest = best;
    }
    // A swap reaches back over one row; after two rows above the limit nothing comes back under it.
    if (nearest > limit && lastNearest > limit) return Infinity;
    lastNearest = nearest;
    beforeLast = last;
    last = row;
  }
  return at(last, a.length, b.length);
}

/** Nobody misspells a word of this length; it is a text that stands in the wrong place. */
const LONGEST_WORD = 100;

/** The known word nearest to the given one, or undefined when none is near enough to be what was meant. */
export function suggestWord(word: string, known: Iterable<string>): string | undefined {
  if (word.length > LONGEST_WORD) return undefined;
  const wanted = word.toLowerCase();
  // A third of the letters: "womens" leads to "women", "no" does not lead to "yes".
  let limit = Math.max(1, Math.floor(wanted.length / 3));
  let nearest: string | undefined;
  for (const candidate of known) {
    if (Math.abs(candidate.length - wanted.length) > limit) continue;
    const distance = measureDistance(wanted, candidate.toLowerCase(), limit);
    if (distance > limit || (distance === limit && nearest !== undefined)) continue;
    nearest = candidate;
    limit = distance;
  }
  return nearest;
}

/** The suggestion as a sentence with a space after it, or nothing. */
export function askForWord(word: string, known: Iterable<string>): string {
  const suggestion = suggestWord(word, known);
  return suggestion === undefined ? '' : `Did you mean "${suggestion}"? `;
}
