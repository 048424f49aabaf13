/** What of a copy is on this device, how it is taken off again, and how a page hears of it. Nothing here registers a worker. */
import { CACHE } from './copy-format.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** Nothing; files of an attempt that did not end; an attempt that goes on; a whole copy. */
export type OnDevice = 'none' | 'part' | 'fetching' | 'kept';

/** How long a worker that was told to stop may take, in milliseconds. */
const STOPPING = 15_000;

/** True where the browser lets a site keep a copy. Plain http and some private windows do not. */
export function canKeep(): boolean {
  return isSecureContext && 'serviceWorker' in navigator && 'caches' in globalThis;
}

/** The worker's registration, where there is one; asking for it leaves nothing behind. */
export async function registration(): Promise<ServiceWorkerRegistration | undefined> {
  // Some private windows refuse to answer: there is no copy in them either.
  return navigator.serviceWorker?.getRegistration().catch(() => undefined);
}

export async function onDevice(): Promise<OnDevice> {
  const found = await registration();
  if (found?.active) return 'kept';
  if (found?.installing || found?.waiting) return 'fetching';
  return (await caches.has(CACHE)) ? 'part' : 'none';
}

/** The files of the copy and their bytes, as they lie on the device. */
export async function measure(): Promise<{ files: number; bytes: number }> {
  if (!(await caches.has(CACHE))) return { files: 0, bytes: 0 };
  const cache = await caches.open(CACHE);
  const keys = await cache.keys();
  const sizes = await Promise.all(
    keys.map(async (key) => (await (await cache.match(key))?.blob())?.size ?? 0),
  );
  return { files: keys.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/** Takes the copy off the device: the worker, then its files. True when looking again finds neither. */
export async function removeCopy(): Promise<boolean> {
  const found = await registration();
  // A worker that still fetches would put files back.
  if (found?.installing) await stop(found.installing);
  await found?.unregister();
  await caches.delete(CACHE);
  return (await registration()) === undefined && !(await caches.has(CACHE));
}

async function stop(worker: ServiceWorker): Promise<void> {
  tell(worker, { copy: 'stop' });
  await new Promise<void>((done) => {
    const look = () => worker.state !== 'installing' && done();
    worker.addEventListener('statechange', look, { once: true });
    setTimeout(done, STOPPING);
    look();
  });
}

export function tell(worker: ServiceWorker, message: ToWorker): void {
  worker.postMessage(message);
}

/** Calls back with what workers say, until the signal is given. */
export function listen(hear: (message: FromWorker) => void, signal: AbortSignal): void {
  navigator.serviceWorker.addEventListener(
    'message',
    ({ data }) => {
      if (typeof data?.copy === 'string') hear(data as FromWorker);
    },
    { signal },
  );
  // Without this, messages wait for a handler that is set in the old way.
  navigator.serviceWorker.startMessages();
}
