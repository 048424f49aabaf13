/**
 * `npm run language-name-font`: writes the face of one word, the name of the Khmer language on English pages. To be run
 * when that word, the version of Noto Sans Khmer or that of the tool changes; a test says when.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import en from '../src/i18n/en.json' with { type: 'json' };
import { isCommand, PROJECT } from './steps.ts';

const FACE = 'node_modules/@fontsource/noto-sans-khmer/files/noto-sans-khmer-khmer-400-normal.woff2';
export const LANGUAGE_NAME_FONT = 'src/styles/fonts/language-name.woff2';

/** The letters of that word with everything that shapes them, as WOFF2; the same bytes each time. */
export function languageNameFont(): Promise<Buffer> {
  return subsetFont(readFileSync(join(PROJECT, FACE)), en['language.other'], {
    targetFormat: 'woff2',
    // Where its licence is to be read.
    preserveNameIds: [14],
  });
}

if (isCommand(import.meta)) {
  writeFileSync(join(PROJECT, LANGUAGE_NAME_FONT), await languageNameFont());
  console.log(`Wrote ${LANGUAGE_NAME_FONT}.`);
}
