/** Files whose bytes are damaged, and damaged settings: the check answers, and says where. */
import { expect, it } from 'vitest';
import { judge, ORIGINALS, SETTINGS } from './check-variant.ts';
import { TIMEOUT, tryVariants } from './run.ts';
import { BYTE_CHANGES, JSON_CHANGES } from './variants.ts';

it('has nothing to say of files that are as they were', () => {
  for (const { file, bytes } of ORIGINALS) expect(judge(file, new Uint8Array(bytes))).toEqual([]);
});

it('takes every file of damaged bytes, or says what is wrong where', { timeout: TIMEOUT }, () => {
  tryVariants(ORIGINALS, BYTE_CHANGES, 0.4);
});

it('takes all damaged settings, or says what is wrong where', { timeout: TIMEOUT }, () => {
  tryVariants(SETTINGS, JSON_CHANGES, 0.1);
});
