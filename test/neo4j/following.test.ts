import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RULES_VERSION } from '../../src/derive/rules.js';
import { Editor } from '../../src/seeding/Editor.js';
import { Database } from '../../src/store/neo4j/Database.js';
import { Follower } from '../../src/store/neo4j/Follower.js';
import { Neo4jLedger } from '../../src/store/neo4j/Neo4jLedger.js';
import { neo4jForTests } from '../support/neo4j/inject.js';
import { wipe } from './database.js';
import { at, importSmall, recording, type Server, serve, until, WRITER } from './programs.js';

const login = neo4jForTests();
const database = new Database({ ...login, database: 'neo4j' });
const REFRESH_MS = 200;
/** On a machine that does other things too. */
const GRACE_MS = 1_500;
const NOTES = '{ company(id: "company:openai") { facts(property: "note", first: 200) { value } } }';

let writer: Server;
/** Looks so rarely that only a demand makes it read what is new. */
let sleeper: Server;
let follower: Server;
let records: Server;

beforeAll(async () => {
  await wipe(database);
  await importSmall(login);
  const env = { REQUEST_TIMEOUT_MS: '5000' };
  [writer, sleeper, follower, records] = await Promise.all([
    serve(login, env),
    serve(login, { ...env, PROJECTION_REFRESH_MS: '60000' }),
    serve(login, { ...env, PROJECTION_REFRESH_MS: String(REFRESH_MS) }),
    serve(login, { ...env, READS: 'database', PROJECTION_REFRESH_MS: String(REFRESH_MS) }),
  ]);
});

afterAll(() => database.close());

async function write(text: string) {
  const { message, data, headers } = await writer.ask(recording('company:openai', 'note', text), WRITER);
  expect(message).toBeNull();
  return {
    revision: Number(at(data, 'recordStatements', 'revision')),
    bookmark: headers.get('graph-bookmark') ?? '',
  };
}

const notes = async (server: Server, headers = {}) => JSON.stringify(await server.ask(NOTES, headers));

describe('a write on one process', () => {
  it('is read there at once', async () => {
    await write('at once');
    expect(await notes(writer)).toContain('at once');
  });

  it('is read on others within their refresh time', async () => {
    const { revision } = await write('within');
    for (const server of [follower, records]) {
      await until(
        () => notes(server),
        (text) => text.includes('within'),
        REFRESH_MS + GRACE_MS,
      );
      expect((await server.ask(NOTES)).extensions).toMatchObject({ revision });
    }
    expect(await notes(sleeper)).not.toContain('within');
  });

  it('is read on others at once with its bookmark', async () => {
    for (const server of [sleeper, follower, records]) {
      const { bookmark } = await write(`bookmarked ${server.url}`);
      expect(await notes(server, { 'graph-bookmark': bookmark })).toContain(`bookmarked ${server.url}`);
    }
  });

  it('is waited for by who demands its revision', async () => {
    for (const server of [sleeper, follower, records]) {
      const { revision } = await write(`before ${server.url}`);
      const headers = { 'graph-revision-at-least': String(revision + 1) };
      const [text] = await Promise.all([notes(server, headers), write(`demanded ${server.url}`)]);
      expect(text).toContain(`demanded ${server.url}`);
    }
  });

  it('that does not come is told, with the revision that is there', async () => {
    const { revision } = await write('the last');
    for (const server of [sleeper, records]) {
      const reply = await server.ask(NOTES, { 'graph-revision-at-least': String(revision + 5) });
      expect(reply).toMatchObject({
        code: 'UNAVAILABLE',
        message: `Expected revision ${revision + 5} or later but there is only revision ${revision} yet. Ask again later, or for less.`,
      });
      expect(reply.tookMs).toBeLessThan(5_000 + GRACE_MS);
    }
  });
});

describe('another name', () => {
  it('is what an entity is called wherever it is named, also where only names are asked for', async () => {
    const named = (name: string) =>
      `mutation { upsertEntities(input: { entities: [{ id: "company:openai", name: "${name}" }], author: "ada", reason: "row" }) { revision } }`;
    const asked = (fields: string) =>
      `{ company(id: "company:openai") { ${fields} } facts: company(id: "company:openai") { timeline(first: 1) { edges { node { entities { ${fields} } } } } } }`;
    for (const name of ['Open AI, Inc.', 'OpenAI']) {
      const { message, headers } = await writer.ask(named(name), WRITER);
      expect(message).toBeNull();
      const bookmark = { 'graph-bookmark': headers.get('graph-bookmark') ?? '' };
      for (const server of [sleeper, records]) {
        const names = await server.ask(asked('id kind name'), bookmark);
        expect(at(names.data, 'company', 'name')).toBe(name);
        const whole = await server.ask(asked('id kind name aliases'), bookmark);
        const withoutAliases = JSON.parse(
          JSON.stringify(whole.data, (key, value) => (key === 'aliases' ? undefined : value)),
        );
        expect(names.data).toEqual(withoutAliases);
      }
    }
  });
});

describe('a forged bookmark', () => {
  it.each(['nonsense', 'FB:nonsense', 'FB:kcwQAAAAAAAAAAAAAAAAAAAAAMkBkA=='])(
    '%s is the client’s mistake',
    async (bookmark) => {
      for (const server of [writer, records]) {
        const { code, tookMs } = await server.ask(NOTES, { 'graph-bookmark': bookmark });
        expect(code).toBe('BAD_USER_INPUT');
        expect(tookMs).toBeLessThan(5_000);
      }
    },
  );
});

describe('a reader during a stream of writes', () => {
  it('sees whole revisions only', async () => {
    let isOver = false;
    const stream = async () => {
      for (let i = 0; i < 25; i++) {
        const both = ['company:openai', 'company:amazon'].map(
          (subject) => `{ subject: "${subject}", property: "step", value: "${i}", sources: ["source:press"] }`,
        );
        const { message } = await writer.ask(
          `mutation { recordStatements(input: { statements: [${both}], author: "ada", reason: "step" }) { revision } }`,
          WRITER,
        );
        expect(message).toBeNull();
      }
      isOver = true;
    };
    const pairs = async (server: Server) => {
      let whole = 0;
      while (!isOver) {
        const { data, extensions } = await server.ask(
          `{ a: company(id: "company:openai") { facts(property: "step", first: 200) { value } }
             b: company(id: "company:amazon") { facts(property: "step", first: 200) { value } } }`,
        );
        // What was read across a write says so.
        if (typeof extensions.revision !== 'number') continue;
        whole++;
        expect(at(data, 'a', 'facts')).toEqual(at(data, 'b', 'facts'));
      }
      return whole;
    };
    const [, ...seen] = await Promise.all([stream(), pairs(follower), pairs(follower), pairs(records), pairs(records)]);
    for (const whole of seen) expect(whole).toBeGreaterThan(0);
  });

  it('that pages never meets a row twice nor misses one that was there all the time', async () => {
    const ids = Array.from({ length: 60 }, (_, i) => `company:row${String(i).padStart(2, '0')}`);
    const upsert = (some: readonly string[], name: (id: string) => string) => {
      const entities = some.map((id) => `{ id: "${id}", name: "${name(id)}", sources: ["source:press"] }`);
      return writer.ask(
        `mutation { upsertEntities(input: { entities: [${entities}], author: "ada", reason: "row" }) { revision } }`,
        WRITER,
      );
    };
    const made = await upsert(ids, (id) => `Row ${id.slice(-2)}`);
    const least = { 'graph-revision-at-least': String(at(made.data, 'upsertEntities', 'revision')) };
    let isOver = false;
    // Every third row moves to the other end and back.
    const moving = async () => {
      for (let i = 0; !isOver; i++) {
        const id = ids[(i * 3) % ids.length] ?? '';
        await upsert([id], () => (i % 2 === 0 ? `Zz ${id}` : `Aa ${id}`));
      }
    };
    const still = ids.filter((_, i) => i % 3 !== 0);
    const walk = async (server: Server): Promise<readonly string[]> => {
      const met: string[] = [];
      let after: unknown = null;
      do {
        const { data, message } = await server.ask(
          `{ companies(first: 7, after: ${JSON.stringify(after)}) { nodes: edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
          least,
        );
        expect(message).toBeNull();
        const rows = at(data, 'companies', 'nodes');
        if (!Array.isArray(rows)) throw new Error('No page.');
        met.push(...rows.map((row) => String(at(row, 'node', 'id'))));
        after =
          at(data, 'companies', 'pageInfo', 'hasNextPage') === true
            ? at(data, 'companies', 'pageInfo', 'endCursor')
            : null;
      } while (after !== null);
      return met;
    };
    const walks = Promise.all(
      [follower, records].map(async (server) => [await walk(server), await walk(server), await walk(server)]),
    ).finally(() => {
      isOver = true;
    });
    const [walked] = await Promise.all([walks, moving()]);
    for (const met of walked.flat()) expect(met.filter((id) => still.includes(id))).toEqual(still);
  });
});

describe('a reader whose clock is behind the writer’s', () => {
  it('knows what was written all the same', async () => {
    const ahead = new Date(Date.now() + 3_600_000);
    const ledger = new Neo4jLedger({
      database,
      follower: new Follower(database),
      rulesVersion: RULES_VERSION,
      now: () => ahead,
      committed: async () => {},
    });
    const { revision } = await new Editor(ledger).recordStatements(
      [{ subject: 'company:openai', property: 'note', value: 'from the future', sources: ['source:press'] }],
      null,
      { author: 'ada', reason: 'ahead', key: null, dryRun: false, signal: null },
    );
    for (const server of [writer, sleeper, follower, records]) {
      expect(await notes(server, { 'graph-revision-at-least': String(revision) })).toContain('from the future');
      // What is said of a time is still said of that time.
      const then = NOTES.replace('"note"', `"note", knownAt: "${new Date().toISOString()}"`);
      expect(JSON.stringify(await server.ask(then))).not.toContain('from the future');
    }
  });
});
