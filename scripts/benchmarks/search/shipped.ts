/** The directory that this repository ships, as the public site has it. */
import { loadDirectory } from '../../../src/dataset/load-directory.ts';
import { type FinderIndex, finderIndex } from '../../../src/directory/finder-index.ts';
import { redact } from '../../../src/publish/redact.ts';
import { frameOf } from './generator.ts';
import type { Part } from './respelling.ts';
import type { SearchSet } from './search-set.ts';

/** Romanized words in names of organizations, with their syllables, which no column of the data says. */
const ROMANIZED = new Map(
  (
    'Dam-nok Dom-nok Toek Teuk Teok Toek Daung Dong Kon-ne Khmeng Chab Dai Ban-teay Srey Nea-vea Thmey Ptea Pteah ' +
    'Kan-tha Bo-pha Meat-to Phum Chey Chum-neas Ko-mar Cheat Poi-pet'
  )
    .split(' ')
    .map((word) => [word.replaceAll('-', ''), word.split('-')] as const),
);

/** The current edition as a set to search in, and its frame for made-up sets. Throws where the data has errors. */
export function shippedSet(folder: string): { set: SearchSet; frame: FinderIndex } {
  const { directory } = loadDirectory(folder);
  if (directory === undefined) throw new Error('The directory has errors; run "npm run check".');
  const published = redact(directory, 'public');
  const edition = published.editions.find(({ about }) => about.id === directory.settings.current_edition);
  if (edition === undefined) throw new Error('The current edition is missing.');
  const index = finderIndex(published, edition);
  const listed = new Set(index.services.map(({ organization }) => organization));
  const organizations = published.organizations
    .filter(({ id }) => listed.has(id))
    .map(({ id, name_en, name_km, acronym, aliases }) => ({
      id,
      english: partsOf(name_en),
      acronym,
      aliases,
      khmer: name_km === undefined ? [] : clusters(name_km),
    }));
  return { set: { name: 'shipped', index, organizations }, frame: frameOf(directory, edition) };
}

function partsOf(name: string): Part[] {
  return name.split(' ').map((text) => {
    const syllables = ROMANIZED.get(text);
    return syllables === undefined ? { text } : { text, syllables };
  });
}

/** A name cut between written clusters: a consonant with all that hangs on it. Nothing says where its words end. */
function clusters(name: string): string[] {
  return name.match(/[\u1780-\u17b3](?:\u17d2[\u1780-\u17b3]|[\u17b4-\u17d1\u17d3])*|./gs) ?? [];
}
