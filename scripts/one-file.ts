/** Writes the copy in one file into a built folder. */
import { currentDay } from '../src/dataset/today.ts';
import { oneFileAddress } from '../src/publish/one-file/name.ts';
import { oneFile, withFileSize } from '../src/publish/one-file/one-file.ts';
import type { Directory } from '../src/schema/directory.ts';
import type { Audience } from '../src/schema/vocabulary.ts';
import { bundle, readFolder, writeInto } from './built-folder.ts';

/** Makes the copy of the site in a folder, and writes its size into the pages that offer it. Gives its bytes. */
export async function writeOneFile(
  folder: string,
  { settings, editions }: Directory,
  audience: Audience,
): Promise<number> {
  const edition = editions.find(({ about }) => about.id === settings.current_edition)?.about;
  if (edition === undefined) throw new Error(`There is no edition "${settings.current_edition}".`);
  const files = new Map([...readFolder(folder)].map(([path, content]) => [`/${path}`, content]));
  const copy = oneFile(files, await bundle('src/islands/one-file.ts'), {
    audience,
    settings,
    edition,
    today: currentDay(),
    site: process.env.DIRECTORY_URL,
  });
  const bytes = Buffer.byteLength(copy);
  writeInto(folder, oneFileAddress(settings, edition.id, audience), copy);
  for (const [address, content] of files) {
    if (!address.endsWith('.html')) continue;
    const html = new TextDecoder().decode(content);
    const sized = withFileSize(html, bytes);
    if (sized !== html) writeInto(folder, address, sized);
  }
  return bytes;
}
