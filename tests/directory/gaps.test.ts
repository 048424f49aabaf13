import { expect, it } from 'vitest';
import { gapsStatedOf, statementLines } from '../../src/directory/gaps.ts';
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

it('reads the same words out once, with all who said them and all pages', () => {
  const same = { text_en: 'Few beds.', page: ['1'] };
  const lines = statementLines([
    statement('a', same),
    statement('b', { ...same, organization: ['beta', 'alpha'], page: ['2', '1'] }),
    statement('c', { ...same, kind: 'recommendation' }),
  ]);
  expect(lines).toMatchObject([
    { first: { id: 'a' }, organization: ['alpha', 'beta'], page: ['1', '2'] },
    { first: { id: 'c' } },
  ]);
});
