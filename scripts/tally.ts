/** Counting tests from the reports that Vitest writes. */
import { existsSync, readFileSync } from 'node:fs';

export interface Tally {
  passed: number;
  failed: number;
}

/** The part of Vitest's JSON report that is read here. */
interface Report {
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/** Counts a report's tests. A file that could not be run counts as one failed test, and so does a run that crashed. */
export function tallyOf(file: string, exitCode: number): Tally {
  const tally: Tally = { passed: 0, failed: 0 };
  if (existsSync(file)) {
    const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as Report;
    for (const { status, assertionResults } of testResults) {
      const failed = assertionResults.filter((result) => result.status === 'failed').length;
      tally.passed += assertionResults.filter((result) => result.status === 'passed').length;
      tally.failed += failed === 0 && status === 'failed' ? 1 : failed;
    }
  }
  if (exitCode !== 0 && tally.failed === 0) tally.failed = 1;
  if (exitCode === 0 && tally.passed === 0) tally.failed = 1;
  return tally;
}

export function totalLine({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`;
}
