/**
 * How many variants are tried, and from which seed. `FUZZ_RUNS=200000 npx vitest run --project unit tests/dataset/fuzz`
 * tries more of them; FUZZ_SEED tries others, or those of a failure again.
 */
import { join } from 'node:path';
import fc from 'fast-check';
import { type Trial, trialOf } from './check-variant.ts';
import { type Change, damage, type Original, plans } from './variants.ts';

/** All variants together. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 5000);
const SEED = Number(process.env.FUZZ_SEED ?? 20101208);

/** Time enough for a busy machine. */
export const TIMEOUT = Math.max(600_000, RUNS * 500);

const ROOT = join(import.meta.dirname, '../../..');
export const SHIPPED = trialOf(join(ROOT, 'data'));
/** The shipped directory, and a made-up one of a few rows a table, whose check takes a twentieth of the time. */
export const TRIALS = [
  { name: 'the shipped directory', share: 0.2, trial: SHIPPED },
  { name: 'a small directory', share: 0.8, trial: trialOf(join(ROOT, 'tests/fixtures/directories/good')) },
];

/** Tries a share of the variants. A failure names the seed and the plan, and nothing of the data. */
export function tryVariants(
  { judge }: Trial,
  originals: readonly Original[],
  changes: Record<string, Change>,
  share: number,
): void {
  fc.assert(
    fc.property(plans(originals, changes), (plan) => {
      const complaints = judge(plan.file, damage(originals, changes, plan));
      if (complaints.length > 0) throw new Error(complaints.join('\n'));
    }),
    { numRuns: Math.ceil(RUNS * share), seed: SEED },
  );
}
