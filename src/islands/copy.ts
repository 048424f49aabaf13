/** The page of the copy: fetches it on request, says how far it is and what went wrong, and takes it off the device. */
import type { CopyWords } from '../i18n/copy-words.ts';
import { megabytes, WORKER } from '../offline/copy-format.ts';
import {
  canKeep,
  listen,
  measure,
  type OnDevice,
  onDevice,
  registration,
  removeCopy,
} from '../offline/device.ts';
import type { Failure } from '../offline/messages.ts';

/** How often the progress is said aloud: at each quarter. */
const STEPS = 4;

/** How long the reason of a failure may come after the failure, in milliseconds. */
const REASON = 2000;

class Copy extends HTMLElement {
  #words!: CopyWords;
  #gone = new AbortController();
  #failure: Failure | undefined;
  #reasonCame: (() => void) | undefined;
  #registering: Promise<ServiceWorkerRegistration> | undefined;
  #removing = false;

  connectedCallback() {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    this.#words = JSON.parse(this.#part('[data-words]').textContent ?? '');
    this.#part('[data-keep]').addEventListener('click', () => this.#keep(), { signal });
    this.#part('[data-remove]').addEventListener('click', () => this.#remove(), { signal });
    void this.#start(signal);
  }

  disconnectedCallback() {
    this.#gone.abort();
  }

  #part<E extends HTMLElement>(selector: string): E {
    const found = this.querySelector<E>(selector);
    if (found === null) throw new Error(`The page of the copy has no ${selector}.`);
    return found;
  }

  async #start(signal: AbortSignal) {
    if (canKeep()) {
      listen((message) => {
        if (message.copy === 'progress') this.#progress(message.done, message.total);
        else this.#failure = message.reason;
        this.#reasonCame?.();
      }, signal);
      const state = await onDevice();
      await this.#show(state);
      const worker = (await registration())?.installing;
      if (state === 'fetching' && worker) void this.#follow(worker);
    } else {
      this.#part('[data-state]').textContent = isSecureContext
        ? this.#words.unsupported
        : this.#words.insecure;
    }
    document.querySelector('main')?.setAttribute('data-ready', 'true');
  }

  async #show(state: OnDevice) {
    this.dataset.copy = state;
    const words = this.#words;
    const { files, bytes } = state === 'kept' ? await measure() : { files: 0, bytes: 0 };
    this.#part('[data-state]').textContent = {
      none: words.none,
      part: words.part,
      fetching: words.begun,
      kept: words.kept.replace('{n}', String(files)).replace('{size}', megabytes(bytes)),
    }[state];
    const size = document.querySelector<HTMLElement>('[data-size]');
    if (size !== null) size.hidden = state === 'kept';
    this.#part('[data-progress]').hidden = state !== 'fetching';
    // Seen are the words beside the bar; heard are these, more rarely.
    this.#part('[data-said]').classList.toggle('visually-hidden', state === 'fetching');
    const keep = this.#part('[data-keep]');
    const remove = this.#part('[data-remove]');
    keep.hidden = state === 'kept' || state === 'fetching';
    keep.textContent = state === 'part' ? words.goOn : words.keep;
    remove.hidden = state === 'none';
    // The button that was pressed may be gone; reading goes on where its answer stands.
    if (document.activeElement === document.body && this.#said !== '') this.#part('[data-said]').focus();
  }

  get #said(): string {
    return this.#part('[data-said]').textContent ?? '';
  }

  #say(words: string) {
    this.#part('[data-said]').textContent = words;
  }

  #progress(done: number, total: number) {
    if (this.dataset.copy !== 'fetching') return;
    const bar = this.#part<HTMLProgressElement>('progress');
    const words = this.#words.progress.replace('{n}', String(done)).replace('{of}', String(total));
    const quarter = (files: number) => Math.floor((files / total) * STEPS);
    if (quarter(done) > quarter(bar.value) && done < total) this.#say(words);
    bar.max = total;
    bar.value = done;
    this.#part('[data-count]').textContent = words;
  }

  /** The one place of the site that registers a worker, and only for a press of the button. */
  async #keep() {
    this.#failure = undefined;
    this.#removing = false;
    this.#say(this.#words.begun);
    await this.#show('fetching');
    try {
      this.#registering = navigator.serviceWorker.register(WORKER, { scope: '/', updateViaCache: 'none' });
      const found = await this.#registering;
      const worker = found.installing ?? found.waiting ?? found.active;
      if (worker !== null) await this.#follow(worker);
    } catch {
      await this.#end(navigator.onLine ? 'refused' : 'offline');
    }
  }

  /** Waits until a worker has its copy, or has given up. */
  async #follow(worker: ServiceWorker) {
    const ended = () => worker.state === 'activated' || worker.state === 'redundant';
    await new Promise<void>((done) => {
      const look = () => ended() && done();
      worker.addEventListener('statechange', look, { signal: this.#gone.signal });
      look();
    });
    await this.#end(worker.state === 'redundant' ? await this.#reason() : undefined);
  }

  /** Why the worker gave up: its words may arrive after its end, or not at all where the browser ended it. */
  async #reason(): Promise<Failure> {
    if (this.#failure === undefined && !this.#removing) {
      await new Promise<void>((done) => {
        this.#reasonCame = () => this.#failure !== undefined && done();
        setTimeout(done, REASON);
      });
    }
    return this.#failure ?? 'stopped';
  }

  async #end(failure: Failure | undefined) {
    if (this.#removing) return;
    this.#say(failure === undefined ? this.#words.done : this.#words.failed[failure]);
    const state = await onDevice();
    await this.#show(state);
    if (failure !== undefined) this.#part('[data-keep]').textContent = this.#words.again;
  }

  async #remove() {
    this.#removing = true;
    this.#say(this.#words.removing);
    // A worker that is about to come would bring the files back.
    await this.#registering?.catch(() => undefined);
    const gone = await removeCopy();
    this.#say(gone ? this.#words.removed : this.#words.notRemoved);
    await this.#show(await onDevice());
    for (const line of document.querySelectorAll<HTMLElement>('[data-from-copy]')) line.hidden = gone;
  }
}

if (customElements.get('spean-copy') === undefined) customElements.define('spean-copy', Copy);
