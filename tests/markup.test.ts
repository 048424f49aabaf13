/** Nothing of the data becomes markup or code: pages and scripts only ever set texts and attributes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { embeddedJson } from '../src/components/embedded-json.ts';
import { HARMLESS } from './dataset/hostile-texts.ts';

const SRC = join(import.meta.dirname, '../src');
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.(ts|astro)$/.test(file),
);

/** Ways from a text to markup or code. `set:html` is left to embeddedJson, which knows what may stand in a script. */
const WAYS =
  /\b(?:innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|setHTMLUnsafe|srcdoc)\b|document\.write|\beval\(|new Function|set:html=(?!\{embeddedJson\()/;

/**
 * They put back HTML that the build made, escapes and all, and no text of the data: cards that the page holds in
 * <noscript>, on which browser/hostile.test.ts tries hostile texts, and contacts after they were opened with their key.
 */
const FINISHED_HTML = ['islands/page-cards.ts', 'islands/seal.ts'];

describe('the sources', () => {
  it('make no markup and no code of a text', () => {
    expect(files.length).toBeGreaterThan(100);
    const found = files.filter((file) => WAYS.test(readFileSync(join(SRC, file), 'utf8')));
    expect(found.map((file) => file.replaceAll('\\', '/'))).toEqual(FINISHED_HTML);
  });
});

describe('embeddedJson', () => {
  it.each(Object.entries(HARMLESS))('keeps %s inside its script', (_, text) => {
    const json = embeddedJson({ [text]: [text] });
    expect(json).not.toMatch(/<[/!?a-z]/i);
    expect(JSON.parse(json)).toEqual({ [text]: [text] });
  });
});
