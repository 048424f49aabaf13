/** Hotlines, focal points and special cases say what the tables say: every number, every blank, every source. */
import { describe, expect, it } from 'vitest';
import { countEdition, list, type Row } from '../coverage-count.ts';
import { allContacts, currentEdition, DATA } from './directory-data.ts';
import { LANGUAGES, openPage } from './harness.ts';

const edition = currentEdition();
const { table, services, provinces } = countEdition(DATA, edition);
const offices = table('taxonomy/offices.csv').sort((a, b) => Number(a.order) - Number(b.order));
const lines = new Set(
  table('taxonomy/service-types.csv').flatMap(({ id = '', hotline }) => (hotline === 'yes' ? id : [])),
);
const contacts = allContacts().filter(({ file }) => file.includes(`editions/${edition}/`));
const SITES = [
  ['public', ['public']],
  ['practitioner', ['public', 'practitioner']],
] as const;
const numbersIn = (text: string | null) => (text?.match(/\d+/g) ?? []).map(Number);

describe.each(LANGUAGES)('hotlines and focal points (%s)', (language) => {
  it.each(SITES)(
    '%s: lists the hotlines that the audience may see, and who runs one without a number',
    async (site, sees) => {
      const { page, trouble, close } = await openPage(language, 'focal-points/', { site });
      const shown = await page.$$eval('[data-hotline]', (rows) =>
        rows.map((row) => ({
          id: (row as HTMLElement).dataset.hotline ?? '',
          phones: [...row.querySelectorAll<HTMLElement>('[data-phone]')].map(
            ({ dataset }) => dataset.phone ?? '',
          ),
          cells: [...row.querySelectorAll('td')].map(({ textContent }) => textContent?.trim() ?? ''),
        })),
      );
      const numbered = contacts.filter(
        ({ kind, visibility = '' }) => kind === 'hotline' && (sees as readonly string[]).includes(visibility),
      );
      const running = [
        ...new Set(
          services.filter(({ type = '' }) => lines.has(type)).map(({ organization = '' }) => organization),
        ),
      ];
      const silent = running.filter((id) => !numbered.some(({ organization }) => organization === id));
      expect(shown.map(({ id }) => id).sort()).toEqual(
        [...numbered.map(({ id = '' }) => id), ...silent].sort(),
      );
      const unknown = shown.map(({ cells }) => cells.slice(2, 5));
      for (const [i, { id, phones }] of shown.entries()) {
        const contact = numbered.find((one) => one.id === id);
        expect(phones, id).toEqual(contact === undefined ? [] : [contact.phone]);
        // What nobody recorded is said in words, and never left to be guessed.
        if (!contact?.hours && !contact?.languages && !contact?.verified_on)
          expect(unknown[i], id).toEqual(
            unknown.find((_, j) => !numbered.some((one) => one.id === shown[j]?.id)),
          );
        expect(
          unknown[i]?.every((text) => text !== ''),
          id,
        ).toBe(true);
      }
      expect(trouble).toEqual([]);
      await close();
    },
  );

  it.each(SITES)(
    '%s: has a cell for each province and office, blank where no row states anything',
    async (site) => {
      const { page, close } = await openPage(language, 'focal-points/', { site });
      const rows = await page.$$eval('[data-row]', (all) =>
        all.map((row) => ({
          id: (row as HTMLElement).dataset.row ?? '',
          cells: [...row.querySelectorAll<HTMLElement>('td')].map((cell) => ({
            office: cell.dataset.office ?? '',
            blank: cell.querySelector('[data-blank]') !== null,
            bodies: [...cell.querySelectorAll<HTMLElement>('[data-body]')].map(
              ({ dataset }) => dataset.body ?? '',
            ),
            named: [...cell.querySelectorAll('[data-named] a')].map(
              (a) => a.getAttribute('href')?.split('/').at(-2) ?? '',
            ),
          })),
        })),
      );
      expect(rows.map(({ id }) => id).sort()).toEqual([...provinces, 'country'].sort());
      const referrals = table(`editions/${edition}/referrals.csv`);
      const filled = new Map<string, number>();
      for (const { id, cells } of rows) {
        expect(cells.map(({ office }) => office)).toEqual(offices.map((office) => office.id));
        const isThere = ({ provinces: ids }: Row) =>
          id === 'country' ? list(ids).length === 0 : list(ids).includes(id);
        for (const [i, { blank, bodies, named }] of cells.entries()) {
          const own = list(offices[i]?.organizations);
          const known = own.filter((body) =>
            [...services, ...contacts.filter(({ visibility }) => visibility !== 'withheld')].some(
              (row) => row.organization === body && isThere(row),
            ),
          );
          expect(bodies, `${id} ${own}`).toEqual(known);
          expect(blank, `${id} ${own}`).toBe(known.length === 0);
          if (id !== 'country' && known.length > 0) filled.set(String(i), (filled.get(String(i)) ?? 0) + 1);
          const naming = services.filter(
            (service) =>
              isThere(service) &&
              !own.includes(service.organization ?? '') &&
              referrals.some((row) => row.service === service.id && own.includes(row.party ?? '')),
          );
          expect(named.sort(), `${id} ${own}`).toEqual(
            [...new Set(naming.map(({ organization = '' }) => organization))].sort(),
          );
        }
      }
      const counts = await page.$$eval('[data-count]', (all) => all.map(({ textContent }) => textContent));
      expect(counts.map(numbersIn)).toEqual(
        offices.map((_, i) => [filled.get(String(i)) ?? 0, provinces.length]),
      );
      await close();
    },
  );
});

describe.each(LANGUAGES)('special cases (%s)', (language) => {
  it('show every step of the table with its page, in the order of the source', async () => {
    const { page, trouble, close } = await openPage(language, 'special-cases/');
    const shown = await page.$$eval('[data-procedure]', (all) =>
      all.map((section) => ({
        id: (section as HTMLElement).dataset.procedure ?? '',
        name: section.querySelector('h2')?.textContent ?? '',
        ordered: section.querySelector('ol') !== null,
        said: section.querySelector('p')?.textContent ?? '',
        steps: [...section.querySelectorAll<HTMLElement>('[data-step]')].map((step) => ({
          id: step.dataset.step ?? '',
          text: step.textContent ?? '',
        })),
      })),
    );
    const rows = table(`editions/${edition}/procedures.csv`);
    const sources = table('sources.csv');
    expect(shown.map(({ id }) => id)).toEqual([...new Set(rows.map(({ procedure }) => procedure))]);
    for (const { id, name, ordered, said, steps } of shown) {
      const own = rows
        .filter(({ procedure }) => procedure === id)
        .sort((a, b) => Number(a.step) - Number(b.step));
      expect(name).toBe(own[0]?.[`name_${language}`]);
      expect(ordered).toBe(own.every(({ step }) => step !== ''));
      // Each case is as old as the document that tells it, and not as the edition.
      const told = [...new Set(own.map(({ source }) => source))];
      const years = told.map((id) => Number(sources.find((one) => one.id === id)?.date?.slice(0, 4)));
      expect(numbersIn(said)).toEqual(ordered ? [own.length, ...years] : years);
      expect(steps.map((step) => step.id)).toEqual(own.map((row) => row.id));
      for (const [i, row] of own.entries()) {
        const text = steps[i]?.text ?? '';
        expect(text, row.id).toContain(row[`text_${language}`]);
        expect(text, row.id).toContain(row[`note_${language}`]);
        expect(text, row.id).toContain(list(row.page).join(', '));
      }
    }
    expect(trouble).toEqual([]);
    await close();
  });

  it('are listed at the top, and on the page of whoever takes part in one', async () => {
    const rows = table(`editions/${edition}/procedures.csv`);
    const [party = ''] = rows.flatMap(({ parties }) => list(parties));
    const own = rows.filter(({ parties }) => list(parties).includes(party)).map((row) => row.procedure);
    for (const [path, part, cases] of [
      ['special-cases/', 'main nav', rows.map(({ procedure }) => procedure)],
      [`organizations/${party}/`, '[data-cases]', own],
    ] as const) {
      const { page, trouble, close } = await openPage(language, path);
      const links = await page.$$eval(`${part} a`, (all) =>
        all.map((link) => new URL((link as HTMLAnchorElement).href).hash),
      );
      expect(links, path).toEqual([...new Set(cases)].map((id) => `#${id}`));
      expect(trouble).toEqual([]);
      await close();
    }
  });
});
