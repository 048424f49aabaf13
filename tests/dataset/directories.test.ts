import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runNode } from '../../scripts/steps.ts';
import { loadDirectory } from '../../src/dataset/load-directory.ts';
import { reportText } from '../../src/dataset/report/text.ts';
import { PROBLEMS } from '../../src/schema/problems.ts';
import { buildBrokenFolder, FIXTURES, GOOD, listBrokenFolders } from './broken-folder.ts';

const readExpected = (name: string) => readFileSync(join(FIXTURES, name, 'expected.txt'), 'utf8');

describe('loadDirectory', () => {
  it('finds nothing wrong with the good folder', () => {
    const { directory, problems } = loadDirectory(GOOD);
    expect(problems).toEqual([]);
    expect(directory?.organizations.map(({ id }) => id)).toContain('example-clinic');
    expect(directory?.editions[0]?.services[0]).toMatchObject({
      provinces: ['KH-91', 'KH-92'],
      age_min: 18,
      girls: undefined,
    });
  });

  it.each(listBrokenFolders())('reports exactly what is wrong with %s', (name) => {
    const { folder, remove } = buildBrokenFolder(name);
    try {
      const { directory, problems, origins } = loadDirectory(folder);
      expect(reportText(problems, origins)).toBe(readExpected(name));
      expect(directory === undefined).toBe(problems.some(({ level }) => level === 'error'));
    } finally {
      remove();
    }
  });

  it('has a broken folder for every problem', () => {
    const reported = listBrokenFolders().map(readExpected).join('');
    const missing = Object.keys(PROBLEMS).filter((code) => !reported.includes(`  ${code}\n`));
    expect(missing).toEqual(['missing-folder']);
  });

  it('says that a folder is missing', () => {
    expect(reportText(loadDirectory(join(FIXTURES, 'nowhere')).problems)).toMatchInlineSnapshot(`
      "nowhere
        error  missing-folder
          There is no folder "nowhere" that can be read.
          Check the path: the folder is the one that holds directory.json.

      1 error in 1 file.
      "
    `);
  });

  it('never repeats the people of a table', () => {
    const { folder, remove } = buildBrokenFolder('people-are-not-repeated');
    try {
      expect(JSON.stringify(loadDirectory(folder).problems)).not.toMatch(
        /person,|Made|Mаd|made\.up|555|012 34/,
      );
    } finally {
      remove();
    }
  });
});

describe('the do-not-list', () => {
  it('is never quoted', () => {
    const { folder, remove } = buildBrokenFolder('do-not-list');
    try {
      const said = JSON.stringify(loadDirectory(folder).problems);
      expect(said).toContain('d011');
      expect(said).not.toMatch(/Planted|Canary|Lark|999|Example Clinic|EXH/i);
    } finally {
      remove();
    }
  });
});

describe('private rows', () => {
  const privately = (write: (folder: string) => void) => {
    const { folder, remove } = buildBrokenFolder('unused-organization');
    try {
      cpSync(GOOD, folder, { recursive: true });
      write(folder);
      return loadDirectory(folder);
    } finally {
      remove();
    }
  };
  const put = (file: string, text: string) => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };

  it('join and replace public ones, and are counted by file', () => {
    const { directory, problems, origins } = privately((folder) => {
      put(
        join(folder, 'private/editions/2010/contacts.csv'),
        'id,organization,person,kind,visibility,source,page\n' +
          'clinic-person,example-clinic,Planted Canary,person,withheld,survey-2010,1\n' +
          'clinic-other,example-clinic,Planted Canary,person,practitioner,survey-2010,1\n',
      );
      put(join(folder, 'private/do-not-list.csv'), 'id,what,value\nd001,phone,023 999 777\n');
    });
    expect(problems).toEqual([]);
    expect(origins).toEqual([
      { file: 'data/private/do-not-list.csv', added: 1, replaced: 0 },
      { file: 'data/private/editions/2010/contacts.csv', added: 1, replaced: 1 },
    ]);
    const contacts = directory?.editions[0]?.contacts ?? [];
    expect(contacts.map(({ id }) => id)).toEqual(['clinic-office', 'clinic-person', 'clinic-other']);
    // Entirely: the number of the public row is gone.
    expect(contacts[1]).toMatchObject({ visibility: 'withheld', source: 'survey-2010' });
    expect(contacts[1]?.phone).toBeUndefined();
    const [withdrawn, ...others] = directory?.editions[0]?.withdrawn ?? [];
    expect(withdrawn).toMatchObject({ id: 'clinic-person', phone: expect.stringMatching(/^\+/) });
    expect(others).toEqual([]);
    expect(directory?.doNotList.map(({ id }) => id)).toEqual(['d001']);
  });

  it('may come through a link to another folder', () => {
    const { problems, origins } = privately((folder) => {
      put(join(folder, '../elsewhere/sources.csv'), readFileSync(join(folder, 'sources.csv'), 'utf8'));
      symlinkSync(join(folder, '../elsewhere'), join(folder, 'private'), 'junction');
    });
    expect(problems).toEqual([]);
    expect(origins).toEqual([{ file: 'data/private/sources.csv', added: 0, replaced: 2 }]);
  });

  it('stay out of git', () => {
    const ignored = readFileSync(join(import.meta.dirname, '../../.gitignore'), 'utf8').split('\n');
    expect(ignored).toContain('data/private/');
    const { folder, remove } = buildBrokenFolder('unused-organization');
    try {
      writeFileSync(join(folder, '.gitignore'), ignored.join('\n'));
      const git = (...args: string[]) => spawnSync('git', args, { cwd: folder, encoding: 'utf8' });
      // Where there is no git, nothing can be committed either.
      if (git('init', '-q').error !== undefined) return;
      for (const file of ['data/private/organizations.csv', 'elsewhere/private/editions/2010/contacts.csv'])
        put(join(folder, file), 'id\n');
      expect(git('status', '--porcelain', '--untracked-files=all').stdout).toContain('organizations.csv');
      expect(git('status', '--porcelain', '--untracked-files=all').stdout).not.toContain('private');
    } finally {
      remove();
    }
  });
});

describe('npm run check', () => {
  // What is said of each folder is tested above; the command adds how it ends, by whether there are errors and warnings.
  const endings = Map.groupBy(listBrokenFolders(), (name) =>
    ['error', 'warning'].map((level) => new RegExp(`\\d ${level}`).test(readExpected(name))).join(),
  );
  const oneOfEach = [...endings.values()].flatMap(([first]) => first ?? []);

  it('ends in more than one way', () => {
    expect(oneOfEach.length).toBeGreaterThan(2);
  });

  it.concurrent.each([...oneOfEach, 'too-large', 'unclosed-quote'])('ends properly on %s', async (name) => {
    const { folder, remove } = buildBrokenFolder(name);
    try {
      const { code, output } = await runNode('scripts/check.ts', [folder]);
      expect(code).toBe(/\d errors? /.test(readExpected(name)) ? 1 : 0);
      expect(output).toBe(readExpected(name));
      expect(output).not.toMatch(/^\s+at /m);
    } finally {
      remove();
    }
  });

  it.concurrent('reads the folder that DIRECTORY_DATA names', async () => {
    expect(await runNode('scripts/check.ts', [], { env: { DIRECTORY_DATA: GOOD } })).toEqual({
      code: 0,
      output: 'No problems.\n',
    });
  });

  it.concurrent.each([
    [['nowhere'], /There is no folder "nowhere"/],
    [['package.json'], /There is no folder "package.json"/],
    [['--fromat', 'json'], /There is no option "--fromat"/],
    [['--format', 'xml'], /There is no format "xml"/],
    [['data', 'data'], /Only one folder/],
  ])('answers %j with a sentence', async (args, sentence) => {
    const { code, output } = await runNode('scripts/check.ts', args);
    expect(code).toBe(1);
    expect(output).toMatch(sentence);
    expect(output).not.toMatch(/^\s+at /m);
  });
});

describe('the shipped data', () => {
  it('has no errors', () => {
    const { problems } = loadDirectory(join(import.meta.dirname, '../../data'));
    expect(problems.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
