/** Every number of the coverage page, recomputed from the CSV files: none stands there that nobody has counted again. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Count, countEdition, countRows, list, PEOPLE, type Row } from '../coverage-count.ts';
import { currentEdition, DATA } from './directory-data.ts';
import { LANGUAGES, type Opened, openPage } from './harness.ts';

const counted = countEdition(DATA, currentEdition());
const { provinces, groups, groupOf, services } = counted;
const names = new Map(
  ['organizations', 'geography/provinces', 'taxonomy/service-types'].flatMap((file) =>
    counted.table(`${file}.csv`).map((row): [string, Row] => [row.id ?? '', row]),
  ),
);
const nameOf = (id: string, language: string) =>
  names.get(id)?.[`name_${language}`] || names.get(id)?.name_en || id;
const numbersIn = (text: string | null | undefined) => (text?.match(/\d+/g) ?? []).map(Number);
const organizationsOf = (rows: readonly Row[]) => [...new Set(rows.map((row) => row.organization ?? ''))];

/** The numbers of a cell, in the order of its words. */
function numbersOf({ yes, limited, notStated, state }: Count): number[] {
  const more = [limited, notStated].filter((count) => count > 0);
  if (state === 'recorded') return [yes, ...more];
  return state === 'none-recorded' ? [] : more;
}
const cellOf = (rows: readonly Row[], who: readonly string[]) => {
  const count = countRows(rows, who);
  return { state: count.state, numbers: numbersOf(count) };
};

describe.each(LANGUAGES)('the coverage page (%s)', (language) => {
  let opened: Opened;
  let page: Opened['page'];
  beforeAll(async () => {
    opened = await openPage(language, 'coverage/');
    page = opened.page;
  });
  afterAll(() => opened.close());

  it('shows in its tables what the files say, with and without nationwide organizations', async () => {
    const shown = await page.$$eval('.coverage-person', (sections) =>
      sections.map((section) => {
        const readTable = (table: Element | null) =>
          [...(table?.querySelectorAll('tbody tr') ?? [])].map((row) => ({
            row: (row as HTMLElement).dataset.row ?? '',
            cells: [...row.querySelectorAll('td')].map((td) =>
              (td.matches('.count') ? [td] : [...td.querySelectorAll<HTMLElement>('.count')]).map(
                (count) => ({
                  state: count.dataset.state,
                  text: count.textContent ?? '',
                }),
              ),
            ),
          }));
        return {
          who: (section as HTMLElement).dataset.whom ?? '',
          groups: readTable(section.querySelector('.matrix.full')),
          foot: [...section.querySelectorAll('tfoot td .count')].map(({ textContent }) => textContent),
          types: [...section.querySelectorAll<HTMLElement>('[data-types]')].map((details) => ({
            group: details.dataset.types ?? '',
            columns: [...details.querySelectorAll('thead a')].map((a) =>
              a.getAttribute('href')?.split('/').at(-2),
            ),
            rows: readTable(details.querySelector('.matrix')),
            others: details.querySelector('[data-others]')?.textContent ?? '',
          })),
        };
      }),
    );
    expect(shown.map(({ who }) => who)).toEqual(['anyone', ...PEOPLE]);
    for (const { who, groups: rows, foot, types } of shown) {
      const asked = who === 'anyone' ? [] : [who];
      const read = (cells: { state: string | undefined; text: string }[]) =>
        cells.map(({ state, text }) => ({ state, numbers: numbersIn(text) }));
      expect(rows.map(({ row }) => row).sort(), who).toEqual([...provinces, 'nationwide'].sort());
      for (const { row, cells } of rows)
        for (const [i, group] of groups.entries()) {
          const everywhere = counted.nationwide(group);
          const here = row === 'nationwide' ? everywhere : counted.listed(group, row);
          const alone = cellOf(here, asked);
          const joint = cellOf([...here, ...everywhere], asked);
          const said = read(cells[i] ?? []);
          expect(said[0], `${who} ${row} ${group}`).toEqual(alone);
          expect(said[1] ?? said[0], `${who} ${row} ${group} and nationwide`).toEqual(joint);
        }
      const stated = (joint: boolean) =>
        groups.map(
          (group) =>
            provinces.filter((id) => {
              const some = [...counted.listed(group, id), ...(joint ? counted.nationwide(group) : [])];
              return countRows(some, asked).yes > 0;
            }).length,
        );
      const [without, joint] = [stated(false), stated(true)];
      expect(
        foot.map((text) => numbersIn(text).sort((a, b) => a - b)),
        who,
      ).toEqual(groups.flatMap((_, i) => [without[i] ?? 0, joint[i] ?? 0].map((n) => [n, provinces.length])));
      expect(types.map(({ group }) => group)).toEqual(groups);
      for (const { group, columns, rows: ofTypes, others } of types) {
        const recorded = counted.types.filter(
          (id) => groupOf.get(id) === group && counted.rowsOf(id).length > 0,
        );
        expect(columns).toEqual(recorded);
        for (const { row, cells } of ofTypes)
          for (const [i, type] of recorded.entries()) {
            const some = row === 'nationwide' ? counted.nationwide(type) : counted.listed(type, row);
            expect(read(cells[i] ?? []), `${who} ${row} ${type}`).toEqual([cellOf(some, asked)]);
          }
        const left = provinces.filter((id) => !ofTypes.some(({ row }) => row === id));
        for (const id of left) {
          expect(countRows(counted.listed(group, id), asked).state, `${who} ${group} ${id}`).toBe(
            'none-recorded',
          );
          expect(others).toContain(nameOf(id, language));
        }
      }
    }
    expect(opened.trouble).toEqual([]);
  });

  it('sorts gaps, and names what rests on one organization', async () => {
    const gaps = await page.$$eval('#gaps ~ .gaps > li', (all) =>
      all.map((li) => ({ key: (li as HTMLElement).dataset.gap ?? '', text: li.textContent ?? '' })),
    );
    expect(gaps.map(({ key }) => key).sort()).toEqual(
      groups.flatMap((group) => PEOPLE.map((person) => `${group} ${person}`)).sort(),
    );
    const widths = gaps.map(({ key, text }) => {
      const [group = '', person = ''] = key.split(' ');
      const states = provinces.map((id) => countRows(counted.listed(group, id), [person]).state);
      const count = (state: string) => states.filter((one) => one === state).length;
      const none = count('not-stated') + count('none-recorded');
      const nationwide = numbersOf(countRows(counted.nationwide(group), [person]));
      expect(numbersIn(text).sort(), key).toEqual(
        [none, provinces.length, count('not-stated'), count('none-recorded'), ...nationwide].sort(),
      );
      for (const id of provinces.filter((_, i) => states[i] === 'limited'))
        expect(text, key).toContain(nameOf(id, language));
      return [none, count('none-recorded')];
    });
    const sorted = [...widths].sort(([a = 0, b = 0], [c = 0, d = 0]) => c - a || d - b);
    expect(widths).toEqual(sorted);

    const soles = await page.$$eval('[data-sole]', (all) =>
      all.map((li) => ({
        organization: (li as HTMLElement).dataset.sole ?? '',
        lines: [...li.querySelectorAll('p')].slice(1).map(({ textContent }) => textContent ?? ''),
      })),
    );
    const pairs = groups.flatMap((group) =>
      provinces.map((id) => ({ group, id, who: organizationsOf(counted.listed(group, id)) })),
    );
    const alone = pairs.filter(({ who }) => who.length === 1);
    expect(numbersIn(await page.textContent('[data-alone]')).sort()).toEqual(
      [alone.length, pairs.length].sort(),
    );
    const lonelyTypes = counted.types
      .map((id) => ({ id, who: organizationsOf(counted.rowsOf(id)) }))
      .filter(({ who }) => who.length === 1);
    const speakers = groups.flatMap((group) =>
      PEOPLE.map((person) =>
        organizationsOf(
          counted.rowsOf(group).filter((row) => ['yes', 'limited'].includes(row[person] ?? '')),
        ),
      ),
    );
    const expected = [...alone, ...lonelyTypes].map(({ who }) => who[0] ?? '');
    const lonelySpeakers = speakers.filter((who) => who.length === 1).map(([one = '']) => one);
    expect(soles.map(({ organization }) => organization).sort()).toEqual(
      [...new Set([...expected, ...lonelySpeakers])].sort(),
    );
    for (const { organization, lines } of soles) {
      const own = alone.filter(({ who }) => who[0] === organization);
      const byGroup = groups
        .map((group) => own.filter((one) => one.group === group))
        .filter((some) => some.length > 0);
      expect(
        lines.flatMap((line) => numbersIn(line)),
        organization,
      ).toEqual(byGroup.map((some) => some.length));
      for (const { id } of own) expect(lines.join(), organization).toContain(nameOf(id, language));
      for (const { id, who } of lonelyTypes)
        expect(lines.join().includes(nameOf(id, language)), `${organization} ${id}`).toBe(
          who[0] === organization,
        );
    }
  });

  it('draws bars as long as their numbers', async () => {
    const charts = await page.$$eval('svg.bars', (all) =>
      all.map((svg) => ({
        id: svg.id,
        bars: [...svg.querySelectorAll<SVGElement>('[data-bar]')].map((bar) => ({
          id: bar.dataset.bar ?? '',
          total: bar.querySelector('.bar-number')?.textContent,
          parts: [...bar.querySelectorAll<SVGElement>('rect')].map((rect) => ({
            state: rect.dataset.state,
            count: Number(rect.dataset.count),
            length: Number(rect.getAttribute('width')),
          })),
        })),
        start: Number(svg.querySelector('.bar-axis')?.getAttribute('x1')),
        ticks: [...svg.querySelectorAll('.bar-scale')].map((tick) => [
          Number(tick.textContent),
          Number(tick.getAttribute('x')),
        ]),
      })),
    );
    expect(charts.map(({ id }) => id)).toEqual([
      'bars-groups',
      'bars-provinces',
      ...groups.map((id) => `bars-${id}`),
    ]);
    for (const { id, bars, ticks, start } of charts) {
      const group = id.replace('bars-', '');
      const need = groups.includes(group) ? group : '';
      const unit = ((ticks[0]?.[1] ?? 0) - start) / (ticks[0]?.[0] ?? 1);
      for (const bar of bars) {
        const rows =
          id === 'bars-groups'
            ? counted.rowsOf(bar.id)
            : bar.id === 'nationwide'
              ? counted.nationwide(need)
              : counted.listed(need, bar.id);
        const { yes, limited, notStated } = countRows(rows, []);
        expect(Number(bar.total), `${id} ${bar.id}`).toBe(yes + limited + notStated);
        const parts = [
          ['recorded', yes],
          ['limited', limited],
          ['not-stated', notStated],
        ] as const;
        expect(bar.parts.map(({ state, count }) => [state, count])).toEqual(
          parts.filter(([, count]) => count > 0),
        );
        for (const { count, length } of bar.parts) expect(length).toBeCloseTo(count * unit, 0);
      }
      for (const [count = 0, x = 0] of ticks) expect(x - start).toBeCloseTo(count * unit, 0);
    }
  });

  it('says beside its numbers what the source states', async () => {
    const said = await page.$$eval('[data-said]', (all) =>
      all.map((details) => ({
        group: (details as HTMLElement).dataset.said ?? '',
        head: details.querySelector('summary')?.textContent ?? '',
        lines: [...details.querySelectorAll('.statements > li')].map(({ textContent }) => textContent ?? ''),
      })),
    );
    const statements = counted.table(`editions/${currentEdition()}/statements.csv`);
    expect(said.map(({ group }) => group)).toEqual(groups);
    for (const { group, head, lines } of said) {
      const own = statements.filter(({ topic = '' }) => topic === group || groupOf.get(topic) === group);
      const texts = (kind: string) => [
        ...new Set(
          own.filter((row) => row.kind === kind).map((row) => row[`text_${language}`] || row.text_en || ''),
        ),
      ];
      const [gaps, recommendations] = [texts('gap'), texts('recommendation')];
      expect(numbersIn(head), group).toEqual([gaps.length, recommendations.length]);
      expect(lines).toHaveLength(gaps.length + recommendations.length);
      for (const [i, text] of [...gaps, ...recommendations].entries()) expect(lines[i]).toContain(text);
    }
  });

  it('has no other number than those', async () => {
    const left = await page.evaluate(() => {
      const main = document.querySelector('main')?.cloneNode(true) as HTMLElement;
      const known =
        '.matrix, .gaps, [data-alone], [data-sole], svg.bars, [data-said], figure:has([data-map]), script';
      for (const element of main.querySelectorAll(known)) element.remove();
      return [...main.querySelectorAll('*')]
        .filter(({ children, textContent }) => children.length === 0 && /\d/.test(textContent ?? ''))
        .map(({ textContent }) => textContent ?? '');
    });
    // The year in the heading, the provinces in the lead, and the credit of the outlines.
    const [heading = '', lead = '', ...others] = left;
    expect(numbersIn(heading)).toEqual(numbersIn(currentEdition()));
    expect(numbersIn(lead)).toEqual([provinces.length]);
    expect(others).toHaveLength(1);
    expect(numbersIn(others[0])).toContain(provinces.length);
  });

  it('shows one person at a time without scripts, and counts nationwide organizations in on demand', async () => {
    const { page: plain, close } = await openPage(language, 'coverage/', { javascript: false });
    const visible = () =>
      plain
        .locator('.coverage-person:visible')
        .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.whom));
    expect(await visible()).toEqual(['anyone']);
    await plain.locator('#whom-men').check({ force: true });
    expect(await visible()).toEqual(['men']);
    const group = groups.find((id) => counted.nationwide(id).length > 0) ?? '';
    const cell = plain
      .locator(
        `[data-whom="men"] [data-row="${provinces.find((id) => counted.listed(group, id).length === 0)}"] td`,
      )
      .nth(groups.indexOf(group));
    const numbers = async () => numbersIn(await cell.locator('.count:visible').textContent());
    expect(await numbers()).toEqual([]);
    await plain.locator('#count-nationwide').check();
    expect(await numbers()).toEqual(numbersOf(countRows(counted.nationwide(group), ['men'])));
    await close();
  });
});

it('has services to count', () => {
  expect(services.flatMap(({ provinces: ids }) => list(ids)).length).toBeGreaterThan(0);
});
