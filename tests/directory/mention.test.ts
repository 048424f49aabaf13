import { describe, expect, it } from 'vitest';
import { fold } from '../../src/directory/fold.ts';
import { foldForMentions, mentions, withoutMention } from '../../src/directory/mention.ts';

describe('mentions', () => {
  it.each([
    ['the Green Door’s gate', 'Green Door', true],
    ['GREEN-DOOR', 'green door', true],
    ['evergreen door', 'Green Door', false],
    ['green doors', 'Green Door', false],
    ['អ្នករស់នៅប៉ោយប៉ែតនេះ', 'ប៉ោយប៉ែត', true],
    ['anything', '', false],
  ])('"%s" names "%s": %s', (text, name, expected) => {
    expect(mentions(foldForMentions(text), fold(name))).toBe(expected);
  });
});

describe('withoutMention', () => {
  it('takes every mention out and joins nothing', () => {
    const rest = withoutMention(foldForMentions('Green Door, Green Door and a door'), 'green door');
    expect(mentions(rest, 'green door')).toBe(false);
    expect(mentions(rest, 'door')).toBe(true);
    expect(mentions(withoutMention(foldForMentions('green x door'), 'x'), 'green door')).toBe(false);
  });
});
