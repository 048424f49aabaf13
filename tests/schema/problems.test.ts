import { describe, expect, it } from 'vitest';
import { PROBLEMS } from '../../src/schema/problems.ts';

describe('the catalogue of problems', () => {
  it.each(Object.entries(PROBLEMS))('%s is a code with full sentences', (code, problem) => {
    expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(problem.title).toMatch(/[^.]$/);
    expect(problem.why).toMatch(/^[A-Z].*\.$/);
    expect(problem.fix).toMatch(/^[A-Z].*\.$/);
    expect(problem.example).not.toBe('');
  });
});
