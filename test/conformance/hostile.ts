import { expect, it } from 'vitest';
import { DEPENDENCY_KINDS } from '../../src/model/edge.js';
import { ENTITY_KINDS, type EntityId } from '../../src/model/ids.js';
import { ANY_STATEMENT } from '../../src/store/GraphStore.js';
import { topic } from '../support/records.js';
import type { EdgeSpec } from '../support/smallDataset.js';
import { AT, IN, idsOf, type OpenStore, OUT } from './harness.js';
import { into } from './topology.js';

const ODD_SLUGS = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'prototype', 'null', 'undefined', '0'];

export function hostileChecks(open: OpenStore): void {
  it('GS-600 ids named like parts of JavaScript are ids like any other', async () => {
    const ids = ODD_SLUGS.map((slug): EntityId => `topic:${slug}`);
    const store = await open({
      entities: ODD_SLUGS.map((slug) => topic(slug)),
      statements: ids.map((subject) => ({
        subject,
        property: 'constructor',
        value: subject,
        object: 'topic:__proto__',
      })),
      edges: ids.map((from): EdgeSpec => ({ from, to: 'topic:constructor', kind: 'USES' })),
      events: ids.map((id) => ({ date: '2025', title: id, entities: [id] })),
    });
    expect(idsOf(await store.entities(ids))).toEqual(ids);
    const statements = await store.statementsBySubject(ids, 'constructor', AT);
    expect(statements.map((list) => list.map((s) => s.value))).toEqual(ids.map((id) => [id]));
    expect((await store.statementsByObject(['topic:__proto__'], null, AT))[0]).toHaveLength(ids.length);
    expect((await store.edgesOf(['topic:constructor'], IN, AT, 100))[0]).toHaveLength(ids.length);
    expect(await store.countEvents([['topic:__proto__']], { from: null, to: null }, AT)).toEqual([1]);
    const topology = await store.topology();
    expect(ids.map((id) => topology.nodeId(topology.node(id)))).toEqual(ids);
    const page = await store.list({
      kind: 'topic',
      filter: { field: 'id', op: 'in', value: ids },
      orderBy: { field: 'name', direction: 'ASC' },
      page: { first: 100 },
    });
    expect(idsOf(page.items).sort()).toEqual([...ids].sort());
    expect((await store.search('constructor', null, 5))[0]?.id).toBe('topic:constructor');
  });

  it('GS-601 such ids are unknown where nothing is named so', async () => {
    const store = await open();
    const ids = ODD_SLUGS.map((slug): EntityId => `topic:${slug}`);
    const nothing = ids.map(() => []);
    expect(await store.entities(ids)).toEqual(ids.map(() => null));
    expect(await store.statementsBySubject(ids, null, AT)).toEqual(nothing);
    expect(await store.statementsByObject(ids, 'constructor', AT)).toEqual(nothing);
    expect(await store.edgesOf(ids, OUT, AT, 10)).toEqual(nothing);
    expect(await store.dealsByParty(ids, AT)).toEqual(nothing);
    expect(await store.dealsPointingAt(ids, AT)).toEqual(nothing);
    expect(await store.statements(['constructor', '__proto__', ''])).toEqual([null, null, null]);
    expect(await store.edges(['constructor', '__proto__', ''])).toEqual([null, null, null]);
  });

  it('GS-602 a hub of 20,000 edges answers within its limit', async () => {
    const count = 20_000;
    const slug = (i: number) => `t${String(i).padStart(5, '0')}`;
    const edges = Array.from({ length: count }, (_, i): EdgeSpec => {
      return { from: `topic:${slug(count - 1 - i)}`, to: 'company:hub', kind: 'CHIPS' };
    });
    const store = await open({ edges });
    const [few = []] = await store.edgesOf(['company:hub'], IN, AT, 3);
    expect(few.map((found) => found.from)).toEqual(['topic:t00000', 'topic:t00001', 'topic:t00002']);
    const topology = await store.topology();
    const view = { ...AT, kinds: DEPENDENCY_KINDS, prospective: false, cloudOperators: false };
    expect(into(topology, view, 'company:hub')).toHaveLength(count);
  });

  it('GS-603 unicode comes back as it was written', async () => {
    const name = 'Ñandú – 日本 𝒳 👩🏽‍🔬 "quoted" \\ \u0000 e\u0301';
    const store = await open({
      entities: [topic('u', { name, aliases: [name] })],
      statements: [{ subject: 'topic:u', property: 'p', value: name, scope: name, note: name }],
    });
    expect((await store.entities(['topic:u']))[0]).toMatchObject({ name, aliases: [name] });
    expect((await store.statementsBySubject(['topic:u'], null, AT))[0]?.[0]).toMatchObject({
      value: name,
      scope: name,
      note: name,
    });
  });

  it('GS-604 an empty dataset answers everything with nothing', async () => {
    const store = await open();
    const page = { items: [], keys: [], hasNextPage: false, hasPreviousPage: false };
    for (const kind of ENTITY_KINDS) {
      const orderBy = { field: 'name', direction: 'ASC' } as const;
      expect(await store.list({ kind, filter: null, orderBy, page: { first: 10 } })).toEqual(page);
      expect(await store.list({ kind, filter: null, orderBy, page: { last: 10 } })).toEqual(page);
      expect(await store.count(kind, null)).toBe(0);
    }
    expect([...(await store.counts()).values()].every((count) => count === 0)).toBe(true);
    expect(await store.listStatements(ANY_STATEMENT, AT, { first: 10 })).toEqual(page);
    expect(await store.countStatements(ANY_STATEMENT, AT)).toBe(0);
    const span = { since: '2020-01-01T00:00:00Z', knownAt: AT.knownAt };
    expect(await store.changes(span, { first: 10 })).toEqual(page);
    expect(await store.countChanges(span)).toBe(0);
    const always = { from: null, to: null };
    expect(await store.events([null], always, AT, { last: 10 })).toEqual([page]);
    expect(await store.countEvents([null], always, AT)).toEqual([0]);
    expect(await store.search('anything', null, 10)).toEqual([]);
    expect(await store.resolve(['a', 'b'], null, 10)).toEqual([[], []]);
    const topology = await store.topology();
    expect([topology.nodeCount, topology.edgeCount, topology.node('company:a')]).toEqual([0, 0, -1]);
  });

  it('GS-605 a store holds nothing of a dataset that was written before', async () => {
    await open({ entities: [topic('before')] });
    const store = await open({ entities: [topic('now')] });
    expect(idsOf(await store.entities(['topic:before', 'topic:now']))).toEqual([null, 'topic:now']);
    expect((await store.counts()).get('topic')).toBe(1);
  });
}
