/**
 * The small maps of the coverage page say what the directory counts, and what the finder answers. Its other numbers are
 * held against the CSV files in coverage-numbers.test.ts.
 */
import { describe, expect, inject, it } from 'vitest';
import { loadDirectory } from '../../src/dataset/load-directory.ts';
import { coverage } from '../../src/directory/coverage.ts';
import { find } from '../../src/directory/finder.ts';
import { finderIndex } from '../../src/directory/finder-index.ts';
import { PEOPLE, type Person } from '../../src/schema/vocabulary.ts';
import { readPages } from './built-site.ts';
import { currentEdition, DATA } from './directory-data.ts';
import { LANGUAGES, openPage } from './harness.ts';

const { directory } = loadDirectory(DATA);
const edition = directory?.editions.find(({ about }) => about.id === currentEdition());
if (directory === undefined || edition === undefined) throw new Error('The directory has errors.');
const index = finderIndex(directory, edition);
const provinces = edition.about.provinces;
const inUse = directory.groups
  .map(({ id }) => id)
  .filter((id) => index.services.some(({ group }) => group === id));

interface Question {
  hash: string;
  who: Person[];
  need: string[];
}
const QUESTIONS: Question[] = [
  ...PEOPLE.map((person) => ({ hash: `who=${person}`, who: [person], need: [] })),
  ...inUse.map((group) => ({ hash: `need=${group}`, who: [], need: [group] })),
];

/** The state that the finder's answers for one province amount to; undefined where it asks for nobody. */
function stateFound({ who, need }: Question, province: string): string | undefined {
  const { found } = find(index, { who, need, where: [province], age: undefined, q: '' });
  const [best] = found.filter(({ reach }) => reach !== 'nationwide');
  if (best === undefined) return 'none-recorded';
  if (who.length === 0) return undefined;
  return best.match === 'yes' ? 'recorded' : best.match;
}

describe.each(LANGUAGES)('the coverage page (%s)', (language) => {
  it('has a map for each person and group, with the states that are counted and found', async () => {
    const { page, trouble, close } = await openPage(language, 'coverage/');
    const maps = await page.$$eval('main figure:has([data-map])', (figures) =>
      figures.map((figure) => ({
        link: figure.querySelector('a')?.getAttribute('href') ?? '',
        summary: figure.querySelector('desc')?.textContent ?? '',
        counts: [...figure.querySelectorAll('svg[data-map] text')].map((text) => text.textContent),
        states: [...figure.querySelectorAll<SVGElement>('[data-province]')].map(({ dataset }) => [
          dataset.province ?? '',
          dataset.state ?? '',
        ]),
      })),
    );
    expect(maps.map(({ link }) => link)).toEqual(QUESTIONS.map(({ hash }) => `/${language}/find/#${hash}`));
    for (const [i, question] of QUESTIONS.entries()) {
      const { states = [], summary = '', counts = [] } = maps[i] ?? {};
      const counted = coverage(index.services, provinces, question);
      expect(new Map(states as [string, string][]), question.hash).toEqual(counted.state);
      expect(states, question.hash).toHaveLength(provinces.length);
      const unlike = states.filter(([province = '', state]) => {
        const found = stateFound(question, province);
        return found !== undefined && found !== state;
      });
      expect(unlike, question.hash).toEqual([]);
      const tally = (state: string) => states.filter(([, shown]) => shown === state).length;
      for (const state of ['recorded', 'not-stated', 'none-recorded'])
        expect(summary, question.hash).toMatch(new RegExp(`(?<!\\d)${tally(state)}(?!\\d)`));
      const [group = ''] = question.need;
      const numbers = provinces.map((id) => String(counted.organizations.get(id)?.get(group)?.count ?? 0));
      expect(counts.filter((text) => !numbers.includes(text ?? ''))).toEqual([]);
      expect(counts.length > 0, question.hash).toBe(group !== '');
    }
    expect(trouble).toEqual([]);
    await close();
  });

  it('gives each map a name and one description, and no stop of the keyboard inside', async () => {
    const { page, close } = await openPage(language, 'coverage/');
    const stops = await page.locator('main svg[data-map] :is(a, [tabindex])').count();
    expect(stops).toBe(0);
    const names = await page.$$eval('main svg[data-map][role="img"]', (all) =>
      all.map((svg) => document.getElementById(svg.getAttribute('aria-labelledby') ?? '')?.textContent),
    );
    expect(new Set(names).size).toBe(QUESTIONS.length);
    await close();
  });
});

describe('the copies', () => {
  it('hold the page, and its drawing stands on it once', () => {
    const pages = readPages(inject('public').folder).filter(({ address }) => /\/coverage\/$/.test(address));
    expect(pages.map(({ address }) => address)).toEqual(['/en/coverage/', '/km/coverage/']);
    for (const { html } of pages) {
      expect(html.match(/<path id="?shape-/g)).toHaveLength(provinces.length);
      expect(html.match(/<use href="?#shape-/g)).toHaveLength(provinces.length * QUESTIONS.length);
    }
  });
});
