/**
 * The contacts while they are open. They are in the memory of this document and nowhere else, unless the reader asked
 * to keep the device unlocked; locking, leaving and closing the tab forget them.
 */
import type { Failure } from '../publish/seal.ts';
import type { SealedContent } from '../publish/sealed-contacts.ts';
import { whenIdle } from './idle-lock.ts';
import { dropKey, keepKey, readKey } from './kept-key.ts';
import { turnPagesWith } from './page-turn.ts';

/** How an attempt to unlock ended. */
export type Outcome = Failure | 'offline' | 'overtaken' | 'open' | 'open-not-kept';
/** Why contacts are locked again: by the reader, by nobody being there, or because a new file was published. */
export type Notice = 'locked' | 'idle' | 'renewed';

/** Something on the page that looks different while contacts are open. */
export interface Beholder {
  show(): void;
}

let content: SealedContent | undefined;
let notice: Notice | undefined;
let stopWaiting: (() => void) | undefined;
/** Counts changes, so that what was begun before a change does not undo it. */
let changes = 0;
const beholders = new Set<Beholder>();
/** Other tabs of this site lock with this one. */
const tabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel('spean-contacts') : undefined;

/** What is open now; undefined while contacts are locked. */
export const opened = () => content;
/** Why they are locked; undefined where nobody had opened them. */
export const lockedBecause = () => notice;

/** Tells a part of the page of every change, beginning with how things are. */
export function behold(part: Beholder): void {
  beholders.add(part);
  part.show();
}

export function turnAway(part: Beholder): void {
  beholders.delete(part);
}

/** Opens the contacts of a sealed file, and keeps its key on the device where the reader wants that. */
export async function unlock(address: string, passphrase: string, keep: boolean): Promise<Outcome> {
  const mine = ++changes;
  const { openWithPassphrase } = await import('./open-file.ts');
  const file = await openWithPassphrase(address, passphrase);
  if (mine !== changes) return 'overtaken';
  if (typeof file === 'string') return file;
  const kept = keep && (await keepKey({ key: file.key, salt: file.salt }));
  if (mine !== changes) {
    await dropKey();
    return 'overtaken';
  }
  change(file.content, undefined);
  if (!kept) stopWaiting = whenIdle(() => void lock('idle'));
  return keep && !kept ? 'open-not-kept' : 'open';
}

/** Opens the contacts again on a device that was kept unlocked. */
export async function resume(address: string): Promise<void> {
  const mine = ++changes;
  const kept = await readKey();
  if (kept === undefined || mine !== changes) return;
  const { openWithKey } = await import('./open-file.ts');
  const found = await openWithKey(address, kept);
  if (mine !== changes || found === 'offline') return;
  if (typeof found !== 'string') return change(found, undefined);
  await dropKey();
  change(undefined, 'renewed');
}

/** Forgets the contacts here and in other tabs, and what was kept of them on the device. */
export async function lock(why: Notice): Promise<void> {
  change(undefined, why);
  tabs?.postMessage(why);
  await dropKey();
}

/** Forgets the contacts of this document, as it is left; what was kept on the device stays. */
export function forget(): void {
  change(undefined, undefined);
}

tabs?.addEventListener('message', ({ data }) => {
  if (content !== undefined) change(undefined, data === 'idle' ? 'idle' : 'locked');
});

function change(to: SealedContent | undefined, why: Notice | undefined) {
  changes++;
  content = to;
  notice = why;
  stopWaiting?.();
  stopWaiting = undefined;
  for (const part of beholders) part.show();
  turnPagesWith(to === undefined ? undefined : pageOfThisSite);
}

/** The source of pages while contacts are open. One that knows nothing of them, such as the choice of language, is left to the browser. */
export async function pageOfThisSite(address: URL): Promise<string | undefined> {
  const response = await fetch(address);
  const html = response.ok ? await response.text() : '';
  return html.includes('<spean-seal') ? html : undefined;
}
