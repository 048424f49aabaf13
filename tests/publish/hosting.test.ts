/** The snippets of docs/hosting.md send what public/_headers sends; whoever changes one hears of the other. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseHeaders } from '../../scripts/serve.ts';
import { practitionerHeaders } from '../../src/publish/site-policy.ts';

type Headers = [name: string, value: string][];

const file = readFileSync('public/_headers', 'utf8');
const page = readFileSync('docs/hosting.md', 'utf8');

const blockOf = (headers: string, path: string): Headers =>
  parseHeaders(headers).find((block) => block.path === path)?.headers ?? [];
const everywhere = blockOf(file, '/*');
const [[, immutable = ''] = []] = blockOf(file, '/_astro/*');
const robots = blockOf(practitionerHeaders(file), '/*').find(([name]) => name === 'X-Robots-Tag');

function snippet(language: string): string {
  const found = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'm').exec(page)?.[1];
  if (found === undefined) throw new Error(`docs/hosting.md has no snippet for ${language}.`);
  return found;
}

/** A line that sets one header wherever it stands; a quotation mark in a value would end it. */
const LINES: Record<string, RegExp> = {
  nginx: /^ *add_header (\S+) "([^"]*)" always;$/gm,
  caddy: /^ {8}([A-Z][\w-]+) "([^"]*)"$/gm,
  apache: /^Header always set (\S+) "([^"]*)"$/gm,
};
const COMMENTED: Record<string, RegExp> = {
  nginx: /^ *# add_header (\S+) "([^"]*)" always;$/gm,
  caddy: /^ {8}# ([A-Z][\w-]+) "([^"]*)"$/gm,
  apache: /^# Header always set (\S+) "([^"]*)"$/gm,
};

const headersIn = (text: string, line: RegExp | undefined): Headers =>
  [...text.matchAll(line ?? /(?!)/g)].map(([, name = '', value = '']) => [name, value]);

describe.each(['nginx', 'caddy', 'apache'])('the snippet for %s', (server) => {
  const text = snippet(server);

  it('sends every header of public/_headers with its value', () => {
    const sent = headersIn(text, LINES[server]).filter(([name]) => name !== 'Cache-Control');
    expect(sent.sort()).toEqual([...everywhere].sort());
    expect(sent.length).toBeGreaterThan(5);
  });

  it('lets browsers keep what has its fingerprint in its name, and ask again for the rest', () => {
    expect(text).toContain(`"${immutable}"`);
    expect(text).toMatch(/^[^#\n]*"no-cache"/m);
  });

  it('has the lines of the practitioner edition ready', () => {
    expect(headersIn(text, COMMENTED[server])).toContainEqual(robots);
    expect(text).toMatch(/# .*"no-store"/);
  });
});

describe('the snippet for nginx', () => {
  it('sets no header in a location, which would drop those of the server', () => {
    const locations = [...snippet('nginx').matchAll(/^ *location [^{]*\{([^}]*)\}/gm)];
    expect(locations.filter(([, inside]) => inside?.includes('add_header'))).toEqual([]);
    expect(locations.length).toBeGreaterThan(0);
  });
});

describe('the snippet for Caddy', () => {
  it('takes no header away, which would hold back all of them until after the 404 page', () => {
    expect(snippet('caddy')).not.toMatch(/^ *(header )?-[A-Z]/m);
  });
});
