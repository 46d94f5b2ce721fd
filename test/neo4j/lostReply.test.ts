import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RULES_VERSION } from '../../src/derive/rules.js';
import { Editor } from '../../src/seeding/Editor.js';
import { Database } from '../../src/store/neo4j/Database.js';
import { Follower } from '../../src/store/neo4j/Follower.js';
import { Neo4jLedger } from '../../src/store/neo4j/Neo4jLedger.js';
import { neo4jForTests } from '../support/neo4j/inject.js';
import { type BoltProxy, COMMIT, openProxy } from './boltProxy.js';
import { wipe } from './database.js';
import { importSmall } from './programs.js';

const login = neo4jForTests();
const direct = new Database({ ...login, database: 'neo4j' });

let proxy: BoltProxy;
let through: Database;
let follower: Follower;

beforeAll(async () => {
  await wipe(direct);
  await importSmall(login);
  proxy = await openProxy(login);
  through = new Database({ ...proxy.login, database: 'neo4j', retryWritesMs: 2_000 });
});

beforeEach(() => {
  follower = new Follower(through);
});

afterAll(async () => {
  await through.close();
  await direct.close();
  proxy.close();
});

function record(value: string, key: string | null = null, database = through) {
  const ledger = new Neo4jLedger({
    database,
    follower: database === through ? follower : new Follower(database),
    rulesVersion: RULES_VERSION,
    now: () => new Date(),
    committed: async () => {},
  });
  return new Editor(ledger).recordStatements(
    [{ subject: 'company:openai', property: 'note', value, sources: ['source:press'] }],
    null,
    { author: 'ada', reason: 'read it', key, dryRun: false, signal: null },
  );
}

/** The next commit is done, and its reply is thrown away. */
function loseReply(lost: () => void): void {
  let isLosing = true;
  proxy.sent = (bytes) => isLosing && bytes.includes(COMMIT);
  proxy.lost = () => {
    isLosing = false;
    lost();
  };
}

describe('a write whose acknowledgement is lost', () => {
  it('is found when it is tried again, also where this process has read it meanwhile, and not made twice', async () => {
    const other = new Follower(through);
    await other.advance();
    // The first of each statement is planned, and reading must be done before the write is tried again.
    const before = (await record('first')).revision ?? 0;
    await other.advance();
    const lost = new Promise<number>((resolve, reject) => {
      loseReply(() => follower.advance().then(({ meta }) => resolve(meta.revision), reject));
    });
    const edit = await record('lost');
    expect(await lost).toBe(before + 1);
    expect(edit).toMatchObject({ revision: before + 1, repeated: false, recorded: [expect.any(String)] });
    expect((await follower.advance()).meta.revision).toBe(before + 1);
  });

  it.each([
    ['told', 'with its key', 'read-1', /written: write it again with the same idempotency key "read-1", which never/],
    ['told', 'without a key', null, /written: look before you write it again, and give writes an idempotency key\.$/],
  ])('is %s to be perhaps written where the database does not come back: %s', async (_told, how, key, said) => {
    // Reading takes the lock in a transaction of its own, whose reply is not the one to be lost.
    // Another follower beside it leaves a second connection in the pool, by which nothing may get through either.
    await Promise.all([follower.advance(), new Follower(through).advance()]);
    loseReply(() => {
      proxy.isDown = true;
    });
    await expect(record(how, key)).rejects.toMatchObject({
      kind: 'UNAVAILABLE',
      message: expect.stringMatching(said),
    });
    proxy.isDown = false;
    if (key !== null) expect(await record(how, key, direct)).toMatchObject({ repeated: true });
  });

  it('is not told to be so where it did not come to the commit', async () => {
    proxy.sent = () => true;
    proxy.lost = () => {
      proxy.isDown = true;
    };
    await expect(record('never', 'never')).rejects.toMatchObject({
      kind: 'UNAVAILABLE',
      message: 'The graph database cannot be reached now. Try again later.',
    });
    proxy.isDown = false;
  });
});
