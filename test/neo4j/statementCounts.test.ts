import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EntityRecord } from '../../src/model/entity.js';
import { ENTITY_KINDS, type EntityId } from '../../src/model/ids.js';
import type { PinnedGraph } from '../../src/store/GraphSource.js';
import { ANY_STATEMENT, type GraphStore, type Page, type PageRequest } from '../../src/store/GraphStore.js';
import type { OpenedNeo4j } from '../../src/store/neo4j/openNeo4j.js';
import { AT, IN, OUT } from '../conformance/harness.js';
import { type GraphServer, graphServer } from '../http/graphServer.js';
import { company, country } from '../support/records.js';
import { smallDataset } from '../support/smallDataset.js';
import { openDatabase, openReads } from './database.js';

const { database, write } = openDatabase();
const COUNT = 200;
const ids = Array.from({ length: COUNT }, (_, i): EntityId => `company:c${i}`);
const at = (i: number): EntityId => ids[i % COUNT] ?? 'company:c0';
const ONE = '{ company(id: "company:c5") { name roles } }';
const ALWAYS = { from: null, to: null };
const EVER = { since: '2020-01-01T00:00:00Z', knownAt: AT.knownAt };
const BY_NAME = { field: 'name', direction: 'ASC' } as const;

let opened: OpenedNeo4j;
let store: GraphStore;

beforeAll(async () => {
  const dataset = smallDataset({
    entities: [
      country('US'),
      ...ids.map((_, i) => company(`c${i}`, { country: 'country:US', parent: at(i + 1), sources: ['source:s1'] })),
    ],
    statements: ids.map((subject, i) => ({ subject, property: 'parent', object: at(i + 1) })),
    edges: ids.map((from, i) => ({ from, to: at(i + 1), kind: 'CHIPS' })),
    events: ids.map((id) => ({ date: '2025-03', entities: [id] })),
  });
  await write(dataset);
  opened = await openReads(database, 'database');
  store = (await opened.source.pin({ signal: null, bookmarks: [], revisionAtLeast: null, waitMs: 1_000 })).store;
});
afterAll(async () => {
  await opened.source.close();
  await database.close();
});

/** How many statements the work takes. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const before = database.statementCount;
  await work();
  return database.statementCount - before;
}

describe('a call of the port is one statement', () => {
  const filter = {
    and: [
      { field: 'country', op: 'eq', value: 'country:US' },
      { field: 'founded', op: 'isKnown', value: false },
    ],
  } as const;
  const calls: readonly (readonly [string, (some: readonly EntityId[]) => Promise<unknown>])[] = [
    ['entities', (some) => store.entities(some)],
    ['list', () => store.list({ kind: 'company', filter: null, orderBy: BY_NAME, page: { first: 100 } })],
    ['list with a filter', () => store.list({ kind: 'company', filter, orderBy: BY_NAME, page: { last: 3 } })],
    ['count', () => store.count('company', filter)],
    ['counts', () => store.counts()],
    ['statementsBySubject', (some) => store.statementsBySubject(some, null, AT)],
    ['statementsByObject', (some) => store.statementsByObject(some, 'parent', AT)],
    ['statements', (some) => store.statements(some)],
    ['listStatements', (some) => store.listStatements({ ...ANY_STATEMENT, subjects: some }, AT, { first: 100 })],
    ['countStatements', (some) => store.countStatements({ ...ANY_STATEMENT, subjects: some }, AT)],
    ['changes', () => store.changes(EVER, { first: 100 })],
    ['countChanges', () => store.countChanges(EVER)],
    ['edges', (some) => store.edges(some)],
    ['edgesOf, out', (some) => store.edgesOf(some, OUT, AT, 50)],
    ['edgesOf, in', (some) => store.edgesOf(some, IN, AT, 50)],
    ['dealsByParty', (some) => store.dealsByParty(some, AT)],
    ['dealsPointingAt', (some) => store.dealsPointingAt(some, AT)],
    ['events', (some) => store.events([...some.map((id) => [id]), null, some], ALWAYS, AT, { first: 5 })],
    ['countEvents', (some) => store.countEvents([...some.map((id) => [id]), null, some], ALWAYS, AT)],
    ['search', () => store.search('company', [...ENTITY_KINDS], 10)],
    ['resolve', (some) => store.resolve(some, null, 3)],
  ];
  for (const [name, ask] of calls) {
    it(`${name}, of one and of ${COUNT}`, async () => {
      expect(await statementsOf(() => ask(ids.slice(0, 1)))).toBe(1);
      expect(await statementsOf(() => ask(ids))).toBe(1);
    });
  }

  it('and none for what the process has in memory, or for no keys', async () => {
    expect(await statementsOf(() => Promise.all([store.meta(), store.topology()]))).toBe(0);
    expect(await statementsOf(() => Promise.all([store.entities([]), store.edgesOf([], OUT, AT, 9)]))).toBe(0);
  });
});

describe('a request over GraphQL', () => {
  async function take(query: string): Promise<number> {
    const server = await serve();
    return statementsOf(async () => expect((await server.ask(query)).body).not.toHaveProperty('errors'));
  }

  it('reads one entity in one statement, which tells the revision too', async () => {
    expect(await take(ONE)).toBe(1);
  });

  it('reads two levels of neighbours in three, however many they are', async () => {
    const page = (first: number) =>
      `{ companies(first: ${first}) { edges { node { name parent { parent { name roles } country { name code } } } } } }`;
    expect(await take(page(1))).toBe(3);
    expect(await take(page(100))).toBe(3);
    expect(await take('{ company(id: "company:c5") { parent { name parent { name roles } } } }')).toBe(3);
  });

  it('reads two levels of dependents in three', async () => {
    const two = (fields: string) =>
      `dependents(first: 20) { edges { node { ${fields} dependents(first: 20) { edges { node { ${fields} } } } } } }`;
    expect(await take(`{ company(id: "company:c5") { roles ${two('name aliases')} } }`)).toBe(3);
    expect(await take(`{ company(id: "company:c5") { roles ${two('id kind name')} } }`)).toBe(1);
  });

  it('reads only the revision where only names are asked for, along references and paths too', async () => {
    const hops = 'path { nodes { id name } }';
    expect(await take(`{ dependencies(of: "company:c5", transitive: true) { edges { node { name } ${hops} } } }`)).toBe(
      1,
    );
    expect(await take('{ paths(from: "company:c5", to: "company:c7") { edges { node { nodes { name } } } } }')).toBe(1);
    expect(await take('{ company(id: "company:c5") { roles parent { name } country { id } } }')).toBe(1);
  });

  it('counts in a statement of its own, only where that is asked', async () => {
    expect(await take('{ companies(first: 5) { edges { node { name } } } }')).toBe(1);
    expect(await take('{ companies(first: 5) { totalCount edges { node { name } } } }')).toBe(2);
  });
});

describe('requests at one time', () => {
  for (const count of [1, 8, 64]) {
    it(`take one statement where ${count} ask in the same tick`, async () => {
      const asked = ids.slice(0, count);
      const readers = await pinned(count);
      const ask = () => Promise.all(readers.map((reader, i) => reader.store.entities([at(i)])));
      expect(await statementsOf(async () => expect((await ask()).map(([one]) => one?.id)).toEqual(asked))).toBe(1);
      expect(await statementsOf(() => revisionsOf(readers))).toBe(0);
    });
  }

  it('share the pages of a list, whatever their cursors, each with its own', async () => {
    const list = (one: GraphStore, page: PageRequest) =>
      one.list({ kind: 'company', filter: null, orderBy: BY_NAME, page });
    const whole = await list(store, { first: 100 });
    const key = (i: number) => whole.keys[i] ?? '';
    const pages: readonly PageRequest[] = [
      { first: 5 },
      { first: 5, after: key(0) },
      { first: 5, after: key(4), before: key(7) },
      { first: 5, after: key(8), before: key(9) },
      { first: 5, after: key(4), before: key(7) },
    ];
    const others: readonly PageRequest[] = [{ last: 5 }, { last: 5, before: key(3) }, { first: 6 }];
    const all = [...pages, ...others];
    const alone: Page<EntityRecord>[] = [];
    for (const page of all) alone.push(await list(store, page));
    expect(alone.map(({ items }) => items.length)).toEqual([5, 5, 2, 0, 2, 5, 3, 6]);

    const readers = await pinned(alone.length);
    const together = () => Promise.all(readers.map((reader, i) => list(reader.store, all[i] ?? { first: 1 })));
    // One for those of five from the front, one for those from the back, one for that of six.
    expect(await statementsOf(async () => expect(await together()).toEqual(alone))).toBe(3);
    expect(await statementsOf(() => revisionsOf(readers))).toBe(0);

    // Not so many that they would be decoded for long: a page of 100 is read with one record more, and 2,000 go together.
    const long = whole.keys.slice(0, 40).map((after) => ({ first: 100, after }));
    expect(await statementsOf(() => Promise.all(long.map((page) => list(store, page))))).toBe(Math.ceil(40 / 19));
  });

  it('share the one that tells the revision where they read nothing else', async () => {
    const readers = await pinned(64);
    expect(await statementsOf(() => revisionsOf(readers))).toBe(1);
  });

  function pinned(count: number): Promise<readonly PinnedGraph[]> {
    const pin = () =>
      opened.source.pin({
        signal: new AbortController().signal,
        bookmarks: [],
        revisionAtLeast: null,
        waitMs: 1_000,
      });
    return Promise.all(Array.from({ length: count }, pin));
  }

  async function revisionsOf(readers: readonly PinnedGraph[]): Promise<void> {
    for (const revision of await Promise.all(readers.map((reader) => reader.lastRevision()))) expect(revision).toBe(1);
  }

  it('share statements over HTTP too: never more each than alone', async () => {
    const server = await serve();
    await perRequest(server, 64, 2);
    const taken = new Map<number, number>();
    for (const clients of [1, 8, 64]) taken.set(clients, await perRequest(server, clients, 320 / clients));
    console.log(`Statements per request: ${[...taken].map(([clients, n]) => `${n} at ${clients} clients`).join(', ')}`);
    const [alone = 0, few = 0, many = 0] = taken.values();
    expect(alone).toBe(1);
    // How many meet in a tick depends on how fast client and server take turns; that all of a tick share is shown above.
    expect(few).toBeLessThanOrEqual(alone);
    expect(many).toBeLessThan(alone);
  });

  /** Clients that each ask one question after the other. */
  async function perRequest(server: GraphServer, clients: number, each: number): Promise<number> {
    const taken = await statementsOf(() =>
      Promise.all(
        Array.from({ length: clients }, async (_, client) => {
          for (let i = 0; i < each; i++) {
            const id = at(client * each + i);
            const { body } = await server.ask(`{ company(id: "${id}") { id roles } }`);
            expect(body).toMatchObject({ data: { company: { id } } });
          }
        }),
      ),
    );
    return taken / (clients * each);
  }
});

function serve(): Promise<GraphServer> {
  // The server ends with the test, the graph with the file.
  const { source } = opened;
  return graphServer({
    // Counted is what is read, not what was answered before.
    limits: { responseCacheMb: 0 },
    source: { pin: (request) => source.pin(request), health: () => source.health(), close: async () => {} },
  });
}
