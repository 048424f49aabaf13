import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, words } from '../../src/directory/fold.ts';

describe('fold', () => {
  it.each([
    ["Meatto Phum Ko'mah", 'meatto phum komah'],
    ['Ta-Khmau', 'ta khmau'],
    ['Rôtânôkiri', 'rotanokiri'],
    ['МРК', 'mpk'],
    ['вМС', 'bmc'],
    ['ជម្រក\u200bបណ្តោះអាសន្ន', 'ជម្រកបណ្តោះអាសន្ន'],
    ['០១២', '012'],
    ['\u17a3', '\u17a2'],
    ['  A.R.M.  ', 'a r m'],
    ['', ''],
  ])('%s becomes %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('folds plain ASCII as it folds the same text with an invisible mark in it', () => {
    const ascii = fc.string({ unit: 'binary-ascii', maxLength: 60 });
    fc.assert(fc.property(ascii, (text) => fold(text) === fold(`${text}\u200b`)));
  });

  it('keeps Khmer vowel signs, which carry meaning', () => {
    expect(fold('កិច្ច')).not.toBe(fold('កច្ច'));
  });
});

describe('words', () => {
  it('splits a line and knows an empty one', () => {
    expect(words(' bmc  men/shelter ')).toEqual(['bmc', 'men', 'shelter']);
    expect(words(' \u200b ')).toEqual([]);
  });
});
