/**
 * The finder against an independent reading of the 2010 report, which stands beside the project where it is
 * developed and is not part of it. Without that folder these tests are left out.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { DATA, readCsv, splitList } from './directory-data.ts';
import { openPage } from './harness.ts';

const REFERENCE = '../shared/reference/forum-2010';

/** The report's thirty names of services, and the kinds of help that the taxonomy calls them. */
const TYPE_OF: Record<string, string> = {
  'Repatriation/return facilitation': 'im.repatriation',
  'On-arrival support/reception': 'im.arrival',
  'Temporary accommodation': 'im.temp-accommodation',
  'Basic need package': 'im.basic-needs',
  'Transportation fee (travel back to home village)': 'im.transport-home',
  'Authority conducts raid/rescue': 'im.rescue',
  'General medical care': 'md.general',
  'Clinical treatment': 'md.clinical',
  'Mental health care': 'md.mental',
  'Psycho-social counseling': 'md.psychosocial',
  'Psychological therapy': 'md.therapy',
  'Transportation fee to access health services': 'md.transport',
  'Shelter/Center': 'sh.shelter',
  'Interim care (food, supplies, health check-up, life skills)': 'sh.interim',
  'Formal education/available support (ex. scholarship)': 'ed.formal',
  'Informal education/available support (ex. scholarship)': 'ed.informal',
  'Job placement': 'ed.placement',
  'Start-up capital assistance': 'ed.startup-capital',
  'Start-up logistics assistance': 'ed.startup-logistics',
  'Vocational training': 'ed.vocational',
  'Legal counseling/advice/assistance (complaint)': 'lg.counselling',
  'Legal investigation': 'lg.investigation',
  'Legal representation (lawyers at the court)': 'lg.representation',
  'Criminal case referral coordination': 'lg.case-referral',
  'Family tracing': 'cm.tracing',
  'On-going support in community (follow-up and monitoring)': 'cm.followup',
  'Referral hotline/coordination service': 'cm.hotline',
  'Self-help group service': 'cm.selfhelp',
  'Coordination prior to reintegration': 'cm.prereturn',
  'Collaboration with commune council (Commission on Women and Children)': 'cm.commune',
};

/** The report names these, and no others, as taking men (pp. 7 and 12). */
const TAKES_MEN = ['crc', 'hagar', 'iom', 'mosvy', 'the-future', 'wacd', 'wvc'];

const PROVINCES = Array.from({ length: 24 }, (_, index) => `KH-${index + 1}`);

interface Reading {
  question: string;
  organizations: Record<string, string[]>;
}

/** Asks the finder many questions on one page: for each, the organizations and how each of their results matches. */
async function ask(questions: string[]): Promise<Reading[]> {
  const { page, trouble, close } = await openPage('en', 'find/');
  const readings = await page.evaluate(async (fragments) => {
    const shown = () =>
      [...document.querySelectorAll('[data-chip]')]
        .map((chip) => chip.getAttribute('data-chip'))
        .sort()
        .join('&');
    const tick = () => new Promise((done) => setTimeout(done));
    const answers: Reading[] = [];
    for (const question of fragments) {
      location.hash = question;
      const wanted = question.split('&').sort().join('&');
      const patience = performance.now() + 2000;
      do await tick();
      while (shown() !== wanted && performance.now() < patience);
      const organizations: Record<string, string[]> = {};
      for (const result of document.querySelectorAll('[data-results] [data-service]')) {
        const id = result.getAttribute('data-organization') ?? '';
        const match = result.getAttribute('data-match') ?? '';
        organizations[id] = [...new Set([...(organizations[id] ?? []), match])];
      }
      answers.push({
        question: shown() === wanted ? question : `${question} (shows ${shown()})`,
        organizations,
      });
    }
    return answers;
  }, questions);
  expect(trouble).toEqual([]);
  await close();
  return readings;
}

describe.runIf(existsSync(REFERENCE))('the finder and the report of 2010', () => {
  const offerings = existsSync(REFERENCE) ? readCsv(join(REFERENCE, 'offerings.csv')) : [];

  it('reads every name of a service', () => {
    const names = [...new Set(offerings.map(({ service = '' }) => service))];
    expect(names.filter((name) => TYPE_OF[name] === undefined)).toEqual([]);
    expect(names).toHaveLength(30);
  });

  it('agree on who does what in each province', { timeout: 180_000 }, async () => {
    const expected = PROVINCES.flatMap((province) =>
      Object.entries(TYPE_OF).map(([name, type]) => ({
        question: `where=${province}&need=${type}`,
        organizations: [
          ...new Set(
            offerings
              .filter(({ service, provinces }) => {
                const places = splitList(provinces);
                return service === name && (places.includes('ALL') || places.includes(province));
              })
              .map(({ org_key = '' }) => org_key),
          ),
        ].sort(),
      })),
    );
    const readings = await ask(expected.map(({ question }) => question));
    const found = readings.map(({ question, organizations }) => ({
      question,
      organizations: Object.keys(organizations).sort(),
    }));
    const differences = expected.flatMap(({ question, organizations }, index) => {
      const given = found[index];
      return given?.question === question && given.organizations.join() === organizations.join()
        ? []
        : [`${question}: expected [${organizations}], found [${given?.organizations}] ${given?.question}`];
    });
    expect(differences).toEqual([]);
    expect(expected).toHaveLength(720);
  });

  it('agree on who takes men', async () => {
    const [reading] = await ask(['who=men']);
    const of = (match: string) =>
      Object.entries(reading?.organizations ?? {})
        .filter(([, matches]) => matches.includes(match))
        .map(([id]) => id)
        .sort();
    expect(of('yes')).toEqual(TAKES_MEN);
    expect(of('no')).toEqual([]);
    expect(of('limited')).toEqual([]);
    const others = [...new Set(offerings.map(({ org_key = '' }) => org_key))].filter(
      (id) => !TAKES_MEN.includes(id),
    );
    const unstated = of('not-stated');
    expect(others.filter((id) => !unstated.includes(id))).toEqual([]);
  });
});

describe.runIf(existsSync(REFERENCE))('the practitioner site and the report of 2010', () => {
  it('show every printed number with its pages on the page of its organization', async () => {
    const withheld = new Set(
      readCsv(join(DATA, 'editions/2010/contacts.csv'))
        .filter(({ visibility }) => visibility === 'withheld')
        .flatMap(({ phone = '', phone_as_printed }) => [phone, ...splitList(phone_as_printed)])
        .map((number) => number.replace(/\D/g, '').replace(/^855/, '0')),
    );
    const printed = readCsv(join(REFERENCE, 'contacts.csv')).filter(
      ({ org_key, digits = '' }) => org_key !== '' && digits.length >= 8 && !withheld.has(digits),
    );
    const { page, close } = await openPage('en', '', { site: 'practitioner' });
    const missing: string[] = [];
    for (const organization of [...new Set(printed.map(({ org_key = '' }) => org_key))]) {
      const wanted = printed
        .filter(({ org_key }) => org_key === organization)
        .map(({ digits = '', pages }) => ({ phone: `+855${digits.slice(1)}`, pages: splitList(pages) }));
      const unseen = await page.evaluate(
        async ({ address, numbers }) => {
          const html = await (await fetch(address)).text();
          const parsed = new DOMParser().parseFromString(html, 'text/html');
          // Parts of the page around a number that hold no other number.
          const around = (element: Element): Element[] => {
            const number = element.getAttribute('data-phone');
            const parts: Element[] = [];
            for (
              let part = element.parentElement;
              part !== null && parts.length < 3;
              part = part.parentElement
            ) {
              const others = [...part.querySelectorAll('[data-phone]')];
              if (others.some((other) => other.getAttribute('data-phone') !== number)) break;
              parts.push(part);
            }
            return parts;
          };
          return numbers.flatMap(({ phone, pages }, index) => {
            const shown = [...parsed.querySelectorAll(`[data-phone="${phone}"]`)];
            if (shown.length === 0) return [`number ${index + 1}`];
            const words = shown
              .flatMap(around)
              .map((part) => part.textContent)
              .join(' ');
            const absent = pages.filter((page) => !new RegExp(`(?<!\\d)${page}(?!\\d)`).test(words));
            return absent.length === 0 ? [] : [`number ${index + 1}, p. ${absent.join(', ')}`];
          });
        },
        { address: `${inject('practitioner').url}/en/organizations/${organization}/`, numbers: wanted },
      );
      missing.push(...unseen.map((what) => `${organization}: ${what}`));
    }
    await close();
    expect(missing).toEqual([]);
    expect(printed.length).toBeGreaterThan(80);
  });
});
