import { expect, it } from 'vitest';
import { readQuery } from '../../src/directory/query.ts';
import { countedQuestion, readMapQuestion, writeMapQuestion } from '../../src/map/map-question.ts';

it.each([
  '',
  'who=men',
  'who=men,boys&age=15&where=KH-1&need=sh,lg',
  'need=sh.shelter&nationwide=in',
  'nationwide=in',
  'view=detail',
  'who=men&where=KH-1&nationwide=in&view=detail',
])('writes "%s" as it was read', (fragment) => {
  expect(writeMapQuestion(readMapQuestion(`#${fragment}`))).toBe(fragment);
});

it('reads what the finder writes, and the finder what it writes', () => {
  const { query } = readMapQuestion('who=men&where=KH-1,KH-2&need=sh&q=shelter');
  expect(query).toMatchObject({ who: ['men'], where: ['KH-1'], need: ['sh'], q: '' });
  expect(readQuery(writeMapQuestion({ query, nationwide: true, detail: true }))).toEqual(query);
});

it('counts without the province that is open', () => {
  expect(countedQuestion(readMapQuestion('who=girls&where=KH-1&nationwide=in'))).toEqual({
    who: ['girls'],
    age: undefined,
    need: [],
    nationwide: true,
  });
});
