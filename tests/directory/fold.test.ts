import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, joinKhmer, words } from '../../src/directory/fold.ts';

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
    ['ប\u17d2\u178aូរ', 'ប\u17d2\u178fូរ'],
    ['ជ\u17c1\u17b8ង', 'ជើង'],
    ['ក\u17c1\u17b6ះ', 'កោះ'],
    ['ស\u17d2\u179a\u17d2\u178fី', 'ស្ត្រី'],
    ['ប\u17c4\u17c9យ', 'ប៉ោយ'],
    ['  A.R.M.  ', 'a r m'],
    ['Transit Centres', 'transit centers'],
    ['Cèntre d’accueil, centred', 'center daccueil centred'],
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

describe('joinKhmer', () => {
  it.each([
    ['បន្ទាយ មាន ជ័យ', 'បន្ទាយមានជ័យ'],
    ['ជម្រក dosvy ស្ត្រី', 'ជម្រក dosvy ស្ត្រី'],
    ['bmc men', 'bmc men'],
  ])('takes away the spaces between letters of Khmer: %s', (text, joined) => {
    expect(joinKhmer(text)).toBe(joined);
  });
});

describe('words', () => {
  it('splits a line and knows an empty one', () => {
    expect(words(' bmc  men/shelter ')).toEqual(['bmc', 'men', 'shelter']);
    expect(words(' \u200b ')).toEqual([]);
  });
});
