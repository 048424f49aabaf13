/**
 * The map that can be moved, magnified and walked through with the keyboard. Provinces are buttons in reading order;
 * blocks of pins are for the eye only. Nothing is fetched: the page carries the shapes.
 */
import L from 'leaflet';
import type { Wish } from '../map/block-wishes.ts';
import { blocksInView, variantIn } from '../map/blocks-in-view.ts';
import { type Box, nearestPoint, type Point } from '../map/geometry.ts';
import type { MapModel } from '../map/model.ts';
import type { Corners, MapPageData, MapPageProvince } from '../map/page-data.ts';
import type { Variant } from '../map/sizes.ts';
import { readingOrderOnGlobe } from '../map/travel.ts';
import { drawBlock } from './map-block.ts';
import { answerKey } from './map-keys.ts';
import { MapShapes } from './map-shapes.ts';
import { type MapEvents, type MapView, NEAREST, type OpenMap, STEP } from './map-view.ts';
import { offerSimpleMap } from './simple-map.ts';

/** A popup needs this many pixels of map, either way. */
const POPUP = 420;

/** The simple map. It fetches nothing, and cannot fail where scripts run. */
export const openLeaflet: OpenMap = async (box, page, words, events) =>
  new LeafletMap(box, page, words, events);

offerSimpleMap(openLeaflet);

class LeafletMap implements MapView {
  readonly #page: MapPageData;
  readonly #words: { noneRecorded: string };
  readonly #events: MapEvents;
  readonly #map: L.Map;
  readonly #places: Map<string, MapPageProvince>;
  readonly #shapes: MapShapes;
  /** Drawn anew with every answer and with every step nearer. */
  readonly #blocks = L.layerGroup();
  #model: MapModel | undefined;
  #popup: L.Popup | undefined;

  constructor(box: HTMLElement, page: MapPageData, words: { noneRecorded: string }, events: MapEvents) {
    this.#page = page;
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
    });
    this.#whole();
    this.#shapes = new MapShapes(readingOrderOnGlobe(page.provinces), page.shapes);
    L.svgOverlay(this.#shapes.svg, boundsOf(page.shapes)).addTo(this.#map);
    this.#shapes.svg.addEventListener('focusin', ({ target }) => this.#onFocus(target));
    this.#shapes.svg.addEventListener('focusout', () => this.#shapes.ring(undefined));
    // Heard by the map, which knows a click from the end of a drag.
    this.#map.on('click', ({ originalEvent }) => {
      const province = this.#shapes.provinceAt(originalEvent.target);
      if (province !== undefined) events.choose(province);
    });
    this.#blocks.addTo(this.#map);
    this.#map.on('zoomend', () => this.#arrange());
    this.#map.on('zoomend', () => this.#letPageScroll());
    box.addEventListener('keydown', (event) =>
      answerKey(event, {
        ...events,
        isOpen: () => this.#popup !== undefined,
        closer: (steps) => this.closer(steps),
        focus: (id) => this.focus(id),
        places: this.#places,
        pixel: (point) => this.#pixel(point),
      }),
    );
    this.#letPageScroll();
  }

  show(model: MapModel, sentences: ReadonlyMap<string, string>): void {
    this.#model = model;
    this.#shapes.show(model.provinces, sentences);
    this.#arrange();
  }

  open(province: string, content: HTMLElement): boolean {
    const { x: width, y: height } = this.#map.getSize();
    this.close();
    this.#shapes.mark(province);
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
    this.#shapes.mark(undefined);
  }

  focus(province: string): void {
    this.#shapes.focus(province);
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
    return variantIn(this.#map.getSize(), this.#sizeOf(this.#page.frames.wide, this.#map.getMinZoom()));
  }

  /** Pixels of a part of the world. */
  #sizeOf({ southWest, northEast }: Corners, zoom: number) {
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
    const bounds = boundsOf(this.#page.frames[this.#variant]);
    const zoom = map.getBoundsZoom(bounds);
    map.setMaxBounds(bounds.pad(0.1));
    map.setView(bounds.getCenter(), zoom, { animate: false });
    map.setMinZoom(zoom);
    map.setMaxZoom(zoom + NEAREST);
  }

  #arrange() {
    const model = this.#model;
    if (model === undefined) return;
    const variant = this.#variant;
    const frame = this.#page.frames[variant];
    const magnified = this.#sizeOf(frame, this.#map.getZoom()).width / frame.width;
    const granted = blocksInView(model, this.#places, this.#words, {
      variant,
      magnified,
      pixel: (point) => this.#pixel(point),
      sight: this.#isMagnified ? undefined : this.#sight,
    });
    this.#blocks.clearLayers();
    for (const [id, wish] of granted) this.#drawBlock(id, wish);
    this.#drawLeaders(granted);
  }

  #drawBlock(id: string, { cluster, box }: Wish) {
    const icon = L.divIcon({
      html: drawBlock(cluster) as unknown as HTMLElement,
      className: 'map-block',
      iconSize: [box.width, box.height],
      iconAnchor: [0, 0],
    });
    const at = this.#map.layerPointToLatLng([box.x, box.y]);
    const marker = L.marker(at, { icon, keyboard: false });
    marker.on('click', () => this.#events.choose(id));
    this.#blocks.addLayer(marker);
  }

  /** From the province to its block, in the units of the shapes. */
  #drawLeaders(granted: ReadonlyMap<string, Wish>) {
    const { shapes } = this.#page;
    const { x: left, y: top } = this.#map.latLngToLayerPoint(boundsOf(shapes).getNorthWest());
    const { x: dx, y: dy, width } = shapes.frame;
    const scale = this.#sizeOf(shapes, this.#map.getZoom()).width / width;
    const unit = ([x, y]: Point): Point => [dx + (x - left) / scale, dy + (y - top) / scale];
    this.#shapes.scaleTo(scale);
    this.#shapes.drawLeaders(
      [...granted].flatMap(([id, { box, leader }]) => {
        const dot = this.#pixel((this.#places.get(id) as MapPageProvince).pole);
        return leader ? [{ from: unit(dot), to: unit(nearestPoint(box, dot)) }] : [];
      }),
    );
  }

  #onFocus(target: EventTarget | null) {
    const province = this.#shapes.provinceAt(target);
    if (province === undefined) return;
    this.#map.panInside(this.#poleOf(province), { padding: [60, 60], animate: false });
    this.#shapes.ring(province);
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

function boundsOf({ southWest, northEast }: Corners): L.LatLngBounds {
  return L.latLngBounds(latLng(southWest), latLng(northEast));
}

function latLng([lon, lat]: Point): L.LatLng {
  return L.latLng(lat, lon);
}
