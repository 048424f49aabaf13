/** Sealing is slow on purpose: a test that opens one file takes a good part of a second. */
import { createCipheriv, createDecipheriv, createHash, pbkdf2Sync } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  FEWEST_ROUNDS,
  MOST_ROUNDS,
  normalizePassphrase,
  open,
  readSealed,
  seal,
} from '../../src/publish/seal.ts';

const PASSPHRASE = 'planted canary words never used for anything';
const CONTENT = new TextEncoder().encode('Planted Canary, 023 999 777, ទំនាក់ទំនង');
/** Places in the file, as docs/decisions/sealed-contacts.md gives them. */
const AT = { magic: 0, version: 6, kdf: 7, rounds: 8, salt: 12, nonce: 28, box: 40 };

const text = (opened: unknown) =>
  opened instanceof Uint8Array ? new TextDecoder().decode(opened) : `failed: ${opened}`;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

/** Seals by the book, with Node's own functions and none of the project's. */
function sealByTheBook(
  content: Uint8Array,
  { rounds = 600_000, salt = Buffer.alloc(16, 7), nonce = Buffer.alloc(12, 9) } = {},
): Buffer {
  const deflated = deflateRawSync(content, { level: 0 });
  const padded = Buffer.alloc(Math.ceil((4 + deflated.length) / 65_536) * 65_536);
  padded.writeUInt32BE(deflated.length);
  deflated.copy(padded, 4);
  const header = Buffer.alloc(40);
  header.write('SEALED', 0, 'latin1');
  header.set([1, 1], AT.version);
  header.writeUInt32BE(rounds, AT.rounds);
  salt.copy(header, AT.salt);
  nonce.copy(header, AT.nonce);
  const key = pbkdf2Sync(PASSPHRASE, salt, rounds, 32, 'sha256');
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(header);
  const signed = Buffer.concat([header, cipher.update(padded), cipher.final(), cipher.getAuthTag()]);
  return Buffer.concat([signed, sha256(signed)]);
}

/** Opens by the book, with Node's own functions and none of the project's. */
function openByTheBook(file: Uint8Array): Buffer {
  const bytes = Buffer.from(file);
  expect(bytes.toString('latin1', AT.magic, AT.version)).toBe('SEALED');
  expect([bytes[AT.version], bytes[AT.kdf]]).toEqual([1, 1]);
  expect(sha256(bytes.subarray(0, -32))).toEqual(bytes.subarray(-32));
  const salt = bytes.subarray(AT.salt, AT.nonce);
  const key = pbkdf2Sync(PASSPHRASE, salt, bytes.readUInt32BE(AT.rounds), 32, 'sha256');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(AT.nonce, AT.box))
    .setAAD(bytes.subarray(0, AT.box))
    .setAuthTag(bytes.subarray(-48, -32));
  const padded = Buffer.concat([decipher.update(bytes.subarray(AT.box, -48)), decipher.final()]);
  const length = padded.readUInt32BE(0);
  expect(padded.length % 65_536).toBe(0);
  expect(padded.subarray(4 + length).every((byte) => byte === 0)).toBe(true);
  return inflateRawSync(padded.subarray(4, 4 + length));
}

/** A copy with some bytes changed, and the checksum made right again: what an attacker would hand out. */
function forge(file: Uint8Array, change: (bytes: Buffer) => void): Buffer {
  const signed = Buffer.from(file.subarray(0, -32));
  change(signed);
  return Buffer.concat([signed, sha256(signed)]);
}

const sealed = await seal(CONTENT, PASSPHRASE, FEWEST_ROUNDS);

describe('a sealed file', () => {
  it('opens with its passphrase, however it is typed', async () => {
    expect(text(await open(sealed, PASSPHRASE))).toBe(text(CONTENT));
    expect(text(await open(sealed, ` ${PASSPHRASE.toUpperCase().replace(' ', '\n  ')}\u200b`))).toBe(
      text(CONTENT),
    );
  });

  it('does not open with another one', async () => {
    expect(await open(sealed, `${PASSPHRASE} else`)).toBe('wrong-passphrase');
    expect(await open(sealed, '')).toBe('wrong-passphrase');
  });

  it('is what the description says: other code opens it', () => {
    expect(text(new Uint8Array(openByTheBook(sealed)))).toBe(text(CONTENT));
  });

  it('may come from other code that keeps to the description', async () => {
    const file = sealByTheBook(CONTENT);
    // The same passphrase, salt, nonce and content have always made, and must always make, these bytes.
    expect(file.subarray(-32).toString('hex')).toMatchInlineSnapshot(
      `"db7ce4f7b0c1126e24c4f684b88e9815d5354ed567a996b4364286da8b488745"`,
    );
    expect(text(await open(file, PASSPHRASE))).toBe(text(CONTENT));
  });

  it('holds nothing that can be read, and is new each time', async () => {
    const again = await seal(CONTENT, PASSPHRASE, FEWEST_ROUNDS);
    expect(Buffer.from(sealed).includes('Planted')).toBe(false);
    for (const [from, to] of [
      [AT.salt, AT.nonce],
      [AT.nonce, AT.box],
      [AT.box, AT.box + 64],
    ])
      expect(sealed.slice(from, to)).not.toEqual(again.slice(from, to));
  });

  it('is no longer for two hundred contacts than for one', async () => {
    const contacts = (count: number) =>
      new TextEncoder().encode(
        Array.from({ length: count }, (_, n) =>
          `<p>Planted Canary ${n * 7919} ${999_000 + n * 31}</p>`.repeat(8),
        ).join(),
      );
    const [one, many] = [await seal(contacts(1), PASSPHRASE), await seal(contacts(200), PASSPHRASE)];
    expect(many.length).toBe(one.length);
    expect(one.length).toBe(40 + 65_536 + 16 + 32);
  });

  it('takes a size class more where it must', async () => {
    const noise = crypto.getRandomValues(new Uint8Array(65_536));
    const file = await seal(noise, PASSPHRASE);
    expect(file.length).toBe(40 + 2 * 65_536 + 16 + 32);
    expect(await open(file, PASSPHRASE)).toEqual(noise);
  });

  it('is not made with too few rounds, or with more than a page could bear', async () => {
    await expect(seal(CONTENT, PASSPHRASE, FEWEST_ROUNDS - 1)).rejects.toThrow(RangeError);
    await expect(seal(CONTENT, PASSPHRASE, MOST_ROUNDS + 1)).rejects.toThrow(RangeError);
    await expect(seal(CONTENT, PASSPHRASE, Number.NaN)).rejects.toThrow(RangeError);
    const made = await readSealed(await seal(CONTENT, PASSPHRASE));
    expect(typeof made === 'string' ? made : made.rounds).toBeGreaterThanOrEqual(600_000);
  });
});

describe('a file that is not as it was', () => {
  const places = { ...AT, 'the middle of the content': 30_000, 'the tag': -48, 'the checksum': -1 };
  it.each(Object.entries(places))('one byte changed in %s', async (name, place) => {
    const bytes = Buffer.from(sealed);
    const at = place < 0 ? bytes.length + place : place;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    expect(await open(bytes, PASSPHRASE)).toBe(name === 'version' ? 'unsupported' : 'damaged');
  });

  it.each([0, 5, 40, 100, 65_000])('cut after %d bytes', async (length) => {
    expect(await open(sealed.subarray(0, length), PASSPHRASE)).toBe('damaged');
  });

  it('another page instead of the file', async () => {
    expect(await open(new TextEncoder().encode('<!doctype html>'.repeat(100)), PASSPHRASE)).toBe('damaged');
  });
});

describe('a file that somebody forged', () => {
  it.each([
    ['salt', (bytes: Buffer) => bytes.writeUInt8((bytes[AT.salt] ?? 0) ^ 1, AT.salt)],
    ['nonce', (bytes: Buffer) => bytes.writeUInt8((bytes[AT.nonce] ?? 0) ^ 1, AT.nonce)],
    ['content', (bytes: Buffer) => bytes.writeUInt8((bytes[30_000] ?? 0) ^ 1, 30_000)],
    ['rounds', (bytes: Buffer) => bytes.writeUInt32BE(FEWEST_ROUNDS + 1, AT.rounds)],
  ])('does not open: %s', async (_, change) => {
    expect(await open(forge(sealed, change), PASSPHRASE)).toBe('wrong-passphrase');
  });

  it.each([
    ['rounds that make guessing easy', (bytes: Buffer) => bytes.writeUInt32BE(1000, AT.rounds)],
    ['rounds that would hang the page', (bytes: Buffer) => bytes.writeUInt32BE(0xffffffff, AT.rounds)],
    ['another key derivation', (bytes: Buffer) => bytes.writeUInt8(2, AT.kdf)],
    ['another version', (bytes: Buffer) => bytes.writeUInt8(2, AT.version)],
  ])('is not even tried: %s', async (_, change) => {
    expect(await open(forge(sealed, change), PASSPHRASE)).toBe('unsupported');
  });

  it('does not open although it was truly made with too few rounds', async () => {
    expect(await open(sealByTheBook(CONTENT, { rounds: 10_000 }), PASSPHRASE)).toBe('unsupported');
  });
});

describe('normalizePassphrase', () => {
  it.each([
    ['  Able \t Acid\n', 'able acid'],
    ['ＡＢＬＥ', 'able'],
    ['Caf\u00e9', 'cafe\u0301'],
    ['ស្ពាន\u200bទឹក', 'ស្ពានទឹក'],
  ])('%j is %j', (typed, used) => {
    expect(normalizePassphrase(typed)).toBe(used);
    expect(normalizePassphrase(used)).toBe(used);
  });
});
