import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startNeo4j } from '../support/neo4j/startNeo4j.js';
import type { TestNeo4j } from '../support/neo4j/TestNeo4j.js';
import { noteFault } from '../support/reliability.js';
import { at, importSmall, type Reply, recording, type Server, serve, until, WRITER } from './programs.js';

const REQUEST_TIMEOUT_MS = 4_000;
/** What an answer may take beyond its deadline on a machine that is busy with others. */
const GRACE_MS = 3_000;
const RECOVERED_WITHIN_MS = 30_000;
const FROZEN_MS = 10_000;
const CLIENTS = 3;
const QUESTION = `{ company(id: "company:openai") { name }
  dependencies(of: "company:openai") { edges { node { id } } }
  deals(first: 5) { edges { node { id } } } }`;
const TOO_LATE: readonly (string | null)[] = ['UNAVAILABLE', 'TIMEOUT'];

let neo4j: TestNeo4j;
let projection: Server;
let records: Server;
let right: unknown;

beforeAll(async () => {
  neo4j = await startNeo4j();
  const login = { uri: neo4j.uri, user: neo4j.user, password: neo4j.password };
  await importSmall(login);
  const env = { REQUEST_TIMEOUT_MS: String(REQUEST_TIMEOUT_MS), PROJECTION_REFRESH_MS: '200' };
  [projection, records] = await Promise.all([serve(login, env), serve(login, { ...env, READS: 'database' })]);
  right = (await projection.ask(QUESTION)).data;
});

afterAll(async () => {
  await neo4j?.remove();
});

/** Clients that ask again and again until they are told to stop. */
function load(server: Server) {
  const replies: Reply[] = [];
  let isOver = false;
  const clients = Array.from({ length: CLIENTS }, async () => {
    while (!isOver) {
      replies.push(await server.ask(QUESTION));
      await sleep(5);
    }
  });
  return {
    replies,
    end: async () => {
      isOver = true;
      await Promise.all(clients);
      return replies;
    },
  };
}

const isStale = async () => (await projection.health()).body.status === 'stale';
const isReady = async (server: Server) => (await server.health()).body.status === 'ready';
/** With a key, so that it can be sent again after a TIMEOUT that came too late. */
const write = (server: Server, text: string) =>
  server.ask(recording('company:openai', 'note', text, `, idempotencyKey: "${text}"`), WRITER);
const isAnswered = ({ code }: Reply) => code === null;

describe.each([
  ['killed', 0, () => neo4j.kill(), () => neo4j.start()],
  ['frozen', FROZEN_MS, async () => neo4j.pause(), async () => neo4j.resume()],
] as const)('while Neo4j is %s, and after', (how, atLeastMs, takeAway, bringBack) => {
  it('the projection answers, marked stale; the rest is refused in time; both recover by themselves', async () => {
    const [fromMemory, fromDatabase] = [load(projection), load(records)];
    await sleep(300);
    await takeAway();
    const lasts = sleep(atLeastMs);
    await until(isStale, Boolean, 15_000);

    const stale = await projection.ask(QUESTION);
    expect([stale.code, stale.data]).toEqual([null, right]);
    expect(stale.extensions).toMatchObject({ revision: expect.any(Number), stale: { since: expect.any(String) } });
    const health = await projection.health();
    expect(health).toMatchObject({ status: 200, body: { status: 'stale' } });
    await until(
      () => records.health(),
      ({ status, body }) => status === 503 && body.status === 'unavailable',
      15_000,
    );
    const refused = await Promise.all([
      records.ask(QUESTION),
      write(projection, `${how} to the projection`),
      write(records, `${how} to the records`),
    ]);
    for (const { code, tookMs } of refused) {
      expect(TOO_LATE).toContain(code);
      expect(tookMs).toBeLessThan(REQUEST_TIMEOUT_MS + GRACE_MS);
    }

    await lasts;
    await bringBack();
    const back = performance.now();
    const tookMs = await Promise.all(
      [projection, records].map(async (server) => {
        await until(() => isReady(server), Boolean, RECOVERED_WITHIN_MS);
        return until(() => server.ask(QUESTION), isAnswered, RECOVERED_WITHIN_MS);
      }),
    );
    await until(() => write(projection, `${how} over`), isAnswered, RECOVERED_WITHIN_MS);
    await until(() => write(records, `${how} is over`), isAnswered, RECOVERED_WITHIN_MS);
    const written = await write(records, `${how} is over`);
    const seen = { 'graph-revision-at-least': String(at(written.data, 'recordStatements', 'revision')) };
    for (const server of [projection, records]) {
      const ask = () => server.ask('{ company(id: "company:openai") { facts(property: "note") { value } } }', seen);
      await until(ask, isAnswered, RECOVERED_WITHIN_MS);
      const { data, extensions } = await ask();
      expect(JSON.stringify(data)).toContain(`${how} is over`);
      expect(extensions).not.toHaveProperty('stale');
    }
    const wholeMs = Math.round(performance.now() - back);

    const ofMemory = await fromMemory.end();
    const ofDatabase = await fromDatabase.end();
    console.log(
      `Neo4j ${how}: ${ofMemory.length} answers from memory, ${ofDatabase.length} from the database; ready ${tookMs.map(Math.round).join(' and ')} ms after it was back, all reads and writes after ${wholeMs} ms; refused with ${counts(ofDatabase)}`,
    );
    noteFault(`neo4j-${how}`, {
      fault:
        how === 'killed'
          ? 'Neo4j killed (SIGKILL), started again'
          : 'Neo4j frozen (SIGSTOP) for ten seconds, then going on',
      reads: `from memory: ${ofMemory.length} answers, none refused, stale meanwhile; from the database: UNAVAILABLE or TIMEOUT, in time`,
      writes: 'UNAVAILABLE or TIMEOUT, in time',
      lost: 'nothing',
      recovered: wholeMs,
      shownBy: 'test/neo4j/outage.test.ts',
    });
    for (const { code, data } of ofMemory) expect([code, data]).toEqual([null, right]);
    for (const { code, data } of ofDatabase) {
      if (code === null) expect(data).toEqual(right);
      else expect(TOO_LATE).toContain(code);
    }
    const slowest = Math.max(...[...ofMemory, ...ofDatabase].map((reply) => reply.tookMs));
    expect(slowest).toBeLessThan(REQUEST_TIMEOUT_MS + GRACE_MS);
    for (const { program } of [projection, records]) expect(program.child.exitCode).toBeNull();
  });
});

/** How often each code came. */
function counts(replies: readonly Reply[]): string {
  const found = new Map<string, number>();
  for (const { code } of replies) if (code !== null) found.set(code, (found.get(code) ?? 0) + 1);
  return [...found].map(([code, n]) => `${code} ${n} times`).join(', ');
}
