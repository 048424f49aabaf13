/** Who may import whom. The floors are those of the README's map of folders; every message names a file and an import. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

/** From the ground up; the rooms of one floor do not know each other, but for the pairs below. */
const FLOORS: readonly (readonly string[])[] = [
  ['schema', 'i18n'],
  ['dataset', 'directory', 'offline'],
  ['publish', 'map'],
  ['site', 'sealed', 'islands', 'round'],
  ['pages', 'layouts', 'components', 'styles'],
];

/** Below the top floor: the checks of a dataset ask the questions of the directory, and a language is a word of the schema. */
const NEIGHBOURS: Record<string, readonly string[]> = { dataset: ['directory'], i18n: ['schema'] };

/** On the top floor: whom each room may import there. */
const TOP_FLOOR: Record<string, readonly string[]> = {
  pages: ['layouts', 'components', 'styles'],
  layouts: ['components', 'styles'],
  components: ['styles'],
  styles: [],
};

/** Where the top floor may take values from; types may come from anywhere below. */
const DOORS_OF_THE_TOP_FLOOR = ['site', 'sealed', 'islands', 'i18n', 'map'];

/** Closed lists of words, which are no data: the top floor may take these as well. */
const WORD_LISTS = 'schema/vocabulary.ts';

/** Rooms whose code runs in commands, in the build and in the browser alike. */
const PURE_ROOMS = ['schema', 'directory', 'map'];
const BROWSER_GLOBALS = ['document', 'window', 'navigator', 'localStorage', 'sessionStorage'];

/** Packages that are too heavy for a phone, or that work in Node only. */
const NOT_IN_THE_BROWSER = /^(zod|i18next|papaparse|libphonenumber-js|astro)(\/|$)|^node:/;

interface Import {
  /** As written. */
  name: string;
  /** Path below src, or undefined for a package. */
  file?: string;
  typeOnly: boolean;
}

interface Source {
  /** Path below src, with forward slashes. */
  path: string;
  room: string;
  text: string;
  imports: Import[];
}

/** The parts of a file that are TypeScript: all of it, or the frontmatter and the scripts of an Astro file. */
function scriptsOf(path: string, text: string): string[] {
  if (!path.endsWith('.astro')) return [text];
  const frontmatter = /^\s*---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '';
  const scripts = [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '');
  const sources = [...text.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g)].map(
    (match) => `import '${match[1]}';`,
  );
  return [frontmatter, ...scripts, ...sources];
}

function parse(script: string): ts.SourceFile {
  return ts.createSourceFile('script.ts', script, ts.ScriptTarget.Latest, true);
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

function importsOf(path: string, text: string): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
    const name = specifier.text;
    const target = name.startsWith('.') ? resolve(SRC, dirname(path), name.replace(/\?.*$/, '')) : undefined;
    const file = target === undefined ? undefined : relative(SRC, target).replaceAll('\\', '/');
    found.push({ name, typeOnly, ...(file === undefined ? {} : { file }) });
  };
  for (const script of scriptsOf(path, text)) {
    visit(parse(script), (node) => {
      if (ts.isImportDeclaration(node)) {
        const clause = node.importClause;
        const named = clause?.namedBindings;
        const typesOnly =
          clause?.name === undefined &&
          named !== undefined &&
          ts.isNamedImports(named) &&
          named.elements.length > 0 &&
          named.elements.every((element) => element.isTypeOnly);
        add(node.moduleSpecifier, clause?.phaseModifier === ts.SyntaxKind.TypeKeyword || typesOnly);
      } else if (ts.isExportDeclaration(node)) {
        add(node.moduleSpecifier, node.isTypeOnly);
      } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
        add(node.arguments[0], false);
      } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
        add(node.argument.literal, true);
      }
    });
  }
  return found;
}

/** The room of a path below src; files that stand in src itself are rooms of their own. */
function roomOf(path: string): string {
  const [first = ''] = path.split('/');
  return first.replace(/(\.d)?\.(ts|mjs|astro)$/, '');
}

const files = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(SRC, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  .sort();

const sources: Source[] = files
  .filter((path) => /\.(ts|mjs|astro)$/.test(path) && !path.endsWith('.d.ts'))
  .map((path) => {
    const text = readFileSync(join(SRC, path), 'utf8');
    return { path, room: roomOf(path), text, imports: importsOf(path, text) };
  });

const byPath = new Map(sources.map((source) => [source.path, source]));

const floorOf = (room: string) => FLOORS.findIndex((rooms) => rooms.includes(room));

/** What is wrong with one import, or undefined. */
function complaint(from: Source, { name, file, typeOnly }: Import): string | undefined {
  if (file === undefined) return undefined;
  const says = (reason: string) => `src/${from.path} imports "${name}": ${reason}`;
  if (file.startsWith('..')) {
    // Data that ships with a package or the project, such as package.json, has no room.
    return file.startsWith('../scripts') || file.startsWith('../tests')
      ? says('src does not know scripts or tests.')
      : undefined;
  }
  const room = roomOf(file);
  if (room === from.room) return undefined;
  const floor = floorOf(from.room);
  const below = floorOf(room);
  if (below === -1) return says(`"${room}" is not a room of the README's map.`);
  if (floor === FLOORS.length - 1) {
    if (below === floor) {
      return TOP_FLOOR[from.room]?.includes(room) === true
        ? undefined
        : says(`${from.room} do not import ${room}.`);
    }
    if (typeOnly || file === WORD_LISTS || DOORS_OF_THE_TOP_FLOOR.includes(room)) return undefined;
    return says(`what people see takes values only from ${DOORS_OF_THE_TOP_FLOOR.join(', ')}.`);
  }
  if (NEIGHBOURS[from.room]?.includes(room) === true) return undefined;
  if (below >= floor)
    return says(`${from.room} imports only from floors below it, and ${room} is not below.`);
  if (from.room === 'islands' && room === 'dataset') {
    return says('scripts of the page do not read files.');
  }
  return undefined;
}

/** Every package that a file brings along by value, with the way it comes in. */
function packagesOf(start: Source): Map<string, string[]> {
  const packages = new Map<string, string[]>();
  const seen = new Set<string>();
  const walk = (source: Source, way: string[]) => {
    if (seen.has(source.path)) return;
    seen.add(source.path);
    for (const { name, file, typeOnly } of source.imports) {
      if (typeOnly) continue;
      if (file === undefined) packages.set(name, [...way, source.path]);
      const next = file === undefined ? undefined : byPath.get(file);
      if (next !== undefined) walk(next, [...way, source.path]);
    }
  };
  walk(start, []);
  return packages;
}

function cycles(): string[] {
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const walk = (source: Source, way: string[]) => {
    if (state.get(source.path) === 'done') return;
    if (state.get(source.path) === 'open') {
      found.push([...way.slice(way.indexOf(source.path)), source.path].join(' -> '));
      return;
    }
    state.set(source.path, 'open');
    for (const { file } of source.imports) {
      const next = file === undefined ? undefined : byPath.get(file);
      if (next !== undefined && next !== source) walk(next, [...way, source.path]);
    }
    state.set(source.path, 'done');
  };
  for (const source of sources) walk(source, []);
  return found;
}

/** Names of the browser that a script uses without declaring them itself. */
function browserGlobalsIn(script: string): string[] {
  const used = new Set<string>();
  const declared = new Set<string>();
  visit(parse(script), (node) => {
    if (!ts.isIdentifier(node) || !BROWSER_GLOBALS.includes(node.text)) return;
    const parent = node.parent;
    const declares =
      (ts.isVariableDeclaration(parent) || ts.isParameter(parent) || ts.isBindingElement(parent)) &&
      parent.name === node;
    if (declares) declared.add(node.text);
    const isLabel =
      (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
      ((ts.isPropertyAssignment(parent) ||
        ts.isPropertySignature(parent) ||
        ts.isMethodDeclaration(parent)) &&
        parent.name === node);
    if (!isLabel && !declares) used.add(node.text);
  });
  return [...used].filter((name) => !declared.has(name));
}

describe('src', () => {
  it('has files to look at', () => {
    expect(sources.length).toBeGreaterThan(0);
  });

  it('holds nothing but the rooms of the five floors', () => {
    const rooms = FLOORS.flat();
    const stray = files.filter((path) => !path.endsWith('.d.ts') && !rooms.includes(roomOf(path)));
    expect(stray).toEqual([]);
  });

  it('has no file or folder named utils, helpers or common', () => {
    expect(files.filter((path) => /(^|\/)(utils?|helpers?|common)(\.|\/)/i.test(path))).toEqual([]);
  });

  it('keeps no two places in step by a comment', () => {
    const plea = /(keep|kept) in sync|must (match|be kept)/i;
    expect(sources.filter(({ text }) => plea.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

describe('imports', () => {
  it('lead to a file that exists', () => {
    const broken = sources.flatMap((source) =>
      source.imports
        .filter(({ file }) => file !== undefined && !existsSync(join(SRC, file)))
        .map(({ name }) => `src/${source.path} imports "${name}", which does not exist.`),
    );
    expect(broken).toEqual([]);
  });

  it('run downwards only', () => {
    const wrong = sources.flatMap((source) =>
      source.imports.map((made) => complaint(source, made)).filter((words) => words !== undefined),
    );
    expect(wrong).toEqual([]);
  });

  it('make no circle', () => {
    expect(cycles()).toEqual([]);
  });

  it('bring nothing into the browser that is too heavy for it', () => {
    const heavy = sources
      .filter(({ room }) => room === 'islands' || room === 'offline')
      .flatMap((source) => [...packagesOf(source)])
      .filter(([name]) => NOT_IN_THE_BROWSER.test(name))
      .map(([name, way]) => `"${name}" reaches the browser through ${way.join(' -> ')}`);
    expect([...new Set(heavy)]).toEqual([]);
  });
});

describe('contacts that have not been redacted', () => {
  /** The files that import one by value. */
  const importersOf = (target: string) =>
    sources
      .filter(({ imports }) => imports.some(({ file, typeOnly }) => file === target && !typeOnly))
      .map(({ path }) => path);

  it('go through one narrow door, which one endpoint opens', () => {
    expect(importersOf('sealed.ts')).toEqual(['pages/data/[edition]/contacts.sealed.ts']);
    expect(importersOf('publish/sealed-contacts.ts')).toEqual(['sealed.ts']);
  });

  it('are read from files by the two doors only', () => {
    const readers = importersOf('dataset/load-directory.ts').filter((path) => !path.startsWith('dataset/'));
    expect(readers).toEqual(['sealed.ts', 'site.ts']);
  });

  it('do not leave the door but sealed', () => {
    const door = byPath.get('sealed.ts');
    const exported = [...(door?.text ?? '').matchAll(/^export .*$/gm)].map(([line]) => line);
    expect(exported).toHaveLength(1);
    expect(exported[0]).toMatch(/^export async function sealContacts\(/);
    expect(door?.text).toMatch(/\): Promise<Bytes> \{$/m);
  });
});

describe('schema, directory and map', () => {
  const pure = sources.filter(({ room }) => PURE_ROOMS.includes(room));

  it('know neither Astro nor Node', () => {
    const wrong = pure.flatMap(({ path, imports }) =>
      imports
        .filter(({ name }) => /^(astro|node)(:|\/|$)/.test(name))
        .map(({ name }) => `src/${path} imports "${name}"`),
    );
    expect(wrong).toEqual([]);
  });

  it('know no page', () => {
    const wrong = pure.flatMap(({ path, text }) =>
      scriptsOf(path, text)
        .flatMap(browserGlobalsIn)
        .map((name) => `src/${path} uses "${name}"`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('who may see what', () => {
  const above = sources.filter(({ room }) => floorOf(room) > floorOf('publish'));

  it('is decided in publish/ and asked nowhere above it', () => {
    const decision =
      /\b(?:withheld|consent_\w+|seesContact|effectiveVisibility|consentState|doNotList)\b|visibility\s*(?:[!=]==?|\))|[!=]==?\s*[\w.?]*visibility\b/;
    expect(above.filter(({ text }) => decision.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('shows in pages only as the attribute of a number', () => {
    const naming = above.filter(({ text }) => /\bvisibility\b/.test(text)).map(({ path }) => path);
    expect(naming).toEqual(['components/PhoneNumber.astro']);
    const { text = '' } = byPath.get('components/PhoneNumber.astro') ?? {};
    expect(text.match(/.*\bvisibility\b.*/g)).toEqual([
      'const { phone, visibility } = contact;',
      expect.stringContaining("'data-visibility': visibility"),
    ]);
  });

  it('leaves one door: only site.ts redacts', () => {
    expect(
      above.filter(({ imports }) => imports.some(({ file }) => file === 'publish/redact.ts')),
    ).toMatchObject([{ path: 'site.ts' }]);
  });
});
