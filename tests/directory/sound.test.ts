import { describe, expect, it } from 'vitest';
import { sound, sounds } from '../../src/directory/sound.ts';

describe('sound', () => {
  it.each([
    ['pteah', 'ptea'],
    ['teuk', 'tik'],
    ['toek', 'tek'],
    ['damnok', 'domnok'],
    ['phnom', 'pnom'],
    ['kampong', 'kompong'],
    ['khmeng', 'kmeng'],
    ['meanchey', 'meanchay'],
    ['licadho', 'licado'],
    ['battambang', 'batambang'],
    ['goutte', 'gout'],
  ])('of "%s" is that of "%s"', (one, other) => {
    expect(sound(one)).not.toBe('');
    expect(sound(one)).toBe(sound(other));
  });

  it.each([
    ['kampot', 'kampong'],
    ['kandal', 'kampot'],
    ['svay', 'sray'],
    ['hagar', 'agar'],
  ])('tells "%s" from "%s"', (one, other) => {
    expect(sound(one)).not.toBe(sound(other));
  });

  it('has none for Khmer letters', () => {
    expect(sound('ជម្រក')).toBe('');
    expect(sounds('Ptea ជម្រក Teuk')).toEqual([sound('ptea'), sound('teuk')]);
  });
});
