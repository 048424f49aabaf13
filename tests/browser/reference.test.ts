/**
 * The finder against an independent reading of the 2010 report: tests/fixtures/reference-2010/offerings.csv has one
 * row for each row of the report's tables. The reading it was taken from stands beside the project where that is
 * developed; there, a test compares the two.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Row, readCsv, splitList } from './directory-data.ts';
import { openPage } from './harness.ts';

const EXPECTED = 'tests/fixtures/reference-2010/offerings.csv';
const READING = '../shared/reference/forum-2010/offerings.csv';

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

/** The report names these, and no others, as taking men: p. 12 in all they do, p. 7 in one kind of help. */
const TAKES_MEN: Record<string, { page: number; type?: string }> = {
  'the-future': { page: 12 },
  hagar: { page: 12 },
  wacd: { page: 12 },
  wvc: { page: 12 },
  crc: { page: 12 },
  iom: { page: 7, type: 'cm.followup' },
  mosvy: { page: 7, type: 'cm.followup' },
};

const PROVINCES = Array.from({ length: 24 }, (_, index) => `KH-${index + 1}`);

const offerings = readCsv(EXPECTED);
const types = [...new Set(offerings.map(({ service_type = '' }) => service_type))];

const isIn =
  (province: string) =>
  ({ provinces }: Row) =>
    ['ALL', province].some((place) => splitList(provinces).includes(place));

interface Reading {
  question: string;
  /** By organization: how its results match, each answer once. */
  organizations: Record<string, string[]>;
  /** What a result that accepts says of its evidence, as far as it is in sight: "organization: words". */
  evidence: string[];
  refused: boolean;
}

/** Asks the finder many questions on one page. */
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
      const evidence: string[] = [];
      for (const result of document.querySelectorAll('[data-results] [data-service]')) {
        const id = result.getAttribute('data-organization') ?? '';
        const match = result.getAttribute('data-match') ?? '';
        organizations[id] = [...new Set([...(organizations[id] ?? []), match])].sort();
        if (match !== 'yes') continue;
        const words = [...result.querySelectorAll('[data-evidence]')]
          .filter((element) => element.checkVisibility())
          .map((element) => element.textContent);
        evidence.push(`${id}: ${words.join(' ')}`);
      }
      answers.push({
        question: shown() === wanted ? question : `${question} (shows ${shown()})`,
        organizations,
        evidence,
        refused: document.querySelector('[data-refused]')?.checkVisibility() ?? false,
      });
    }
    return answers;
  }, questions);
  expect(trouble).toEqual([]);
  await close();
  return readings;
}

describe('the finder and the report of 2010', () => {
  it('agree on who does what in each province', { timeout: 180_000 }, async () => {
    const expected = PROVINCES.flatMap((province) =>
      types.map((type) => ({
        question: `where=${province}&need=${type}`,
        organizations: [
          ...new Set(
            offerings
              .filter(isIn(province))
              .filter(({ service_type }) => service_type === type)
              .map(({ organization = '' }) => organization),
          ),
        ].sort(),
      })),
    );
    const found = await ask(expected.map(({ question }) => question));
    const differences = expected.flatMap(({ question, organizations }, index) => {
      const given = found[index];
      const ids = Object.keys(given?.organizations ?? {}).sort();
      return given?.question === question && ids.join() === organizations.join()
        ? []
        : [`${question}: expected [${organizations}], found [${ids}] ${given?.question}`];
    });
    expect(differences).toEqual([]);
    expect(expected).toHaveLength(720);
  });

  it('agree on who takes men, anywhere and in each province', { timeout: 120_000 }, async () => {
    /** How the results of each organization match, from the rows that it has there. */
    const matches = (rows: Row[]) => {
      const answers: Record<string, string[]> = {};
      for (const { organization = '', service_type } of rows) {
        const { type = service_type } = TAKES_MEN[organization] ?? { type: 'none' };
        const answer = type === service_type ? 'yes' : 'not-stated';
        answers[organization] = [...new Set([...(answers[organization] ?? []), answer])].sort();
      }
      return answers;
    };
    const expected = [
      // The Future stands in the note on p. 12 only, without a place or a kind of help.
      { question: 'who=men', organizations: matches([...offerings, { organization: 'the-future' }]) },
      ...PROVINCES.map((province) => ({
        question: `who=men&where=${province}`,
        organizations: matches(offerings.filter(isIn(province))),
      })),
    ];
    const found = await ask(expected.map(({ question }) => question));
    expect(found.map(({ question, organizations }) => ({ question, organizations }))).toEqual(expected);
    expect(found.filter(({ refused }) => refused)).toEqual([]);
    const unfounded = found.flatMap(({ question, evidence }) =>
      evidence
        .filter((line) => {
          const [organization = '', words = ''] = line.split(': ', 2);
          return !new RegExp(`(?<!\\d)${TAKES_MEN[organization]?.page}(?!\\d)`).test(words);
        })
        .map((line) => `${question}: ${line}`),
    );
    expect(unfounded).toEqual([]);
    const accepting = Object.entries(expected[0]?.organizations ?? {})
      .filter(([, answers]) => answers.includes('yes'))
      .map(([organization]) => organization);
    expect(accepting.sort()).toEqual(Object.keys(TAKES_MEN).sort());
  });
});

describe.runIf(existsSync(join(READING, '..')))('the fixture', () => {
  it('is what the reading of the report says', () => {
    const reading = readCsv(READING).map(({ service = '', org_key, provinces, page }) => ({
      service_type: TYPE_OF[service] ?? `unknown: ${service}`,
      organization: org_key,
      provinces,
      page,
    }));
    expect(offerings).toEqual(reading);
    expect(types.sort()).toEqual(Object.values(TYPE_OF).sort());
  });
});
