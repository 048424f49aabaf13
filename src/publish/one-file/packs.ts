/**
 * How pages lie in the copy in one file: sorted by address and cut into packs, each compressed by itself, so that a
 * phone unpacks only the pack that holds the page asked for. The same code packs in the build and unpacks in the browser.
 */
import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate';

/** The HTML of pages by their addresses. */
export type Pages = Readonly<Record<string, string>>;

export interface Pack {
  /** The first address in the pack; it holds all pages from here up to the next pack. */
  from: string;
  /** `data:application/gzip;base64,…`: the gzip of a JSON object of pages. */
  data: string;
}

const PREFIX = 'data:application/gzip;base64,';
/** A cheap phone unpacks so many characters in a moment, and smaller packs take more room together. */
const PACK_LENGTH = 512 * 1024;

/** Packs pages. The same pages give the same packs, on any day. */
export function packPages(pages: Pages, packLength = PACK_LENGTH): Pack[] {
  const packs: Pack[] = [];
  let next: Record<string, string> = {};
  let length = 0;
  const close = () => {
    const from = Object.keys(next)[0];
    if (from !== undefined) packs.push({ from, data: pack(next) });
    next = {};
    length = 0;
  };
  for (const address of Object.keys(pages).sort()) {
    const html = pages[address] ?? '';
    if (length + html.length > packLength) close();
    next[address] = html;
    length += html.length;
  }
  close();
  return packs;
}

/** The HTML of the page with this address; undefined where no pack holds it. */
export function pageIn(packs: readonly Pack[], address: string): string | undefined {
  const pack = packs.findLast(({ from }) => from <= address);
  return pack === undefined ? undefined : unpack(pack.data)[address];
}

/** All pages of a pack's data. */
export function unpack(data: string): Pages {
  return JSON.parse(strFromU8(gunzipSync(strToU8(atob(data.slice(PREFIX.length)), true))));
}

function pack(pages: Pages): string {
  // A time of making would change the file without changing what it says.
  const zipped = gzipSync(strToU8(JSON.stringify(pages)), { level: 9, mtime: 0 });
  return `${PREFIX}${btoa(strFromU8(zipped, true))}`;
}
