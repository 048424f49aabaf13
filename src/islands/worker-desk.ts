/** The page's end of the worker that answers for a large directory: one question at a time, always the latest. */
import type { Reply } from '../directory/finder-reply.ts';
import type { Query } from '../directory/query.ts';
import type { FinderAddresses } from '../publish/finder-files.ts';
import type { FromWorker, ToWorker } from './finder-worker.ts';

interface Asked {
  query: Query;
  most: number;
  answer: (reply: Reply | undefined) => void;
  fail: (error: Error) => void;
}

export class WorkerDesk {
  readonly #worker = new Worker(new URL('./finder-worker.ts', import.meta.url), { type: 'module' });
  /** What the organizations of the last answer are called, by id. */
  labels: ReadonlyMap<string, string> = new Map();
  #open: Asked | undefined;
  #next: Asked | undefined;

  /** Starts the worker, which fetches the index at once, whatever will be asked. */
  constructor(addresses: FinderAddresses) {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if ('reply' in data) {
        this.labels = data.labels;
        this.#open?.answer(data.reply);
      } else this.#open?.fail(new Error(data.error));
      this.#begin(this.#next);
    });
    this.#worker.addEventListener('error', () => {
      this.#open?.fail(new Error('The worker of the finder cannot run.'));
      this.#begin(this.#next);
    });
    this.#send({ addresses });
  }

  /** Undefined where a later question takes the place of this one before it is begun. Throws where there is no index. */
  ask(query: Query, most: number): Promise<Reply | undefined> {
    return new Promise((answer, fail) => {
      const asked = { query, most, answer, fail };
      if (this.#open === undefined) {
        this.#begin(asked);
        return;
      }
      this.#next?.answer(undefined);
      this.#next = asked;
    });
  }

  close(): void {
    this.#worker.terminate();
  }

  #begin(asked: Asked | undefined): void {
    this.#open = asked;
    this.#next = undefined;
    if (asked !== undefined) this.#send({ query: asked.query, most: asked.most });
  }

  #send(message: ToWorker): void {
    this.#worker.postMessage(message);
  }
}
