/** The images of the detailed map, drawn on a canvas in the colours of the page. */
import { PLACE_SIGN_SIZE, PLACE_SIGNS } from '../map/place-signs.ts';
import type { Colors } from './detail-style.ts';

/** Sides in pixels; a pattern grows up to twice its size before the map takes the next step. */
const HATCH = 7;
const HALF = 7;
const ARROW = 14;
/** Images are drawn this fine, for screens of every kind. */
export const FINENESS = 2;

/** Every image of the style, by name. */
export function images(colors: Colors): Map<string, ImageData> {
  return new Map([
    ['hatch', hatch(colors)],
    ['half', half(colors)],
    ['arrow', arrow(colors)],
    ...Object.entries(PLACE_SIGNS).map(([kind, { path, filled }]): [string, ImageData] => [
      kind,
      sign(path, filled, colors),
    ]),
  ]);
}

function draw(side: number, paint: (pen: CanvasRenderingContext2D) => void): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side * FINENESS;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('This browser draws on no canvas.');
  pen.scale(FINENESS, FINENESS);
  paint(pen);
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}

function hatch({ land, hatch: color }: Colors): ImageData {
  return draw(HATCH, (pen) => {
    pen.fillStyle = land;
    pen.fillRect(0, 0, HATCH, HATCH);
    pen.strokeStyle = color;
    pen.lineWidth = 0.9;
    // One line through the tile, and the corners of its neighbours' lines.
    for (const start of [-HATCH, 0, HATCH]) {
      pen.moveTo(start - 1, HATCH + 1);
      pen.lineTo(start + HATCH + 1, -1);
    }
    pen.stroke();
  });
}

function half({ land, hatch: color }: Colors): ImageData {
  return draw(HALF, (pen) => {
    pen.fillStyle = land;
    pen.fillRect(0, 0, HALF, HALF);
    pen.fillStyle = color;
    pen.fillRect(0, 0, HALF / 2, HALF / 2);
    pen.fillRect(HALF / 2, HALF / 2, HALF / 2, HALF / 2);
  });
}

/** Its point is the middle of the image, where the line of the arc ends. */
function arrow({ link, ground }: Colors): ImageData {
  return draw(2 * ARROW, (pen) => {
    pen.translate(ARROW, ARROW);
    pen.beginPath();
    pen.moveTo(0, -1);
    pen.lineTo(5.5, 11);
    pen.lineTo(-5.5, 11);
    pen.closePath();
    pen.lineWidth = 2;
    pen.strokeStyle = ground;
    pen.stroke();
    pen.fillStyle = link;
    pen.fill();
  });
}

function sign(path: string, filled: boolean, { ink, ground }: Colors): ImageData {
  return draw(PLACE_SIGN_SIZE, (pen) => {
    const outline = new Path2D(path);
    pen.lineWidth = 3;
    pen.strokeStyle = ground;
    pen.stroke(outline);
    pen.fillStyle = filled ? ink : ground;
    pen.fill(outline);
    if (filled) return;
    pen.lineWidth = 1.5;
    pen.strokeStyle = ink;
    pen.stroke(outline);
  });
}
