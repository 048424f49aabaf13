import { describe, expect, it } from 'vitest';
import { listFiles, readDraft } from '../../../src/dataset/read-draft.ts';
import { unknownFiles } from '../../../src/dataset/rules/unknown-files.ts';
import { GOOD } from '../broken-folder.ts';

const files = listFiles(GOOD) ?? [];
const { draft } = readDraft(GOOD, files);

describe('unknownFiles', () => {
  it.each([
    ['organisations.csv', ['good/organisations.csv']],
    ['editions/services.csv', ['good/editions/services.csv']],
    ['Sources.CSV', ['good/Sources.CSV']],
    ['private/organizations.csv', []],
    ['private/editions/2010/contacts.csv', []],
    ['private/contacts.csv', ['good/private/contacts.csv']],
    ['private/editions/2011/contacts.csv', ['good/private/editions/2011/contacts.csv']],
    ['private/directory.json', ['good/private/directory.json']],
    ['private/list.xlsx', []],
    ['geography/old.topo.json', []],
    ['README.md', []],
  ])('%s', (file, expected) => {
    const found = unknownFiles.check({ ...draft, files: [...files, file] });
    expect(found.map((problem) => problem.file)).toEqual(expected);
  });
});
