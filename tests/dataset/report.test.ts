import { describe, expect, it } from 'vitest';
import { createProblem, letterOfColumn, type Problem, sortProblems } from '../../src/dataset/problem.ts';
import { reportGithub } from '../../src/dataset/report/github.ts';
import { reportJson } from '../../src/dataset/report/json.ts';
import { reportText } from '../../src/dataset/report/text.ts';

const cell = createProblem(
  'unknown-reference',
  { file: 'data/a,b.csv', row: 14, line: 15, column: 'type', columnLetter: 'F' },
  '100% unknown: "x".',
  'Correct it.\nOr add it.',
);
const setting = createProblem('unknown-file', { file: 'data/c.json' }, 'Nothing reads this file.');
const syntax = createProblem('not-json', { file: 'data/d.json', line: 3, character: 7 }, 'It breaks.');

describe('reportText', () => {
  it('groups by file and counts', () => {
    expect(reportText([cell, setting])).toMatchInlineSnapshot(`
      "data/a,b.csv
        error  row 14 (line 15), column F (type)  unknown-reference
          100% unknown: "x".
          Correct it. Or add it.

      data/c.json
        warning  unknown-file
          Nothing reads this file.
          Rename the file, or move it out of the directory folder.

      1 error and 1 warning in 2 files.
      "
    `);
  });

  it('says what private files brought', () => {
    const origins = [
      { file: 'data/private/a.csv', added: 2, replaced: 1 },
      { file: 'data/private/b.csv', added: 0, replaced: 0 },
    ];
    expect(reportText([], origins)).toBe(
      'From private files:\n  data/private/a.csv  2 rows added, 1 row replaced\n  data/private/b.csv  no rows\n\nNo problems.\n',
    );
    expect(JSON.parse(reportJson([], origins)).private).toEqual(origins);
    expect(reportGithub([], 'countries', origins.slice(0, 1))).toBe(
      '::notice file=countries/data/private/a.csv,title=private rows::2 rows added, 1 row replaced\n',
    );
  });

  it.each<[Problem[], string]>([
    [[], 'No problems.\n'],
    [[setting, setting], '2 warnings in 1 file.\n'],
    [[cell, syntax], '2 errors in 2 files.\n'],
  ])('ends with a sentence', (problems, sentence) => {
    expect(reportText(problems).endsWith(sentence)).toBe(true);
  });
});

describe('reportGithub', () => {
  it('escapes what would end a property or a line', () => {
    expect(reportGithub([cell])).toBe(
      '::error file=data/a%2Cb.csv,line=15,title=unknown-reference%3A row 14 (line 15)%2C column F (type)::' +
        '100%25 unknown: "x".%0ACorrect it. Or add it.\n',
    );
  });

  it('writes only the places that are known, under the folder of the repository', () => {
    expect(
      reportGithub([setting, syntax], 'countries')
        .split('\n')
        .map((line) => line.split('::')[1]),
    ).toEqual([
      'warning file=countries/data/c.json,title=unknown-file',
      'error file=countries/data/d.json,line=3,col=7,title=not-json%3A line 3%3A7',
      undefined,
    ]);
  });
});

describe('reportJson', () => {
  it('counts and keeps every property', () => {
    expect(JSON.parse(reportJson([cell, setting]))).toEqual({
      errors: 1,
      warnings: 1,
      problems: [cell, setting],
      private: [],
    });
  });
});

describe('sortProblems', () => {
  it('goes by file, row and column', () => {
    const at = (file: string, row: number, columnLetter: string) =>
      createProblem('empty-cell', { file, row, columnLetter }, 'Empty.');
    const sorted = sortProblems([at('b', 1, 'A'), at('a', 10, 'A'), at('a', 2, 'AA'), at('a', 2, 'Z')]);
    expect(sorted.map(({ file, row, columnLetter }) => `${file}${row}${columnLetter}`)).toEqual([
      'a2Z',
      'a2AA',
      'a10A',
      'b1A',
    ]);
  });
});

describe('letterOfColumn', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [702, 'AAA'],
  ])('%i is %s', (index, letter) => expect(letterOfColumn(index)).toBe(letter));
});
