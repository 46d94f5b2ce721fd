import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deriveDataset } from '../../src/derive/deriveDataset.js';
import { factsOf } from '../../src/derive/factsOf.js';
import { fromEpochDay } from '../../src/model/time.js';
import { Database } from '../../src/store/neo4j/Database.js';
import { Follower } from '../../src/store/neo4j/Follower.js';
import { findDrift } from '../../src/store/neo4j/findDrift.js';
import { startNeo4j } from '../support/neo4j/startNeo4j.js';
import type { TestNeo4j } from '../support/neo4j/TestNeo4j.js';
import { inOneOrder } from '../support/randomDataset.js';
import { noteFault } from '../support/reliability.js';
import { at, importSmall, type Server, serve, until, WRITER } from './programs.js';

const WRITERS = 4;
/** Days that a writer dates its claims with, one after the other: all of them are past. */
const DAYS = 2_000;

let neo4j: TestNeo4j;
let database: Database;
let servers: readonly Server[];

beforeAll(async () => {
  neo4j = await startNeo4j();
  database = new Database({ ...loginOf(neo4j), database: 'neo4j' });
  await importSmall(loginOf(neo4j));
  servers = await Promise.all([
    serve(loginOf(neo4j), { REQUEST_TIMEOUT_MS: '5000' }),
    serve(loginOf(neo4j), { REQUEST_TIMEOUT_MS: '5000', READS: 'database' }),
  ]);
});

afterAll(async () => {
  await database?.close();
  await neo4j?.remove();
});

interface Sent {
  readonly name: string;
  readonly revision: number | null;
  readonly code: string | null;
}

describe('a Neo4j that is killed during a stream of writes', () => {
  it('holds every acknowledged write when it is back, no half one, none twice, and what follows from them', async () => {
    const sent: Sent[] = [];
    let isOver = false;
    const writers = Array.from({ length: WRITERS }, async (_, writer) => {
      for (let i = 0; !isOver; i++) {
        const one = await write(servers[writer % 2], `w${writer}n${i}`, writer * DAYS + (i % DAYS));
        sent.push(one);
        // What is refused at once is not tried thousands of times while the database starts.
        if (one.revision === null) await sleep(50);
      }
    });
    for (let kills = 0; kills < 2; kills++) {
      const before = sent.length;
      await until(
        async () => sent.length,
        (length) => length >= before + 15,
        60_000,
      );
      await sleep(Math.random() * 100);
      await neo4j.kill();
      await neo4j.start();
    }
    const before = sent.filter(({ revision }) => revision !== null).length;
    await until(
      async () => sent.filter(({ revision }) => revision !== null).length,
      (n) => n >= before + 8,
      60_000,
    );
    isOver = true;
    await Promise.all(writers);

    const acknowledged = sent.filter(({ revision }) => revision !== null);
    const unknown = sent.filter(({ revision }) => revision === null);
    expect(unknown.filter(({ code }) => code !== 'UNAVAILABLE' && code !== 'TIMEOUT')).toEqual([]);
    // Every number once: an acknowledged revision is never given to another write.
    expect(new Set(acknowledged.map(({ revision }) => revision)).size).toBe(acknowledged.length);

    const held = (await new Follower(database).advance()).rows();
    const notes = new Map<string, number>();
    for (const { property, value } of held.statements) {
      if (property === 'note') notes.set(String(value), (notes.get(String(value)) ?? 0) + 1);
    }
    // Three claims a write: all of them or none.
    const countsOf = (some: readonly Sent[]) =>
      new Set(some.map(({ name }) => [1, 2, 3].map((part) => notes.get(`${name} ${part}`) ?? 0).join()));
    expect(countsOf(acknowledged)).toEqual(new Set(['1,1,1']));
    expect([...countsOf(unknown)].filter((counts) => counts !== '0,0,0' && counts !== '1,1,1')).toEqual([]);

    expect(await findDrift(database)).toMatchObject({ changedCount: 0, isDigestOther: false, areLinksOther: false });
    expect(inOneOrder(held)).toEqual(inOneOrder(deriveDataset(factsOf(held))));
    const [row] = await database.read({
      text: 'MATCH (r:Revision) RETURN count(r) AS n, max(r.number) AS last',
      parameters: {},
    });
    expect(row?.get('n')).toBe(row?.get('last'));
    for (const { program } of servers) expect(program.child.exitCode).toBeNull();
    noteFault('neo4j-killed-during-writes', {
      fault: 'Neo4j killed (SIGKILL) twice during a stream of writes',
      reads: 'as above',
      writes: `UNAVAILABLE or TIMEOUT, ${unknown.length} of them; each of these whole or not at all`,
      lost: `0 of ${acknowledged.length}`,
      recovered: 'as above',
      shownBy: 'test/neo4j/durability.test.ts',
    });
  });
});

function loginOf({ uri, user, password }: TestNeo4j) {
  return { uri, user, password };
}

/** Three notes, and a dated claim on whom a company buys from, in one write. */
async function write(server: Server | undefined, name: string, days: number): Promise<Sent> {
  if (server === undefined) throw new Error('No server.');
  const day = fromEpochDay(10_000 + days);
  const claims = [
    ...[1, 2, 3].map((part) => `property: "note", value: "${name} ${part}"`),
    `property: "customer_of", object: "company:amazon", saidOn: "${day}"`,
  ].map((claim) => `{ subject: "company:openai", sources: ["source:press"], ${claim} }`);
  const reply = await server.ask(
    `mutation { recordStatements(input: { statements: [${claims}], author: "ada", reason: "read it" }) { revision } }`,
    WRITER,
  );
  const revision = at(reply.data, 'recordStatements', 'revision');
  return { name, revision: typeof revision === 'number' ? revision : null, code: reply.code };
}
