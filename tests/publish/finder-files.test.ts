import { describe, expect, it } from 'vitest';
import { makeSet } from '../../scripts/benchmarks/search/generator.ts';
import { shippedSet } from '../../scripts/benchmarks/search/shipped.ts';
import type { FinderService } from '../../src/directory/finder-index.ts';
import { finderFiles } from '../../src/publish/finder-files.ts';

const { index } = makeSet(shippedSet('data').frame, 4500, 3);
const labels = { en: { alpha: 'Alpha' }, km: { alpha: 'អាល់ហ្វា' } };
const { files, addresses } = finderFiles(index, labels, '/data/2010/finder/');
const read = (address: string) =>
  JSON.parse(files.find(({ name }) => address.endsWith(`/finder/${name}`))?.text ?? 'null');

describe('finderFiles', () => {
  it('hold the whole index, its services in parts', () => {
    const { names, services } = addresses('en');
    expect(services).toHaveLength(3);
    const whole = { ...read(names), services: services.flatMap(read) };
    expect(whole).toEqual(JSON.parse(JSON.stringify(index)));
  });

  it('name organizations in the language of the page', () => {
    expect(read(addresses('en').labels)).toEqual(labels.en);
    expect(read(addresses('km').labels)).toEqual(labels.km);
    expect(addresses('km').services).toEqual(addresses('en').services);
  });

  it('are called by their content: what did not change keeps its address', () => {
    const [first, ...rest] = index.services;
    const changed = finderFiles(
      { ...index, services: [{ ...(first as FinderService), men: 'no' as const }, ...rest] },
      labels,
      '/data/2010/finder/',
    );
    const [before, after] = [addresses('en'), changed.addresses('en')];
    expect(after.services[0]).not.toBe(before.services[0]);
    expect(after.services.slice(1)).toEqual(before.services.slice(1));
    expect(after.names).toBe(before.names);
  });
});
