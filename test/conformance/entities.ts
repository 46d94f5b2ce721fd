import { expect, it } from 'vitest';
import type { EntityRecord } from '../../src/model/entity.js';
import { ENTITY_KINDS } from '../../src/model/ids.js';
import { buildTopology } from '../../src/store/buildTopology.js';
import type { Topology } from '../../src/store/Topology.js';
import {
  chip,
  cloud,
  company,
  country,
  datacenter,
  deal,
  initiative,
  policy,
  source,
  topic,
} from '../support/records.js';
import { edge } from '../support/smallDataset.js';
import { idsOf, type OpenStore } from './harness.js';

export function entityChecks(open: OpenStore): void {
  it('GS-001 meta is what was written', async () => {
    const store = await open({ meta: { release: '2099.01', packs: ['extra'] } });
    expect(await store.meta()).toMatchObject({ release: '2099.01', revision: 1, packs: ['extra'] });
  });

  it('GS-002 an entity of every kind comes back with every field as it was written', async () => {
    const records = [
      company('acme', {
        roles: ['lab', 'investor'],
        founded: '2015-12',
        externalIds: [{ scheme: 'ticker', value: 'ACM' }],
      }),
      cloud('acme', { operator: 'company:acme', country: 'country:US' }),
      chip('c1', { memoryGb: 141.5, foundries: [{ company: 'company:fab', node: 'N4P' }], released: '2024-Q4' }),
      datacenter('d1', { latitude: -32.45, longitude: 99.75, itPowerMw: 0, tenants: ['company:acme'] }),
      deal('x', { parties: [{ entity: 'company:acme', role: 'CUSTOMER', title: 'offtaker' }], amountUsd: 38e9 }),
      initiative('i', { suppliers: [{ entity: 'company:acme', role: 'chips' }], goals: ['a', 'b'] }),
      country('EU', { isBloc: true }),
      policy('p', { date: '2022-10-07' }),
      topic('t', { aliases: ['T', 'tee'] }),
      source('s', { publisher: 'The Paper', url: 'https://example.org/?q=1', published: '2025' }),
    ];
    const store = await open({ entities: records });
    expect(await store.entities(records.map((record) => record.id))).toEqual(records);
  });

  it('GS-003 entities answer in the order of the ids, null for unknown ones, duplicates twice', async () => {
    const store = await open({ entities: [company('a'), company('b')] });
    const found = await store.entities(['company:b', 'company:none', 'company:a', 'company:b', 'chip:a']);
    expect(idsOf(found)).toEqual(['company:b', null, 'company:a', 'company:b', null]);
  });

  it('GS-004 no ids, no answers', async () => {
    const store = await open({ entities: [company('a')] });
    expect(await store.entities([])).toEqual([]);
  });

  it('GS-005 a merged id gives the entity that it was merged into, also over several steps', async () => {
    const store = await open({
      entities: [company('new'), company('old', { mergedInto: 'company:new' })],
      redirects: [
        ['company:old', 'company:new'],
        ['company:older', 'company:old'],
      ],
    });
    const found = await store.entities(['company:older', 'company:old', 'company:new']);
    expect(idsOf(found)).toEqual(['company:new', 'company:new', 'company:new']);
  });

  it('GS-006 a merged entity is neither listed, counted nor found', async () => {
    const store = await open({
      entities: [company('new', { name: 'New' }), company('old', { name: 'Old', mergedInto: 'company:new' })],
      redirects: [['company:old', 'company:new']],
    });
    const orderBy = { field: 'name', direction: 'ASC' } as const;
    const page = await store.list({ kind: 'company', filter: null, orderBy, page: { first: 10 } });
    expect(idsOf(page.items)).toEqual(['company:new']);
    expect(await store.count('company', null)).toBe(1);
    expect((await store.counts()).get('company')).toBe(1);
    expect(await store.search('Old', null, 10)).toEqual([]);
  });

  it('GS-007 counts name every kind, also those without entities', async () => {
    const store = await open({ entities: [company('a'), company('b'), topic('t')] });
    const counts = await store.counts();
    expect([...counts.keys()].sort()).toEqual([...ENTITY_KINDS].sort());
    expect([counts.get('company'), counts.get('topic'), counts.get('deal')]).toEqual([2, 1, 0]);
  });

  it('GS-008 what is at hand is what would be read', async () => {
    const store = await open({
      entities: [company('a', { name: 'A' }), company('b')],
      redirects: [['company:old', 'company:a']],
      edges: [{ from: 'company:a', to: 'company:b', kind: 'CHIPS' }],
    });
    const ids = ['company:a', 'company:old', 'company:none', 'company:b'] as const;
    const read = await store.entities(ids);
    for (const [i, id] of ids.entries()) {
      const atHand = store.entityAtHand(id);
      if (atHand !== undefined) expect(atHand).toEqual(read[i]);
      const named = store.namedAtHand(id);
      if (named !== undefined) expect([named.id, named.kind, named.name]).toEqual(nameOf(read[i]));
    }
    // Whether it is at hand is the store's to say, but not something else than it reads.
    const topology = await store.topology();
    expect([topology, undefined]).toContain(store.topologyAtHand());
    const other = buildTopology([edge({ from: 'company:old', to: 'company:b', kind: 'CHIPS' })]);
    for (const { topology: its, node, id } of [topology, other].flatMap(nodesOf)) {
      expect(store.namedAtNode(its, node)).toEqual(store.namedAtHand(id));
      // Also when it is asked for again.
      expect(store.namedAtNode(its, node)).toEqual(store.namedAtHand(id));
    }
  });
}

function nodesOf(topology: Topology) {
  return Array.from({ length: topology.nodeCount }, (_, node) => ({ topology, node, id: topology.nodeId(node) }));
}

function nameOf(record: EntityRecord | null | undefined) {
  return [record?.id, record?.kind, record?.name];
}
