import { describe, expect, it } from 'vitest';
import type { FinderIndex, FinderService } from '../../../src/directory/finder-index.ts';
import { asksForBed } from '../../../src/directory/referrals/situation.ts';
import { rowsToShow, type Step } from '../../../src/directory/referrals/steps.ts';
import { type WayIndex, wayIndex } from '../../../src/directory/referrals/way-index.ts';
import { readWayQuery, writeWayQuery } from '../../../src/directory/referrals/way-query.ts';
import { findWays, type Way } from '../../../src/directory/referrals/ways.ts';
import type { Criterion, Organization, Referral, Service } from '../../../src/schema/directory.ts';
import { bruteForce, type Tables } from './brute-force.ts';
import { madeUpOrganization, madeUpReferral, madeUpService } from './made-up.ts';

const TYPES = [
  { id: 'sh.shelter', group: 'sh' },
  { id: 'sh.interim', group: 'sh' },
  { id: 'lg.counselling', group: 'lg' },
  { id: 'md.general', group: 'md' },
];
const PROVINCES: FinderIndex['provinces'] = [
  { id: 'XX-1', neighbours: ['XX-2'] },
  { id: 'XX-2', neighbours: ['XX-1', 'XX-3'] },
  { id: 'XX-3', neighbours: ['XX-2', 'XX-4'] },
  { id: 'XX-4', neighbours: ['XX-3'] },
];

interface MadeUp {
  services: (Partial<Service> & { id: string })[];
  referrals?: (Partial<Referral> & Pick<Referral, 'service' | 'party'>)[];
  organizations?: (Partial<Organization> & { id: string })[];
  criteria?: (Partial<Criterion> & { id: string })[];
}

function indexOf({ services, referrals = [], organizations = [], criteria = [] }: MadeUp): WayIndex {
  const rows = services.map((service) =>
    madeUpService({ type: 'sh.shelter', coverage: 'listed', provinces: ['XX-1'], ...service }),
  );
  const named = new Map(organizations.map((one) => [one.id, one]));
  const ids = new Set([
    ...named.keys(),
    ...rows.map((one) => one.organization),
    ...referrals.map((one) => one.party),
  ]);
  return wayIndex(
    {
      organizations: [...ids].map((id) => madeUpOrganization({ id, ...named.get(id) })),
      criteria: criteria.map((one) => ({ kind: 'person', name_en: '', name_km: '', people: [], ...one })),
      serviceTypes: TYPES.map((one) => ({
        ...one,
        name_en: '',
        name_km: '',
        definition_en: '',
        definition_km: '',
        phase: [],
        aliases: [],
      })),
      places: [{ id: 'border', province: 'XX-1', name_en: 'Border', kind: 'border_point', aliases: [] }],
    },
    { services: rows, referrals: referrals.map((row, at) => madeUpReferral({ id: `r${at}`, ...row })) },
    {
      services: rows.map(
        (service): FinderService => ({
          ...service,
          group: TYPES.find(({ id }) => id === service.type)?.group,
          partly: service.places.length > 0 ? service.provinces : [],
        }),
      ),
      provinces: PROVINCES,
      formerly: { 'XX-9': 'XX-1' },
    },
  );
}

const ask = (index: WayIndex, fragment: string) => findWays(index, readWayQuery(fragment));
/** "police > alpha (person)": the parties of a way, and after each what is not stated of coming there. */
const written = ({ steps }: Way) =>
  [
    steps[0]?.from,
    ...steps.map(({ to, doubts }) => (doubts.length > 0 ? `${to} (${doubts.join(', ')})` : to)),
  ].join(' > ');
const ways = (index: WayIndex, fragment: string) => ask(index, fragment).ways.map(written);

describe('the question', () => {
  it('is read from the fragment and written into it', () => {
    const fragment = 'from=police&who=men&age=19&where=KH-1&need=sh&stay=week';
    expect(writeWayQuery(readWayQuery(`#${fragment}&q=left`))).toBe(fragment);
    expect(readWayQuery('from=<b>').from).toBe('');
    expect(readWayQuery('stay=14').stay).toBeUndefined();
  });

  it('takes the province of a place where none is asked for', () => {
    const index = indexOf({ services: [{ id: 'alpha-x' }] });
    expect(ask(index, 'from=border&need=sh').query.where).toEqual(['XX-1']);
    expect(ask(index, 'from=border&where=XX-9&need=sh').query.where).toEqual(['XX-1']);
    expect(ask(index, 'from=nobody&need=sh').query.from).toBe('');
  });
});

describe('a way', () => {
  it('is what a row says', () => {
    const index = indexOf({
      services: [{ id: 'alpha-x', men: 'yes' }],
      referrals: [{ service: 'alpha-x', party: 'police', documents: ['case-notes'] }],
    });
    const [way] = ask(index, 'from=police&who=men&where=XX-1&need=sh').ways;
    expect(way).toMatchObject({ uncertain: 0, documents: ['case-notes'] });
    expect(way?.steps).toMatchObject([
      { kind: 'referral', receives: ['alpha-x'], gives: ['alpha-x'], match: 'yes' },
    ]);
  });

  it('names what the services on it require besides the papers of its rows, each once', () => {
    const index = indexOf({
      services: [
        { id: 'alpha-x', type: 'md.general', requires: ['referral-letter'] },
        { id: 'beta-x', requires: ['case-notes', 'passport'] },
        { id: 'gamma-x', requires: ['nothing-here'] },
      ],
      referrals: [
        { service: 'alpha-x', party: 'police', documents: ['case-notes'] },
        { service: 'beta-x', party: 'alpha' },
      ],
    });
    const [way] = ask(index, 'from=police&where=XX-1&need=sh').ways;
    expect(way?.documents).toEqual(['case-notes', 'referral-letter', 'passport']);
  });

  it.each<[string, MadeUp['referrals'], MadeUp['organizations'], string[]]>([
    [
      'a direction that is not printed',
      [{ service: 'alpha-x', party: 'police', direction: 'unclear' }],
      [],
      ['police > alpha (direction)'],
    ],
    [
      'a reading in doubt',
      [{ service: 'alpha-x', party: 'police', confidence: 'low' }],
      [],
      ['police > alpha (reading)'],
    ],
    [
      'a row of the body that the party belongs to',
      [{ service: 'alpha-x', party: 'ministry' }],
      [{ id: 'police', parent: 'ministry' }],
      ['police > alpha (sender)'],
    ],
    [
      'a row of NGOs',
      [{ service: 'alpha-x', party: 'ngos' }],
      [
        { id: 'ngos', kind: 'role', stands_for: ['ngo'] },
        { id: 'police', kind: 'ngo' },
      ],
      ['police > alpha (sender)'],
    ],
    [
      'a row that leads to NGOs',
      [{ service: 'police-x', party: 'ngos', direction: 'out' }],
      [{ id: 'ngos', kind: 'role', stands_for: ['ngo'] }],
      ['police > alpha (receiver)'],
    ],
    [
      'people who come by themselves',
      [{ service: 'alpha-x', party: 'self' }],
      [{ id: 'self', kind: 'role', stands_for: ['person'] }],
      ['self > alpha'],
    ],
    ['a row of which nobody knows', [], [], []],
  ])('from %s', (_, referrals, organizations, expected) => {
    const index = indexOf({
      services: [
        { id: 'alpha-x', men: 'yes' },
        { id: 'police-x', type: 'sh.shelter', provinces: ['XX-4'] },
      ],
      referrals: referrals ?? [],
      organizations: organizations ?? [],
    });
    expect(ways(index, 'from=police&who=men&where=XX-1&need=sh')).toEqual(expected);
  });

  it('to a word such as NGOs leads to nobody who gives only other help', () => {
    const index = indexOf({
      services: [
        { id: 'alpha-x', type: 'lg.counselling' },
        { id: 'police-x', provinces: ['XX-4'] },
      ],
      referrals: [{ service: 'police-x', party: 'ngos', direction: 'out' }],
      organizations: [{ id: 'ngos', kind: 'role', stands_for: ['ngo'] }],
    });
    expect(ways(index, 'from=police&where=XX-1&need=lg')).toEqual([]);
  });

  it('from a place leads to whoever is recorded there, and nobody says that people may come', () => {
    const index = indexOf({
      services: [
        { id: 'alpha-x', men: 'yes' },
        { id: 'beta-x', places: ['elsewhere'] },
        { id: 'gamma-x', places: ['border'], men: 'yes' },
      ],
    });
    expect(ways(index, 'from=border&who=men&need=sh')).toEqual([
      'border > alpha (start)',
      'border > gamma (start)',
    ]);
  });

  it('does not pass through somebody who refuses the person', () => {
    const chain: MadeUp = {
      services: [
        { id: 'alpha-x', type: 'md.general', age_min: 5, age_max: 12 },
        { id: 'beta-x', boys: 'yes' },
      ],
      referrals: [
        { service: 'alpha-x', party: 'police' },
        { service: 'beta-x', party: 'alpha' },
      ],
    };
    expect(ways(indexOf(chain), 'from=police&who=boys&age=15&where=XX-1&need=sh')).toEqual([]);
    expect(ways(indexOf(chain), 'from=police&who=boys&age=11&where=XX-1&need=sh')).toEqual([
      'police > alpha (person) > beta',
    ]);
  });

  it('says when a service on the way is not recorded for the province', () => {
    const index = indexOf({
      services: [{ id: 'alpha-x', type: 'md.general', provinces: ['XX-3'] }, { id: 'beta-x' }],
      referrals: [
        { service: 'alpha-x', party: 'police' },
        { service: 'beta-x', party: 'alpha' },
      ],
    });
    expect(ways(index, 'from=police&where=XX-1&need=sh')).toEqual(['police > alpha (place) > beta']);
  });

  it('puts fewer uncertain steps before fewer steps', () => {
    const index = indexOf({
      services: [{ id: 'alpha-x' }, { id: 'beta-x', type: 'md.general' }, { id: 'gamma-x' }],
      referrals: [
        { service: 'alpha-x', party: 'police', direction: 'unclear' },
        { service: 'beta-x', party: 'police' },
        { service: 'gamma-x', party: 'beta' },
      ],
    });
    expect(ways(index, 'from=police&where=XX-1&need=sh')).toEqual([
      'police > beta > gamma',
      'police > alpha (direction)',
    ]);
  });
});

describe('what nobody checked', () => {
  const CRITERIA: MadeUp['criteria'] = [
    { id: 'own-clients', people: [] },
    { id: 'urgent', people: [], kind: 'condition' },
    { id: 'girls', people: ['girls'] },
    { id: 'boys', people: ['boys'] },
    { id: 'aged-9-17', people: [], age_min: 9, age_max: 17 },
  ];
  const to = (service: Partial<Service>, who: string, condition: string[] = []) =>
    ways(
      indexOf({
        services: [{ id: 'alpha-x', girls: 'yes', boys: 'yes', ...service }],
        referrals: [{ service: 'alpha-x', party: 'police', condition }],
        criteria: CRITERIA,
      }),
      `from=police&${who}&where=XX-1&need=sh`,
    );
  const CERTAIN = ['police > alpha'];
  const CONDITION = ['police > alpha (condition)'];

  it.each<[string, Partial<Service>, string, string[], string[]]>([
    ['an "only" about something else than people', { accepts: ['own-clients'] }, 'who=girls', [], CONDITION],
    ['a condition about something else', {}, 'who=girls', ['urgent'], CONDITION],
    ['a condition that nobody explains', {}, 'who=girls', ['unheard-of'], CONDITION],
    ['a limit that is a condition', { limits: ['urgent'] }, 'who=girls', [], CONDITION],
    ['a "not" about something else', { excludes: ['own-clients'] }, 'who=girls', [], CONDITION],
    ['ages that part of the girls have', {}, 'who=girls', ['aged-9-17'], CONDITION],
    ['ages that she has', {}, 'who=girls&age=9', ['aged-9-17'], CERTAIN],
    ['girls only, and nobody in particular', { accepts: ['girls'] }, '', [], CONDITION],
    ['girls only, and a girl', { accepts: ['girls'] }, 'who=girls', [], CERTAIN],
    ['girls only, or others, and a boy', { accepts: ['girls', 'own-clients'] }, 'who=boys', [], CONDITION],
    ['girls only, or boys, and a boy', { accepts: ['girls', 'boys'] }, 'who=boys', [], CERTAIN],
    ['not for girls, and a boy', { excludes: ['girls'] }, 'who=boys', [], CERTAIN],
    ['not for girls, and a girl', { excludes: ['girls'] }, 'who=girls', [], []],
    ['not for ages 9 to 17, and any girl', { excludes: ['aged-9-17'] }, 'who=girls', [], CONDITION],
    ['an age that both sexes are taken at', {}, 'age=15', [], CERTAIN],
    [
      'an age, and boys of whom nobody speaks',
      { boys: undefined },
      'age=15',
      [],
      ['police > alpha (person)'],
    ],
    ['an age, and boys who are refused', { boys: 'no' }, 'age=15', [], ['police > alpha (person)']],
    ['an age, and nobody who is taken', { boys: 'no', girls: 'no' }, 'age=15', [], []],
  ])('%s', (_, service, who, condition, expected) => {
    expect(to(service, who, condition)).toEqual(expected);
  });

  it('is not left open where another row says it without a condition', () => {
    const index = indexOf({
      services: [{ id: 'alpha-x' }],
      referrals: [
        { service: 'alpha-x', party: 'police', condition: ['urgent'] },
        { service: 'alpha-x', party: 'police' },
      ],
      criteria: CRITERIA,
    });
    expect(ways(index, 'from=police&where=XX-1&need=sh')).toEqual(['police > alpha']);
  });

  it('is the answer of the service that is shown', () => {
    const index = indexOf({
      services: [
        { id: 'police-x', type: 'md.general' },
        { id: 'alpha-x', type: 'md.general' },
        { id: 'alpha-y', type: 'md.general', men: 'yes' },
        { id: 'beta-x', men: 'yes' },
      ],
      referrals: [
        { service: 'police-x', party: 'alpha', direction: 'out' },
        { service: 'beta-x', party: 'alpha' },
      ],
    });
    const [way] = ask(index, 'from=police&who=men&where=XX-1&need=sh').ways;
    expect(way?.steps[0]).toMatchObject({ receives: ['alpha-y', 'alpha-x'], match: 'yes', doubts: [] });
  });

  it('does not lead through a party all of whose services refuse the person, whatever the row is about', () => {
    const chain = (boys: Service['boys']) =>
      indexOf({
        services: [
          { id: 'police-x', type: 'lg.counselling' },
          { id: 'alpha-x', type: 'md.general', boys },
          { id: 'beta-x', boys: 'yes' },
        ],
        referrals: [
          { service: 'police-x', party: 'alpha', direction: 'out' },
          { service: 'beta-x', party: 'alpha' },
        ],
      });
    const question = 'from=police&who=boys&where=XX-1&need=sh';
    expect(ways(chain('no'), question)).toEqual([]);
    expect(ways(chain(undefined), question)).toEqual(['police > alpha (service) > beta']);
  });
});

describe('a boy of 15', () => {
  const doors = (more: Partial<Service>, criteria: MadeUp['criteria'] = [], condition: string[] = []) =>
    ways(
      indexOf({
        services: [{ id: 'alpha-x', ...more }],
        referrals: [{ service: 'alpha-x', party: 'police', condition }],
        criteria,
      }),
      'from=police&who=boys&age=15&where=XX-1&need=sh',
    );

  it.each<[string, Partial<Service>]>([
    ['takes adults', { age_min: 18 }],
    ['takes ages 5 to 12', { age_min: 5, age_max: 12, boys: 'yes' }],
    ['says no', { boys: 'no' }],
  ])('is not sent to a service that %s', (_, more) => {
    expect(doors(more)).toEqual([]);
  });

  it('is not sent where an "only" or a condition names others', () => {
    const girls = { id: 'girls', people: ['girls'] };
    expect(doors({ accepts: ['girls'] }, [girls])).toEqual([]);
    expect(doors({}, [girls], ['girls'])).toEqual([]);
    expect(doors({}, [{ id: 'small', people: [], age_max: 12 }], ['small'])).toEqual([]);
    expect(
      doors({ boys: 'yes' }, [{ id: 'young', people: ['boys', 'girls'], age_max: 17 }], ['young']),
    ).toEqual(['police > alpha']);
  });

  it('is sent where nobody says whom it takes, and the way says so', () => {
    expect(doors({})).toEqual(['police > alpha (person)']);
  });

  it('without an age is still not sent to a service for adults', () => {
    const index = indexOf({
      services: [{ id: 'alpha-x', age_min: 18 }],
      referrals: [{ service: 'alpha-x', party: 'police' }],
    });
    expect(ways(index, 'from=police&who=boys&where=XX-1&need=sh')).toEqual([]);
  });
});

describe('how long a bed is needed', () => {
  const house = (stay: Service['stay'], more: Partial<Service> = {}) =>
    indexOf({
      services: [{ id: 'alpha-x', stay, ...more }],
      referrals: [{ service: 'alpha-x', party: 'police' }],
    });
  const CERTAIN = ['police > alpha'];
  const STAY = ['police > alpha (stay)'];

  it.each<[Service['stay'], string[], string[], string[], string[]]>([
    [undefined, STAY, STAY, STAY, STAY],
    ['P2D', CERTAIN, [], [], []],
    ['P7D', CERTAIN, CERTAIN, [], []],
    ['P1M', CERTAIN, CERTAIN, CERTAIN, []],
    ['P2Y', CERTAIN, CERTAIN, CERTAIN, CERTAIN],
    ['short-term', CERTAIN, STAY, STAY, []],
    ['long-term', CERTAIN, CERTAIN, CERTAIN, CERTAIN],
  ])('a house that says %s', (stay, ...expected) => {
    const index = house(stay);
    expect(
      ['night', 'week', 'month', 'longer'].map((one) =>
        ways(index, `from=police&where=XX-1&need=sh&stay=${one}`),
      ),
    ).toEqual(expected);
    expect(ways(index, 'from=police&where=XX-1&need=sh')).toEqual(CERTAIN);
  });

  it('is not asked where the help is no bed', () => {
    const index = house('P2D', { type: 'md.general' });
    const found = ask(index, 'from=police&where=XX-1&need=md&stay=longer');
    expect(found.ways.map(written)).toEqual(CERTAIN);
    expect(found.query.stay).toBeUndefined();
    expect(asksForBed(index, ['md'])).toBe(false);
    expect(asksForBed(house('P2D'), ['sh.shelter'])).toBe(true);
    expect(asksForBed(house('P2D'), [])).toBe(false);
  });

  it('leads through a house for two nights to one for longer, and says how far the first gets', () => {
    const index = indexOf({
      services: [
        { id: 'alpha-x', stay: 'P2D', men: 'yes' },
        { id: 'beta-x', stay: 'P2Y', men: 'yes' },
        { id: 'gamma-x', stay: 'P2D', men: 'no' },
      ],
      referrals: [
        { service: 'alpha-x', party: 'police' },
        { service: 'alpha-x', party: 'beta', direction: 'out' },
      ],
    });
    const tonight = ask(index, 'from=police&who=men&where=XX-1&need=sh&stay=night');
    expect(tonight.ways.map(written)).toEqual(['police > alpha']);
    const longer = ask(index, 'from=police&who=men&where=XX-1&need=sh&stay=longer');
    expect(longer.ways.map(written)).toEqual(['police > alpha > beta']);
    expect(longer.shortfall).toMatchObject({
      statedHere: ['beta-x'],
      tooShort: ['alpha-x'],
      refused: ['gamma-x'],
    });
  });

  it('shows the service that states it before one that does not', () => {
    const index = indexOf({
      services: [{ id: 'alpha-x' }, { id: 'alpha-y', type: 'sh.interim', stay: 'long-term' }],
      referrals: [
        { service: 'alpha-x', party: 'police' },
        { service: 'alpha-y', party: 'police' },
      ],
    });
    const [way] = ask(index, 'from=police&where=XX-1&need=sh&stay=month').ways;
    expect(way?.steps[0]).toMatchObject({ gives: ['alpha-y'], doubts: [] });
  });
});

describe('what is missing', () => {
  const index = indexOf({
    services: [
      { id: 'alpha-x', provinces: ['XX-1'] },
      { id: 'beta-x', provinces: ['XX-3'], men: 'yes' },
      { id: 'gamma-x', coverage: 'not-stated', provinces: [], men: 'yes' },
      { id: 'delta-x', provinces: ['XX-1'], men: 'no' },
      { id: 'epsilon-x', coverage: 'nationwide', provinces: [], men: 'limited' },
      { id: 'zeta-x', type: 'md.general' },
    ],
    referrals: [
      { service: 'alpha-x', party: 'court' },
      { service: 'zeta-x', party: 'police' },
    ],
  });
  const { ways: found, shortfall } = ask(index, 'from=police&who=men&where=XX-1&need=sh');

  it('says who takes the person and where', () => {
    expect(found).toEqual([]);
    expect(shortfall).toMatchObject({
      statedHere: [],
      statedNationwide: ['epsilon-x'],
      placeNotStated: ['gamma-x'],
      refused: ['delta-x'],
      nearest: [{ province: 'XX-3', borders: 2, services: ['beta-x'] }],
    });
  });

  it('says to whom no way leads, who sends people there, and how far it gets', () => {
    expect(shortfall.unreached).toEqual([
      { organization: 'epsilon', services: ['epsilon-x'], sentBy: [] },
      { organization: 'alpha', services: ['alpha-x'], sentBy: ['court'] },
    ]);
    expect(shortfall.stops).toEqual(['zeta']);
  });
});

describe('what is not shown', () => {
  const MANY = Array.from({ length: 13 }, (_, at) => `party${at}`);

  it('is named: organizations to which only further ways lead', () => {
    const index = indexOf({
      services: MANY.map((id) => ({ id: `${id}-x` })),
      referrals: MANY.map((id) => ({ service: `${id}-x`, party: 'police' })),
    });
    const { ways: found, beyond, shortfall } = ask(index, 'from=police&where=XX-1&need=sh');
    const ends = found.map(({ steps }) => steps.at(-1)?.to);
    expect(found).toHaveLength(10);
    expect(beyond).toHaveLength(3);
    expect([...ends, ...beyond].sort()).toEqual([...MANY].sort());
    expect(shortfall.unreached).toEqual([]);
    expect(ask(index, 'from=nobody&where=XX-1&need=sh').beyond).toEqual([]);
  });

  it('is never a row with a condition or papers', () => {
    const index = indexOf({
      services: [{ id: 'alpha-x' }],
      referrals: [
        ...Array.from({ length: 5 }, () => ({ service: 'alpha-x', party: 'police' })),
        { service: 'alpha-x', party: 'police', condition: ['urgent'] },
        { service: 'alpha-x', party: 'police', documents: ['case-notes'] },
      ],
    });
    const [step] = ask(index, 'from=police&where=XX-1&need=sh').ways[0]?.steps ?? [];
    expect(rowsToShow(step as Step, 3).map(({ id }) => id)).toEqual(['r0', 'r1', 'r2', 'r5', 'r6']);
  });
});

describe('made-up graphs', () => {
  /** Mulberry32: the same numbers for the same seed on every computer. */
  const random = (seed: number) => () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };

  it.each(Array.from({ length: 60 }, (_, seed) => seed))(
    'seed %i: the ways are those that trying every one finds',
    (seed) => {
      const next = random(seed + 1);
      const pick = <T>(values: readonly T[]) => values[Math.floor(next() * values.length)] as T;
      const some = <T>(values: readonly T[], share: number) => values.filter(() => next() < share);
      const parties = Array.from({ length: 4 + Math.floor(next() * 5) }, (_, at) => `p${at}`);
      const organizations = [
        ...parties.map((id, at) => ({
          id,
          kind: pick(['ngo', 'police', 'government'] as const),
          ...(at > 0 && next() < 0.2 ? { parent: 'p0' } : {}),
        })),
        { id: 'ngos', kind: 'role' as const, stands_for: ['ngo'] },
        { id: 'self', kind: 'role' as const, stands_for: ['person'] },
      ];
      const criteria = [
        { id: 'girls', people: ['girls'] },
        { id: 'young', people: [], age_max: 12 },
        { id: 'own-clients', people: [] },
        { id: 'urgent', people: [], kind: 'condition' as const },
      ];
      const services = Array.from(
        { length: 3 + Math.floor(next() * 9) },
        (_, at): Partial<Service> & { id: string } => ({
          id: `${pick(parties)}-${at}`,
          type: pick(TYPES).id,
          ...pick([
            { coverage: 'nationwide' as const, provinces: [] },
            { coverage: 'not-stated' as const, provinces: [] },
            { coverage: 'listed' as const, provinces: some(['XX-1', 'XX-2', 'XX-3'], 0.6) },
          ]),
          boys: pick(['yes', 'limited', 'no', undefined, undefined] as const),
          men: pick(['yes', undefined] as const),
          ...(next() < 0.2 ? { age_min: 5, age_max: 12 } : {}),
          stay: pick(['P2D', 'P1M', 'P2Y', 'short-term', 'long-term', undefined, undefined] as const),
          accepts: some(['girls', 'young', 'own-clients'], 0.08),
          excludes: some(['girls', 'young', 'own-clients'], 0.05),
          limits: some(['urgent'], 0.1),
        }),
      );
      const referrals = Array.from({ length: 6 + Math.floor(next() * 18) }, () => ({
        service: pick(services).id,
        party: pick([...parties, 'ngos', 'self']),
        direction: pick(['in', 'out', 'unclear'] as const),
        reading: pick(['in', 'out'] as const),
        condition: some(['girls', 'young', 'urgent'], 0.08),
        confidence: pick(['high', 'high', 'low'] as const),
      }));
      const index = indexOf({ services, referrals, organizations, criteria });
      const cell = (value: unknown) =>
        Array.isArray(value) ? value.join(';') : value === undefined ? '' : String(value);
      const rows = (some: readonly object[]) =>
        some.map((one) =>
          Object.fromEntries(Object.entries(one).map(([column, value]) => [column, cell(value)])),
        );
      const tables: Tables = {
        services: rows(services.map((one) => ({ organization: one.id.split('-')[0], ...one }))),
        referrals: rows(referrals.map((one) => ({ ...one, reading: one.reading }))),
        organizations: rows(organizations),
        criteria: rows(criteria),
        types: TYPES,
      };
      for (const { id: from } of index.parties.filter(({ id }) => id !== 'self'))
        for (const who of ['', 'men', 'boys'])
          for (const age of who === 'men' ? [undefined] : [undefined, 15]) {
            const [stay, nights] = pick([
              ['', undefined],
              ['night', 1],
              ['week', 7],
              ['month', 30],
              ['longer', 31],
            ] as const);
            const question = {
              from,
              province: 'XX-1',
              who,
              need: 'sh',
              ...(age === undefined ? {} : { age }),
              ...(nights === undefined ? {} : { nights }),
            };
            const asked = `from=${from}&where=XX-1&who=${who}&age=${age ?? ''}&need=sh&stay=${stay}`;
            const found = ask(index, asked).ways;
            const expected = bruteForce(tables, question);
            expect(
              found.map(({ steps, uncertain }) => [
                uncertain,
                steps.filter(({ kind }) => kind !== 'own').length,
                steps.reduce((sum, { doubts }) => sum + doubts.length, 0),
              ]),
              JSON.stringify(question),
            ).toEqual(expected.map(({ uncertain, steps, unsaid }) => [uncertain, steps, unsaid]));
          }
    },
  );
});
