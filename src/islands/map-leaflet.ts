/**
 * The map that can be moved, magnified and walked through with the keyboard. Provinces are buttons in reading order;
 * blocks of pins are for the eye only. Nothing is fetched but the boundaries of this edition.
 */
import L from 'leaflet';
import { feature, mesh } from 'topojson-client';
import type { Wish } from '../map/block-wishes.ts';
import { blocksInView, variantIn } from '../map/blocks-in-view.ts';
import { type Box, nearestPoint, type Point } from '../map/geometry.ts';
import type { MapModel, MapProvince } from '../map/model.ts';
import type { BoundaryLayer } from '../map/outlines.ts';
import type { MapPageData, MapPageProvince } from '../map/page-data.ts';
import type { Variant } from '../map/sizes.ts';
import { readingOrder } from '../map/travel.ts';
import { drawBlock } from './map-block.ts';
import { answerKey } from './map-keys.ts';
import type { MapEvents, MapView, OpenMap } from './map-view.ts';

/** How much nearer the map comes at most, and with each step, in powers of two. */
const NEAREST = 4;
const STEP = 0.75;
/** A popup needs this many pixels of map, either way. */
const POPUP = 420;

export const openLeaflet: OpenMap = async (box, page, layer, words, events) =>
  new LeafletMap(box, page, layer, words, events);

class LeafletMap implements MapView {
  readonly #page: MapPageData;
  readonly #words: { noneRecorded: string };
  readonly #events: MapEvents;
  readonly #map: L.Map;
  readonly #places: Map<string, MapPageProvince>;
  readonly #lands = new Map<string, L.Polygon>();
  readonly #layer: BoundaryLayer;
  /** What is drawn anew with every answer: dashed outlines and the coast; and with every step nearer: blocks. */
  readonly #outlines = L.layerGroup();
  readonly #blocks = L.layerGroup();
  readonly #ring: L.Polygon;
  #model: MapModel | undefined;
  #popup: L.Popup | undefined;

  constructor(
    box: HTMLElement,
    page: MapPageData,
    layer: BoundaryLayer,
    words: { noneRecorded: string },
    events: MapEvents,
  ) {
    this.#page = page;
    this.#layer = layer;
    this.#words = words;
    this.#events = events;
    this.#places = new Map(page.provinces.map((place) => [place.id, place]));
    this.#map = L.map(box, {
      zoomSnap: 0,
      zoomDelta: STEP,
      zoomControl: false,
      attributionControl: false,
      keyboard: false,
      // The page says when the box has another size; Leaflet's own answer would come before ours and hide it.
      trackResize: false,
      scrollWheelZoom: false,
      zoomAnimation: false,
      fadeAnimation: false,
      markerZoomAnimation: false,
      renderer: L.svg({ padding: 0.5 }),
    });
    this.#whole();
    this.#drawLands();
    this.#outlines.addTo(this.#map);
    this.#ring = L.polygon([], { className: 'map-ring', interactive: false }).addTo(this.#map);
    this.#blocks.addTo(this.#map);
    this.#map.on('zoomend', () => this.#arrange());
    this.#map.on('zoomend', () => this.#letPageScroll());
    box.addEventListener('keydown', (event) =>
      answerKey(event, {
        ...events,
        isOpen: () => this.#popup !== undefined,
        closer: (steps) => this.closer(steps),
        focus: (id) => this.focus(id),
        around: (id) => ({ here: this.#station(id), neighbours: this.#neighbours(id) }),
      }),
    );
    this.#letPageScroll();
  }

  show(model: MapModel, sentences: ReadonlyMap<string, string>): void {
    this.#model = model;
    for (const { id, state } of model.provinces) {
      const land = this.#lands.get(id)?.getElement();
      land?.setAttribute('data-state', state);
      land?.setAttribute('aria-label', sentences.get(id) ?? id);
      const tip = land?.querySelector('title');
      if (tip) tip.textContent = sentences.get(id) ?? id;
    }
    this.#drawOutlines(model.provinces);
    this.#arrange();
  }

  open(province: string, content: HTMLElement): boolean {
    const { x: width, y: height } = this.#map.getSize();
    this.close();
    this.#mark(province);
    if (Math.min(width, height) < POPUP) return false;
    this.#popup = L.popup({
      closeButton: false,
      closeOnEscapeKey: false,
      closeOnClick: false,
      autoClose: false,
      minWidth: 240,
      maxWidth: 320,
      maxHeight: height - 80,
      autoPanPadding: [16, 16],
      className: 'map-popup',
    })
      .setLatLng(this.#poleOf(province))
      .setContent(content)
      .openOn(this.#map);
    return true;
  }

  close(): void {
    this.#popup?.remove();
    this.#popup = undefined;
    this.#mark(undefined);
  }

  focus(province: string): void {
    (this.#lands.get(province)?.getElement() as SVGElement | undefined)?.focus();
  }

  closer(steps: number): void {
    this.#map.setZoom(this.#map.getZoom() + steps * STEP);
  }

  whole(): void {
    this.#whole();
  }

  resize(): void {
    const map = this.#map;
    const { x, y } = map.getSize();
    const { clientWidth, clientHeight } = map.getContainer();
    if (x === clientWidth && y === clientHeight) return;
    const [centre, zoom] = [map.getCenter(), map.getZoom()];
    const moved = this.#isMagnified;
    map.invalidateSize({ animate: false });
    this.#whole();
    if (moved) map.setView(centre, Math.max(zoom, map.getMinZoom()), { animate: false });
    this.#arrange();
  }

  remove(): void {
    this.#map.remove();
  }

  /** Wide where the frame is as large on the screen as the build has laid it out for. */
  get #variant(): Variant {
    const { width, height } = this.#frameSize('wide', this.#map.getMinZoom());
    return variantIn(this.#map.getSize(), { width, height });
  }

  #frameSize(variant: Variant, zoom: number) {
    const { southWest, northEast } = this.#page.frames[variant];
    const [low, high] = [
      this.#map.project(latLng(southWest), zoom),
      this.#map.project(latLng(northEast), zoom),
    ];
    return { width: high.x - low.x, height: low.y - high.y };
  }

  #whole() {
    const map = this.#map;
    // The limits of the last size would limit this one.
    map.setMinZoom(0).setMaxZoom(30);
    const { southWest, northEast } = this.#page.frames[this.#variant];
    const bounds = L.latLngBounds(latLng(southWest), latLng(northEast));
    const zoom = map.getBoundsZoom(bounds);
    map.setMaxBounds(bounds.pad(0.1));
    map.setView(bounds.getCenter(), zoom, { animate: false });
    map.setMinZoom(zoom);
    map.setMaxZoom(zoom + NEAREST);
  }

  #drawLands() {
    const { objects } = this.#layer;
    const drawn = feature(this.#layer, objects.provinces);
    const polygons = new Map(drawn.features.map((one) => [String(one.id), one]));
    const stations = this.#page.provinces.map(({ id, pole: [lon, lat] }) => ({
      id,
      at: [lon, -lat] as Point,
    }));
    for (const id of readingOrder(stations)) {
      const outline = polygons.get(id);
      if (outline === undefined) continue;
      const land = L.GeoJSON.geometryToLayer(outline, { style: {} } as L.GeoJSONOptions) as L.Polygon;
      land.options.className = 'map-land';
      land.on('click', () => this.#events.choose(id));
      land.addTo(this.#map);
      this.#lands.set(id, land);
      const path = land.getElement();
      path?.setAttribute('data-province', id);
      path?.setAttribute('tabindex', '0');
      path?.setAttribute('role', 'button');
      path?.append(document.createElementNS(path.namespaceURI, 'title'));
      path?.addEventListener('focus', () => this.#onFocus(id));
      path?.addEventListener('blur', () => this.#ring.setLatLngs([]));
    }
  }

  /** The dashes of a province without records would be covered by the borders of its neighbours. */
  #drawOutlines(provinces: readonly MapProvince[]) {
    const empty = new Set(provinces.filter(({ state }) => state === 'none-recorded').map(({ id }) => id));
    this.#outlines.clearLayers();
    for (const id of empty) {
      const points = this.#lands.get(id)?.getLatLngs() as L.LatLng[][] | undefined;
      if (points) this.#outlines.addLayer(L.polygon(points, { className: 'map-dashed', interactive: false }));
    }
    const coast = mesh(
      this.#layer,
      this.#layer.objects.provinces,
      (a, b) => a === b && !empty.has(String(a.id)),
    );
    const lines = coast.coordinates.map((line) => line.map(([lon = 0, lat = 0]) => L.latLng(lat, lon)));
    this.#outlines.addLayer(L.polyline(lines, { className: 'map-coast', interactive: false }));
  }

  #arrange() {
    const model = this.#model;
    if (model === undefined) return;
    const variant = this.#variant;
    const magnified = this.#frameSize(variant, this.#map.getZoom()).width / this.#page.frames[variant].width;
    const granted = blocksInView(model, this.#places, this.#words, {
      variant,
      magnified,
      pixel: (point) => this.#pixel(point),
      sight: this.#isMagnified ? undefined : this.#sight,
    });
    this.#blocks.clearLayers();
    for (const [id, wish] of granted) this.#drawBlock(id, wish);
  }

  #drawBlock(id: string, { cluster, box, leader }: Wish) {
    const at = (point: Point) => this.#map.layerPointToLatLng(L.point(...point));
    if (leader) {
      const dot = this.#pixel((this.#places.get(id) as MapPageProvince).pole);
      const line = [at(dot), at(nearestPoint(box, dot))];
      this.#blocks.addLayer(L.polyline(line, { className: 'map-leader', interactive: false }));
      this.#blocks.addLayer(
        L.circleMarker(at(dot), { className: 'map-dot', radius: 2.5, interactive: false }),
      );
    }
    const icon = L.divIcon({
      html: drawBlock(cluster) as unknown as HTMLElement,
      className: 'map-block',
      iconSize: [box.width, box.height],
      iconAnchor: [0, 0],
    });
    const marker = L.marker(at([box.x, box.y]), { icon, keyboard: false });
    marker.on('click', () => this.#events.choose(id));
    this.#blocks.addLayer(marker);
  }

  #onFocus(id: string) {
    this.#map.panInside(this.#poleOf(id), { padding: [60, 60], animate: false });
    this.#ring.setLatLngs(this.#lands.get(id)?.getLatLngs() as L.LatLng[][]);
    this.#ring.bringToFront();
  }

  #mark(chosen: string | undefined) {
    for (const [id, land] of this.#lands) {
      if (id === chosen) land.getElement()?.setAttribute('aria-current', 'true');
      else land.getElement()?.removeAttribute('aria-current');
    }
  }

  #station(id: string) {
    return { id, at: this.#pixel((this.#places.get(id) as MapPageProvince).pole) };
  }

  #neighbours(id: string) {
    return (this.#places.get(id)?.neighbours ?? []).map((other) => this.#station(other));
  }

  /** A finger on the whole country moves the page; there is nothing to move on the map. */
  #letPageScroll() {
    const { dragging } = this.#map;
    if (this.#isMagnified) dragging.enable();
    else dragging.disable();
  }

  get #isMagnified(): boolean {
    return this.#map.getZoom() > this.#map.getMinZoom() + 0.01;
  }

  /** What is in sight, in pixels of the layer. */
  get #sight(): Box {
    const { x, y } = this.#map.containerPointToLayerPoint([0, 0]);
    const size = this.#map.getSize();
    return { x, y, width: size.x, height: size.y };
  }

  #poleOf(id: string): L.LatLng {
    return latLng((this.#places.get(id) as MapPageProvince).pole);
  }

  #pixel(point: Point): Point {
    const { x, y } = this.#map.latLngToLayerPoint(latLng(point));
    return [x, y];
  }
}

function latLng([lon, lat]: Point): L.LatLng {
  return L.latLng(lat, lon);
}
