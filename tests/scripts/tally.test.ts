import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { tallyOf, totalLine } from '../../scripts/tally.ts';

const folder = mkdtempSync(join(tmpdir(), 'spean-tally-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(...files: [status: string, ...results: string[]][]): string {
  const file = join(folder, 'report.json');
  const testResults = files.map(([status, ...results]) => ({
    status,
    assertionResults: results.map((result) => ({ status: result })),
  }));
  writeFileSync(file, JSON.stringify({ testResults }));
  return file;
}

describe('tallyOf', () => {
  it('counts passed and failed tests and leaves out skipped ones', () => {
    const file = report(['passed', 'passed', 'passed', 'skipped'], ['failed', 'passed', 'failed']);
    expect(tallyOf(file, 1)).toEqual({ passed: 3, failed: 1 });
  });

  it('counts a file that could not be run as one failed test', () => {
    expect(tallyOf(report(['passed', 'passed'], ['failed']), 1)).toEqual({ passed: 1, failed: 1 });
  });

  it('counts a run that crashed as failed, even when every test it reports has passed', () => {
    expect(tallyOf(report(['passed', 'passed']), 1)).toEqual({ passed: 1, failed: 1 });
    expect(tallyOf(join(folder, 'missing.json'), 1)).toEqual({ passed: 0, failed: 1 });
  });

  it('counts a run without any test as failed', () => {
    expect(tallyOf(report(), 0)).toEqual({ passed: 0, failed: 1 });
  });
});

describe('totalLine', () => {
  it('is the line that npm test ends with', () => {
    expect(totalLine({ passed: 12, failed: 0 })).toBe('12 passed, 0 failed');
  });
});
