import { describe, expect, it } from 'vitest';
import { linksOf, sendsTo, sentBy, speakers } from '../../src/directory/referral-links.ts';
import type { Referral, Service } from '../../src/schema/directory.ts';

const services = ['alpha', 'beta'].map(
  (organization) => ({ id: `${organization}-x`, organization }) as Service,
);
const row = (id: string, more: Partial<Referral>): Referral => ({
  id,
  service: 'alpha-x',
  direction: 'in',
  party: 'police',
  condition: [],
  documents: [],
  source: 's',
  page: ['1'],
  confidence: 'high',
  ...more,
});

describe('linksOf', () => {
  it.each<[string, Partial<Referral>, [string, string, boolean]]>([
    ['in', { direction: 'in' }, ['police', 'alpha', true]],
    ['out', { direction: 'out' }, ['alpha', 'police', true]],
    ['unclear, read as out', { direction: 'unclear', reading: 'out' }, ['alpha', 'police', false]],
    ['unclear without a reading', { direction: 'unclear' }, ['police', 'alpha', false]],
    ['out, said of another sender', { direction: 'out', sender: 'gamma' }, ['gamma', 'police', true]],
  ])('%s', (_, more, [from, to, printed]) => {
    const [link] = linksOf({ services, referrals: [row('r1', more)] });
    expect([link?.from, link?.to, link?.directionPrinted, link?.statedBy]).toEqual([
      from,
      to,
      printed,
      'alpha',
    ]);
  });
});

describe('speakers', () => {
  const three = ['alpha', 'beta', 'gamma'].map(
    (organization) => ({ id: `${organization}-x`, organization }) as Service,
  );
  const ofPolice = (...rows: Partial<Referral>[]) => {
    const referrals = rows.map((more, at) => row(`r${at}`, { direction: 'out', sender: 'alpha', ...more }));
    return sendsTo(linksOf({ services: three, referrals }), 'alpha').map((partner) => speakers(partner));
  };

  it.each<[string, Partial<Referral>[], ReturnType<typeof speakers>]>([
    ['one end alone', [{}], { by: ['alpha'], as: 'only' }],
    ['one end twice', [{}, {}], { by: ['alpha'], as: 'only' }],
    [
      'one end, and a row without a printed direction of somebody else',
      [{}, { service: 'beta-x', direction: 'unclear', reading: 'out' }],
      { by: ['alpha'], as: 'only' },
    ],
    ['somebody else alone', [{ service: 'beta-x' }], { by: ['beta'], as: 'others' }],
    ['one end and somebody else', [{}, { service: 'beta-x' }], { by: ['alpha', 'beta'], as: 'others' }],
    [
      'nobody with a printed direction',
      [
        { direction: 'unclear', reading: 'out' },
        { service: 'beta-x', direction: 'unclear', reading: 'out' },
      ],
      { by: ['alpha', 'beta'], as: 'unclear' },
    ],
    [
      'both ends',
      [{ party: 'gamma' }, { service: 'gamma-x', direction: 'in', party: 'alpha', sender: undefined }],
      { by: ['alpha', 'gamma'], as: 'both' },
    ],
  ])('%s', (_, rows, expected) => {
    expect(ofPolice(...rows)).toEqual([expected]);
  });
});

describe('both readings of the same rows', () => {
  const links = linksOf({
    services,
    referrals: [
      row('r1', { direction: 'out', party: 'beta' }),
      row('r2', { service: 'beta-x', direction: 'in', party: 'alpha' }),
      row('r3', { direction: 'out', party: 'court' }),
      row('r4', { direction: 'unclear', reading: 'in', party: 'beta' }),
    ],
  });

  it('knows when both sides say it', () => {
    expect(sendsTo(links, 'alpha').map(({ party, certainty }) => [party, certainty])).toEqual([
      ['beta', 'stated-by-both'],
      ['court', 'stated-by-one'],
    ]);
    expect(sentBy(links, 'beta').map(({ party, certainty }) => [party, certainty])).toEqual([
      ['alpha', 'stated-by-both'],
    ]);
  });

  it('does not call an unclear direction stated', () => {
    expect(sentBy(links, 'alpha')).toMatchObject([{ party: 'beta', certainty: 'unclear' }]);
  });
});
