import { describe, expect, it } from 'vitest';
import { coverageCounts } from '../../src/directory/coverage.ts';
import type { EditionAbout, Service } from '../../src/schema/directory.ts';

const service = (organization: string, more: Partial<Service>) =>
  ({ organization, type: 'sh.shelter', coverage: 'listed', provinces: [], ...more }) as Service;

describe('coverageCounts', () => {
  const counts = coverageCounts(
    {
      about: { provinces: ['XX-1', 'XX-2', 'XX-3'] } as EditionAbout,
      services: [
        service('alpha', { provinces: ['XX-1'] }),
        service('alpha', { provinces: ['XX-1'], type: 'sh.interim' }),
        service('beta', { provinces: ['XX-1', 'XX-2'], men: 'yes' }),
        service('gamma', { coverage: 'nationwide', boys: 'yes' }),
        service('delta', { coverage: 'not-stated' }),
        service('epsilon', { provinces: ['XX-3'], type: undefined }),
      ],
    },
    [{ id: 'sh' }, { id: 'lg' }],
    [
      { id: 'sh.shelter', group: 'sh' },
      { id: 'sh.interim', group: 'sh' },
    ],
  );

  it('counts organizations, not rows', () => {
    expect(counts.organizations.get('XX-1')?.get('sh')).toBe(2);
    expect(counts.organizations.get('XX-1')?.get('lg')).toBe(0);
    expect(counts.services.get('sh')).toBe(5);
  });
  it('leaves nationwide services out of provinces and of their state', () => {
    expect(counts.nationwide.get('sh')).toBe(1);
    expect([...counts.state]).toEqual([
      ['XX-1', 'stated'],
      ['XX-2', 'stated'],
      ['XX-3', 'not-stated'],
    ]);
  });
  it('counts what does not say where', () => {
    expect(counts.notStatedWhere).toBe(1);
  });
});
