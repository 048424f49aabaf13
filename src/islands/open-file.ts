/** Fetches the sealed file and opens it. Loaded only by readers who unlock something. */
import { type Bytes, type Failure, keyFrom, openWith, readSealed } from '../publish/seal.ts';
import type { SealedContent } from '../publish/sealed-contacts.ts';
import type { KeptKey } from './kept-key.ts';

/** The file is another one than the kept key was made for. */
type Renewed = 'renewed';
type Unreachable = 'offline';

interface OpenedFile extends KeptKey {
  content: SealedContent;
}

export async function openWithPassphrase(
  address: string,
  passphrase: string,
): Promise<OpenedFile | Failure | Unreachable> {
  const sealed = await fetchSealed(address);
  if (typeof sealed === 'string') return sealed;
  const key = await keyFrom(passphrase, sealed);
  const content = readContent(await openWith(key, sealed));
  return typeof content === 'string' ? content : { content, key, salt: sealed.salt };
}

export async function openWithKey(
  address: string,
  { key, salt }: KeptKey,
): Promise<SealedContent | Failure | Unreachable | Renewed> {
  const sealed = await fetchSealed(address);
  if (typeof sealed === 'string') return sealed;
  if (sealed.salt.some((byte, place) => byte !== salt[place])) return 'renewed';
  return readContent(await openWith(key, sealed));
}

async function fetchSealed(address: string) {
  const response = await fetch(address).catch(() => undefined);
  const bytes = response?.ok ? await response.arrayBuffer().catch(() => undefined) : undefined;
  return bytes === undefined ? 'offline' : readSealed(new Uint8Array(bytes));
}

function readContent(opened: Bytes | Failure): SealedContent | Failure {
  return typeof opened === 'string' ? opened : JSON.parse(new TextDecoder().decode(opened));
}
