/** How the detailed map looks: its layers from below, in the colours of the page. */
import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  PositionAnchor,
  SymbolLayerSpecification,
} from 'maplibre-gl';

/** Tokens of the style sheets that the map is painted with. */
const TOKENS = [
  'ground',
  'sunken',
  'land',
  'hatch',
  'ink',
  'ink2',
  'edge',
  'leader',
  'focus',
  'link',
] as const;
export type Colors = Record<(typeof TOKENS)[number], string>;

/** The colours that hold at an element now; another preference of the reader gives others. */
export function colorsAt(element: Element): Colors {
  const style = getComputedStyle(element);
  return Object.fromEntries(
    TOKENS.map((token) => [token, style.getPropertyValue(`--${token}`).trim()]),
  ) as Colors;
}

/** The fonts of the page, first the one that has Khmer. */
export function fontsAt(element: Element): string[] {
  const names = getComputedStyle(element).fontFamily.split(',');
  return names.map((name) => name.trim().replace(/^["']|["']$/g, ''));
}

export const SOURCES = [
  'countries',
  'borders',
  'provinces',
  'coast',
  'leaders',
  'arcs',
  'heads',
  'counts',
  'places',
  'around',
  'gaps',
] as const;
export type SourceId = (typeof SOURCES)[number];

export const LANDS = 'lands';
export const RING = 'ring';
export const HOVER = 'hover';
export const CHOSEN = 'chosen';

/** The filter that leaves one province. */
export function isProvince(id: string | undefined): ExpressionSpecification {
  return ['==', ['get', 'id'], id ?? ''];
}

const NOBODY = isProvince(undefined);
const CROSSING: ExpressionSpecification = ['==', ['get', 'kind'], 'border_point'];
const stateIs = (state: string): ExpressionSpecification => ['==', ['get', 'state'], state];
const EMPTY = stateIs('none-recorded');
const CERTAIN: ExpressionSpecification = ['get', 'certain'];

/** @param size of the names, pixels. */
export function layers(colors: Colors, fonts: string[], size: number): LayerSpecification[] {
  const text = { 'text-font': fonts, 'text-size': size };
  const halo = { 'text-halo-color': colors.ground, 'text-halo-width': 1.5 };
  const line = (id: string, color: string, width: number) => ({
    id,
    type: 'line' as const,
    source: 'provinces',
    paint: { 'line-color': color, 'line-width': width },
    layout: { 'line-join': 'round' as const },
  });
  const places = (
    id: string,
    filter: FilterSpecification,
    more: SymbolLayerSpecification['layout'] = {},
  ) => ({
    id,
    type: 'symbol' as const,
    source: 'places',
    filter,
    // On a small screen their names would be cut off; they come when the map is nearer.
    minzoom: 5.5,
    layout: {
      ...text,
      'text-field': ['get', 'name'] as ExpressionSpecification,
      'text-max-width': 20,
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'] as PositionAnchor[],
      'text-radial-offset': 0.8,
      'text-justify': 'auto' as const,
      'icon-image': ['get', 'kind'] as ExpressionSpecification,
      ...more,
    },
    paint: { 'text-color': colors.ink, ...halo },
  });
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': colors.ground } },
    { id: 'countries', type: 'fill', source: 'countries', paint: { 'fill-color': colors.sunken } },
    {
      id: 'borders',
      type: 'line',
      source: 'borders',
      paint: { 'line-color': colors.edge, 'line-width': 0.75, 'line-opacity': 0.6 },
    },
    {
      id: LANDS,
      type: 'fill',
      source: 'provinces',
      paint: { 'fill-color': ['case', EMPTY, colors.ground, colors.land] },
    },
    {
      id: 'limited',
      type: 'fill',
      source: 'provinces',
      filter: stateIs('limited'),
      paint: { 'fill-pattern': 'half' },
    },
    {
      id: 'not-stated',
      type: 'fill',
      source: 'provinces',
      filter: stateIs('not-stated'),
      paint: { 'fill-pattern': 'hatch' },
    },
    { ...line('edges', colors.ground, 1.25), filter: ['!', EMPTY] },
    {
      ...line('dashed', colors.ink2, 1.25),
      filter: EMPTY,
      paint: { 'line-color': colors.ink2, 'line-width': 1.25, 'line-dasharray': [3.2, 2.4] },
    },
    {
      id: 'coast',
      type: 'line',
      source: 'coast',
      paint: { 'line-color': colors.edge, 'line-width': 0.75 },
    },
    { ...line(HOVER, colors.ink, 2), filter: NOBODY },
    { ...line(CHOSEN, colors.ink, 2), filter: NOBODY },
    { ...line(RING, colors.focus, 4), filter: NOBODY },
    {
      id: 'leaders',
      type: 'line',
      source: 'leaders',
      paint: { 'line-color': colors.leader, 'line-width': 1 },
    },
    {
      id: 'dots',
      type: 'circle',
      source: 'leaders',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: { 'circle-color': colors.leader, 'circle-radius': 2.5 },
    },
    // Beneath each arc the colour of the ground, so that it stands out from whatever it crosses.
    {
      id: 'arc-halo',
      type: 'line',
      source: 'arcs',
      paint: { 'line-color': colors.ground, 'line-width': 5, 'line-opacity': 0.7 },
      layout: { 'line-cap': 'round' },
    },
    {
      id: 'arcs',
      type: 'line',
      source: 'arcs',
      filter: CERTAIN,
      paint: { 'line-color': colors.link, 'line-width': 2.25 },
    },
    {
      id: 'arcs-unclear',
      type: 'line',
      source: 'arcs',
      filter: ['!', CERTAIN],
      paint: { 'line-color': colors.link, 'line-width': 2.25, 'line-dasharray': [2.4, 1.6] },
    },
    {
      id: 'heads',
      type: 'symbol',
      source: 'heads',
      layout: {
        'icon-image': 'arrow',
        'icon-rotate': ['get', 'bearing'],
        'icon-rotation-alignment': 'map',
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
    {
      id: 'around',
      type: 'symbol',
      source: 'around',
      layout: { ...text, 'text-field': ['get', 'name'], 'text-max-width': 20 },
      paint: { 'text-color': colors.ink2, ...halo },
    },
    { ...places('places', ['!', CROSSING]) },
    // Layers above are placed first: a crossing rather than another place, and its sign always.
    { ...places('crossings', CROSSING, { 'icon-allow-overlap': true, 'text-optional': true }) },
    {
      id: 'counts',
      type: 'symbol',
      source: 'counts',
      layout: {
        ...text,
        // The first name is no font: MapLibre reads the weight of the others from it.
        'text-font': ['Semibold', ...fonts],
        'text-field': ['get', 'count'],
        'text-size': size + 1,
        'text-allow-overlap': true,
      },
      paint: { 'text-color': colors.link, ...halo, 'text-halo-width': 2.5 },
    },
    // Where blocks stand, which the map itself knows nothing of, no name may.
    {
      id: 'gaps',
      type: 'symbol',
      source: 'gaps',
      layout: {
        'icon-image': ['get', 'image'],
        'icon-anchor': 'top-left',
        'icon-allow-overlap': true,
        'icon-padding': 2,
      },
    },
  ];
}
