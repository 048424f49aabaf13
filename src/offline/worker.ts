/**
 * The service worker of a kept copy: bundled to one file at the root, with the manifest of its build inside. It answers
 * every address of that build from the device, online and offline alike, so that no page of another build comes
 * between; the next build waits, whole, until a page says "use".
 */
import { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import { PrecacheRoute } from 'workbox-precaching/PrecacheRoute.js';
import { registerRoute } from 'workbox-routing/registerRoute.js';
import { setCatchHandler } from 'workbox-routing/setCatchHandler.js';
import { CACHE, type CopyManifest, expand, NOT_FOUND, otherAddresses } from './copy-format.ts';
import { FetchingFailed, fetchParts } from './fetch-parts.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** Written in by the build. */
declare const COPY_MANIFEST: CopyManifest;
declare const self: ServiceWorkerGlobalScope;

const manifest = COPY_MANIFEST;
const dictionary = new TextEncoder().encode(manifest.dictionary);
const abort = new AbortController();

const controller = new PrecacheController({
  cacheName: CACHE,
  plugins: [
    {
      cachedResponseWillBeUsed: async ({ cachedResponse }) =>
        cachedResponse === undefined ? undefined : open(cachedResponse),
    },
  ],
  // A file that is gone from the device may have another content on the server by now.
  fallbackToNetwork: false,
});
controller.addToCacheList(manifest.files.map(([url, revision]) => ({ url, revision })));

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => controller.activate(event));
self.addEventListener('message', (event) => {
  const message = event.data as ToWorker;
  if (message.copy === 'use') event.waitUntil(self.skipWaiting());
  if (message.copy === 'stop') abort.abort();
});

registerRoute(
  new PrecacheRoute(controller, {
    ignoreURLParametersMatching: [/./],
    directoryIndex: '',
    cleanURLs: false,
    urlManipulation: otherAddresses,
  }),
);
registerRoute(
  ({ request }) => request.mode === 'navigate',
  ({ request }) => askServer(request),
);
setCatchHandler(({ request }) => askServer(request));

async function install(): Promise<void> {
  try {
    await fetchParts(manifest, {
      keyOf: (address) => controller.getCacheKeyForURL(address) ?? address,
      progress: (done, total) => tell({ copy: 'progress', done, total }),
      abort,
    });
  } catch (error) {
    await tell({ copy: 'failed', reason: error instanceof FetchingFailed ? error.reason : 'refused' });
    throw error;
  }
}

async function tell(message: FromWorker): Promise<void> {
  for (const client of await self.clients.matchAll({ includeUncontrolled: true }))
    client.postMessage(message);
}

/** What the copy does not hold; where nobody answers, the page for what is not found. */
async function askServer(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    const page = request.mode === 'navigate' ? await controller.matchPrecache(NOT_FOUND) : undefined;
    return page === undefined ? Response.error() : open(page, 404);
  }
}

/** A file as the server would send it. */
async function open(kept: Response, status = 200): Promise<Response> {
  const content = expand(new Uint8Array(await kept.arrayBuffer()), dictionary);
  const type = kept.headers.get('Content-Type') ?? '';
  return new Response(content as BodyInit, {
    status,
    headers: [...manifest.headers, ['Content-Type', type]],
  });
}
