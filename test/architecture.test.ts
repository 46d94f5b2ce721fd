import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../src/', import.meta.url).pathname;
const MAX_LINES = 300;

/**
 * The rooms and what each may import, as docs/architecture.md draws them. `ports` are the files directly in `store/`;
 * `packages` are the npm packages that a room may name (Node's own modules only where `node` is true).
 */
interface Room {
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
  readonly node?: boolean;
}

const TABLE: Readonly<Record<string, Room>> = {
  model: { rooms: [], packages: [] },
  ports: { rooms: ['model'], packages: [] },
  'store/memory': { rooms: ['ports', 'model'], packages: ['minisearch'] },
  'store/neo4j': { rooms: ['ports', 'model'], packages: ['neo4j-driver'] },
  derive: { rooms: ['model'], packages: [] },
  analysis: { rooms: ['ports', 'model'], packages: [] },
  workers: { rooms: ['analysis', 'ports', 'model'], packages: [], node: true },
  loaders: { rooms: ['ports', 'model'], packages: ['dataloader'] },
  generated: { rooms: ['model', 'ports', 'resolvers', 'loaders', 'analysis'], packages: ['graphql'] },
  resolvers: {
    rooms: ['loaders', 'analysis', 'ports', 'model', 'generated'],
    packages: ['graphql', '@graphql-tools/schema'],
    node: true,
  },
  server: {
    rooms: ['resolvers', 'loaders', 'ports', 'model'],
    packages: [
      '@apollo/server',
      '@as-integrations/fastify',
      '@fastify/cors',
      '@fastify/compress',
      '@fastify/proxy-addr',
      '@opentelemetry/api',
      'fastify',
      'graphql',
      'ioredis',
      'jose',
      'lru-cache',
      'pino',
      'prom-client',
      'rate-limiter-flexible',
      'zod',
    ],
    node: true,
  },
  seeding: { rooms: ['derive', 'ports', 'model'], packages: ['js-yaml', 'zod'], node: true },
  explorer: { rooms: [], packages: [] },
  config: { rooms: ['model'], packages: ['zod'], node: true },
  wiring: { rooms: ['*'], packages: ['*'], node: true },
  main: { rooms: ['*'], packages: ['*'], node: true },
  cli: { rooms: ['*'], packages: ['*'], node: true },
};

/** Only these name an adapter. */
const WIRING: ReadonlySet<string> = new Set(['main', 'cli', 'wiring']);
/** Only these read the arguments. */
const READS_ARGUMENTS: ReadonlySet<string> = new Set(['main', 'cli']);
/** Only this reads the environment. */
const READS_ENVIRONMENT = 'config.ts';

interface SourceFile {
  readonly path: string;
  readonly room: string;
  readonly text: string;
  /** Files of src by path, and packages by name. */
  readonly imports: readonly { readonly target: string; readonly typeOnly: boolean }[];
}

const files = readSources();

describe('architecture', () => {
  it('finds the sources', () => {
    expect(files.length).toBeGreaterThan(10);
  });

  it('puts every file in a room of the table', () => {
    expect(files.filter(({ room }) => TABLE[room] === undefined).map(({ path }) => `src/${path}`)).toEqual([]);
  });

  it.each(Object.entries(TABLE))('%s imports only what its row allows', (room, row) => {
    const broken = files
      .filter((file) => file.room === room)
      .flatMap((file) => file.imports.flatMap(({ target }) => violation(file, target, row)));
    expect(broken).toEqual([]);
  });

  it('names an adapter only in main, cli and wiring', () => {
    const naming = files.filter(
      ({ room, imports }) =>
        !WIRING.has(room) && imports.some(({ target }) => isAdapter(roomOf(target)) && roomOf(target) !== room),
    );
    expect(naming.map(({ path }) => `src/${path}`)).toEqual([]);
  });

  it('reads arguments only in main and cli, the environment only in config.ts', () => {
    const reading = files.filter(
      ({ room, path, text }) =>
        (!READS_ARGUMENTS.has(room) && /\bprocess\s*\.\s*argv\b/.test(text)) ||
        (path !== READS_ENVIRONMENT && /\bprocess\s*\.\s*env\b/.test(text)),
    );
    expect(reading.map(({ path }) => `src/${path}`)).toEqual([]);
  });

  it(`keeps every file within ${MAX_LINES} lines`, () => {
    const long = files
      .filter(({ room, text }) => room !== 'generated' && text.split('\n').length - 1 > MAX_LINES)
      .map(({ path, text }) => `src/${path}: ${text.split('\n').length - 1} lines`);
    expect(long).toEqual([]);
  });

  it('has no import cycles', () => {
    expect(findCycle()).toEqual([]);
  });
});

function violation(file: SourceFile, target: string, row: Room): string[] {
  const where = `src/${file.path} imports ${target}`;
  if (target.startsWith('node:')) return row.node ? [] : [`${where}: ${file.room} does no I/O`];
  if (!target.startsWith('src/')) {
    const name = target
      .split('/')
      .slice(0, target.startsWith('@') ? 2 : 1)
      .join('/');
    return allows(row.packages, name) ? [] : [`${where}: ${file.room} may import ${list(row.packages)}`];
  }
  const room = roomOf(target);
  return room === file.room || allows(row.rooms, room) ? [] : [`${where}: ${file.room} may import ${list(row.rooms)}`];
}

function allows(names: readonly string[], name: string): boolean {
  return names.includes('*') || names.includes(name);
}

function list(names: readonly string[]): string {
  return names.length > 0 ? names.join(', ') : 'nothing';
}

function isAdapter(room: string): boolean {
  return room === 'store/memory' || room === 'store/neo4j';
}

/** `src/store/memory/x.ts` → `store/memory`; `src/store/Topology.ts` → `ports`; `src/main.ts` → `main`. */
function roomOf(path: string): string {
  if (!path.startsWith('src/')) return path;
  const parts = path.slice('src/'.length).split('/');
  if (parts[0] === 'store') return parts.length > 2 ? `store/${parts[1]}` : 'ports';
  return parts.length > 1 ? (parts[0] ?? '') : path.slice('src/'.length).replace(/\.ts$/, '');
}

function readSources(): SourceFile[] {
  return readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8');
      return { path, room: roomOf(`src/${path}`), text: withoutComments(text), imports: importsOf(path, text) };
    });
}

function importsOf(path: string, text: string): SourceFile['imports'] {
  const found = withoutComments(text).matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\bfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g,
  );
  return [...found].map(([, typeOnly, fixed, dynamic]) => {
    const target = fixed ?? dynamic ?? '';
    const file = target.startsWith('.')
      ? posix.normalize(posix.join('src', posix.dirname(path), target)).replace(/\.js$/, '.ts')
      : target;
    return { target: file, typeOnly: typeOnly !== undefined };
  });
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

/** The first cycle among imports of values, as paths; imports of types alone vanish when compiled. */
function findCycle(): string[] {
  const next = new Map(
    files.map((file) => [
      `src/${file.path}`,
      file.imports.filter(({ target, typeOnly }) => !typeOnly && target.startsWith('src/')).map(({ target }) => target),
    ]),
  );
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): string[] => {
    const start = trail.indexOf(path);
    if (start >= 0) return [...trail.slice(start), path];
    if (done.has(path)) return [];
    for (const target of next.get(path) ?? []) {
      const cycle = walk(target, [...trail, path]);
      if (cycle.length > 0) return cycle;
    }
    done.add(path);
    return [];
  };
  for (const path of next.keys()) {
    const cycle = walk(path, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
