import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RULES_VERSION } from '../../src/derive/rules.js';
import { Editor } from '../../src/seeding/Editor.js';
import { SORTS } from '../../src/store/neo4j/cypher/writes.js';
import { Database } from '../../src/store/neo4j/Database.js';
import { Follower } from '../../src/store/neo4j/Follower.js';
import { Neo4jLedger } from '../../src/store/neo4j/Neo4jLedger.js';
import { neo4jForTests } from '../support/neo4j/inject.js';
import { wipe } from './database.js';
import { importSmall } from './programs.js';

const login = neo4jForTests();
const direct = new Database({ ...login, database: 'neo4j' });
/** Bolt's message that commits a transaction, in a chunk of its own. */
const COMMIT = Buffer.from([0x00, 0x02, 0xb0, 0x12, 0x00, 0x00]);

let proxy: Server;
let through: Database;
/** Called when the next commit is done and its reply thrown away. */
let onLost: (() => void) | null = null;

beforeAll(async () => {
  await wipe(direct);
  await importSmall(login);
  const { hostname, port } = new URL(login.uri);
  proxy = createServer((client) => relay(client, connect(Number(port), hostname))).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = proxy.address();
  const own = typeof address === 'object' && address !== null ? address.port : 0;
  through = new Database({ ...login, uri: `bolt://127.0.0.1:${own}`, database: 'neo4j' });
});

afterAll(async () => {
  await through.close();
  await direct.close();
  proxy.close();
});

/** Passes bytes on, but breaks the connection instead of passing the reply to a commit on, where one is to be lost. */
function relay(client: Socket, server: Socket): void {
  let isLosing = false;
  client.on('data', (bytes) => {
    isLosing = onLost !== null && bytes.includes(COMMIT);
    server.write(bytes);
  });
  server.on('data', (bytes) => {
    if (!isLosing) client.write(bytes);
    else {
      client.destroy();
      server.destroy();
      onLost?.();
      onLost = null;
    }
  });
  for (const [one, other] of [
    [client, server],
    [server, client],
  ] as const) {
    one.on('error', () => other.destroy());
    one.on('close', () => other.destroy());
  }
}

describe('a write whose acknowledgement is lost', () => {
  it('is found when it is tried again, also where this process has read it meanwhile, and not made twice', async () => {
    const [follower, other] = [new Follower(through, SORTS), new Follower(through, SORTS)];
    await other.advance();
    const ledger = new Neo4jLedger({
      database: through,
      follower,
      rulesVersion: RULES_VERSION,
      now: () => new Date(),
      beforeLoading: async () => {},
      committed: async () => {},
    });
    const record = (value: string) =>
      new Editor(ledger).recordStatements(
        [{ subject: 'company:openai', property: 'note', value, sources: ['source:press'] }],
        null,
        { author: 'ada', reason: 'read it', key: null, dryRun: false, signal: null },
      );
    // The first of each statement is planned, and reading must be done before the write is tried again.
    const before = (await record('first')).revision ?? 0;
    await other.advance();
    const lost = new Promise<number>((resolve, reject) => {
      onLost = () => follower.advance().then(({ meta }) => resolve(meta.revision), reject);
    });
    const edit = await record('lost');
    expect(await lost).toBe(before + 1);
    expect(edit).toMatchObject({ revision: before + 1, repeated: false, recorded: [expect.any(String)] });
    expect((await follower.advance()).meta.revision).toBe(before + 1);
  });
});
