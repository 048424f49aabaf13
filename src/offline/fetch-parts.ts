/** Brings the files of a manifest into the cache, part by part. What came in an earlier attempt is not fetched again. */
import { CACHE, type CopyManifest, type CopyPart, typeAt, unpackPart } from './copy-format.ts';
import type { Failure } from './messages.ts';

/** Enough to hide the waiting of a slow connection, and few enough for its answers to come. */
const LANES = 3;

/** Why a copy is not whole. */
export class FetchingFailed extends Error {
  readonly reason: Failure;
  constructor(reason: Failure, cause?: unknown) {
    super(`The copy is not whole: ${reason}`, { cause });
    this.reason = reason;
  }
}

interface Fetching {
  /** The key under which the cache keeps an address of this manifest. */
  keyOf: (address: string) => string;
  /** Told each time that more files are there. */
  progress: (done: number, total: number) => void;
  /** Ends the fetching; what is there stays. */
  abort: AbortController;
}

/** Resolves when every file of the manifest is in the cache; otherwise rejects with FetchingFailed. */
export async function fetchParts(
  manifest: CopyManifest,
  { keyOf, progress, abort }: Fetching,
): Promise<void> {
  const cache = await caches.open(CACHE);
  const there = new Set((await cache.keys()).map(({ url }) => url));
  const missing: CopyPart[] = [];
  let done = 0;
  let start = 0;
  for (const part of manifest.parts) {
    const files = manifest.files.slice(start, start + part.files);
    start += part.files;
    if (files.every(([address]) => there.has(keyOf(address)))) done += part.files;
    else missing.push(part);
  }
  progress(done, manifest.files.length);

  const keep = async (part: CopyPart) => {
    const files = Object.entries(unpackPart(await fetchPart(part, abort.signal)));
    for (const [address, content] of files) {
      if (abort.signal.aborted) throw new FetchingFailed('stopped');
      const headers = { 'Content-Type': typeAt(address) ?? '', 'Content-Length': String(content.length) };
      await cache.put(keyOf(address), new Response(content as BodyInit, { headers })).catch((error) => {
        throw new FetchingFailed(error.name === 'QuotaExceededError' ? 'full' : 'refused', error);
      });
    }
    done += files.length;
    progress(done, manifest.files.length);
  };
  const lane = async () => {
    for (let part = missing.shift(); part !== undefined; part = missing.shift()) await keep(part);
  };
  try {
    await Promise.all(Array.from({ length: LANES }, lane));
  } catch (error) {
    abort.abort();
    throw error;
  }
}

/** The bytes of a part, if they are the ones that the manifest names. Past the browser's own cache: one copy is enough. */
async function fetchPart({ address, hash }: CopyPart, signal: AbortSignal): Promise<Uint8Array> {
  const lost = (error: unknown) => {
    throw new FetchingFailed(signal.aborted ? 'stopped' : 'offline', error);
  };
  const answer = await fetch(address, { cache: 'no-store', signal }).catch(lost);
  // The parts of a build go when the next one is published.
  if (answer.status === 404) throw new FetchingFailed('changed');
  if (!answer.ok) throw new FetchingFailed('refused');
  const bytes = await answer.arrayBuffer().catch(lost);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  if (btoa(String.fromCharCode(...digest)) !== hash) throw new FetchingFailed('changed');
  return new Uint8Array(bytes);
}
