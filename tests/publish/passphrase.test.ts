import { wordlist } from '@scure/bip39/wordlists/english.js';
import { describe, expect, it } from 'vitest';
import {
  ENOUGH_BITS,
  estimateBits,
  proposePassphrase,
  sealingPassphrase,
} from '../../src/publish/passphrase.ts';

const MADE_UP = 'planted canary words never used for anything real anywhere else';

describe('proposePassphrase', () => {
  it('proposes at least 70 bits: words of the list, each drawn from all of it', () => {
    const { passphrase, bits } = proposePassphrase();
    const words = passphrase.split(' ');
    expect(words.filter((word) => !wordlist.includes(word))).toEqual([]);
    expect(new Set(wordlist).size).toBe(2048);
    expect(new Set(words).size).toBe(7);
    // 2048 · 2047 · 2046 … for seven words, none of them twice.
    expect(bits).toBeCloseTo(76.985, 3);
    expect(ENOUGH_BITS).toBe(70);
  });

  it('reaches each word by as many numbers as any other', () => {
    const counts = new Map<string, number>();
    for (let first = 0; first < 65_536; first += 7) {
      const { passphrase } = proposePassphrase((numbers) => {
        numbers.set([...numbers.keys()].map((place) => (first + place) % 65_536));
      });
      for (const word of passphrase.split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    expect(counts.size).toBe(2048);
    // 65,536 is no multiple of seven, so the last draw begins again at the first words.
    expect([...new Set(counts.values())].sort()).toEqual([32, 33]);
  });

  it('draws again where a word comes twice', () => {
    const draws = [
      [1, 2, 3, 4, 5, 6, 1 + 2048],
      [1, 2, 3, 4, 5, 6, 7],
    ];
    const { passphrase } = proposePassphrase((numbers) => numbers.set(draws.shift() ?? []));
    expect(passphrase).toBe(wordlist.slice(1, 8).join(' '));
    expect(draws).toEqual([]);
  });

  it('never proposes the same twice', () => {
    const drawn = Array.from({ length: 200 }, () => proposePassphrase().passphrase);
    expect(new Set(drawn).size).toBe(drawn.length);
  });
});

describe('estimateBits', () => {
  it.each([
    ['abandon ability able about above absent absorb', 77],
    ['Abandon  ABILITY able about above absent absorb ', 77],
  ])('counts the words of the list: "%s"', (passphrase, bits) => {
    expect(estimateBits(passphrase)).toBe(bits);
  });

  it.each([
    'password',
    'correct horse battery staple',
    'abandon abandon abandon abandon abandon abandon abandon abandon',
    'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    'abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz',
    'Tr0ub4dor&3 2010',
    '023 999 777 023 999 777',
    Array.from({ length: 25 }, (_, n) => n + 1).join(' '),
    'planted canary 1975 1979 1993 1998 2003 2008 2013 2018 2023',
  ])('finds too little in "%s"', (passphrase) => {
    expect(estimateBits(passphrase)).toBeLessThan(ENOUGH_BITS);
  });

  it.each([MADE_UP, 'k7w-pq2xz-93hdt-vm58r-jc4ns-y6', 'ស្ពាន ទឹក ភ្នំ ផ្កា ដំរី សៀវភៅ កង់ ព្រះចន្ទ ត្រី អំពៅ ស្លឹកឈើ'])(
    'finds enough in "%s"',
    (passphrase) => {
      expect(estimateBits(passphrase)).toBeGreaterThanOrEqual(ENOUGH_BITS);
    },
  );

  it('finds enough in whatever is proposed', () => {
    const weak = Array.from({ length: 2000 }, () => proposePassphrase().passphrase).filter(
      (passphrase) => estimateBits(passphrase) < ENOUGH_BITS,
    );
    expect(weak).toEqual([]);
  });
});

describe('sealingPassphrase', () => {
  it('seals the public site only, and only where there is one', () => {
    expect(sealingPassphrase('public', undefined)).toBeUndefined();
    expect(sealingPassphrase('public', '')).toBeUndefined();
    expect(sealingPassphrase('public', '  ')).toBeUndefined();
    expect(sealingPassphrase('practitioner', MADE_UP)).toBeUndefined();
    expect(sealingPassphrase('public', ` ${MADE_UP.toUpperCase()}`)).toBe(MADE_UP);
  });

  it('refuses a weak one without repeating it', () => {
    expect(() => sealingPassphrase('public', 'planted canary')).toThrowErrorMatchingInlineSnapshot(
      `[Error: DIRECTORY_PASSPHRASE is too easy to guess, and whoever copies the sealed contacts can guess for years. Use the seven words that "npm run passphrase" proposes, or at least seven words drawn by chance.]`,
    );
  });
});
