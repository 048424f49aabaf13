/** Words that nothing shows any more are removed: translators should not work on them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from '../../src/i18n/en.json' with { type: 'json' };

const SRC = join(import.meta.dirname, '../../src');
/** A word in quotes of any kind. */
const QUOTED = /(['"`])([\w.-]+)\1/g;
/** A template that begins with words of its own up to a dot, such as `state.${person}.${match}`. */
const TEMPLATE = /`(\w[\w.-]*\.)((?:\$\{[^`{}]*\}[\w.-]*)+)`/g;

const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The pattern of the keys that the rest of a template stands for. */
function patternOf(prefix: string, rest: string): RegExp {
  const parts = rest.split(/\$\{[^`{}]*\}/).map(escapePattern);
  return new RegExp(`^${escapePattern(prefix)}${parts.join('[\\w-]+')}$`);
}

/** The keys that no source names, neither whole nor by a template. */
function unused(keys: readonly string[], sources: readonly string[]): string[] {
  const named = new Set(sources.flatMap((text) => [...text.matchAll(QUOTED)].map(([, , word]) => word)));
  const patterns = sources.flatMap((text) =>
    [...text.matchAll(TEMPLATE)].map(([, prefix = '', rest = '']) => patternOf(prefix, rest)),
  );
  return keys.filter((key) => {
    const stem = key.replace(/_(one|other)$/, '');
    return !named.has(stem) && !patterns.some((pattern) => pattern.test(stem));
  });
}

describe('unused', () => {
  it.each([
    ['find.title', "t('find.title')", true],
    ['find.count_other', "t('find.count', { count })", true],
    ['state.men.not-stated', `\`state.\${person}.\${match}\``, true],
    ['about.rule.age.text', `\`about.rule.\${rule}.text\``, true],
    ['find.title', "t('find.titles')", false],
    ['state.men.yes', `\`\${person}.\${match}\``, false],
    ['nav.find.text', `\`nav.\${entry}\``, false],
  ])('"%s" in %s is used: %s', (key, source, used) => {
    expect(unused([key], [source])).toEqual(used ? [] : [key]);
  });
});

describe('the dictionaries', () => {
  it('hold no key that no page uses', () => {
    const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|astro)$/.test(file))
      .map((file) => readFileSync(join(SRC, file), 'utf8'));
    expect(unused(Object.keys(en), sources)).toEqual([]);
  });
});
