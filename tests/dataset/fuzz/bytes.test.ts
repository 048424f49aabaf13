/** Files whose bytes are damaged, and damaged settings: the check answers, and says where. */
import { describe, expect, it } from 'vitest';
import { TIMEOUT, TRIALS, tryVariants } from './run.ts';
import { BYTE_CHANGES, JSON_CHANGES } from './variants.ts';

describe.each(TRIALS)('the check of $name', ({ share, trial }) => {
  const { originals, settings, judge } = trial;

  it('has nothing to say of files that are as they were', () => {
    for (const { file, bytes } of originals) expect(judge(file, new Uint8Array(bytes))).toEqual([]);
  });

  it('takes every file of damaged bytes, or says what is wrong where', { timeout: TIMEOUT }, () => {
    tryVariants(trial, originals, BYTE_CHANGES, 0.4 * share);
  });

  it('takes all damaged settings, or says what is wrong where', { timeout: TIMEOUT }, () => {
    tryVariants(trial, settings, JSON_CHANGES, 0.1 * share);
  });
});
