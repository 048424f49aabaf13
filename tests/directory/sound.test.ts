import { describe, expect, it } from 'vitest';
import { fold } from '../../src/directory/fold.ts';
import { sound, soundOfKhmer, sounds, withoutDoubles } from '../../src/directory/sound.ts';

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

describe('soundOfKhmer', () => {
  it.each([
    ['ដំណក់ទឹក', 'Damnok Toek'],
    ['អង្គការ ដំណក់ទឹក', 'Damnok Toek'],
    ['ផ្ទះទឹកដោង', 'Ptea Teuk Dong'],
    ['បន្ទាយស្រី', 'Banteay Srey'],
    ['អាហ្វេស៊ីប', 'AFESIP'],
    ['ឆាប់ដៃ', 'Chab Dai'],
    ['កុមារជាតិ', 'Komar Cheat'],
    ['គន្ធបុប្ផា', 'Kantha Bopha'],
  ])('%s sounds like %s', (khmer, latin) => {
    expect(soundOfKhmer(fold(khmer))).toBe(withoutDoubles(sounds(latin).join('')));
  });

  it('leaves out the letter that a sign makes silent', () => {
    expect(soundOfKhmer(fold('ពោធិ៍សាត់'))).toBe(sound('posat'));
  });

  it('has none for Latin letters', () => {
    expect(soundOfKhmer('damnok')).toBe('');
  });
});
