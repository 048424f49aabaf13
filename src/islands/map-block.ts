/** Draws the block of a province, name, glyphs and numbers, as the SVG that a marker of the map shows. */
import type { Cluster, TextSpot } from '../map/clusters.ts';
import { glyphId } from '../map/glyphs.ts';
import { isKhmer } from '../map/label-width.ts';
import { pinText } from '../map/model.ts';
import { svgElement } from './svg-element.ts';

/** Hidden from screen readers, which are told the same of the province itself. */
export function drawBlock({ width, height, label, note, pins }: Cluster): SVGElement {
  const svg = svgElement('svg', { width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' });
  if (label) svg.append(text(label, 'map-label', true));
  if (note) svg.append(text(note, /^\d/.test(note.text) ? 'map-total' : 'map-note', false));
  for (const { group, x, y, size, countX, countY, ...tally } of pins) {
    const pin = svgElement('g', { 'data-group': group.id });
    const glyph = svgElement('use', { href: `#${glyphId(group.id)}`, x, y, width: size, height: size });
    const number = svgElement('text', { x: countX, y: countY });
    number.textContent = pinText(tally);
    pin.append(glyph, number);
    svg.append(pin);
  }
  return svg;
}

/** Latin names come in the font of the device and must not run wider than what was planned for them. */
function text({ text: words, x, y, width }: TextSpot, className: string, fit: boolean): SVGElement {
  const fitted: Record<string, string | number> =
    fit && !isKhmer(words) ? { textLength: width, lengthAdjust: 'spacingAndGlyphs' } : {};
  const drawn = svgElement('text', { class: className, x, y, ...fitted });
  drawn.textContent = words;
  return drawn;
}
