/**
 * The detailed map: besides what the simple one shows, the countries around, names of towns and border crossings, and
 * referral between provinces. Drawn with WebGL2, labels from the fonts of the page. A canvas has nothing that a
 * keyboard could reach, so provinces are a list of buttons beside it, in the order in which the map is read.
 */
import type { Feature } from 'geojson';
import { type GeoJSONSource, Map as GlMap, Marker, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { feature } from 'topojson-client';
import { type CoverageQuestion, judge } from '../directory/coverage.ts';
import { arcsOf } from '../directory/referral-arcs.ts';
import type { MapWords } from '../i18n/map-words.ts';
import { type ArcEnd, type ArcLine, arcLine } from '../map/arc-line.ts';
import type { Wish } from '../map/block-wishes.ts';
import { blocksInView, variantIn } from '../map/blocks-in-view.ts';
import { extentOf, windowAround } from '../map/countries.ts';
import type { MapDetailData } from '../map/detail-data.ts';
import { type Box, nearestPoint, type Point } from '../map/geometry.ts';
import type { MapModel } from '../map/model.ts';
import type { BoundaryLayer } from '../map/outlines.ts';
import type { MapPageData, MapPageProvince } from '../map/page-data.ts';
import { ringsOf } from '../map/rings.ts';
import type { Variant } from '../map/sizes.ts';
import { coastFeature, collection, lineFeature, spot, worldFeatures } from './detail-features.ts';
import { FINENESS, images } from './detail-images.ts';
import { gapImage, numberFeatures } from './detail-labels.ts';
import { detailSentences } from './detail-sentences.ts';
import {
  CHOSEN,
  colorsAt,
  fontsAt,
  HOVER,
  isProvince,
  LANDS,
  layers,
  RING,
  SOURCES,
  type SourceId,
} from './detail-style.ts';
import { fetchJson } from './fetch-json.ts';
import { drawBlock } from './map-block.ts';
import { answerKey } from './map-keys.ts';
import { type MapEvents, type MapView, NEAREST, type OpenMap, STEP } from './map-view.ts';
import { ProvinceButtons } from './province-buttons.ts';

/** How near the map comes to show one province, in powers of two. */
const PROVINCE = 2;
/** A card beside the map takes this many pixels, and needs a map of this size, either way. */
const CARD = 336;
const ROOM = { width: 680, height: 420 };
const MARGIN = 40;
/** Milliseconds; for whoever wants less motion the map jumps. */
const FLIGHT = 500;
/** Size of the names of places, pixels. */
const NAME = 12.5;
setWorkerUrl(workerUrl);

/** The detailed map. Rejects where there is no WebGL2, or where data, fonts or its worker do not come. */
export const openDetail: OpenMap = async (box, page, words, events) => {
  const [layer, detail] = await Promise.all([
    fetchJson<BoundaryLayer>(page.boundaries),
    fetchJson<MapDetailData>(page.detail),
  ]);
  await loadFonts(box, page, words, detail);
  const { box: extent } = extentOf(layer);
  const { west, south, east, north } = windowAround(extent);
  const colors = colorsAt(box);
  // Throws where there is no WebGL2.
  const map = new GlMap({
    container: box,
    style: {
      version: 8,
      transition: { duration: 0, delay: 0 },
      sources: Object.fromEntries(SOURCES.map((id) => [id, { type: 'geojson', data: collection([]) }])),
      layers: layers(colors, fontsAt(box), NAME),
    },
    bounds: [page.frames.wide.southWest as [number, number], page.frames.wide.northEast as [number, number]],
    maxBounds: [west, south, east, north],
    attributionControl: false,
    boxZoom: false,
    dragRotate: false,
    fadeDuration: 0,
    keyboard: false,
    pitchWithRotate: false,
    refreshExpiredTiles: false,
    renderWorldCopies: false,
    scrollZoom: false,
    touchPitch: false,
    trackResize: false,
    // A canvas that is printed must keep what was drawn.
    canvasContextAttributes: { preserveDrawingBuffer: true },
  });
  try {
    await new Promise<void>((done, fail) => {
      map.once('load', () => done());
      map.once('error', ({ error }) => fail(error));
    });
    return new DetailMap({ box, map, page, layer, detail, words, events });
  } catch (error) {
    map.remove();
    throw error;
  }
};

/** A canvas draws with what is there: a font that came later would leave its letters as boxes. */
async function loadFonts(box: Element, page: MapPageData, words: MapWords, detail: MapDetailData) {
  const names = [
    ...Object.values(words.detail.around),
    ...detail.places.map(({ names }) => names[words.lang]),
    ...page.provinces.map(({ label }) => label),
  ];
  await document.fonts.load(`${NAME}px ${getComputedStyle(box).fontFamily}`, names.join(' '));
}

interface Parts {
  box: HTMLElement;
  map: GlMap;
  page: MapPageData;
  layer: BoundaryLayer;
  detail: MapDetailData;
  words: MapWords;
  events: MapEvents;
}

class DetailMap implements MapView {
  readonly #parts: Parts;
  readonly #map: GlMap;
  readonly #places: Map<string, MapPageProvince>;
  readonly #outlines: Map<string, Feature>;
  readonly #buttons: ProvinceButtons;
  readonly #card = document.createElement('div');
  readonly #gone = new AbortController();
  #markers: Marker[] = [];
  #blocks: Box[] = [];
  #arcs: { line: ArcLine; count: number; certain: boolean }[] = [];
  #model: MapModel | undefined;
  #open: string | undefined;
  #size = { x: 0, y: 0 };
  #wholeZoom = 0;

  constructor(parts: Parts) {
    const { box, map, page, layer, events } = parts;
    this.#parts = parts;
    this.#map = map;
    this.#places = new Map(page.provinces.map((place) => [place.id, place]));
    this.#outlines = new Map(
      feature(layer, layer.objects.provinces).features.map((one) => [String(one.id), one as Feature]),
    );
    this.#card.className = 'map-beside';
    const canvas = map.getCanvas();
    canvas.tabIndex = -1;
    canvas.removeAttribute('role');
    canvas.removeAttribute('aria-label');
    canvas.setAttribute('aria-hidden', 'true');
    map.touchZoomRotate.disableRotation();
    this.#drawImages();
    for (const [source, features] of worldFeatures(parts)) this.#set(source, features);
    this.#buttons = new ProvinceButtons(page.provinces, {
      choose: (id) => events.choose(id),
      focus: (id) => this.#onFocus(id),
    });
    box.prepend(this.#buttons.list);
    box.append(this.#card);
    map.on('click', LANDS, ({ features }) => {
      const id = features?.[0]?.properties.id;
      if (typeof id === 'string') events.choose(id);
    });
    map.on('mousemove', LANDS, ({ features }) => this.#hover(features?.[0]?.properties.id));
    map.on('mouseleave', LANDS, () => this.#hover(undefined));
    map.on('zoomend', () => this.#arrange());
    map.on('zoomend', () => this.#letPageScroll());
    map.on('webglcontextlost', () => events.fail());
    const { signal } = this.#gone;
    box.addEventListener('keydown', (event) => this.#onKey(event), { signal });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#repaint(), { signal });
    this.#whole();
  }

  show(model: MapModel, sentences: ReadonlyMap<string, string>, asked: CoverageQuestion): void {
    this.#model = model;
    const states = new Map(model.provinces.map(({ id, state }) => [id, state]));
    this.#buttons.show(model.provinces, sentences);
    this.#set(
      'provinces',
      [...this.#outlines].map(([id, { geometry }]) => ({
        type: 'Feature',
        geometry,
        properties: { id, state: states.get(id) },
      })),
    );
    this.#drawCoast(new Set([...states].filter(([, state]) => state === 'none-recorded').map(([id]) => id)));
    this.#drawArcs(asked);
    this.#arrange();
  }

  open(province: string, content: HTMLElement): boolean {
    const { clientWidth: width, clientHeight: height } = this.#parts.box;
    const room = width >= ROOM.width && height >= ROOM.height;
    if (this.#open !== province) this.#goTo(province, room ? CARD : 0);
    this.#mark(province);
    this.#card.replaceChildren(...(room ? [content] : []));
    return room;
  }

  close(): void {
    this.#card.replaceChildren();
    this.#mark(undefined);
  }

  focus(province: string): void {
    this.#buttons.focus(province);
  }

  closer(steps: number): void {
    this.#map.zoomTo(this.#map.getZoom() + steps * STEP, { duration: FLIGHT / 2 });
  }

  whole(): void {
    const camera = this.#wholeCamera();
    if (camera !== undefined) this.#map.easeTo({ ...camera, duration: FLIGHT });
  }

  resize(): void {
    const { clientWidth: x, clientHeight: y } = this.#parts.box;
    if (x === this.#size.x && y === this.#size.y) return;
    const [center, zoom] = [this.#map.getCenter(), this.#map.getZoom()];
    const moved = this.#isMagnified;
    this.#map.resize();
    this.#whole();
    if (moved) this.#map.jumpTo({ center, zoom: Math.max(zoom, this.#wholeZoom) });
    this.#arrange();
  }

  remove(): void {
    this.#gone.abort();
    this.#map.remove();
  }

  /** In the colours of the page, also after another preference of the reader. */
  #drawImages() {
    for (const [name, image] of images(colorsAt(this.#parts.box))) {
      if (this.#map.hasImage(name)) this.#map.updateImage(name, image);
      else this.#map.addImage(name, image, { pixelRatio: FINENESS });
    }
  }

  #repaint() {
    const { box } = this.#parts;
    this.#drawImages();
    for (const { id, paint = {} } of layers(colorsAt(box), fontsAt(box), NAME)) {
      for (const [property, value] of Object.entries(paint)) {
        this.#map.setPaintProperty(id, property as never, value as never);
      }
    }
  }

  #set(source: SourceId, features: Feature[]) {
    this.#map.getSource<GeoJSONSource>(source)?.setData(collection(features));
  }

  #drawCoast(empty: ReadonlySet<string>) {
    this.#set('coast', [coastFeature(this.#parts.layer, empty)]);
  }

  #drawArcs(asked: CoverageQuestion) {
    const { page, detail, words, events } = this.#parts;
    const fitting = new Set(judge(page.services, asked).map(({ service }) => service.id));
    const arcs = arcsOf(detail.steps, (service) => fitting.has(service)).filter(
      ({ from, to }) => this.#places.has(from) && this.#places.has(to),
    );
    this.#arcs = arcs.map(({ from, to, count, certain }) => ({
      line: arcLine(this.#arcEnd(from), this.#arcEnd(to)),
      count,
      certain,
    }));
    this.#set(
      'arcs',
      this.#arcs.map(({ line: { points }, certain }) => lineFeature(points, { certain })),
    );
    this.#set(
      'heads',
      this.#arcs.map(({ line: { points, bearing } }) => spot(points.at(-1) as Point, { bearing })),
    );
    const names = new Map(page.provinces.map(({ id, label }) => [id, label]));
    events.say(detailSentences(arcs, detail.places, names, words));
  }

  #arcEnd(id: string): ArcEnd {
    const { pole } = this.#places.get(id) as MapPageProvince;
    return { pole, rings: ringsOf(this.#outlines.get(id)?.geometry) };
  }

  /** Wide where the frame is as large on the screen as the build has laid it out for. */
  get #variant(): Variant {
    const { southWest, northEast } = this.#parts.page.frames.wide;
    const [[left, bottom], [right, top]] = [this.#pixel(southWest), this.#pixel(northEast)];
    return variantIn(this.#size, { width: right - left, height: bottom - top });
  }

  /** Everything in sight; how near the map may come depends on how large it is. */
  #whole() {
    const { box } = this.#parts;
    this.#size = { x: box.clientWidth, y: box.clientHeight };
    if (this.#size.x === 0 || this.#size.y === 0) return;
    // The limits of the last size would limit this one.
    this.#map.setMinZoom(0).setMaxZoom(22);
    const camera = this.#wholeCamera();
    if (camera?.zoom === undefined) return;
    this.#map.jumpTo(camera);
    this.#map.setMinZoom(camera.zoom).setMaxZoom(camera.zoom + NEAREST);
    this.#wholeZoom = camera.zoom;
    this.#letPageScroll();
  }

  #wholeCamera() {
    const { southWest, northEast } = this.#parts.page.frames[this.#variant];
    return this.#map.cameraForBounds([southWest as [number, number], northEast as [number, number]]);
  }

  /** @param beside pixels that a card covers. */
  #goTo(province: string, beside: number) {
    const points = ringsOf(this.#outlines.get(province)?.geometry).flat();
    if (points.length === 0) return;
    const [lons, lats] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)];
    this.#map.fitBounds([Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)], {
      padding: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN + beside },
      maxZoom: this.#wholeZoom + PROVINCE,
      duration: FLIGHT,
    });
  }

  #arrange() {
    const model = this.#model;
    if (model === undefined || this.#size.x === 0) return;
    const { page, words } = this.#parts;
    const variant = this.#variant;
    const { southWest, northEast, width } = page.frames[variant];
    const magnified = (this.#pixel(northEast)[0] - this.#pixel(southWest)[0]) / width;
    const { x, y } = this.#size;
    const granted = blocksInView(model, this.#places, words, {
      variant,
      magnified,
      pixel: (point) => this.#pixel(point),
      sight: this.#isMagnified ? undefined : { x: 0, y: 0, width: x, height: y },
    });
    for (const marker of this.#markers) marker.remove();
    this.#markers = [...granted].map(([id, wish]) => this.#marker(id, wish));
    this.#blocks = [...granted.values()].map(({ box }) => box);
    this.#drawLeaders(granted);
    this.#drawGaps();
    this.#drawCounts();
  }

  #marker(id: string, { cluster, box }: Wish): Marker {
    const element = document.createElement('div');
    element.className = 'map-block';
    element.append(drawBlock(cluster));
    element.addEventListener('click', (event) => {
      // Beneath a block may lie another province.
      event.stopPropagation();
      this.#parts.events.choose(id);
    });
    return new Marker({ element, anchor: 'top-left' })
      .setLngLat(this.#map.unproject([box.x, box.y]))
      .addTo(this.#map);
  }

  #drawLeaders(granted: ReadonlyMap<string, Wish>) {
    const leaders = [...granted].flatMap(([id, { box, leader }]) => {
      const pole = this.#places.get(id)?.pole;
      if (!leader || pole === undefined) return [];
      const end = this.#map.unproject(nearestPoint(box, this.#pixel(pole)) as [number, number]).toArray();
      return [lineFeature([pole, end], {}), spot(pole, {})];
    });
    this.#set('leaders', leaders);
  }

  #drawGaps() {
    const features = this.#blocks.map((box) => {
      const { name, width, height } = gapImage(box);
      if (!this.#map.hasImage(name))
        this.#map.addImage(name, { width, height, data: new Uint8Array(width * height * 4) });
      return spot(this.#map.unproject([box.x, box.y]).toArray(), { image: name });
    });
    this.#set('gaps', features);
  }

  #drawCounts() {
    const { places } = this.#parts.detail;
    this.#set(
      'counts',
      numberFeatures(this.#arcs, places, this.#blocks, (point) => this.#pixel(point)),
    );
  }

  #onFocus(id: string | undefined) {
    this.#map.setFilter(RING, isProvince(id));
    if (id === undefined) return;
    const pole = this.#places.get(id)?.pole;
    if (pole === undefined) return;
    const [x, y] = this.#pixel(pole);
    const { x: width, y: height } = this.#size;
    const inSight = x > MARGIN && y > MARGIN && x < width - MARGIN && y < height - MARGIN;
    if (!inSight) this.#map.jumpTo({ center: pole as [number, number] });
  }

  #onKey(event: KeyboardEvent) {
    const { events } = this.#parts;
    answerKey(event, {
      choose: (id) => events.choose(id),
      close: () => events.close(),
      isOpen: () => this.#open !== undefined,
      closer: (steps) => this.closer(steps),
      focus: (id) => this.focus(id),
      places: this.#places,
      pixel: (point) => this.#pixel(point),
    });
  }

  #mark(chosen: string | undefined) {
    this.#open = chosen;
    this.#map.setFilter(CHOSEN, isProvince(chosen));
    this.#buttons.mark(chosen);
  }

  #hover(id: string | undefined) {
    this.#map.setFilter(HOVER, isProvince(id));
    this.#map.getCanvas().style.cursor = id === undefined ? '' : 'pointer';
  }

  /** A finger on the whole country moves the page; there is nothing to move on the map. */
  #letPageScroll() {
    if (this.#isMagnified) this.#map.dragPan.enable();
    else this.#map.dragPan.disable();
  }

  get #isMagnified(): boolean {
    return this.#map.getZoom() > this.#wholeZoom + 0.01;
  }

  #pixel(point: Point): Point {
    const { x, y } = this.#map.project(point as [number, number]);
    return [x, y];
  }
}
