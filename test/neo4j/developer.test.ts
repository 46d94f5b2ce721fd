import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../src/store/neo4j/Database.js';
import { freePort } from '../support/neo4j/freePort.js';

const ROOT = new URL('../..', import.meta.url).pathname;
const PRINTED = /URI +(bolt:\S+)\n +user +(\S+)\n +password +(\S+)\n/;

let folder: string;
let port: number;
const started: ChildProcess[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'developer-'));
  port = await freePort();
});
afterAll(async () => {
  for (const { pid } of started) if (pid !== undefined && isAlive(pid)) process.kill(-pid, 'SIGKILL');
  await rm(folder, { recursive: true });
});

/** `npm run neo4j`, in a group of its own, as in a terminal. Resolves when it has printed where its Neo4j is. */
async function run() {
  const child = spawn('npm', ['run', 'neo4j'], {
    cwd: ROOT,
    env: { ...process.env, NEO4J_DATA: folder, NEO4J_PORT: String(port), NEO4J_PASSWORD: 'of-the-first-start' },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [, uri = '', user = '', password = ''] = await new Promise<RegExpExecArray>((resolve, reject) => {
    let out = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        out += text;
        const match = PRINTED.exec(out);
        if (match) resolve(match);
      });
    }
    ended.then((code) => reject(new Error(`ended with ${code}: ${out}`)));
  });
  const stop = async () => {
    // Ctrl-C reaches all that a terminal has started.
    process.kill(-(child.pid ?? 0), 'SIGINT');
    await ended;
  };
  return { database: new Database({ uri, user, password, database: 'neo4j' }), uri, password, stop };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(-pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('npm run neo4j', () => {
  it('starts a Neo4j where it says, ends it whole, and has its graph again the next time', async () => {
    const first = await run();
    expect([first.uri, first.password]).toEqual([`bolt://127.0.0.1:${port}`, 'of-the-first-start']);
    await first.database.execute({ text: 'CREATE (:Kept {n: 1})', parameters: {} });
    await first.database.close();
    await first.stop();
    // The port is free again: nothing of it runs on.
    expect(await freePort(port)).toBe(port);
    expect(started.map(({ pid }) => pid !== undefined && isAlive(pid))).toEqual([false]);

    const again = await run();
    const [row] = await again.database.read({ text: 'MATCH (k:Kept) RETURN k.n AS n', parameters: {} });
    expect(row?.get('n')).toBe(1);
    await again.database.close();
    await again.stop();
    expect(existsSync(join(folder, 'password'))).toBe(true);
  });
});
