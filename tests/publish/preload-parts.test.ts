import { describe, expect, it } from 'vitest';
import { nameParts } from '../../src/publish/preload-parts.ts';

const CODE: Record<string, string> = {
  '/_astro/page.js': 'import{a as b}from"./shared.js";import"./effect.js";const c=()=>import("./later.js");',
  '/_astro/other.js': 'import{d}from"./shared.js";',
  '/_astro/shared.js': 'import{e}from"./deep.js";export{f}from"./deep.js";',
  '/_astro/deep.js': 'import{g}from"./shared.js";import{h}from"./gone.js";',
  '/_astro/effect.js': 'console.log(1)',
  '/_astro/later.js': '',
};
const codeAt = (address: string) => CODE[address];
const script = (name: string) => `<script type="module" src="/_astro/${name}.js">`;
const link = (name: string) => `<link rel="modulepreload" href="/_astro/${name}.js">`;

describe('nameParts', () => {
  it('names what a script imports and what that imports, each once, and nothing that is wanted later', () => {
    const html = `<p>Words</p>${script('page')}</script>${script('other')}</script>`;
    expect(nameParts(html, codeAt)).toBe(
      `<p>Words</p>${link('shared')}${link('deep')}${link('effect')}${script('page')}</script>${script('other')}</script>`,
    );
  });

  it('does not name a script of the page itself', () => {
    const html = `${script('other')}</script>${script('shared')}</script>`;
    expect(nameParts(html, codeAt)).toBe(
      `${link('deep')}${script('other')}</script>${script('shared')}</script>`,
    );
  });

  it('leaves a page without module scripts as it is', () => {
    const html = '<script src="/_astro/page.js"></script>';
    expect(nameParts(html, codeAt)).toBe(html);
  });
});
