import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../src/store/neo4j/Database.js';
import { attack } from '../attacks/Attack.js';
import { AttackedServer } from '../attacks/AttackedServer.js';
import { INJECTION } from '../attacks/injection.js';
import { HELD } from '../attacks/transport.js';
import { emptyDatabase } from '../support/neo4j/emptyDatabase.js';
import { neo4jForTests } from '../support/neo4j/inject.js';
import { aigraph, environment } from './programs.js';
import { digestOf } from './wholeGraph.js';

const login = neo4jForTests();
const database = new Database({ ...login, database: 'neo4j' });
let server: AttackedServer;
let before = '';

beforeAll(async () => {
  await emptyDatabase(login);
  const { code, err } = await aigraph(login, ['import']);
  expect(code, err).toBe(0);
  before = await digestOf(database);
  server = await AttackedServer.start({ ...environment(login), READS: 'database', RATE_LIMIT_PER_MINUTE: '0' });
});
afterAll(async () => {
  await server.stop();
  await database.close();
});

describe('on Neo4j, read record by record', () => {
  // The embedded store knows of no bookmarks, so it takes them all.
  const ends = new Map([['ATT-724', 'BAD_USER_INPUT']]);
  // It asks the database now and then for five seconds.
  const bounded = new Set(['ATT-422']);

  it.each([...INJECTION, ...HELD].map((one) => [one.id, one.what, one] as const))('%s %s', async (_id, _what, one) => {
    await attack(server, {
      ...one,
      ends: ends.get(one.id) ?? one.ends,
      ...(bounded.has(one.id) ? { isBounded: true } : {}),
    });
    expect(server.isRunning, server.output).toBe(true);
  });

  it('all of it leaves the database as it was', async () => {
    expect(await digestOf(database)).toBe(before);
  });
});
