/** One style sheet for every page of the copy in one file. */

/** A file of the built site by its address. */
export type ReadFile = (address: string) => Uint8Array | undefined;

/** Addresses of the style sheets of a page, in order; those for readers without scripts are left out. */
export function styleSheetsOf(html: string): string[] {
  return [...html.replace(/<noscript>[\s\S]*?<\/noscript>/g, '').matchAll(/<link\b[^>]*>/g)]
    .filter(([link]) => /\srel="stylesheet"/.test(link))
    .flatMap(([link]) => /\shref="([^"]*)"/.exec(link)?.[1] ?? []);
}

/** One list of all the style sheets of several pages that keeps the order of each page. */
export function mergeOrders(orders: readonly (readonly string[])[]): string[] {
  const merged: string[] = [];
  for (const order of orders) {
    for (const [i, sheet] of order.entries()) {
      if (merged.includes(sheet)) continue;
      const next = order.slice(i + 1).find((later) => merged.includes(later));
      merged.splice(next === undefined ? merged.length : merged.indexOf(next), 0, sheet);
    }
  }
  return merged;
}

/** A style sheet with what it loads written into it. Throws where a file is missing. */
export function withFilesInside(css: string, sheet: string, read: ReadFile): string {
  return css.replace(/url\((["']?)(?!data:|#)([^"')]+)\1\)/g, (_, _quote, target: string) => {
    const address = new URL(target, `file://${sheet}`).pathname;
    const bytes = read(address);
    const type = TYPES[address.slice(address.lastIndexOf('.') + 1)];
    if (bytes === undefined || type === undefined)
      throw new Error(`${sheet} loads ${target}, which the copy in one file cannot bring along.`);
    return `url(${dataUri(type, bytes)})`;
  });
}

const TYPES: Record<string, string> = { woff2: 'font/woff2', svg: 'image/svg+xml' };

export function dataUri(type: string, bytes: Uint8Array): string {
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
}
