/** All that a PDF says: the text of its pages, links, notes, bookmarks, form fields, properties and attached files. */
import { unzlibSync } from 'fflate';
import { getDocumentProxy } from 'unpdf';
import { type Inner, Unreadable } from './archives.ts';
import { INLINE_JOINT } from './skeleton.ts';

interface Item {
  str?: string;
  hasEOL?: boolean;
}

/** What a PDF holds, as texts and inner files. Refuses what is encrypted or cannot be opened. */
export async function openPdf(bytes: Uint8Array): Promise<Inner[]> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }).catch((error: unknown) => {
    const isLocked = (error as Error).name === 'PasswordException';
    throw new Unreadable(
      isLocked
        ? 'is encrypted. Publish it without a password, or leave it out.'
        : 'is damaged. Make it again, or leave it out.',
    );
  });
  const inner: Inner[] = [];
  const add = (name: string, text: string) => inner.push({ name, text });
  try {
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = (await page.getTextContent()) as { items: Item[] };
      // A word may be drawn in several pieces: a joint leaves open whether they belong together.
      add(`page ${number}`, items.map(({ str = '', hasEOL }) => str + (hasEOL ? '\n' : INLINE_JOINT)).join(''));
      add(`notes of page ${number}`, JSON.stringify(await page.getAnnotations()));
    }
    const metadata = await pdf.getMetadata();
    add('properties', `${JSON.stringify(metadata.info)}\n${metadata.metadata?.getRaw() ?? ''}`);
    add('bookmarks', JSON.stringify((await pdf.getOutline()) ?? []));
    add('fields', JSON.stringify((await pdf.getFieldObjects()) ?? {}));
    const attached = (await pdf.getAttachments()) as Record<string, { filename: string; content: Uint8Array }> | null;
    for (const { filename, content } of Object.values(attached ?? {})) inner.push({ name: filename, bytes: content });
  } catch {
    throw new Unreadable('is damaged. Make it again, or leave it out.');
  } finally {
    await pdf.destroy();
  }
  return [...inner, ...streamsOf(bytes)];
}

const STREAM = Buffer.from('stream');

/** The streams of a PDF as they lie in the file, unpacked: older versions of a page stay in it unseen. */
function streamsOf(bytes: Uint8Array): Inner[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const texts: string[] = [file.toString('latin1')];
  for (let at = file.indexOf(STREAM); at !== -1; at = file.indexOf(STREAM, at + 6)) {
    const start = at + 6 + (file[at + 6] === 0x0d ? 2 : 1);
    if ((file[start] ?? 0) % 16 !== 8) continue;
    const end = file.indexOf('endstream', start);
    try {
      texts.push(Buffer.from(unzlibSync(file.subarray(start, end === -1 ? undefined : end))).toString('latin1'));
    } catch {
      // No packed stream, or one that readers of PDF cannot open either.
    }
  }
  return [{ name: 'source', text: texts.map(shownStrings).join('\n\u0000\n') }];
}

/** The strings of drawing commands put together: "[(01) -20 (2 000)] TJ" is one number. */
function shownStrings(source: string): string {
  return source
    .replace(/\)\s*-?[\d.]*\s*\(/g, INLINE_JOINT)
    .replace(/[^\x20-\x7e\n\u00a0-\u00ff\ue000]/g, '\u0000');
}
