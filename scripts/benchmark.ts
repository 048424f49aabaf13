/** `npm run benchmark -- gate`: measures a part of the build on made-up data and prints a table for docs/benchmarks. */
import { benchmarkGate } from './benchmarks/gate.ts';
import { benchmarkMap } from './benchmarks/map.ts';
import { benchmarkSearch } from './benchmarks/search.ts';
import { benchmarkWays } from './benchmarks/ways.ts';
import { giveUp } from './steps.ts';

const BENCHMARKS: Record<string, () => Promise<void>> = {
  gate: benchmarkGate,
  map: benchmarkMap,
  search: benchmarkSearch,
  ways: benchmarkWays,
};

const name = process.argv[2] ?? '';
const benchmark = BENCHMARKS[name];
if (benchmark === undefined) giveUp(new Error(`Say what to measure: ${Object.keys(BENCHMARKS).join(', ')}.`));
await benchmark().catch(giveUp);
