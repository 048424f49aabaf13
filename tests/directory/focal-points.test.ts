import { describe, expect, it } from 'vitest';
import { focalPoint, listHotlines } from '../../src/directory/focal-points.ts';
import type { Contact, Office, Referral, Service } from '../../src/schema/directory.ts';

const office: Office = { id: 'affairs', name_en: 'Affairs', organizations: ['ministry', 'department'] };
const service = (id: string, organization: string, provinces: string[], type?: string) =>
  ({ id, organization, provinces, type, contacts: id === 'd' ? ['beta-line'] : [] }) as unknown as Service;
const contact = (id: string, organization: string, provinces: string[], kind = 'office') =>
  ({ id, organization, provinces, kind }) as Contact;
const edition = {
  services: [
    service('all', 'ministry', []),
    service('here', 'department', ['XX-1']),
    service('shelter', 'alpha', ['XX-1', 'XX-2']),
    service('aid', 'beta', ['XX-2']),
  ],
  contacts: [
    contact('head', 'ministry', []),
    contact('branch', 'department', ['XX-2']),
    contact('other', 'alpha', ['XX-1']),
  ],
  referrals: [
    { service: 'shelter', party: 'department' },
    { service: 'aid', party: 'police' },
    { service: 'here', party: 'ministry' },
  ] as Referral[],
  onFileIn: new Map([['ministry XX-4', 2]]),
};
const told = (province?: string) => {
  const { bodies, namedBy } = focalPoint(edition, office, province);
  const ids = bodies.map(({ organization, contacts, services }) => [
    organization,
    ...[...contacts, ...services].map(({ id }) => id),
  ]);
  return { ids, namedBy };
};

describe('focalPoint', () => {
  it('puts rows without a province under the country', () => {
    expect(told()).toEqual({ ids: [['ministry', 'head', 'all']], namedBy: [] });
  });
  it('names the bodies recorded in a province, and who names them', () => {
    expect(told('XX-1')).toEqual({ ids: [['department', 'here']], namedBy: ['alpha'] });
    expect(told('XX-2')).toEqual({ ids: [['department', 'branch']], namedBy: ['alpha'] });
  });
  it('does not call blank where the reader may not see the contact', () => {
    expect(focalPoint(edition, office, 'XX-4').bodies).toMatchObject([
      { organization: 'ministry', onFile: 2 },
    ]);
  });
  it('leaves blank what no row states', () => {
    expect(told('XX-3')).toEqual({ ids: [], namedBy: [] });
  });
});

describe('listHotlines', () => {
  const types = [
    { id: 'cm.line', hotline: 'yes' as const },
    { id: 'sh.shelter', hotline: undefined },
  ];
  it('lists numbers first, then who runs a line without one', () => {
    const lines = listHotlines(
      {
        services: [
          service('a', 'alpha', [], 'cm.line'),
          service('b', 'beta', [], 'cm.line'),
          service('c', 'gamma', [], 'sh.shelter'),
          service('d', 'beta', ['XX-1'], 'sh.shelter'),
        ],
        contacts: [contact('beta-line', 'beta', [], 'hotline'), contact('gamma-office', 'gamma', [])],
      },
      types,
    );
    expect(
      lines.map(({ organization, contact: one, services }) => [
        organization,
        one?.id,
        services.map(({ id }) => id),
      ]),
    ).toEqual([
      ['beta', 'beta-line', ['b', 'd']],
      ['alpha', undefined, ['a']],
    ]);
  });
});
