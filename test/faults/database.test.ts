import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Database } from '../../src/store/neo4j/Database.js';
import { findDrift } from '../../src/store/neo4j/findDrift.js';
import { at, importSmall, recording, type Server, serve, until, WRITER } from '../neo4j/programs.js';
import { startNeo4j } from '../support/neo4j/startNeo4j.js';
import type { TestNeo4j } from '../support/neo4j/TestNeo4j.js';
import { noteFault } from '../support/reliability.js';

const THIS = 'test/faults/database.test.ts';
const RECOVERED_WITHIN_MS = 60_000;
const NOTES = '{ company(id: "company:openai") { facts(property: "note") { value } } }';

const home = mkdtempSync(join(tmpdir(), 'faults-'));
const restored = mkdtempSync(join(tmpdir(), 'faults-restored-'));
const LOGS = join(restored, 'data/transactions/neo4j');
let neo4j: TestNeo4j;
let projection: Server;
let records: Server;

beforeAll(async () => {
  neo4j = await startNeo4j({ dataDir: home });
  await importSmall(neo4j);
  const env = { REQUEST_TIMEOUT_MS: '4000', PROJECTION_REFRESH_MS: '100' };
  [projection, records] = await Promise.all([serve(neo4j, env), serve(neo4j, { ...env, READS: 'database' })]);
});

afterAll(async () => {
  await neo4j?.remove();
  for (const folder of [home, restored]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

it('stopped and started again from a copy of its data, it is the same graph, and is followed again', async () => {
  const replies: (string | null)[] = [];
  let isOver = false;
  const reading = (async () => {
    while (!isOver) replies.push((await projection.ask(NOTES)).code);
  })();
  expect((await write(projection, 'before the backup')).code).toBeNull();
  const before = await digest();
  await neo4j.stop();
  cpSync(join(home, 'data'), join(restored, 'data'), { recursive: true });
  const { password, uri } = neo4j;
  neo4j = await startNeo4j({ dataDir: restored, password, port: Number(new URL(uri).port) });
  const recovered = await recovery();
  isOver = true;
  await reading;
  expect(new Set(replies)).toEqual(new Set([null]));
  expect(await digest()).toEqual(before);
  expect(await drift()).toMatchObject({ changedCount: 0, isDigestOther: false, areLinksOther: false });
  await untilWritten(records, 'after the restore');
  expect(await notesIn(records)).toEqual(new Set(['before the backup', 'after the restore']));
  noteFault('neo4j-restarted', {
    fault: 'Neo4j stopped, and started again from a copy of its data folder',
    reads: `from memory: ${replies.length} answers, none refused`,
    writes: 'UNAVAILABLE meanwhile',
    lost: 'nothing; the digest is the same',
    recovered,
    shownBy: THIS,
  });
});

it('its disk full, it refuses writes; started again with room, it has all that was acknowledged', async () => {
  const acknowledged: string[] = [];
  const refused: string[] = [];
  const send = async (text: string) => {
    const { code } = await write(projection, text);
    if (code === null) acknowledged.push(text);
    else refused.push(text);
    return code;
  };
  limit(Math.max(...filesOf(LOGS).map((file) => statSync(file).size)) + 10_000);
  const codes = new Set<string | null>();
  for (let i = 0; refused.length < 3; i++) codes.add(await send(`full ${i}`));
  expect(codes).toEqual(new Set([null, 'UNAVAILABLE']));
  await until(
    () => projection.health(),
    ({ body }) => body.status === 'stale',
    RECOVERED_WITHIN_MS,
  );
  // Until it has noticed, it gives what it answered before.
  await until(
    () => records.health(),
    ({ body }) => body.status === 'unavailable',
    RECOVERED_WITHIN_MS,
  );
  const [fromMemory, fromDatabase] = [await projection.ask(NOTES), await records.ask(NOTES)];
  expect([fromMemory.code, fromDatabase.code]).toEqual([null, 'UNAVAILABLE']);
  expect(JSON.stringify(fromMemory.data)).toContain(acknowledged.at(-1));

  limit('unlimited');
  await neo4j.kill();
  await neo4j.start();
  const recovered = await recovery();
  let written = 0;
  for (const text of refused) {
    await untilWritten(projection, text);
    const { data } = await write(projection, text);
    written = Math.max(written, Number(at(data, 'recordStatements', 'revision')));
  }
  const held = await notesIn(records, { 'graph-revision-at-least': String(written) });
  for (const text of [...acknowledged, ...refused]) expect(held).toContain(text);
  expect(await drift()).toMatchObject({ changedCount: 0, isDigestOther: false, areLinksOther: false });
  noteFault('neo4j-disk-full', {
    fault: "Neo4j's disk full for writes",
    reads: 'from memory: go on, stale; from the database: UNAVAILABLE',
    writes: 'UNAVAILABLE; sent again with their key they are written once',
    lost: `0 of ${acknowledged.length}`,
    recovered,
    shownBy: THIS,
  });
});

const write = (server: Server, text: string) =>
  server.ask(recording('company:openai', 'note', text, `, idempotencyKey: "${text}"`), WRITER);

/** With its key it is written once, however often it is sent: the first time may come too late on a busy machine. */
const untilWritten = (server: Server, text: string) =>
  until(
    () => write(server, text),
    ({ code }) => code === null,
    RECOVERED_WITHIN_MS,
  );

/** `demands`: of whoever wrote through another process. */
async function notesIn(server: Server, demands: Record<string, string> = {}): Promise<ReadonlySet<string>> {
  const { data } = await server.ask(NOTES, demands);
  const facts = at(data, 'company', 'facts');
  return new Set(Array.isArray(facts) ? facts.map((fact) => String(at(fact, 'value'))) : []);
}

/** How long it takes until both servers are ready and read the database, in milliseconds. */
async function recovery(): Promise<number> {
  const began = performance.now();
  for (const server of [projection, records]) {
    await until(
      () => server.health(),
      ({ body }) => body.status === 'ready',
      RECOVERED_WITHIN_MS,
    );
    await until(
      () => server.ask(NOTES),
      ({ code }) => code === null,
      RECOVERED_WITHIN_MS,
    );
  }
  return performance.now() - began;
}

async function withDatabase<T>(ask: (database: Database) => Promise<T>): Promise<T> {
  const { uri, user, password } = neo4j;
  const database = new Database({ uri, user, password, database: 'neo4j' });
  try {
    return await ask(database);
  } finally {
    await database.close();
  }
}

const drift = () => withDatabase(findDrift);

const digest = () =>
  withDatabase(async (database) => {
    const text = 'MATCH (g:Graph) RETURN g.digest AS digest, g.revision AS revision';
    const [row] = await database.read({ text, parameters: {} });
    return row?.toObject();
  });

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder).map((file) => join(folder, file));
}

/** Files of Neo4j may not grow beyond so many bytes, as on a disk that is full. */
function limit(bytes: number | 'unlimited'): void {
  const { status, stderr } = spawnSync('prlimit', [`--pid=${neo4j.pid}`, `--fsize=${bytes}:`], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}
