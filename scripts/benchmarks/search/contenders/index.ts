/** All that are measured, this site first. */
import type { Contender } from './contender.ts';
import { flexsearch } from './flexsearch.ts';
import { fuseDefault, fuseTokens, fuseTuned } from './fuse.ts';
import { minisearch } from './minisearch.ts';
import { orama } from './orama.ts';
import { ours } from './ours.ts';
import { substring } from './substring.ts';

export const CONTENDERS: readonly Contender[] = [
  ours,
  fuseDefault,
  fuseTuned,
  fuseTokens,
  minisearch,
  orama,
  flexsearch,
  substring,
];
