/**
 * Adds to package-lock.json the optional packages of other platforms that npm left out. Where a registry holds only the
 * packages of its own platform, `npm install` writes a lockfile that `npm ci` then refuses ("Missing: … from lock file").
 * Run after every install: `npm run lock`. Changes nothing where nothing is missing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

type Entry = {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

const FILE = path.join(import.meta.dirname, '../package-lock.json');
/** How native packages are named: "@biomejs/cli-linux-x64-musl". */
const PLATFORM =
  /(android|darwin|linux|win32|freebsd|openharmony)-(arm64|x64|arm|ia32|ppc64|riscv64|s390x|loong64)(?:-(musl|gnu|musleabihf|gnueabihf|eabi|msvc))?$/;

const lock = JSON.parse(readFileSync(FILE, 'utf8'));
const packages: Record<string, Entry> = lock.packages;
const missing = Object.values(packages)
  .flatMap(({ optionalDependencies, dev }) =>
    Object.entries(optionalDependencies ?? {}).map((one) => [...one, dev] as const),
  )
  .filter(([name]) => packages[`node_modules/${name}`] === undefined);
for (const [name, version, dev] of missing) {
  const [, os, cpu, libc = ''] = PLATFORM.exec(name) ?? [];
  if (os === undefined || cpu === undefined) throw new Error(`${name} is missing, and its name tells no platform`);
  packages[`node_modules/${name}`] = {
    version,
    ...{ cpu: [cpu] },
    ...(dev === true ? { dev } : {}),
    ...(libc.startsWith('musl') ? { libc: ['musl'] } : libc.startsWith('gnu') ? { libc: ['glibc'] } : {}),
    ...{ optional: true, os: [os] },
  };
}
lock.packages = Object.fromEntries(Object.entries(packages).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${missing.length} packages of other platforms added\n`);
