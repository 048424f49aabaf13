/** The ways against trying every one, over all provinces, kinds of people and groups of the shipped edition. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDirectory } from '../../../src/dataset/load-directory.ts';
import { finderIndex } from '../../../src/directory/finder-index.ts';
import { wayIndex } from '../../../src/directory/referrals/way-index.ts';
import { readWayQuery } from '../../../src/directory/referrals/way-query.ts';
import { findWays, MOST_WAYS, type Way } from '../../../src/directory/referrals/ways.ts';
import { PEOPLE, STAYS } from '../../../src/schema/vocabulary.ts';
import { answers, bruteForce, type Question, type Tables } from './brute-force.ts';
import { rowsOf } from './made-up.ts';

const { directory } = loadDirectory(join(import.meta.dirname, '../../../data'));
const edition = directory?.editions.find(({ about }) => about.id === '2010');
if (directory === undefined || edition === undefined) throw new Error('There is no edition of 2010.');
const index = wayIndex(directory, edition, finderIndex(directory, edition));
const tables: Tables = {
  services: rowsOf('data/editions/2010/services.csv'),
  referrals: rowsOf('data/editions/2010/referrals.csv'),
  organizations: rowsOf('data/organizations.csv'),
  criteria: rowsOf('data/taxonomy/criteria.csv'),
  types: rowsOf('data/taxonomy/service-types.csv'),
};
const GROUPS = ['im', 'md', 'sh', 'ed', 'lg', 'cm'];
/** Of nobody in particular, an age alone: both sexes. */
const AGES: Record<string, number> = { '': 15, women: 30, men: 19, girls: 7, boys: 15 };

/** How many nights the words of the question mean at least. */
const NIGHTS = { night: 1, week: 7, month: 30, longer: 31 };

/** Every province, kind of person (with and without an age) and group; who has the person, and for how long, goes round with them. */
const parties = index.parties.map(({ id }) => id);
const questions = edition.about.provinces.flatMap((province) =>
  ['', ...PEOPLE].flatMap((who) =>
    GROUPS.flatMap((need) =>
      [undefined, AGES[who]].map(
        (age): Omit<Question, 'from'> => ({
          province,
          who,
          need,
          ...(age === undefined ? {} : { age }),
        }),
      ),
    ),
  ),
);

const ask = ({ from, province, who, age, need, nights }: Question) => {
  const stay = STAYS.find((one) => NIGHTS[one] === nights) ?? '';
  const asked = `from=${from}&where=${province}&who=${who}&age=${age ?? ''}&need=${need}&stay=${stay}`;
  return findWays(index, readWayQuery(asked)).ways;
};

const weight = ({ steps, uncertain }: Way) => [
  uncertain,
  steps.filter(({ kind }) => kind !== 'own').length,
  steps.reduce((sum, { doubts }) => sum + doubts.length, 0),
];

describe('the ways of the shipped edition', () => {
  it(`are those that trying every one finds (${questions.length} questions)`, { timeout: 240_000 }, () => {
    const wrong: string[] = [];
    let found = 0;
    for (const [at, question] of questions.entries()) {
      // One further with each kind of people and with each province, so that every kind is asked with every length.
      const nights = [undefined, 1, 7, 30, 31][(Math.floor(at / 12) + Math.floor(at / 60)) % 5];
      const asked = {
        ...question,
        from: parties[(at * 7) % parties.length] as string,
        ...(nights === undefined ? {} : { nights }),
      };
      const ways = ask(asked);
      const expected = bruteForce(tables, asked);
      found += ways.length;
      const same =
        JSON.stringify(ways.map(weight)) ===
        JSON.stringify(expected.map(({ uncertain, steps, unsaid }) => [uncertain, steps, unsaid]));
      if (!same) wrong.push(JSON.stringify({ asked, ways: ways.map(weight), expected }));
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(found).toBeGreaterThan(questions.length);
  });

  it('send nobody to a service that refuses him, by any question and from anywhere', {
    timeout: 240_000,
  }, () => {
    const services = new Map(tables.services.map((row) => [row.id, row]));
    const wrong: string[] = [];
    for (const from of parties)
      for (const who of PEOPLE)
        for (const age of [undefined, AGES[who]])
          for (const need of GROUPS) {
            const asked = { from, province: 'KH-12', who, need, ...(age === undefined ? {} : { age }) };
            const ways = ask(asked);
            if (ways.length > MOST_WAYS) wrong.push(`${ways.length} ways: ${JSON.stringify(asked)}`);
            for (const { steps } of ways)
              for (const { gives, receives } of steps)
                for (const id of [...gives, ...receives])
                  if (answers(services.get(id) ?? {}, tables, asked) === 'no')
                    wrong.push(`${id}: ${JSON.stringify(asked)}`);
          }
    expect(wrong).toEqual([]);
  });

  it('never take a row without a printed direction for certain', () => {
    const printed = new Map(tables.referrals.map(({ id, direction }) => [id, direction !== 'unclear']));
    const steps = parties
      .flatMap((from) => GROUPS.flatMap((need) => ask({ from, province: 'KH-1', who: 'men', need })))
      .flatMap((way) => way.steps);
    expect(steps.length).toBeGreaterThan(100);
    const certain = steps.filter(({ kind, doubts }) => kind === 'referral' && !doubts.includes('direction'));
    expect(certain.length).toBeGreaterThan(0);
    expect(certain.filter(({ links }) => !printed.get(links[0]?.id ?? ''))).toEqual([]);
  });

  it('never take a row for certain that is information only, names a partner or perhaps goes by way of another', () => {
    const open = tables.referrals.filter(({ condition = '' }) =>
      /information-only|named-as-partner|perhaps-through-iom/.test(condition),
    );
    const ids = new Set(open.map(({ id }) => id));
    const steps = parties
      .flatMap((from) => GROUPS.flatMap((need) => ask({ from, province: 'KH-12', who: '', need })))
      .flatMap((way) => way.steps)
      .filter(({ links }) => links.length > 0 && links.every(({ id }) => ids.has(id)));
    expect(steps.length).toBeGreaterThan(0);
    expect(steps.filter(({ doubts }) => !doubts.includes('condition'))).toEqual([]);
  });
});
