/** From files to open files: rows planted in a folder, read, checked, redacted, and looked for in all that leaves. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDirectory } from '../../src/dataset/load-directory.ts';
import { finderIndex } from '../../src/directory/finder-index.ts';
import { DOWNLOADS, download } from '../../src/publish/downloads.ts';
import { redact } from '../../src/publish/redact.ts';
import type { Audience } from '../../src/schema/vocabulary.ts';
import { GOOD } from '../dataset/broken-folder.ts';

const CONTACTS = `id,organization,person,kind,phone,visibility,consent,consent_by,consent_on,consent_expires,source,page
open-person,example-clinic,Canary Open,person,+12025550131,public,yes,Canary Giver,2020-01-01,,forum-2010,26
guarded-person,example-clinic,Canary Guarded,person,+12025550132,practitioner,,,,,forum-2010,26
refused-person,example-clinic,Canary Refused,person,+12025550133,public,no,Canary Giver,2020-01-01,,forum-2010,26
expired-person,example-clinic,Canary Expired,person,+12025550134,practitioner,yes,Canary Giver,2020-01-01,2020-12-31,forum-2010,26
`;
const SERVICES = `id,organization,type,coverage,provinces,location,contacts,note_en,source,page,confidence
quiet-clinic,example-clinic,md.general,listed,KH-91,confidential,open-person;guarded-person;refused-person,Open at night.,forum-2010,26,high
`;

/** All text that leaves for an audience: every open file and the finder's index. */
function allThatLeaves(audience: Audience): string {
  const parent = mkdtempSync(join(tmpdir(), 'spean-audiences-'));
  const folder = join(parent, 'data');
  try {
    cpSync(GOOD, folder, { recursive: true });
    const put = (file: string, text: string) => {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    };
    put('private/editions/2010/contacts.csv', CONTACTS);
    put('private/editions/2010/services.csv', SERVICES);
    put('private/do-not-list.csv', 'id,what,value\nd001,person,Canary Unlisted\n');
    const { directory, problems } = loadDirectory(folder);
    expect(problems.map(({ code, row }) => `${code} ${row}`)).toEqual([
      'contact-now-withheld 4',
      'contact-now-withheld 5',
    ]);
    if (directory === undefined) throw new Error('Nothing was read.');
    const published = redact(directory, audience);
    return published.editions
      .flatMap((edition) => [
        ...DOWNLOADS.map((file) => download(file, published, edition)),
        JSON.stringify(finderIndex(published, edition)),
      ])
      .join('\n');
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

describe('what leaves', () => {
  it.each<[Audience, string[]]>([
    ['public', ['Canary Open', '2025550131']],
    ['practitioner', ['Canary Open', '2025550131', 'Canary Guarded', '2025550132']],
  ])('for %s holds %o and no more', (audience, seen) => {
    const text = allThatLeaves(audience);
    expect([...new Set(text.match(/Canary \w+|202555013\d/g))].sort()).toEqual(seen.sort());
    expect(text).not.toMatch(/consent|refused-person|expired-person/);
    expect(text).toContain('quiet-clinic');
  });
});
