/** The drawing of the referral network in one language and one variant, laid out once for a build. */
import { translator } from '../i18n/index.ts';
import { localized } from '../i18n/localized.ts';
import { type SetLabel, setLabel } from '../map/network/label-lines.ts';
import { MEASURES, SIGNS } from '../map/network/measures.ts';
import { orderColumns } from '../map/network/order.ts';
import { type Drawing, placeNetwork, type Spot } from '../map/network/place.ts';
import type { Variant } from '../map/sizes.ts';
import type { Language } from '../schema/vocabulary.ts';
import { type NetworkBand, networkBand, networkLinks } from '../site/network.ts';
import { organization, shortName, shownName } from '../site.ts';

export interface DrawnParty {
  spot: Spot;
  label: SetLabel;
  /** The whole name, where the label is shorter. */
  name?: string | undefined;
  /** Language of the label, where it is not that of the page. */
  other?: Language | undefined;
}

export interface DrawnNetwork {
  drawing: Drawing;
  /** How sure each link is, in the order of the drawing's. */
  certainties: ('one' | 'both' | 'unclear')[];
  /** Senders, then receivers. */
  columns: {
    side: 'from' | 'to';
    title: string;
    bands: { band: NetworkBand; heading: SetLabel; y: number; parties: DrawnParty[] }[];
  }[];
}

/**
 * Those who hand people in stand at the top on the left, those who get them back at the foot on the right: most links
 * lead from authorities to organizations and from organizations to families and communities.
 */
const BANDS: Record<'from' | 'to', readonly NetworkBand[]> = {
  from: ['authorities', 'words', 'organizations'],
  to: ['organizations', 'authorities', 'words'],
};

export function drawnNetwork(lang: Language, variant: Variant): DrawnNetwork {
  const t = translator(lang);
  const measures = MEASURES[variant];
  const labels = new Map<string, SetLabel>();
  const column = (side: 'from' | 'to') =>
    [...new Set(networkLinks.map((link) => link[side]))].map((id) => {
      const label = labels.get(id) ?? setLabel(shortName(id, lang), variant);
      labels.set(id, label);
      return { id, band: BANDS[side].indexOf(networkBand(id)), width: label.width, height: label.height };
    });
  const columns = orderColumns({ senders: column('from'), receivers: column('to') }, networkLinks);
  const links = networkLinks.map(({ from, to, certainty }) => ({ from, to, arrow: certainty !== 'unclear' }));
  const drawing = placeNetwork(columns, links, measures);

  const party = (spot: Spot): DrawnParty => {
    const one = organization(spot.id);
    const [short, whole] = [shortName(spot.id, lang), shownName(spot.id, lang)];
    const latin = one.acronym !== undefined || localized(one, 'name', lang)?.lang === 'en';
    return {
      spot,
      label: labels.get(spot.id) as SetLabel,
      name: short === whole ? undefined : whole,
      other: lang === 'km' && latin ? 'en' : undefined,
    };
  };
  return {
    drawing,
    certainties: networkLinks.map(({ certainty }) => SIGNS[certainty]),
    columns: (['from', 'to'] as const).map((side) => {
      const { spots, headings } = side === 'from' ? drawing.senders : drawing.receivers;
      return {
        side,
        title: t(`referral.col.${side}`),
        bands: headings.map(({ band, y }) => {
          const name = BANDS[side][band] as NetworkBand;
          return {
            band: name,
            heading: setLabel(t(`network.band.${name}`), variant),
            y,
            parties: spots.filter(({ id }) => networkBand(id) === name).map(party),
          };
        }),
      };
    }),
  };
}
