import { describe, expect, it } from 'vitest';
import { arcsOf, type ReferralStep, referralSteps } from '../../src/directory/referral-arcs.ts';
import { linksOf } from '../../src/directory/referral-links.ts';
import type { Referral, Service } from '../../src/schema/directory.ts';

const service = (id: string, provinces: string[], coverage?: Service['coverage']) =>
  ({
    id,
    organization: id.split('-')[0],
    coverage: coverage ?? (provinces.length > 0 ? 'listed' : 'not-stated'),
    provinces,
    places: ['a-town'],
  }) as unknown as Service;
const referral = (of: string, party: string, more: Partial<Referral> = {}) =>
  ({ id: `${of}-${party}`, service: of, party, direction: 'in', condition: [], ...more }) as Referral;

const steps = (services: Service[], ...referrals: Referral[]) =>
  referralSteps(linksOf({ services, referrals }), services).map(({ sender, from, receiver, to }) =>
    [sender, from.join('+'), receiver, to.join('+')].join(' '),
  );

describe('referral steps', () => {
  const clinic = service('clinic-x', ['KH-1']);

  it('lead from one province to another, as the row says it', () => {
    const shelter = service('shelter-x', ['KH-2']);
    expect(steps([clinic, shelter], referral('clinic-x', 'shelter'))).toEqual(['shelter KH-2 clinic KH-1']);
    expect(steps([clinic, shelter], referral('clinic-x', 'shelter', { direction: 'out' }))).toEqual([
      'clinic KH-1 shelter KH-2',
    ]);
  });

  it('lead to every province that the speaking row names', () => {
    const shelter = service('shelter-x', ['KH-2', 'KH-3']);
    expect(steps([clinic, shelter], referral('shelter-x', 'clinic'))).toEqual([
      'clinic KH-1 shelter KH-2+KH-3',
    ]);
  });

  it.each<[string, Service[]]>([
    ['in several provinces, of which none is named here', [service('shelter-x', ['KH-2', 'KH-3'])]],
    [
      'in one province with each of two services',
      [service('shelter-x', ['KH-2']), service('shelter-y', ['KH-3'])],
    ],
    [
      'nationwide with one of its services',
      [service('shelter-x', ['KH-2']), service('shelter-y', [], 'nationwide')],
    ],
    ['nowhere that it says', [service('shelter-x', [])]],
    ['in the same province', [service('shelter-x', ['KH-1'])]],
    ['without a service of its own', []],
  ])('do not exist with an organization that is recorded %s', (_, others) => {
    expect(steps([clinic, ...others], referral('clinic-x', 'shelter'))).toEqual([]);
  });

  it('do not exist where both may be in one province', () => {
    const shelter = service('shelter-x', ['KH-1', 'KH-2']);
    expect(steps([clinic, shelter], referral('shelter-x', 'clinic'))).toEqual([]);
  });

  it('take a service that does not say where for silence', () => {
    const shelter = [service('shelter-x', ['KH-2']), service('shelter-y', [])];
    expect(steps([clinic, ...shelter], referral('clinic-x', 'shelter'))).toHaveLength(1);
    expect(steps([clinic, ...shelter], referral('shelter-y', 'clinic'))).toEqual([
      'clinic KH-1 shelter KH-2',
    ]);
  });

  it('of a third party need one province on both sides', () => {
    const [shelter, court] = [service('shelter-x', ['KH-2']), service('court-x', ['KH-3', 'KH-4'])];
    const out = { direction: 'out', sender: 'court' } as const;
    expect(steps([clinic, shelter, court], referral('clinic-x', 'shelter', out))).toEqual([]);
    const one = service('court-x', ['KH-3']);
    expect(steps([clinic, shelter, one], referral('clinic-x', 'shelter', out))).toEqual([
      'court KH-3 shelter KH-2',
    ]);
  });

  it('name provinces and nothing below them', () => {
    const shelter = service('shelter-x', ['KH-2']);
    const found = referralSteps(
      linksOf({ services: [clinic, shelter], referrals: [referral('clinic-x', 'shelter')] }),
      [clinic, shelter],
    );
    expect(JSON.stringify(found)).not.toContain('a-town');
  });
});

describe('arcs', () => {
  const step = (more: Partial<ReferralStep>): ReferralStep => ({
    service: 's',
    sender: 'a',
    receiver: 'b',
    from: ['KH-1'],
    to: ['KH-2'],
    printed: true,
    ...more,
  });
  const everything = () => true;

  it('count a pair once, however often it is said', () => {
    expect(arcsOf([step({}), step({ service: 't' })], everything)).toEqual([
      { from: 'KH-1', to: 'KH-2', count: 1, certain: true },
    ]);
  });

  it('count other pairs between the same provinces, each way apart', () => {
    const back = step({ sender: 'b', receiver: 'a', from: ['KH-2'], to: ['KH-1'] });
    expect(arcsOf([step({}), step({ receiver: 'c' }), back], everything)).toEqual([
      { from: 'KH-1', to: 'KH-2', count: 2, certain: true },
      { from: 'KH-2', to: 'KH-1', count: 1, certain: true },
    ]);
  });

  it('lead to each province that a row names, none of them for certain', () => {
    const arcs = arcsOf([step({ to: ['KH-2', 'KH-3'] })], everything);
    expect(arcs.map(({ to }) => to)).toEqual(['KH-2', 'KH-3']);
    expect(arcs.map(({ certain }) => certain)).toEqual([false, false]);
  });

  it('are unclear where a row does not print the direction', () => {
    const unclear = step({ receiver: 'c', printed: false });
    expect(arcsOf([unclear], everything)).toMatchObject([{ certain: false }]);
    expect(arcsOf([unclear, step({})], everything)).toMatchObject([{ count: 2, certain: false }]);
  });

  it('are only of services that answer the question', () => {
    expect(arcsOf([step({}), step({ service: 't', receiver: 'c' })], (id) => id === 't')).toMatchObject([
      { count: 1 },
    ]);
    expect(arcsOf([step({})], () => false)).toEqual([]);
  });
});
