/** Escapes in escapes in any order, and noise, from seeded generators. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gateFor } from './canary.ts';

const gate = gateFor('public');
const RUNS = { seed: 2026, numRuns: 150 };

const each = (text: string, write: (code: number, character: string) => string) =>
  [...text].map((character) => write(character.charCodeAt(0), character)).join('');
/** Ways to write a text; every one of them is undone by some browser, script or spreadsheet. */
const WRAPPINGS: Record<string, (text: string) => string> = {
  'character references': (text) => each(text, (code) => `&#${code};`),
  'hexadecimal references': (text) => each(text, (code) => `&#x${code.toString(16)};`),
  'script escapes': (text) => each(text, (code) => `\\u${code.toString(16).padStart(4, '0')}`),
  'style escapes': (text) => each(text, (code) => `\\${code.toString(16).padStart(6, '0')}`),
  'percent signs': (text) => Buffer.from(text).toString('hex').replace(/../g, '%$&'),
  'a JSON string': (text) => JSON.stringify({ html: text }),
  'an attribute': (text) => `<p title="${text.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}">`,
  base64: (text) => `"${Buffer.from(`${text}.`).toString('base64')}"`,
};
const canary = fc.constantFrom(
  '023 999 777',
  '+85523999777',
  'Planted Canary',
  'តេស្ត កាណារី',
  'planted@canary.example.org',
);
const wrappings = fc.array(fc.constantFrom(...Object.keys(WRAPPINGS)), { minLength: 1, maxLength: 4 });

it('finds a canary however often it is wrapped', async () => {
  await fc.assert(
    fc.asyncProperty(canary, wrappings, async (value, ways) => {
      const text = ways.reduce(
        (inner, way) => (WRAPPINGS[way] as (text: string) => string)(inner),
        `ring ${value} now`,
      );
      const findings = await gate.check('file.txt', Buffer.from(text));
      expect(new Set(findings.flatMap(({ records }) => records))).toEqual(new Set(['2000/canary']));
    }),
    RUNS,
  );
});

it('finds nothing in noise: hashes, measures, encoded bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 200, maxLength: 400 }), async (bytes) => {
      const buffer = Buffer.from(bytes);
      const text = [
        ...[buffer.toString('hex'), buffer.toString('base64'), buffer.toString('base64url')],
        [...bytes].map((byte) => (byte / 7).toFixed(2)).join(' '),
        JSON.stringify([...bytes]),
        `<path d="M${[...bytes].join(' ')}"/>`,
      ].join('\n');
      expect(await gate.check('file.txt', Buffer.from(text))).toEqual([]);
    }),
    RUNS,
  );
});
