/**
 * A sealed file: bytes that only a passphrase opens. The same code seals in the build and opens in the page, both
 * times with WebCrypto. The layout, in bytes (docs/decisions/sealed-contacts.md has the reasons):
 *
 *   6  "SEALED"                                     \
 *   1  version, 1                                    |
 *   1  key derivation, 1: PBKDF2 with SHA-256        |  the header: readable, and authenticated
 *   4  its rounds, big-endian                        |
 *  16  salt                                          |
 *  12  nonce                                        /
 *   n  AES-256-GCM of the padded content, its tag of 16 bytes last
 *  32  SHA-256 of all of the above, which tells a damaged file from a wrong passphrase
 *
 * The padded content: its deflated length (4, big-endian), the deflated content, zeros up to a multiple of 64 KiB.
 */
import { deflateSync, inflateSync } from 'fflate';

export type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Why a file does not open. A file that somebody changed on purpose, checksum and all, cannot be told from a wrong
 * passphrase: both only show that key and content do not belong together.
 */
export type Failure = 'wrong-passphrase' | 'damaged' | 'unsupported';

/** A sealed file taken apart. */
export interface Sealed {
  header: Bytes;
  rounds: number;
  salt: Bytes;
  nonce: Bytes;
  /** The encrypted content with its tag. */
  box: Bytes;
}

/** Every opening takes so many, on a phone about a second; OWASP asks for 600,000. */
const ROUNDS = 1_000_000;
/** A file with fewer is not ours: somebody wants guessing to be easy. */
export const FEWEST_ROUNDS = 600_000;
/** A file with more would hang the page. */
export const MOST_ROUNDS = 10_000_000;

const MAGIC = [...'SEALED'].map((letter) => letter.charCodeAt(0));
const VERSION = 1;
const PBKDF2_SHA256 = 1;
const SALT = 16;
const NONCE = 12;
const HEADER = MAGIC.length + 2 + 4 + SALT + NONCE;
const TAG = 16;
const CHECKSUM = 32;
const LENGTH = 4;
const SIZE_CLASS = 64 * 1024;

/**
 * A passphrase as it is used: words are typed on phones, which write capitals, doubled spaces and composed letters
 * as they like. None of that is part of the secret.
 */
export function normalizePassphrase(typed: string): string {
  return typed
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Seals bytes with a new salt and nonce, so that no two sealings are alike. Throws a RangeError for too few or too many rounds. */
export async function seal(content: Uint8Array, passphrase: string, rounds = ROUNDS): Promise<Bytes> {
  if (!(rounds >= FEWEST_ROUNDS && rounds <= MOST_ROUNDS))
    throw new RangeError(`A sealed file takes ${FEWEST_ROUNDS} to ${MOST_ROUNDS} rounds, not ${rounds}.`);
  const salt = crypto.getRandomValues(new Uint8Array(SALT));
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
  const header = join(MAGIC, [VERSION, PBKDF2_SHA256], bigEndian(rounds), salt, nonce);
  const key = await keyFrom(passphrase, { salt, rounds }, 'encrypt');
  const algorithm = { name: 'AES-GCM', iv: nonce, additionalData: header };
  const box = new Uint8Array(await crypto.subtle.encrypt(algorithm, key, pad(content)));
  const signed = join(header, box);
  return join(signed, await checksumOf(signed));
}

/** Opens what `seal` made. Takes about as long as sealing. */
export async function open(file: Uint8Array, passphrase: string): Promise<Bytes | Failure> {
  const sealed = await readSealed(file);
  return typeof sealed === 'string' ? sealed : openWith(await keyFrom(passphrase, sealed), sealed);
}

/** Takes a file apart without opening it. */
export async function readSealed(file: Uint8Array): Promise<Sealed | Failure> {
  const bytes = new Uint8Array(file);
  if (!MAGIC.every((byte, place) => bytes[place] === byte)) return 'damaged';
  if (bytes[MAGIC.length] !== VERSION) return 'unsupported';
  if (bytes.length < HEADER + TAG + CHECKSUM) return 'damaged';
  const signed = bytes.subarray(0, -CHECKSUM);
  const checksum = await checksumOf(signed);
  if (!checksum.every((byte, place) => bytes[signed.length + place] === byte)) return 'damaged';
  const rounds = readBigEndian(bytes, MAGIC.length + 2);
  const known = bytes[MAGIC.length + 1] === PBKDF2_SHA256;
  if (!known || rounds < FEWEST_ROUNDS || rounds > MOST_ROUNDS) return 'unsupported';
  return {
    header: signed.slice(0, HEADER),
    rounds,
    salt: signed.slice(HEADER - NONCE - SALT, HEADER - NONCE),
    nonce: signed.slice(HEADER - NONCE, HEADER),
    box: signed.slice(HEADER),
  };
}

/** The key of one sealed file. It cannot be taken out of the browser's hands, only used. */
export async function keyFrom(
  passphrase: string,
  { salt, rounds }: Pick<Sealed, 'salt' | 'rounds'>,
  use: 'encrypt' | 'decrypt' = 'decrypt',
): Promise<CryptoKey> {
  const secret = new TextEncoder().encode(normalizePassphrase(passphrase));
  const words = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    words,
    { name: 'AES-GCM', length: 256 },
    false,
    [use],
  );
}

/** The content of a sealed file whose key is at hand. */
export async function openWith(
  key: CryptoKey,
  { header, nonce, box }: Sealed,
): Promise<Bytes | 'wrong-passphrase' | 'damaged'> {
  const algorithm = { name: 'AES-GCM', iv: nonce, additionalData: header };
  const padded = await crypto.subtle.decrypt(algorithm, key, box).catch(() => undefined);
  return padded === undefined ? 'wrong-passphrase' : unpad(new Uint8Array(padded));
}

function pad(content: Uint8Array): Bytes {
  const deflated = deflateSync(content, { level: 9 });
  const full = Math.ceil((LENGTH + deflated.length) / SIZE_CLASS) * SIZE_CLASS;
  const padded = new Uint8Array(full);
  padded.set(bigEndian(deflated.length));
  padded.set(deflated, LENGTH);
  return padded;
}

function unpad(padded: Bytes): Bytes | 'damaged' {
  const length = padded.length < LENGTH ? Number.POSITIVE_INFINITY : readBigEndian(padded, 0);
  if (LENGTH + length > padded.length) return 'damaged';
  try {
    return new Uint8Array(inflateSync(padded.subarray(LENGTH, LENGTH + length)));
  } catch {
    return 'damaged';
  }
}

async function checksumOf(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

function join(...parts: readonly ArrayLike<number>[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let place = 0;
  for (const part of parts) {
    whole.set(part, place);
    place += part.length;
  }
  return whole;
}

function bigEndian(value: number): Bytes {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

function readBigEndian(bytes: Bytes, place: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(place);
}
