import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { Coalescer, type ReadKeys } from '../../src/store/neo4j/Coalescer.js';
import { ANY_READER, Database, type Reader } from '../../src/store/neo4j/Database.js';
import { column } from '../../src/store/neo4j/rows.js';
import { startNeo4j } from '../support/neo4j/startNeo4j.js';
import { openDatabase } from './database.js';

const { database } = openDatabase();
afterAll(() => database.close());

const TIMEOUT = { kind: 'TIMEOUT' };
/** Far longer than any test: it ends when it is ended. */
const FOREVER = 10_000_000_000;
/** Some seconds on any machine, in which the test can do something to it. */
const A_WHILE = 20_000_000;

/** Reads keys by counting to a number for each. The mark finds the statement among others. */
function counting(to: number, mark = ''): ReadKeys<string, string> {
  const text = `UNWIND $keys AS key CALL (key) { UNWIND range(1, $to) AS i RETURN count(i) AS n } RETURN key + '${mark}' AS found`;
  return async (keys, reader) => {
    const rows = await database.read({ text, parameters: { keys, to } }, reader);
    return rows.map((row) => String(column(row, 'found')));
  };
}

function until(signal: AbortSignal): Reader {
  return { signal, bookmarks: [] };
}

/** The transactions in which the marked statement runs. */
async function running(mark: string): Promise<string[]> {
  const text = 'SHOW TRANSACTIONS YIELD transactionId, currentQuery, status RETURN *';
  const rows = await database.read({ text, parameters: {} });
  return rows
    .filter((row) => String(column(row, 'currentQuery')).includes(mark) && column(row, 'status') === 'Running')
    .map((row) => String(column(row, 'transactionId')));
}

async function untilRunning(mark: string, count: number): Promise<string[]> {
  return expect
    .poll(() => running(mark), { timeout: 20_000, interval: 20 })
    .toHaveLength(count)
    .then(() => running(mark));
}

describe('calls of one tick', () => {
  it('share a statement when they ask the same way, each with the answers to its own keys', async () => {
    const coalescer = new Coalescer();
    const read = counting(1);
    const [a, b, c] = await Promise.all([
      coalescer.load('way', ['x', 'y'], ANY_READER, read),
      coalescer.load('way', ['y', 'z', 'y'], ANY_READER, read),
      coalescer.load('other way', ['x'], ANY_READER, read),
    ]);
    expect([a, b, c]).toEqual([['x', 'y'], ['y', 'z', 'y'], ['x']]);
    expect(coalescer).toMatchObject({ calls: 3, statements: 2 });
  });

  it('share none across bookmarks', async () => {
    const mark = async () => {
      const { bookmark } = await database.write((run) =>
        run({ text: 'MERGE (n:Mark) SET n.at = timestamp()', parameters: {} }),
      );
      return { signal: null, bookmarks: bookmark === null ? [] : [bookmark] };
    };
    const [first, second] = [await mark(), await mark()];
    expect(first.bookmarks).not.toEqual(second.bookmarks);
    const coalescer = new Coalescer();
    const readers = [first, first, second, ANY_READER];
    await Promise.all(readers.map((reader) => coalescer.load('way', ['x'], reader, counting(1))));
    expect(coalescer).toMatchObject({ calls: 4, statements: 3 });
    await database.execute({ text: 'MATCH (n:Mark) DELETE n', parameters: {} });
  });

  it('share a statement of at most 1,000 keys', async () => {
    const coalescer = new Coalescer();
    const keys = Array.from({ length: 400 }, (_, i) => `k${i}`);
    await Promise.all([1, 2, 3].map(() => coalescer.load('way', keys, ANY_READER, counting(1))));
    expect(coalescer.statements).toBe(2);
  });
});

describe('a waiter', () => {
  it('gives up at its own deadline while the others get their answer', async () => {
    const coalescer = new Coalescer();
    const read = counting(A_WHILE);
    const began = performance.now();
    const patient = coalescer.load('way', ['patient'], ANY_READER, read);
    const hasty = coalescer.load('way', ['hasty'], until(AbortSignal.timeout(100)), read);
    await expect(hasty).rejects.toMatchObject(TIMEOUT);
    const gaveUpAfter = performance.now() - began;
    expect(await patient).toEqual(['patient']);
    expect(gaveUpAfter).toBeLessThan(performance.now() - began);
    expect(coalescer.statements).toBe(1);
  });

  it('that has left already is answered so, and takes no statement', async () => {
    const coalescer = new Coalescer();
    await expect(coalescer.load('way', ['x'], until(AbortSignal.abort()), counting(1))).rejects.toMatchObject(TIMEOUT);
  });

  it('who is the last to leave ends the statement in the database', async () => {
    const mark = randomUUID();
    const coalescer = new Coalescer();
    const [first, last] = [new AbortController(), new AbortController()];
    const read = counting(FOREVER, mark);
    const calls = [first, last].map(({ signal }) => coalescer.load('way', ['x'], until(signal), read));
    const outcomes = Promise.allSettled(calls);
    await untilRunning(mark, 1);
    first.abort();
    await expect(calls[0]).rejects.toMatchObject(TIMEOUT);
    await untilRunning(mark, 1);
    last.abort();
    await untilRunning(mark, 0);
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(coalescer.statements).toBe(1);
  });
});

describe('after a shared statement failed', () => {
  it('each runs alone once, so that only whose fault it was fails', async () => {
    const text = 'UNWIND $keys AS key RETURN 6 / toInteger(key) AS found';
    const read: ReadKeys<string, number> = async (keys, reader) => {
      const rows = await database.read({ text, parameters: { keys } }, reader);
      return rows.map((row) => Number(column(row, 'found')));
    };
    const coalescer = new Coalescer();
    const outcomes = await Promise.allSettled(
      ['2', '0', '3'].map((key) => coalescer.load('way', [key], ANY_READER, read)),
    );
    expect(outcomes).toMatchObject([
      { status: 'fulfilled', value: [3] },
      { status: 'rejected', reason: { code: 'Neo.ClientError.Statement.ArithmeticError' } },
      { status: 'fulfilled', value: [2] },
    ]);
    expect(coalescer.statements).toBe(1 + 3);
  });

  it('because somebody ended it, each runs alone', async () => {
    const mark = randomUUID();
    const coalescer = new Coalescer();
    const calls = Promise.all(
      ['a', 'b'].map((key) => coalescer.load('way', [key], ANY_READER, counting(A_WHILE, mark))),
    );
    const [transaction] = await untilRunning(mark, 1);
    await database.execute({ text: 'TERMINATE TRANSACTIONS $id', parameters: { id: transaction } });
    expect(await calls).toEqual([[`a${mark}`], [`b${mark}`]]);
    expect(coalescer.statements).toBe(1 + 2);
  });

  it('because it ran out of memory, none runs again', async () => {
    const server = await startNeo4j({ conf: ['db.memory.transaction.max=8m'] });
    const small = new Database({ ...server, database: 'neo4j' });
    try {
      const text = 'UNWIND range(1, 10000000) AS i WITH collect(i) AS many UNWIND $keys AS key RETURN key, size(many)';
      const read: ReadKeys<string, unknown> = (keys, reader) => small.read({ text, parameters: { keys } }, reader);
      const coalescer = new Coalescer();
      const calls = ['a', 'b'].map((key) => coalescer.load('way', [key], ANY_READER, read));
      await Promise.allSettled(calls);
      for (const call of calls) await expect(call).rejects.toHaveProperty('kind', 'QUERY_TOO_EXPENSIVE');
      expect([coalescer.statements, small.statementCount]).toEqual([1, 1]);
      const written = small.write((run) => run({ text, parameters: { keys: ['a'] } }));
      await expect(written).rejects.toHaveProperty('kind', 'QUERY_TOO_EXPENSIVE');
      expect(small.statementCount).toBe(2);
    } finally {
      await small.close();
      await server.remove();
    }
  });
});
