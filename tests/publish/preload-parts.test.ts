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

const page = (links: string, body: string) => `<head><title>Page</title>${links}</head><body>${body}</body>`;

describe('nameParts', () => {
  it('names scripts, what they import and what that imports, each once, and nothing that is wanted later', () => {
    const body = `<p>Words</p>${script('page')}</script>${script('other')}</script>`;
    const links = ['shared', 'deep', 'effect', 'page', 'other'].map(link).join('');
    expect(nameParts(page('', body), codeAt)).toBe(page(links, body));
  });

  it('names a script once that another script of the page imports', () => {
    const body = `${script('other')}</script>${script('shared')}</script>`;
    const links = ['shared', 'deep', 'other'].map(link).join('');
    expect(nameParts(page('', body), codeAt)).toBe(page(links, body));
  });

  it('leaves a page without module scripts as it is', () => {
    const html = page('', '<script src="/_astro/page.js"></script>');
    expect(nameParts(html, codeAt)).toBe(html);
  });
});
