import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../src/store/neo4j/Database.js';
import { freePort } from '../support/neo4j/freePort.js';

/** Runs what the README types in each of its terminals as it stands there; only ports and the folder are others. */

const ROOT = new URL('../..', import.meta.url);
const README = readFileSync(new URL('README.md', ROOT), 'utf8');
const [, section = ''] = /\n## Keep the graph in Neo4j\n([\s\S]*?)\n## /.exec(README) ?? [];
const terminals = [...section.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, commands = '']) => commands);

const ARCHITECTURE = readFileSync(new URL('docs/architecture.md', ROOT), 'utf8');
const cypher = [...ARCHITECTURE.matchAll(/```cypher\n([\s\S]*?)```/g)].map(([, text = '']) => text);

/** Of whoever runs the tests, none of which the README tells to set. */
const NOT_OURS = /^(NEO4J_|npm_|VITEST|READS$|DATA$|HOST$|PORT$|WRITE_TOKEN$|NODE_ENV$|NODE_OPTIONS$)/;

interface Terminal {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly ended: Promise<number | null>;
  /** Resolves when it has printed a match; rejects when it ends before. */
  printed(pattern: RegExp): Promise<void>;
}

const open: Terminal[] = [];
let folder: string;
let ports: { readonly bolt: number; readonly api: number };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readme-'));
  ports = { bolt: await freePort(), api: await freePort() };
});

afterAll(async () => {
  // The last one first: the server before its database.
  for (const terminal of open.reverse()) await close(terminal);
  await rm(folder, { recursive: true });
});

function type(commands: string): Terminal {
  const text = commands
    .replaceAll('127.0.0.1:7687', `127.0.0.1:${ports.bolt}`)
    .replaceAll('127.0.0.1:4000', `127.0.0.1:${ports.api}`)
    .replaceAll('.neo4j/', `${folder}/`);
  const kept = Object.entries(process.env).filter(([name]) => !NOT_OURS.test(name));
  const child = spawn('bash', ['-e', '-c', text], {
    cwd: ROOT,
    env: { ...Object.fromEntries(kept), NEO4J_PORT: String(ports.bolt), NEO4J_DATA: folder, PORT: String(ports.api) },
    // In a group of its own, as in a terminal, where Ctrl-C reaches all that it started.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (more: string) => {
      out += more;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const terminal: Terminal = {
    child,
    out: () => out,
    ended,
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => pattern.test(out) && resolve();
        look();
        for (const stream of [child.stdout, child.stderr]) stream.on('data', look);
        ended.then((code) => reject(new Error(`ended with ${code} before printing ${pattern}: ${out}`)));
      }),
  };
  open.push(terminal);
  return terminal;
}

async function close({ child, ended }: Terminal): Promise<void> {
  if (child.exitCode === null && child.signalCode === null && child.pid !== undefined)
    process.kill(-child.pid, 'SIGINT');
  await ended;
}

describe('README, Keep the graph in Neo4j', () => {
  it('types in three terminals', () => {
    expect(terminals).toHaveLength(3);
  });

  it('starts a Neo4j that says where it is', async () => {
    const { printed } = type(terminals[0] ?? '');
    await printed(new RegExp(`\\n {2}URI +bolt://127\\.0\\.0\\.1:${ports.bolt}\\n[^]*npm start\\n`));
  });

  it('fills it and serves it, open for writes', async () => {
    const { out, printed } = type(terminals[1] ?? '');
    await printed(new RegExp(`GraphQL API: http://127\\.0\\.0\\.1:${ports.api}/graphql\\n`));
    expect(out()).toMatch(/Imported: release \d{4}\.\d{2}, \d+ rows written, revision 1\.\n/);
    expect(out()).toContain('Who has WRITE_TOKEN may write.');
  });

  it('records a claim, and reads it back', async () => {
    const [write = '', read = '', ...others] = (terminals[2] ?? '').split('\n\n');
    expect(others).toEqual([]);

    const written = type(write);
    expect([await written.ended, written.out()]).toEqual([0, expect.stringMatching(/^graph-revision: 2\r$/m)]);
    expect(written.out()).toMatch(/^graph-bookmark: \S+\r$/m);
    expect(written.out()).toContain('{"data":{"recordStatements":{"revision":2,"recorded":{"count":1}}}');

    const readBack = type(read);
    expect([await readBack.ended, readBack.out()]).toEqual([
      0,
      expect.stringContaining('{"value":"Read by us","sources":[{"id":"source:techspot-openai-aws"}]}'),
    ]);
    expect(readBack.out()).toContain('"extensions":{"revision":2}');
  });
});

describe('docs/architecture.md', () => {
  it('shows Cypher that finds something', async () => {
    const uri = `bolt://127.0.0.1:${ports.bolt}`;
    const password = readFileSync(join(folder, 'password'), 'utf8').trim();
    const database = new Database({ uri, user: 'neo4j', password, database: 'neo4j' });
    try {
      expect(cypher).toHaveLength(1);
      for (const text of cypher) expect(await database.read({ text, parameters: {} }), text).not.toEqual([]);
    } finally {
      await database.close();
    }
  });
});
