import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockGraph } from '../../src/store/neo4j/cypher/revisions.js';
import { Database } from '../../src/store/neo4j/Database.js';
import { neo4jForTests } from '../support/neo4j/inject.js';
import { noteFault } from '../support/reliability.js';
import { wipe } from './database.js';
import { importSmall, recording, type Server, serve, until, WRITER } from './programs.js';

const login = neo4jForTests();
const database = new Database({ ...login, database: 'neo4j' });
/** For what a test does beside the program. */
let beside: Driver;
let server: Server;

const REQUEST_TIMEOUT_MS = 2_500;
const GONE_WITHIN_MS = 5_000;
/** The size of the driver's pool. */
const CONNECTIONS = 64;
const SLOW = 'UNWIND range(1, 1000000000) AS i WITH i WHERE i % 2 = 3 RETURN count(i) AS slow';

beforeAll(async () => {
  beside = neo4j.driver(login.uri, neo4j.auth.basic(login.user, login.password));
  await wipe(database);
  await importSmall(login);
  server = await serve(login, { REQUEST_TIMEOUT_MS: String(REQUEST_TIMEOUT_MS) });
});

afterAll(async () => {
  await beside.close();
  await database.close();
});

/** How many transactions run a statement with these words. */
async function running(words: string): Promise<number> {
  const { records } = await beside.executeQuery(
    'SHOW TRANSACTIONS YIELD currentQuery, status WHERE currentQuery CONTAINS $words AND NOT currentQuery STARTS WITH "SHOW" AND NOT status STARTS WITH "Terminated" RETURN currentQuery',
    { words },
  );
  return records.length;
}

const untilRunning = (words: string) =>
  until(
    () => running(words),
    (n) => n === 1,
    20_000,
  );
const untilGone = (words: string) =>
  until(
    () => running(words),
    (n) => n === 0,
    GONE_WITHIN_MS,
  );

/** Holds the lock that makes writes serial. */
async function holdLock() {
  const session = beside.session();
  const transaction = session.beginTransaction();
  await transaction.run("MATCH (g:Graph {id: 'graph'}) SET g.lock = true");
  return async () => {
    await transaction.rollback();
    await session.close();
  };
}

describe('a statement', () => {
  it.each([
    ['read', (signal: AbortSignal) => database.read({ text: SLOW, parameters: {} }, { signal, bookmarks: [] })],
    ['written', (signal: AbortSignal) => database.write((run) => run({ text: SLOW, parameters: {} }), signal)],
  ])('that is %s ends in the database when its signal says so', async (_how, run) => {
    const client = new AbortController();
    const asked = run(client.signal);
    const refused = expect(asked).rejects.toMatchObject({ kind: 'TIMEOUT' });
    await untilRunning('AS slow');
    client.abort();
    await refused;
    await untilGone('AS slow');
  });
});

describe('a read over HTTP', () => {
  /** Publishers have no index of texts, and in these each place begins like the words that are looked for. */
  const words = Array.from({ length: 95 }, (_, i) => `{ publisher: { contains: "${'a'.repeat(100)}${i}" } }`);
  const slowly = `{ sources(filter: { or: [${words}] }) { totalCount } }`;
  const READING = 'publisherFolded';

  beforeAll(async () => {
    await beside.executeQuery(
      `UNWIND range(1001, 3000) AS i
CREATE (:Entity:Source {id: 'source:long-' + i, name: 'Long ' + i, orderIdAsc: 'source:long-' + i, orderNameAsc: 'long ' + i, publisherFolded: $publisher})`,
      { publisher: 'a'.repeat(4_000) },
    );
  });

  it('ends in the database when its client hangs up', async () => {
    const patient = await serve(login, { READS: 'database', REQUEST_TIMEOUT_MS: '120000' });
    const client = new AbortController();
    const asked = patient.ask(slowly, {}, client.signal);
    const broken = expect(asked).rejects.toThrow('abort');
    await until(
      () => running(READING),
      (n) => n > 0,
      20_000,
    );
    client.abort();
    await broken;
    await untilGone(READING);
    expect(await patient.ask('{ company(id: "company:openai") { roles } }')).toMatchObject({ code: null });
  });

  it('ends in the database at its deadline', async () => {
    const hasty = await serve(login, { READS: 'database', REQUEST_TIMEOUT_MS: String(REQUEST_TIMEOUT_MS) });
    expect(await hasty.ask(slowly)).toMatchObject({ code: 'TIMEOUT' });
    await untilGone(READING);
  });
});

describe('more statements at once than there are connections', () => {
  it('are refused as UNAVAILABLE where none comes free, and the others go on', async () => {
    const release = await holdLock();
    const asked = Array.from({ length: CONNECTIONS + 3 }, () => database.write((run) => run(lockGraph())));
    const outcomes = Promise.allSettled(asked);
    await expect(asked.at(-1)).rejects.toMatchObject({
      kind: 'UNAVAILABLE',
      message: 'The graph database is asked too much at once. Try again later.',
    });
    await release();
    expect((await outcomes).filter(({ status }) => status === 'fulfilled')).toHaveLength(CONNECTIONS);
    noteFault('neo4j-pool-exhausted', {
      fault: 'pool of connections exhausted',
      reads: 'UNAVAILABLE for what no connection comes free for within 5 s',
      writes: 'the same; the others go on',
      lost: 'nothing',
      recovered: 'at once',
      shownBy: 'test/neo4j/deadline.test.ts',
    });
  });
});

describe('a write that waits for the lock', () => {
  it('ends in the database at its deadline, and nothing is written', async () => {
    const release = await holdLock();
    const asked = server.ask(recording('company:openai', 'note', 'too late'), WRITER);
    await untilRunning('SET g.lock');
    expect(await asked).toMatchObject({
      code: 'TIMEOUT',
      message: expect.stringContaining('It may have been written: ask again with the same idempotencyKey.'),
    });
    await untilGone('SET g.lock');
    await release();
    const { data } = await server.ask('{ company(id: "company:openai") { facts(property: "note") { value } } }');
    expect(data).toEqual({ company: { facts: [] } });
  });

  it('ends in the database when its client hangs up', async () => {
    const release = await holdLock();
    const client = new AbortController();
    const asked = server.ask(recording('company:openai', 'note', 'hung up'), WRITER, client.signal);
    const broken = expect(asked).rejects.toThrow('abort');
    await untilRunning('SET g.lock');
    client.abort();
    await broken;
    const tookMs = await untilGone('SET g.lock');
    expect(tookMs).toBeLessThan(REQUEST_TIMEOUT_MS);
    await release();
    expect(await server.ask(recording('company:openai', 'note', 'again'), WRITER)).toMatchObject({ code: null });
  });
});
