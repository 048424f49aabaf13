import type { Box } from '../map/geometry.ts';
import { type DrawnMap, FRAME, type ProvinceSpot } from '../map/layout.ts';
import type { Corners, MapPageData, MapPageFrame, PlacedBlock } from '../map/page-data.ts';
import { NARROWEST, type Variant } from '../map/sizes.ts';
import type { Language } from '../schema/vocabulary.ts';
import {
  boundariesAddress,
  hasPage,
  index,
  mapDetailAddress,
  mapOf,
  neighboursOf,
  organization,
  province,
  shownName,
} from '../site.ts';

const WIDTHS: Record<Variant, number> = { wide: FRAME.width, narrow: NARROWEST };

/** What the scripts of the map's page need, with everything that the build has already placed. */
export function mapPage(lang: Language, drawn: DrawnMap): MapPageData {
  const model = mapOf(lang);
  const providers = [...new Set(index.services.map((service) => service.organization))];
  return {
    services: index.services,
    provinces: model.provinces.map(({ id, label }, i) => ({
      id,
      label,
      href: `/${lang}/provinces/${province(id).slug}/`,
      neighbours: neighboursOf(province(id)).map((other) => other.id),
      pole: geographic(drawn, drawn.outlines[i]?.pole ?? [0, 0]),
      blocks: {
        wide: placedBlock(drawn, 'wide', drawn.wide.provinces[i]),
        narrow: placedBlock(drawn, 'narrow', drawn.narrow.provinces[i]),
      },
    })),
    groups: model.groups,
    organizations: Object.fromEntries(
      providers.map((id) => [
        id,
        {
          name: shownName(id, lang),
          ...(hasPage(organization(id)) ? { href: `/${lang}/organizations/${id}/` } : {}),
        },
      ]),
    ),
    frames: {
      wide: frameOf(drawn, 'wide', { ...drawn.frame, height: drawn.wideFoot }),
      narrow: frameOf(drawn, 'narrow', drawn.frame),
    },
    shapes: {
      frame: drawn.frame,
      ...cornersOf(drawn, drawn.frame),
      coast: drawn.wholeCoast,
    },
    formerly: index.formerly,
    boundaries: boundariesAddress,
    detail: mapDetailAddress,
    find: `/${lang}/find/`,
  };
}

function placedBlock(drawn: DrawnMap, variant: Variant, spot: ProvinceSpot | undefined): PlacedBlock | null {
  if (!spot?.box) return null;
  const { x, y, width, height } = spot.box;
  const unit = WIDTHS[variant] / FRAME.width;
  return {
    at: geographic(drawn, [x + width / 2, y + height / 2]),
    size: [Math.round(width * unit), Math.round(height * unit)],
    outside: spot.leader !== null,
  };
}

function frameOf(drawn: DrawnMap, variant: Variant, box: Box): MapPageFrame {
  return { ...cornersOf(drawn, box), width: WIDTHS[variant] };
}

function cornersOf(drawn: DrawnMap, { x, y, width, height }: Box): Corners {
  return {
    southWest: geographic(drawn, [x, y + height]),
    northEast: geographic(drawn, [x + width, y]),
  };
}

/** Degrees to four decimals, which is ten metres. */
function geographic(drawn: DrawnMap, point: readonly [number, number]): readonly [number, number] {
  const [lon, lat] = drawn.unproject(point);
  return [Math.round(lon * 1e4) / 1e4, Math.round(lat * 1e4) / 1e4];
}
