/**
 * Answers the questions of the finder beside the page, so that typing never waits. It fetches the whole index, always
 * the same files in the same order, before it answers anything: which file is asked for must not tell what was typed,
 * and "none recorded" is only true of all services.
 */
import { prepareLines } from '../directory/finder.ts';
import type { FinderIndex, FinderService } from '../directory/finder-index.ts';
import { type Reply, reply } from '../directory/finder-reply.ts';
import type { Query } from '../directory/query.ts';
import type { FinderAddresses, NamesFile } from '../publish/finder-files.ts';
import { fetchJson } from './fetch-json.ts';

/** What the page says: first where the index lies, then its questions. */
export type ToWorker = { addresses: FinderAddresses } | { query: Query; most: number };
/** What it hears: an answer to each question, in order, with what the organizations in it are called; or that the index cannot be had. */
export type FromWorker = { reply: Reply; labels: ReadonlyMap<string, string> } | { error: string };

// The types of a page have no other name for the far end.
const page = self as unknown as Worker;
let index: Promise<FinderIndex>;
let labels: Record<string, string>;

page.addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
  if ('addresses' in data) {
    index = fetchIndex(data.addresses);
    // Whoever asks hears of it.
    index.then(prepareLines, () => {});
    return;
  }
  const answer: FromWorker = await index.then(
    (whole) => {
      const answer = reply(whole, data.query, data.most);
      const shown = [...answer.found, ...answer.refused].map(({ service }) => service.organization);
      const called = [...shown, ...answer.namesakes].filter((id) => labels[id] !== undefined);
      return { reply: answer, labels: new Map(called.map((id) => [id, labels[id] as string])) };
    },
    (error) => ({ error: String(error) }),
  );
  page.postMessage(answer);
});

async function fetchIndex(addresses: FinderAddresses): Promise<FinderIndex> {
  const { names, services } = addresses;
  const [called, rest, parts] = await Promise.all([
    fetchJson<Record<string, string>>(addresses.labels),
    fetchJson<NamesFile>(names),
    Promise.all(services.map((address) => fetchJson<FinderService[]>(address))),
  ]);
  labels = called;
  return { ...rest, services: parts.flat() };
}
