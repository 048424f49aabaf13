/** All that a PDF says: the text of its pages, links, notes, bookmarks, form fields, properties and attached files. */
import { unzlibSync } from 'fflate';
import { CUT, type Inner, Unreadable } from './reading.ts';
import { INLINE_JOINT } from './skeleton.ts';

/** A piece of drawn text, or the beginning or end of a marked stretch of it. */
interface Item {
  str?: string;
  hasEOL?: boolean;
  type?: string;
  tag?: string;
  id?: string | null;
}

/** What a PDF holds, as texts and inner files. Refuses what is encrypted or cannot be opened. */
export async function openPdf(bytes: Uint8Array): Promise<Inner[]> {
  // A heavy reader, which most sites do not need.
  const { getDocumentProxy } = await import('unpdf');
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
  const streams = streamsOf(bytes);
  const spoken = streams.map(spokenIn);
  try {
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const content = await page.getTextContent({ includeMarkedContent: true });
      const items = content.items as Item[];
      add(`page ${number}`, [textOf(items), ...spokenTexts(items, spoken)].join(CUT));
      add(`notes of page ${number}`, JSON.stringify(await page.getAnnotations()));
    }
    const metadata = await pdf.getMetadata();
    add('properties', `${JSON.stringify(metadata.info)}\n${metadata.metadata?.getRaw() ?? ''}`);
    add('bookmarks', JSON.stringify((await pdf.getOutline()) ?? []));
    add('fields', JSON.stringify((await pdf.getFieldObjects()) ?? {}));
    const attached = (await pdf.getAttachments()) as Record<
      string,
      { filename: string; content: Uint8Array }
    > | null;
    for (const { filename, content } of Object.values(attached ?? {}))
      inner.push({ name: filename, bytes: content });
  } catch {
    throw new Unreadable('is damaged. Make it again, or leave it out.');
  } finally {
    await pdf.destroy();
  }
  add('source', streams.map(shownStrings).join(CUT));
  return inner;
}

/** A word may be drawn in several pieces: a joint leaves open whether they belong together. */
function textOf(items: readonly Item[]): string {
  return items.map(({ str = '', hasEOL }) => str + (hasEOL ? '\n' : INLINE_JOINT)).join('');
}

/** Chromium writes what a cluster of Khmer script says beside how it is drawn. */
const SPOKEN = /\/Span\s*<<\s*\/ActualText\s*<(?:feff)?([0-9a-f\s]*)>\s*>>\s*BDC/gi;

function spokenIn(source: string): string[] {
  return [...source.matchAll(SPOKEN)].map(([, hex = '']) =>
    new TextDecoder('utf-16be').decode(Buffer.from(hex.replace(/\s/g, ''), 'hex')),
  );
}

const isSpoken = ({ type, tag, id }: Item) =>
  type === 'beginMarkedContentProps' && tag === 'Span' && (id === null || id === undefined);

/**
 * The text of a page with what is said in place of what is drawn, as drawn Khmer has lost its order. A page does not
 * tell which stream it came from, so every stream with as many such places is tried: a wrong one says nothing.
 */
function spokenTexts(items: readonly Item[], spoken: readonly string[][]): string[] {
  const places = items.filter(isSpoken).length;
  if (places === 0) return [];
  return spoken
    .filter(({ length }) => length === places)
    .map((said) => {
      let next = 0;
      let depth = 0;
      const pieces = items.map((item) => {
        if (isSpoken(item)) {
          depth += 1;
          return said[next++];
        }
        if (depth === 0) return textOf([item]);
        if (item.type === 'endMarkedContent') depth -= 1;
        else if (item.type !== undefined) depth += 1;
        return '';
      });
      return pieces.join('');
    });
}

/** A PDF as it lies in the file, and its streams unpacked: older versions of a page stay in it unseen. */
function streamsOf(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const texts: string[] = [file.toString('latin1')];
  for (let at = file.indexOf('stream'); at !== -1; at = file.indexOf('stream', at + 6)) {
    const start = at + 6 + (file[at + 6] === 0x0d ? 2 : 1);
    if ((file[start] ?? 0) % 16 !== 8) continue;
    const end = file.indexOf('endstream', start);
    try {
      texts.push(
        Buffer.from(unzlibSync(file.subarray(start, end === -1 ? undefined : end))).toString('latin1'),
      );
    } catch {
      // No packed stream, or one that readers of PDF cannot open either.
    }
  }
  return texts;
}

/** The strings of drawing commands put together: "[(01) -20 (2 000)] TJ" is one number. */
function shownStrings(source: string): string {
  return source
    .replace(/\)\s*-?[\d.]*\s*\(/g, INLINE_JOINT)
    .replace(/[^\x20-\x7e\n\u00a0-\u00ff\ue000]/g, '\u0000');
}
