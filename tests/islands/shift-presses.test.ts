import { describe, expect, it } from 'vitest';
import { type Key, ShiftPresses } from '../../src/islands/shift-presses.ts';

/** "S+" is Shift going down, "S-" Shift coming up; "." is a click; other letters are keys. "*" marks a repeat. */
function countAfter(story: string): number {
  const presses = new ShiftPresses();
  for (const step of story.split(' ')) {
    const [, name = '', way = '', mark = ''] = /^(\w+|\.)([+-]?)(\*?)$/.exec(step) ?? [];
    const key: Key = {
      key: name === 'S' ? 'Shift' : name,
      repeat: mark === '*',
      isComposing: false,
      altKey: false,
      ctrlKey: story.startsWith('Control+'),
      metaKey: false,
      shiftKey: false,
    };
    if (name === '.') presses.interrupt();
    else if (way === '+') presses.down(key);
    else presses.up(key);
  }
  return presses.count;
}

describe('ShiftPresses', () => {
  it.each([
    ['S+ S-', 1],
    ['S+ S- S+ S-', 2],
    ['S+ S- S+ S- S+ S-', 3],
    ['S+ S- S+ S- S+ S- S+ S-', 3],
    // Held down, however long.
    ['S+ S+* S+* S+* S-', 1],
    // A capital letter, typed three times; released in either order.
    ['S+ a+ a- S- S+ a+ a- S- S+ a+ a- S-', 0],
    ['S+ a+ S- a- S+ a+ S- a- S+ a+ S- a-', 0],
    // Shift and Tab.
    ['S+ Tab+ Tab- Tab+ Tab- S-', 0],
    // Another key or a click between presses starts the count again.
    ['S+ S- a+ a- S+ S-', 1],
    ['S+ S- . S+ S-', 1],
    // Shift held for a click.
    ['S+ . S-', 0],
    ['S+ S- S+ . S-', 0],
    // With another modifier, as for a change of the keyboard's language.
    ['Control+ S+ S- S+ S- S+ S- Control-', 0],
    // Shift came up in another window.
    ['S- S-', 0],
  ])('counts "%s" as %i', (story, count) => {
    expect(countAfter(story)).toBe(count);
  });

  it('says whether something began or ended', () => {
    const presses = new ShiftPresses();
    const shift = { key: 'Shift', repeat: false, isComposing: false } as Key;
    const letter = { key: 'a', repeat: false, isComposing: false } as Key;
    expect(presses.down(letter)).toBe(false);
    expect(presses.down(shift)).toBe(false);
    expect(presses.up(shift)).toBe(true);
    expect(presses.up(shift)).toBe(false);
    expect(presses.down(letter)).toBe(true);
    expect(presses.interrupt()).toBe(false);
  });
});
