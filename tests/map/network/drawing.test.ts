/** The drawing of the referral network: of the shipped edition in both languages, and of larger made-up ones. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { random } from '../../../scripts/benchmarks/random.ts';
import { loadDirectory } from '../../../src/dataset/load-directory.ts';
import { linksOf } from '../../../src/directory/referral-links.ts';
import { type Box, boxesTouch } from '../../../src/map/geometry.ts';
import { labelWidth } from '../../../src/map/label-width.ts';
import { labelLines, setLabel } from '../../../src/map/network/label-lines.ts';
import { FONT, MEASURES } from '../../../src/map/network/measures.ts';
import { type Columns, crossings, orderColumns, type Pair } from '../../../src/map/network/order.ts';
import { barsOf, type Drawing, type Named, placeNetwork } from '../../../src/map/network/place.ts';
import type { Variant } from '../../../src/map/sizes.ts';

const { directory } = loadDirectory(join(import.meta.dirname, '../../../data'));
const edition = directory?.editions.find(({ about }) => about.id === '2010');
if (directory === undefined || edition === undefined) throw new Error('There is no edition of 2010.');

interface Network {
  names: Map<string, string>;
  links: Pair[];
}

function shipped(language: 'en' | 'km'): Network {
  const pairs = new Set(linksOf(edition as never).map(({ from, to }) => `${from} ${to}`));
  return {
    names: new Map(
      directory?.organizations.map((one) => [one.id, one.acronym ?? one[`name_${language}`] ?? one.name_en]),
    ),
    links: [...pairs].map((pair) => ({ from: pair.split(' ')[0] ?? '', to: pair.split(' ')[1] ?? '' })),
  };
}

/** Made-up parties with names of one to twelve words, in both scripts, some of a single word without any break. */
function madeUp(seed: number, parties: number, links: number): Network {
  const chance = random(seed);
  const pick = <T>(list: readonly T[]) => list[Math.floor(chance() * list.length)] as T;
  const words = ['Alpha', 'beta', 'Gammagammagamma', 'of', 'the', 'Omega-delta', 'ជំនួយ', 'អង្គការ', 'សហគមន៍'];
  const ids = Array.from({ length: parties }, (_, at) => `party-${at}`);
  const name = () => Array.from({ length: 1 + Math.floor(chance() * 12) }, () => pick(words));
  const pairs = new Set(Array.from({ length: links }, () => `${pick(ids)} ${pick(ids)}`));
  return {
    names: new Map(ids.map((id) => [id, name().join(chance() < 0.2 ? '' : ' ')])),
    links: [...pairs].map((pair) => ({ from: pair.split(' ')[0] ?? '', to: pair.split(' ')[1] ?? '' })),
  };
}

function columnsOf({ names, links }: Network, variant: Variant): Columns<Named> {
  const column = (end: keyof Pair) =>
    [...new Set(links.map((link) => link[end]))].map((id) => {
      const { width, height } = setLabel(names.get(id) ?? id, variant);
      return { id, band: id.length % 3, width, height };
    });
  return { senders: column('from'), receivers: column('to') };
}

function draw(network: Network, variant: Variant): Drawing {
  const columns = orderColumns(columnsOf(network, variant), network.links);
  const links = network.links.map((link, at) => ({ ...link, arrow: at % 3 > 0 }));
  return placeNetwork(columns, links, MEASURES[variant]);
}

const VARIANTS = ['wide', 'narrow'] as const;
const NETWORKS: readonly (readonly [string, Network])[] = [
  ['the edition of 2010 in English', shipped('en')],
  ['the edition of 2010 in Khmer', shipped('km')],
  ['100 made-up parties', madeUp(1, 100, 300)],
  ['400 made-up parties', madeUp(2, 400, 1500)],
];

describe.each(NETWORKS)('the drawing of %s', (_, network) => {
  describe.each(VARIANTS)('%s', (variant) => {
    const drawing = draw(network, variant);
    const measures = MEASURES[variant];
    const [left, right] = barsOf(measures);
    const sides = [
      { ...drawing.senders, bar: left },
      { ...drawing.receivers, bar: right },
    ];
    const labels = sides.flatMap(({ spots }) => spots.map(({ label }) => label));

    it('has everybody who sends on the left and everybody who receives on the right, once', () => {
      const ids = ({ spots }: Drawing['senders']) => spots.map(({ id }) => id).sort();
      expect(ids(drawing.senders)).toEqual([...new Set(network.links.map(({ from }) => from))].sort());
      expect(ids(drawing.receivers)).toEqual([...new Set(network.links.map(({ to }) => to))].sort());
    });

    it('lays no name over another, over a bar, over a heading or out of the frame', () => {
      const headings = sides.flatMap(({ headings, bar }) =>
        headings.map(({ y }): Box => {
          const height = measures.heading;
          return {
            x: bar === left ? 0 : right,
            y: y - height / 2,
            width: measures.label + measures.gap,
            height,
          };
        }),
      );
      const bars = sides.flatMap(({ spots, bar }) =>
        spots.map(({ y, reach }): Box => ({ x: bar - 1, y: y - reach, width: 2, height: 2 * reach })),
      );
      const boxes = [...labels, ...headings, ...bars];
      const over = boxes.flatMap((one, at) => boxes.slice(at + 1).filter((other) => boxesTouch(one, other)));
      expect(over).toEqual([]);
      const titles: Box = { x: 0, y: 0, width: drawing.width, height: measures.title };
      expect(boxes.filter((box) => boxesTouch(box, titles))).toEqual([]);
      const outside = labels.filter(
        ({ x, y, width, height }) =>
          x < 0 || y < 0 || x + width > drawing.width || y + height > drawing.height,
      );
      expect(outside).toEqual([]);
    });

    it('keeps names of one column apart', () => {
      for (const { spots } of sides)
        for (const [at, { label }] of spots.slice(1).entries()) {
          const above = spots[at]?.label;
          expect(label.y - ((above?.y ?? 0) + (above?.height ?? 0))).toBeGreaterThanOrEqual(measures.step);
        }
    });

    it('gives every party the height of a finger', () => {
      for (const { spots } of sides)
        for (const [at, { y }] of spots.slice(1).entries())
          expect(y - (spots[at]?.y ?? 0)).toBeGreaterThanOrEqual(24);
    });

    it('leads each link from the bar of its sender to the bar of its receiver, at a place of its own', () => {
      const ends = new Set<string>();
      for (const [at, path] of drawing.links.entries()) {
        const { from, to } = network.links[at] as Pair;
        const numbers = (path.match(/-?[\d.]+/g) ?? []).map(Number);
        const [x0 = 0, y0 = 0, , , , , x1 = 0, y1 = 0] = numbers;
        expect([x0, x1]).toEqual([left, right]);
        const sender = drawing.senders.spots.find(({ id }) => id === from);
        const receiver = drawing.receivers.spots.find(({ id }) => id === to);
        expect(Math.abs(y0 - (sender?.y ?? 0))).toBeLessThanOrEqual((sender?.reach ?? 0) + 0.1);
        expect(Math.abs(y1 - (receiver?.y ?? 0))).toBeLessThanOrEqual((receiver?.reach ?? 0) + 0.1);
        ends.add(`from ${y0}`).add(`to ${y1}`);
        expect(numbers).toHaveLength(at % 3 > 0 ? 14 : 8);
      }
      expect(ends.size).toBe(2 * network.links.length);
    });

    it('crosses fewer links than the order of the alphabet within each band', () => {
      const columns = columnsOf(network, variant);
      const byName = (column: readonly Named[]) =>
        [...column].sort((a, b) => a.band - b.band || a.id.localeCompare(b.id));
      const plain = { senders: byName(columns.senders), receivers: byName(columns.receivers) };
      expect(crossings(orderColumns(columns, network.links), network.links)).toBeLessThan(
        crossings(plain, network.links),
      );
    });

    it('is the same, however its rows are ordered', () => {
      const columns = columnsOf(network, variant);
      const turned = { senders: [...columns.senders].reverse(), receivers: [...columns.receivers].reverse() };
      expect(orderColumns(turned, network.links.toReversed())).toEqual(orderColumns(columns, network.links));
      expect(draw(network, variant)).toEqual(drawing);
    });
  });
});

describe('crossings', () => {
  it.each([
    ['ab', 'xy', ['ax', 'by'], 0],
    ['ab', 'xy', ['ay', 'bx'], 1],
    ['ab', 'xy', ['ax', 'ay', 'bx', 'by'], 1],
    ['abc', 'xyz', ['az', 'by', 'cx'], 3],
    ['abc', 'xyz', ['ax', 'ay', 'az', 'bx', 'cx'], 4],
  ])('of %s and %s over %j are %i', (senders, receivers, pairs, number) => {
    const column = (ids: string) => [...ids].map((id) => ({ id, band: 0 }));
    const links = pairs.map(([from = '', to = '']) => ({ from, to }));
    expect(crossings({ senders: column(senders), receivers: column(receivers) }, links)).toBe(number);
  });
});

describe('labelLines', () => {
  const names = [...shipped('en').names.values(), ...shipped('km').names.values()];

  it.each(VARIANTS)('breaks every name of the directory into lines that fit (%s)', (variant) => {
    for (const name of names) {
      const { lines, width } = labelLines(name, FONT[variant], MEASURES[variant].label);
      expect(lines.join('').replace(/\s/g, '')).toBe(name.replace(/\s/g, ''));
      for (const line of lines) expect(labelWidth(line, FONT[variant])).toBeLessThanOrEqual(width);
      expect(width).toBeLessThanOrEqual(MEASURES[variant].label);
      for (const line of lines) expect(line).not.toMatch(/^[\s\p{M}\u17d2]|[\s\u17d2]$/u);
    }
  });

  it('leaves a short name whole', () => {
    expect(labelLines('Alpha', 12, 100).lines).toEqual(['Alpha']);
    expect(labelLines('Alpha and beta', 12, 75).lines).toEqual(['Alpha and', 'beta']);
  });
});
