/** "Did you mean …?": the nearest known word to one that is not known. */

/** The number of letters to add, drop, change or swap with a neighbour to turn one word into the other. */
export function measureDistance(from: string, to: string): number {
  const a = [...from];
  const b = [...to];
  let beforeLast: number[] = [];
  let last = b.map((_, j) => j + 1);
  last.unshift(0);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** The known word nearest to the given one, or undefined when none is near enough to be what was meant. */
export function suggestWord(word: string, known: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  // A third of the letters: "womens" leads to "women", "no" does not lead to "yes".
  let limit = Math.max(1, Math.floor(wanted.length / 3));
  let nearest: string | undefined;
  for (const candidate of known) {
    if (Math.abs(candidate.length - wanted.length) > limit) continue;
    const distance = measureDistance(wanted, candidate.toLowerCase());
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
