/** All that a PDF says: the text of its pages, links, notes, bookmarks, form fields, properties and attached files. */
import { inflateSync } from 'node:zlib';
import { MOST_BYTES } from './archives.ts';
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
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const streams = streamsOf(file);
  const spoken = [file.toString('latin1'), ...streams].map(spokenIn);
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
  add('source', [openPartOf(file), ...[...streams, file.toString('latin1')].map(stringsOf)].join(CUT));
  return inner;
}

/** A word may be drawn in several pieces: a joint leaves open whether they belong together. */
function textOf(items: readonly Item[]): string {
  return items.map(({ str = '', hasEOL }) => str + (hasEOL ? '\n' : INLINE_JOINT)).join('');
}

/** Chromium writes what a cluster of Khmer script says beside how it is drawn. */
const SPOKEN = /\/Span\s*<<\s*\/ActualText\s*<(?:feff)?([0-9a-f\s]*)>\s*>>\s*BDC/gi;

function spokenIn(source: string): string[] {
  return [...source.matchAll(SPOKEN)].map(([, hex = '']) => fromHex(`feff${hex}`));
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

/** The packed streams of a PDF that are text: older versions of a page stay in the file unseen. */
function streamsOf(file: Buffer): string[] {
  const texts: string[] = [];
  for (const [start, end] of streamBounds(file)) {
    if ((file[start] ?? 0) % 16 !== 8) continue;
    try {
      const text = inflateSync(file.subarray(start, end), { maxOutputLength: MOST_BYTES }).toString('latin1');
      if (!BINARY.test(text.slice(0, 200))) texts.push(text);
    } catch {
      // No packed stream, or one that readers of PDF cannot open either.
    }
  }
  return texts;
}

/** Fonts and pictures. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells them from text.
const BINARY = /[\x00-\x08\x0e-\x1f]/;

function* streamBounds(file: Buffer): Generator<[start: number, end: number]> {
  for (let at = file.indexOf('stream'); at !== -1; ) {
    const start = at + 6 + (file[at + 6] === 0x0d ? 2 : 1);
    const found = file.indexOf('endstream', start);
    const end = found === -1 ? file.length : found;
    yield [start, end];
    at = file.indexOf('stream', end + 9);
  }
}

/** What stands in a PDF besides its streams: objects, comments, what was appended to it. */
function openPartOf(file: Buffer): string {
  let done = 0;
  const parts: string[] = [];
  for (const [start, end] of streamBounds(file)) {
    parts.push(file.toString('latin1', done, start));
    done = end;
  }
  return [...parts, file.toString('latin1', done)].join(CUT).replace(/^\d{10} \d{5} [nf]\s*$/gm, '');
}

const STRING = /\((?:\\[\s\S]|[^\\()])*\)|<[0-9a-f\s]{4,}>/gi;
/** Between two strings of one word stands how far they are apart. */
const APART = /^\s*-?[\d.]*\s*$/;

/** The strings of drawing commands, without the measures: "[(01) -20 (2 000)] TJ" is one number. */
function stringsOf(source: string): string {
  let text = '';
  let done = 0;
  for (const match of source.matchAll(STRING)) {
    const [written] = match;
    text += APART.test(source.slice(done, match.index)) ? INLINE_JOINT : '\n';
    text += written.startsWith('(') ? written.slice(1, -1) : fromHex(written);
    done = match.index + written.length;
  }
  return text;
}

function fromHex(written: string): string {
  const bytes = Buffer.from(written.replace(/[<>\s]/g, ''), 'hex');
  const isWide = bytes[0] === 0xfe && bytes[1] === 0xff;
  return isWide ? new TextDecoder('utf-16be').decode(bytes) : bytes.toString('latin1');
}
