/** The made-up directories and lines of the search benchmark: a wrong answer there would be measured as a wrong search. */
import { describe, expect, it } from 'vitest';
import { Dice } from '../../../scripts/benchmarks/random.ts';
import { makeSet } from '../../../scripts/benchmarks/search/generator.ts';
import { LINE_KINDS, makeLines } from '../../../scripts/benchmarks/search/lines.ts';
import { judge } from '../../../scripts/benchmarks/search/measure.ts';
import {
  mergeSections,
  readReport,
  type Section,
  writeReport,
} from '../../../scripts/benchmarks/search/report.ts';
import { canonical, respell, textOf } from '../../../scripts/benchmarks/search/respelling.ts';
import { recordsOf } from '../../../scripts/benchmarks/search/search-set.ts';
import { shippedSet } from '../../../scripts/benchmarks/search/shipped.ts';
import { mistype } from '../../../scripts/benchmarks/search/typing-errors.ts';
import { fold } from '../../../src/directory/fold.ts';

const { set: shipped, frame } = shippedSet('data');
const made = makeSet(frame, 600, 7);
const sets = [shipped, made];
const namesOf = (id: string, names = made.index.names) =>
  names.find((entry) => entry.kind === 'organization' && entry.id === id)?.names.map(fold) ?? [];

describe('makeSet', () => {
  it('makes the same directory for the same seed, and another for another', () => {
    expect(makeSet(frame, 600, 7)).toEqual(made);
    expect(makeSet(frame, 600, 8).organizations).not.toEqual(made.organizations);
  });

  it('has the services asked for, each of a known organization, kind, group and province', () => {
    const { services, names, provinces } = made.index;
    const known = (kind: string) => names.filter((entry) => entry.kind === kind).map(({ id }) => id);
    expect(services).toHaveLength(600);
    expect(new Set(services.map(({ id }) => id)).size).toBe(600);
    expect(new Set(services.map(({ organization }) => organization))).toEqual(new Set(known('organization')));
    for (const service of services) {
      expect(known('type')).toContain(service.type);
      expect(known('group')).toContain(service.group);
      expect(service.provinces.length > 0).toBe(service.coverage === 'listed');
    }
    const inForce = provinces.map(({ id }) => id);
    expect(services.flatMap((service) => service.provinces).filter((id) => !inForce.includes(id))).toEqual(
      [],
    );
  });

  it('gives no two organizations one name, however it is spelled', () => {
    const keys = made.organizations.map(({ english }) => canonical(textOf(english)));
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('makeLines', () => {
  it('makes the same lines for the same seed, 200 of a kind where the names allow it', () => {
    const lines = makeLines(made, 7);
    expect(makeLines(made, 7)).toEqual(lines);
    for (const kind of LINE_KINDS) {
      const texts = lines.filter((line) => line.kind === kind).map(({ text }) => text);
      expect(new Set(texts).size).toBe(texts.length);
      expect(texts.length).toBeGreaterThan(100);
      expect(texts.length).toBeLessThanOrEqual(200);
    }
  });

  it.each(sets)('asks in $name for what is there', (set) => {
    const records = recordsOf(set.index);
    for (const { kind, text, of, answers } of makeLines(set, 7)) {
      const ids = records[of].map(({ id }) => id);
      expect(answers.length, `${kind}: ${text}`).toBeGreaterThan(0);
      expect(answers.filter((id) => !ids.includes(id))).toEqual([]);
    }
  });

  it.each(sets)('knows in $name who has the names of its exact lines', ({ index, organizations }) => {
    const lines = makeLines({ name: '', index, organizations }, 7);
    const whole = lines.filter(({ kind }) => ['exact', 'Khmer, whole'].includes(kind));
    for (const { text, answers } of whole)
      for (const id of answers) expect(namesOf(id, index.names)).toContain(fold(text));
  });

  it('knows who has the beginnings and parts', () => {
    for (const { kind, text, answers } of makeLines(made, 7)) {
      const name = (id: string) => namesOf(id).join('\n');
      if (kind === 'prefix') for (const id of answers) expect(`\n${name(id)}`).toContain(`\n${fold(text)}`);
      if (kind === 'Khmer, part') for (const id of answers) expect(name(id)).toContain(fold(text));
    }
  });

  it('asks for new spellings that no name has', () => {
    const lines = makeLines(made, 7).filter(({ kind }) => kind === 'new spelling');
    const all = new Set(made.organizations.flatMap(({ id }) => namesOf(id)));
    expect(lines.filter(({ text }) => all.has(fold(text)))).toEqual([]);
  });
});

describe('respell', () => {
  it('changes romanized words only', () => {
    const name = [{ text: 'Pteah', syllables: ['Pteah'] }, { text: 'Foundation' }];
    const spellings = Array.from({ length: 50 }, (_, seed) => respell(name, 1, new Dice(seed)));
    const texts = spellings.flatMap((parts) => (parts === undefined ? [] : [textOf(parts)]));
    expect(new Set(texts).size).toBeGreaterThan(3);
    expect(texts.filter((text) => !text.endsWith(' Foundation'))).toEqual([]);
    expect(respell([{ text: 'Foundation' }], 2, new Dice(1))).toBeUndefined();
  });
});

describe('mistype', () => {
  it('leaves the first letters of words', () => {
    for (let seed = 0; seed < 100; seed++) {
      const text = mistype('quiet heron', new Dice(seed)) as string;
      expect(text).toMatch(/^q.* h/);
      expect(Math.abs(text.length - 'quiet heron'.length)).toBeLessThanOrEqual(1);
    }
    expect(mistype('KK', new Dice(1))).toBeUndefined();
  });
});

describe('judge', () => {
  const line = { kind: 'exact' as const, text: '', over: 'services' as const };
  const empty = () => ({ lines: 0, at1: 0, at5: 0, reciprocal: 0 });

  it('asks for one right organization among the first five', () => {
    const score = empty();
    expect(judge(score, ['x', 'b'], { ...line, of: 'organizations', answers: ['a', 'b'] })).toBe(true);
    expect(
      judge(score, ['1', '2', '3', '4', '5', 'a'], { ...line, of: 'organizations', answers: ['a'] }),
    ).toBe(false);
    expect(score).toEqual({ lines: 2, at1: 0, at5: 1, reciprocal: 1 / 2 + 1 / 6 });
  });

  it('counts the share of services that is right', () => {
    const score = empty();
    judge(score, ['a', 'x'], { ...line, of: 'services', answers: ['a', 'b'] });
    judge(score, ['a', 'b', 'c', 'd', 'x', 'e'], {
      ...line,
      of: 'services',
      answers: ['a', 'b', 'c', 'd', 'e', 'f'],
    });
    expect(score).toEqual({ lines: 2, at1: 2, at5: 1 / 2 + 4 / 5, reciprocal: 2 });
  });
});

describe('the report', () => {
  const section = (chapter: string, place: Section['place'], text: string): Section => ({
    chapter,
    place,
    text,
  });
  const earlier = [
    section('10,000 services', 'Node', 'a\n\n| b |'),
    section('The shipped directory', 'Node', 'c'),
    section('10,000 services', 'Chromium', 'd'),
  ];

  it('is read as it was written, small sets first', () => {
    const text = writeReport('# Title\n\nWords.', earlier);
    expect(text.match(/^##.*/gm)).toEqual([
      '## The shipped directory',
      '### Node',
      '## 10,000 services',
      '### Node',
      '### Chromium',
    ]);
    expect(writeReport('# Title\n\nWords.', readReport(text))).toBe(text);
  });

  it('replaces what was measured again, and keeps the rest', () => {
    const merged = mergeSections(earlier, [section('10,000 services', 'Node', 'new')]);
    expect(merged.map(({ text }) => text).sort()).toEqual(['c', 'd', 'new']);
  });
});
