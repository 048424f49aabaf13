/** What the copy in one file is called: neutral words and the edition, because the name stays in lists of downloads. */
import type { Settings } from '../../schema/directory.ts';
import type { Audience } from '../../schema/vocabulary.ts';
import { neutralName } from '../neutral.ts';

/** The address of the file on the site, such as /data/2010/spean-2010.html: a download like the others. The copy for practitioners says so, so that nobody passes it on by mistake. */
export function oneFileAddress(
  settings: Pick<Settings, 'title_en'>,
  edition: string,
  audience: Audience,
): string {
  const words = settings.title_en.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const title = neutralName(words.join('-')) ?? 'directory';
  const parts = [title, edition, ...(audience === 'practitioner' ? ['practitioner'] : [])];
  return `/data/${edition}/${parts.join('-')}.html`;
}
