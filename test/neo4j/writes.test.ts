import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../src/store/neo4j/Database.js';
import { findDrift } from '../../src/store/neo4j/findDrift.js';
import { SMALL } from '../seeding/seedFolder.js';
import { neo4jForTests } from '../support/neo4j/inject.js';
import { wipe } from './database.js';
import { at, importSmall, recording, type Server, serve, until, WRITER } from './programs.js';

const login = neo4jForTests();
const database = new Database({ ...login, database: 'neo4j' });
const NOTE = 'author: "ada", reason: "read it"';

let a: Server;
let b: Server;

beforeAll(async () => {
  await wipe(database);
  await importSmall(login);
  [a, b] = await Promise.all([serve(login), serve(login, { READS: 'database' })]);
});

afterAll(() => database.close());

const write = (query: string, server = a) => server.ask(query, WRITER);
const revision = async (server = a) => (await server.ask('{ dataset { revision } }')).extensions.revision;

async function written(query: string, field: string, server = a): Promise<unknown> {
  const reply = await write(query, server);
  expect(reply.message).toBeNull();
  return at(reply.data, field);
}

const chips = (object: string, more = '') => `mutation { recordStatements(input: { statements: [
    { subject: "company:openai", property: "customer_of", object: "${object}", sources: ["source:press"] }], ${NOTE} ${more} })
    { revision at: revision recorded { ids } edgesOpened { ids } edgesClosed { ids } } }`;
const DEPENDENCIES = '{ dependencies(of: "company:openai") { edges { node { id } } } }';
const dependsOn = async (server: Server, query = DEPENDENCIES) =>
  JSON.stringify((await server.ask(query)).data).match(/(company|cloud):[a-z]+/g) ?? [];

describe('recordStatements', () => {
  it('shows in facts, plain fields and dependencies, on every process, and not before it was made', async () => {
    const before = new Date().toISOString();
    const reply = await write(
      `mutation { recordStatements(input: { statements: [{ subject: "deal:openai-aws", property: "amount",
         value: 38e9, unit: "USD", sources: ["source:press"] }], ${NOTE} }) { revision recorded { statements { value } } } }`,
    );
    expect(reply.message).toBeNull();
    const made = Number(at(reply.data, 'recordStatements', 'revision'));
    expect(reply.headers.get('graph-revision')).toBe(String(made));
    const since = { 'graph-revision-at-least': String(made) };
    for (const server of [a, b]) {
      const { data } = await server.ask(
        `{ deal(id: "deal:openai-aws") { amountUsd facts(property: "amount") { value confidence sources { id } }
           earlier: facts(property: "amount", knownAt: "${before}") { value } } }`,
        since,
      );
      expect(data).toEqual({
        deal: {
          amountUsd: 38e9,
          facts: [{ value: 38e9, confidence: 'CONFIRMED', sources: [{ id: 'source:press' }] }],
          earlier: [],
        },
      });
    }
  });

  it('opens the dependency that follows, known from then on', async () => {
    const before = new Date().toISOString();
    const done = await written(chips('company:amazon'), 'recordStatements');
    expect(at(done, 'edgesOpened', 'ids')).toHaveLength(1);
    const headers = { 'graph-revision-at-least': String(at(done, 'revision')) };
    for (const server of [a, b]) {
      const now = JSON.stringify((await server.ask(DEPENDENCIES, headers)).data);
      expect(now).toContain('company:amazon');
      const then = DEPENDENCIES.replace('openai"', `openai", knownAt: "${before}"`);
      expect(await dependsOn(server, then)).not.toContain('company:amazon');
    }
  });

  it('as a dry run says the same and changes nothing', async () => {
    const [from, rows] = [await revision(), await count()];
    const done = await written(recording('company:openai', 'note', 'dry', ', dryRun: true'), 'recordStatements');
    expect(done).toMatchObject({ revision: null, dryRun: true, recorded: { ids: [expect.any(String)] } });
    expect([await revision(), await count()]).toEqual([from, rows]);
  });

  it('refuses what breaks the rules with every problem, and changes nothing', async () => {
    const rows = await count();
    const reply = await write(recording('company:opnai', 'note', 'many'));
    expect(reply).toMatchObject({ code: 'BAD_USER_INPUT', message: expect.stringContaining('company:openai') });
    expect(await count()).toEqual(rows);
  });
});

describe('changes', () => {
  it('tell on every process what a write put in the place of what it withdrew', async () => {
    const note = (value: string, more = '') => recording('company:amazon', 'note_on_capex', value, more, 'at');
    const before = await written(note('first'), 'recordStatements');
    const [old, since] = [at(before, 'recorded', 'ids', 0), at(before, 'at')];
    const done = await written(note('second', `, retract: ["${old}"]`), 'recordStatements');
    const headers = { 'graph-revision-at-least': String(at(done, 'revision')) };
    for (const server of [a, b]) {
      const { data, message } = await server.ask(
        `{ changes(since: "${since}") { totalCount edges { node { change statement { value } replacedBy { value } replaces { value } } } } }`,
        headers,
      );
      expect(message).toBeNull();
      const [first, second] = [{ value: 'first' }, { value: 'second' }];
      expect(data).toEqual({
        changes: {
          totalCount: 2,
          edges: [
            { node: { change: 'REPLACED', statement: first, replacedBy: [second], replaces: [] } },
            { node: { change: 'ADDED', statement: second, replacedBy: [], replaces: [first] } },
          ],
        },
      });
    }
  });
});

describe('retractStatements', () => {
  it('takes a fact and its dependency away, but not from earlier knowledge', async () => {
    const done = await written(chips('cloud:aws'), 'recordStatements');
    const id = at(done, 'recorded', 'ids', 0);
    const between = new Date().toISOString();
    const gone = await written(
      `mutation { retractStatements(input: { ids: ["${id}"], ${NOTE} }) { revision retracted { ids } edgesClosed { ids } } }`,
      'retractStatements',
    );
    expect(gone).toMatchObject({ retracted: { ids: [id] } });
    const query = (more: string) =>
      `{ company(id: "company:openai") { facts(property: "customer_of"${more}) { object { id } } } }`;
    const headers = { 'graph-revision-at-least': String(at(gone, 'revision')) };
    for (const server of [a, b]) {
      expect(JSON.stringify((await server.ask(query(''), headers)).data)).not.toContain('cloud:aws');
      const then = await server.ask(query(`, knownAt: "${between}"`), headers);
      expect(JSON.stringify(then.data)).toContain('cloud:aws');
    }
  });
});

describe('upsertEntities and mergeEntities', () => {
  it('are found by search, and a merged id leads on', async () => {
    const entity = '{ id: "company:newcorp", name: "Newcorp Quark", sources: ["source:press"] }';
    const made = await written(
      `mutation { upsertEntities(input: { entities: [${entity}], ${NOTE} }) { revision created { ids } } }`,
      'upsertEntities',
    );
    expect(made).toMatchObject({ created: { ids: ['company:newcorp'] } });
    const search = '{ search(query: "newcorp quark") { edges { node { id } } } }';
    const first = { 'graph-revision-at-least': String(at(made, 'revision')) };
    for (const server of [a, b]) expect(JSON.stringify(await server.ask(search, first))).toContain('company:newcorp');
    const merged = await written(
      `mutation { mergeEntities(input: { from: "company:newcorp", into: "company:amazon", ${NOTE} }) { revision merged { ids } } }`,
      'mergeEntities',
    );
    const headers = { 'graph-revision-at-least': String(at(merged, 'revision')) };
    for (const server of [a, b]) {
      const { data } = await server.ask('{ company(id: "company:newcorp") { id name } }', headers);
      expect(data).toEqual({ company: { id: 'company:amazon', name: 'Amazon' } });
      expect(JSON.stringify((await server.ask(search, headers)).data)).toContain('company:amazon');
    }
  });
});

describe('an idempotency key', () => {
  const keyed = (text: string) => recording('company:amazon', 'note', text, ', idempotencyKey: "once"');

  it('given again, on any process, gives the same answer and no revision', async () => {
    const first = await written(keyed('one'), 'recordStatements');
    const again = [await written(keyed('one'), 'recordStatements'), await written(keyed('one'), 'recordStatements', b)];
    expect(again).toEqual([first, first]);
    expect(await revision()).toBe(at(first, 'revision'));
  });

  it('given with another request is a conflict', async () => {
    expect(await write(keyed('two'), b)).toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('The idempotency key "once" is that of another write'),
    });
  });
});

describe('writers on two processes', () => {
  it('come one after the other: no revision is lost or made twice', async () => {
    const from = Number(await revision());
    const made: number[] = [];
    const stream = async (server: Server, name: string) => {
      for (let i = 0; i < 20; i++) {
        const done = await written(recording('company:openai', 'note', `${name} ${i}`), 'recordStatements', server);
        made.push(Number(at(done, 'revision')));
      }
    };
    await Promise.all([stream(a, 'first'), stream(b, 'second')]);
    expect(made.sort((x, y) => x - y)).toEqual(Array.from({ length: 40 }, (_, i) => from + 1 + i));
    const query = '{ company(id: "company:openai") { facts(property: "note") { value } } }';
    const { data } = await a.ask(query, { 'graph-revision-at-least': String(from + 40) });
    expect(at(data, 'company', 'facts')).toHaveLength(40);
    const [row] = await database.read({
      text: 'MATCH (r:Revision) RETURN count(r) AS n, max(r.number) AS last, count(DISTINCT r.at) AS times',
      parameters: {},
    });
    expect(row?.toObject()).toEqual({ n: from + 40, last: from + 40, times: from + 40 });
    expect(await findDrift(database)).toMatchObject({ changedCount: 0, isDigestOther: false, areLinksOther: false });
  });
});

describe('a write that touches too much', () => {
  it('is refused with the count, and changes nothing', async () => {
    const names = Array.from({ length: 5_001 }, (_, i) => `c${i}`);
    await importSmall(login, {
      'company.yaml': `${SMALL['company.yaml']}${names.map((name) => `- { id: company:${name}, name: ${name} Ltd, sources: [press] }`).join('\n')}\n`,
      'relation.yaml': names
        .map(
          (name) => `- { subject: company:${name}, property: customer_of, object: company:amazon, sources: [press] }`,
        )
        .join('\n'),
    });
    await until(
      () => a.ask('{ company(id: "company:c5000") { name } }'),
      ({ data }) => at(data, 'company') !== null,
      60_000,
    );
    const [from, rows] = [await revision(), await count()];
    const merge = `mutation { mergeEntities(input: { from: "company:amazon", into: "company:c0", ${NOTE} }) { revision } }`;
    expect(await write(merge)).toMatchObject({
      code: 'CONFLICT',
      message: expect.stringMatching(
        /at most 5000 dependencies but it affects \d{4,5}\..*aigraph rederive --write FILE/,
      ),
    });
    expect([await revision(), await count()]).toEqual([from, rows]);
  });
});

/** How many nodes and relationships there are. */
async function count(): Promise<unknown> {
  const text = 'RETURN COUNT { () } AS nodes, COUNT { ()-->() } AS links';
  return (await database.read({ text, parameters: {} }))[0]?.toObject();
}
