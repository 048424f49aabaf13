/** The pages that a build has written, for what is only known when all of them are there. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Changes every HTML file of a built folder; one that stays as it was is not written. */
export function rewritePages(folder: string, change: (html: string) => string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.html')) continue;
    const file = join(folder, name);
    const html = readFileSync(file, 'utf8');
    const changed = change(html);
    if (changed !== html) writeFileSync(file, changed);
  }
}
