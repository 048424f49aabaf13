import { expect, it } from 'vitest';
import { gapsStatedOf } from '../../src/directory/gaps.ts';
import type { Statement } from '../../src/schema/directory.ts';

const statement = (id: string, more: Partial<Statement>) =>
  ({ id, kind: 'gap', topic: 'sh.shelter', organization: ['alpha'], ...more }) as Statement;

it('finds the gaps that a provider stated about the kind of help it gives', () => {
  const statements = [
    statement('own', {}),
    statement('shared', { organization: ['beta', 'alpha'] }),
    statement('of-another', { organization: ['beta'] }),
    statement('about-another-kind', { topic: 'lg.counselling' }),
    statement('a-wish', { kind: 'recommendation' }),
    statement('of-nobody', { organization: [] }),
  ];
  const found = gapsStatedOf([{ type: 'sh.shelter', organization: 'alpha' }], statements);
  expect(found.map(({ id }) => id)).toEqual(['own', 'shared']);
});
