/**
 * Counts presses of Shift alone, as GOV.UK's "exit this page" does: three of them mean "leave". Shift that serves
 * another key, a click or a shortcut is no press, and neither is what the keyboard repeats while it is held.
 */

/** So many presses mean "leave". */
export const PRESSES_TO_LEAVE = 3;

/** What of a keyboard event matters here. */
export type Key = Pick<
  KeyboardEvent,
  'key' | 'repeat' | 'isComposing' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'
>;

export class ShiftPresses {
  /** Presses so far, at most three. */
  count = 0;
  /** True from the moment when Shift goes down until something else happens. */
  #alone = false;

  /** A key goes down. True where it ends a count that had begun. */
  down(key: Key): boolean {
    if (key.key !== 'Shift') return this.interrupt();
    if (!key.repeat) this.#alone = !(key.isComposing || key.altKey || key.ctrlKey || key.metaKey);
    return false;
  }

  /** A key comes up. True where that was one more press of Shift alone. */
  up(key: Key): boolean {
    if (key.key !== 'Shift' || !this.#alone) return false;
    this.#alone = false;
    this.count = Math.min(this.count + 1, PRESSES_TO_LEAVE);
    return true;
  }

  /** Another key, a click, or time: the count starts again. True where one had begun. */
  interrupt(): boolean {
    const begun = this.count > 0;
    this.count = 0;
    this.#alone = false;
    return begun;
  }
}
