/** Proves the doors between the rooms, and the invariants of ARCHITECTURE.md that can be read off the source. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.join(import.meta.dirname, '..');
const LONGEST_FILE = 300;

type SourceFile = {
  readonly file: string;
  readonly room: string;
  readonly code: string;
  readonly imports: readonly string[];
};

const files = ['src', 'commands'].flatMap((folder) => sourceFiles(folder));

/** Which rooms each room may open onto. `main.ts`, `index.ts` and `settings.ts` (room "door") and `bot/` may open all. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  core: [],
  language: ['core'],
  read: ['core', 'language'],
  attribute: ['core', 'language'],
  verify: ['core', 'language'],
  summarize: ['core', 'language'],
  feeds: ['core', 'language'],
  schedule: ['core'],
  digest: ['core', 'language'],
  render: ['core'],
  flow: ['core'],
  store: ['core'],
  'platforms/console': ['core'],
  'platforms/discord': ['core'],
  'platforms/slack': ['core'],
  'platforms/terminal': ['core'],
  commands: ['core', 'render'],
};

/** Which packages live in which room. A package has one home. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  read: [
    '@exodus/bytes',
    '@mozilla/readability',
    'entities',
    'franc',
    'html-encoding-sniffer',
    'ipaddr.js',
    'linkedom',
    'robots-parser',
    'undici',
    'unpdf',
  ],
  feeds: ['htmlparser2'],
  summarize: ['openai', 'gpt-tokenizer', 'zod'],
  schedule: ['temporal-polyfill'],
  store: ['kysely', 'pg', 'pg-boss', '@electric-sql/pglite'],
  'platforms/console': ['hono', '@hono/node-server'],
  'platforms/discord': ['discord.js'],
  'platforms/slack': ['@slack/bolt'],
  'platforms/terminal': ['wrap-ansi'],
  bot: ['pino', 'piscina', 'prom-client'],
  door: ['dotenv'],
};

/** Rooms that join the others, and so may open all doors. */
const JOINERS = ['door', 'bot'];

/** Dependencies that nothing imports: the right Node, and what pg-boss wants beside it. */
const NEVER_IMPORTED = ['node', '@opentelemetry/api'];

test('every room opens only onto the rooms that it may', () => {
  const trespasses = files.flatMap(({ file, room, imports }) =>
    imports
      .filter((name) => name.startsWith('#'))
      .map((name) => ({ name, to: roomOf(name.startsWith('#commands/') ? name.slice(1) : `src/${name.slice(1)}`) }))
      .filter(({ to }) => !JOINERS.includes(room) && to !== room && !(DOORS[room] ?? []).includes(to))
      .map(({ name }) => `${file} (${room}) imports ${name}`),
  );
  expect(trespasses).toEqual([]);
});

/** Whether what a file of a room's folder names by ../ lies in the same room: src/attribute/other/x.ts and ../y.ts. */
function isWithin(file: string, name: string, room: string): boolean {
  return path.posix.join(path.posix.dirname(file), name).startsWith(`src/${room}/`);
}

test('inside a room files are imported as ./x.ts, and no import leaves a room by ../', () => {
  const wrong = files.flatMap(({ file, room, imports }) =>
    imports
      .filter(
        (name) =>
          (name.startsWith('../') && name !== '../package.json' && !isWithin(file, name, room)) ||
          (name.startsWith('#') && room !== 'door' && isHome(name, room)),
      )
      .map((name) => `${file} imports ${name}`),
  );
  expect(wrong).toEqual([]);
});

test('a package is imported from its one home only', () => {
  const wrong = files.flatMap(({ file, room, imports }) =>
    imports
      .filter((name) => !/^[#./]|^node:/.test(name))
      .map((name) =>
        name
          .split('/')
          .slice(0, name.startsWith('@') ? 2 : 1)
          .join('/'),
      )
      .filter((name) => !(PACKAGES[room] ?? []).includes(name))
      .map((name) => `${file} (${room}) imports ${name}`),
  );
  expect(wrong).toEqual([]);
});

test('every package that the product depends on has a home', () => {
  const { dependencies } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const homes = Object.values(PACKAGES).flat();
  expect(
    Object.keys(dependencies)
      .filter((name) => !NEVER_IMPORTED.includes(name))
      .toSorted(),
  ).toEqual(homes.toSorted());
});

test('core does no input or output: it imports nothing, not even of node', () => {
  const wrong = inRoom('core').flatMap(({ file, imports }) =>
    imports.filter((name) => !name.startsWith('./')).map((name) => `${file}: ${name}`),
  );
  expect(wrong).toEqual([]);
});

test('only read opens connections to addresses that people and feeds give', () => {
  const wrong = files
    .filter(({ room }) => room !== 'read')
    .flatMap(({ file, imports, code }) => [
      ...imports
        .filter((name) => /^node:(?:http|https|http2|net|tls|dgram|dns)\b/.test(name))
        .map((name) => `${file}: ${name}`),
      ...(/(?<![.\w])fetch\(/.test(code) ? [`${file}: fetch()`] : []),
    ]);
  expect(wrong).toEqual([]);
});

test('in read, only with-guarded-client.ts sends requests', () => {
  expect(importers('undici')).toEqual(['src/read/with-guarded-client.ts']);
});

test('a Briefing is made, and read back, in verify and nowhere else', () => {
  const makers = files.filter(({ code }) => /\bas (?:unknown as )?Briefing\b/.test(code)).map(({ file }) => file);
  // restore-briefing.ts reads back what passed the verifier once and was kept.
  expect(makers).toEqual(['src/verify/make-briefing.ts', 'src/verify/restore-briefing.ts']);
});

test('the environment is read at the two doors only, and handed to settings.ts', () => {
  const readers = files.filter(({ code }) => /process\.env\b/.test(code)).map(({ file }) => file);
  expect(readers.toSorted()).toEqual(['src/index.ts', 'src/main.ts']);
});

test('no room asks for the time or for chance: bot/read-clock.ts hands the time in', () => {
  const wrong = files
    .filter(({ file }) => file !== 'src/bot/read-clock.ts')
    .filter(({ code }) => /Date\.now\(|new Date\(\)|Math\.random\(/.test(code))
    .map(({ file }) => file);
  expect(wrong).toEqual([]);
});

test('nothing imports in circles', () => {
  const graph = new Map(
    files.map(({ file, imports }) => [file, imports.map((name) => resolve(file, name)).filter((to) => to !== null)]),
  );
  expect(findCircle(graph)).toBeNull();
});

test(`no file is longer than ${LONGEST_FILE} lines`, () => {
  const long = [...files, ...sourceFiles('tests'), ...sourceFiles('bench')].filter(
    ({ code }) => code.split('\n').length > LONGEST_FILE,
  );
  expect(long.map(({ file }) => file)).toEqual([]);
});

test('files are named after what they export', () => {
  const wrong = files
    .filter(({ file, room }) => room !== 'core' && !/\/(?:index|main|settings|limits)\.ts$|-worker\.ts$/.test(file))
    .filter(({ file, code }) => !exportsNameOf(file, code))
    .map(({ file }) => file);
  expect(wrong).toEqual([]);
  expect(files.filter(({ file }) => /\/(?:utils?|helpers?|types|common|misc)\.ts$/.test(file))).toEqual([]);
});

test('tests and bench stay outside: nothing in src or commands imports them', () => {
  expect(
    files.flatMap(({ file, imports }) =>
      imports.filter((name) => /tests\/|bench\//.test(name)).map((name) => `${file}: ${name}`),
    ),
  ).toEqual([]);
});

test('.env.example lists exactly the declared settings, each with a comment', async () => {
  const { SETTING_NAMES } = await import('#settings.ts');
  const example = readFileSync(path.join(ROOT, '.env.example'), 'utf8');
  const listed = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
  expect(listed.toSorted()).toEqual([...SETTING_NAMES].toSorted());
  for (const name of SETTING_NAMES) expect(example).toMatch(new RegExp(`^#.+\\n${name}=`, 'm'));
});

/** Whether an export's name holds the file's name, or its last word ("page-date.ts": findDate). */
function exportsNameOf(file: string, code: string): boolean {
  const stem = path.basename(file, '.ts');
  const last = stem.split('-').at(-1)?.replace(/s$/, '') ?? '';
  const exported = [...code.matchAll(/^export (?:async )?(?:const|function\*?|type|class) (\w+)/gm)];
  const names = exported.map(([, name = '']) => name.toLowerCase().replaceAll('_', ''));
  return names.some((name) => name.includes(last) || stem.replaceAll('-', '').startsWith(name));
}

function sourceFiles(folder: string): SourceFile[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .toSorted()
    .map((name) => {
      const file = `${folder}/${name}`;
      const code = readFileSync(path.join(ROOT, file), 'utf8');
      return { file, room: roomOf(file), code, imports: importsOf(code) };
    });
}

function importsOf(code: string): string[] {
  const imports = /^import\b[^;'"]*?['"]([^'"]+)['"]/gm;
  const exports = /^export\s+(?:type\s+)?(?:\*|\{[^}]*\})[^;'"]*?from\s+['"]([^'"]+)['"]/gm;
  const calls = /\b(?:import|require)\(\s*['"]([^'"]+)['"]/g;
  return [imports, exports, calls].flatMap((pattern) => [...code.matchAll(pattern)]).map(([, name = '']) => name);
}

function roomOf(file: string): string {
  const [top = '', room = '', platform = ''] = file.split('/');
  if (top === 'commands') return 'commands';
  if (room.endsWith('.ts')) return 'door';
  return room === 'platforms' && !platform.endsWith('.ts') ? `platforms/${platform}` : room;
}

function isHome(name: string, room: string): boolean {
  return name.startsWith(`#${room}/`);
}

function inRoom(name: string): SourceFile[] {
  return files.filter(({ room }) => room === name);
}

function importers(name: string): string[] {
  return files.filter(({ imports }) => imports.includes(name)).map(({ file }) => file);
}

function resolve(from: string, name: string): string | null {
  if (name.startsWith('#commands/')) return name.slice(1);
  if (name.startsWith('#')) return `src/${name.slice(1)}`;
  return name.startsWith('.') && name.endsWith('.ts') ? path.posix.join(path.posix.dirname(from), name) : null;
}

/** The files of one circle of imports, or null. */
function findCircle(graph: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>();
  const walk = (file: string, above: readonly string[]): string[] | null => {
    if (above.includes(file)) return [...above.slice(above.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const next of graph.get(file) ?? []) {
      const circle = walk(next, [...above, file]);
      if (circle !== null) return circle;
    }
    done.add(file);
    return null;
  };
  for (const file of graph.keys()) {
    const circle = walk(file, []);
    if (circle !== null) return circle;
  }
  return null;
}
