/**
 * The door that is shut by the build: what an audience may not see is looked for in every file that would be
 * published, whatever way it came there. Redaction should leave nothing to find; this is the proof.
 */
import { MOST_BYTES } from './archives.ts';
import { blobsOf } from './encoded.ts';
import { readingsOf } from './escapes.ts';
import { readFileAs } from './kinds.ts';
import { type Inner, Unreadable } from './reading.ts';
import { type Search, searchFor } from './search.ts';
import type { OpenWords, Secret } from './secrets.ts';

/** A file that must not be published as it is. */
export interface Finding {
  /** Path inside of the site, "archive.zip › page.html" for a file in a file; parts that hold a secret are left out. */
  path: string;
  /** The records whose values stand in it. */
  records: string[];
  /** Why it cannot be read. */
  refusal?: string;
}

/** A kind of file that only this project writes. */
export interface Format {
  is(path: string): boolean;
  /** The files inside. Throws Unreadable where they cannot be had. */
  open(bytes: Uint8Array): Inner[];
}

/** Files in files in files: more layers than this nobody publishes by intention. */
const DEEPEST = 5;
const INSIDE = ' › ';
const HELD_BACK = '[name held back]';

/** Looks for secrets in files, one after the other. */
export class Gate {
  readonly #search: Search;
  readonly #formats: readonly Format[];

  /** `open` are the words that everybody may read: they tell a single name from an ordinary word. */
  constructor(secrets: readonly Secret[], open: OpenWords, formats: readonly Format[] = []) {
    this.#search = searchFor(secrets, open);
    this.#formats = formats;
  }

  /** The records whose values can be read in a text, in whatever form. */
  recordsIn(text: string): string[] {
    const found = new Set<string>();
    for (const reading of readingsOf(text)) this.#search(reading, found);
    return [...found];
  }

  /** What is wrong with one file; nothing for a clean one. */
  async check(path: string, bytes: Uint8Array): Promise<Finding[]> {
    const findings = this.checkName(path);
    if (findings.some(({ refusal }) => refusal !== undefined)) return findings;
    await this.#read(path, bytes, { depth: 0, isFile: true }, findings);
    return findings;
  }

  /** What is wrong with the name of a file or folder. */
  checkName(path: string): Finding[] {
    try {
      const records = this.recordsIn(path);
      return records.length === 0 ? [] : [{ path: this.#printable(path), records }];
    } catch (error) {
      return [{ path: HELD_BACK, records: [], refusal: (error as Error).message }];
    }
  }

  /** A finding that says why a file cannot be published. */
  refuse(path: string, refusal: string): Finding {
    return { path: this.#printable(path), records: [], refusal };
  }

  async #read(
    path: string,
    bytes: Uint8Array,
    { depth, isFile }: { depth: number; isFile: boolean },
    findings: Finding[],
  ): Promise<void> {
    const insist = (refusal: string) => findings.push(this.refuse(path, refusal));
    const refuse = (refusal: string) => {
      if (isFile) insist(refusal);
    };
    if (depth > DEEPEST) {
      insist(`lies more than ${DEEPEST} files deep. Publish it unpacked, or leave it out.`);
      return;
    }
    if (bytes.length > MOST_BYTES)
      return refuse(`is larger than ${MOST_BYTES / 1024 / 1024} MB. Divide it, or leave it out.`);
    try {
      const own = this.#formats.find(({ is }) => is(path));
      const reading =
        own === undefined ? await readFileAs(bytes, path) : { texts: [], inner: own.open(bytes) };
      if (reading === undefined) {
        return refuse(
          'is neither text nor a kind of file that the gate knows. Leave it out, or add its kind to src/publish/gate/kinds.ts.',
        );
      }
      for (const text of reading.texts) await this.#readText(path, text, depth, findings);
      for (const inner of reading.inner) await this.#readInner(path, inner, depth + 1, findings);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      refuse(error.message);
    }
  }

  async #readInner(path: string, inner: Inner, depth: number, findings: Finding[]): Promise<void> {
    const inside = `${path}${INSIDE}${inner.name}`;
    const records = this.recordsIn(inner.name);
    if (records.length > 0) findings.push({ path: this.#printable(inside), records });
    if ('text' in inner) await this.#readText(inside, inner.text, depth, findings);
    else await this.#read(inside, inner.bytes, { depth, isFile: true }, findings);
  }

  /** A text in all its readings, and what is encoded in them. */
  async #readText(path: string, text: string, depth: number, findings: Finding[]): Promise<void> {
    const found = new Set<string>();
    for (const reading of readingsOf(text)) {
      this.#search(reading, found);
      for (const { bytes, isFile } of blobsOf(reading, reading === text)) {
        await this.#read(`${path}${INSIDE}encoded text`, bytes, { depth: depth + 1, isFile }, findings);
      }
    }
    if (found.size > 0) findings.push({ path: this.#printable(path), records: [...found] });
  }

  /** A path to print: its parts that hold a secret are left out, and all of it where several parts spell one. */
  #printable(path: string): string {
    const parts = path.split(/(\/| › )/);
    const printed = parts.map((part) => (this.recordsIn(part).length > 0 ? HELD_BACK : part)).join('');
    return this.recordsIn(printed).length > 0 ? HELD_BACK : printed;
  }
}

/** A finding as a sentence: file and record, never the value. */
export function sentenceOf({ path, records, refusal }: Finding): string {
  if (refusal !== undefined) return `${path} ${refusal}`;
  return `${path} holds ${records.join(', ')}.`;
}
