import { expect, it } from 'vitest';
import { DEPENDENCY_KINDS } from '../../src/model/edge.js';
import type { EntityId } from '../../src/model/ids.js';
import type { Topology, ViewRequest } from '../../src/store/Topology.js';
import { type EdgeSpec, edge } from '../support/smallDataset.js';
import { CONFIDENCE_FLOORS, DAYS, INSTANTS, timedEdges } from './edges.js';
import { AT, idsOf, type OpenStore, OUT } from './harness.js';

const ALL: ViewRequest = { ...AT, kinds: DEPENDENCY_KINDS, prospective: true, cloudOperators: false };

export function topologyChecks(open: OpenStore): void {
  it('GS-350 nodes are numbered in the order of their ids; an entity without edges has none', async () => {
    const store = await open({
      edges: [
        { from: 'company:c', to: 'chip:z', kind: 'USES' },
        { from: 'company:a', to: 'company:c', kind: 'CHIPS' },
      ],
      statements: [{ subject: 'company:b', property: 'p', value: 1 }],
    });
    const topology = await store.topology();
    expect(Array.from({ length: topology.nodeCount }, (_, node) => topology.nodeId(node))).toEqual([
      'chip:z',
      'company:a',
      'company:c',
    ]);
    const asked: EntityId[] = ['chip:z', 'company:a', 'company:c', 'company:b', 'company:none'];
    expect(asked.map((id) => topology.node(id))).toEqual([0, 1, 2, -1, -1]);
    expect(topology.edgeCount).toBe(2);
  });

  it('GS-351 edges out and in come by neighbour, then confidence descending, then id', async () => {
    const from = 'company:a';
    const sorted = [
      edge({ from, to: 'company:b', kind: 'MEMORY', id: 'edge:00000000000000f2' }),
      edge({ from, to: 'company:b', kind: 'CHIPS', confidence: 'recalled', id: 'edge:0000000000000001' }),
      edge({ from, to: 'company:b', kind: 'MEMORY', confidence: 'recalled', id: 'edge:ffffffff00000002' }),
      edge({ from, to: 'company:c', kind: 'CHIPS', id: 'edge:0000000000000003' }),
    ];
    const topology = await (await open({ edges: [...sorted].reverse() })).topology();
    expect(outOf(topology, ALL, from)).toEqual(idsOf(sorted));
    expect(into(topology, ALL, 'company:b')).toEqual(idsOf(sorted.slice(0, 3)));
    const numbered = sorted.map((_, number) => [
      topology.edgeId(number),
      topology.kind(number),
      topology.confidence(number),
    ]);
    expect(numbered).toEqual(sorted.map((e) => [e.id, e.kind, e.confidence]));
  });

  it('GS-352 a view holds the same edges as the records at every time, confidence and prospect', async () => {
    const store = await open({ edges: timedEdges() });
    const topology = await store.topology();
    for (const asOf of DAYS) {
      for (const knownAt of INSTANTS) {
        for (const minConfidence of CONFIDENCE_FLOORS) {
          for (const prospective of [false, true]) {
            const at = { asOf, knownAt, minConfidence };
            const [records = []] = await store.edgesOf(['company:a'], { ...OUT, prospective }, at, 100);
            const view = { ...ALL, ...at, prospective };
            expect(outOf(topology, view, 'company:a'), JSON.stringify(view)).toEqual(idsOf(records));
            expect(into(topology, view, 'company:b')).toEqual(idsOf(records));
          }
        }
      }
    }
  });

  it('GS-353 a view holds the kinds asked for, and with cloudOperators a cloud’s operating company', async () => {
    const specs: EdgeSpec[] = [
      { from: 'cloud:x', to: 'company:x', kind: 'OWNERSHIP' },
      { from: 'company:x', to: 'company:parent', kind: 'OWNERSHIP' },
      { from: 'cloud:x', to: 'company:chips', kind: 'CHIPS' },
    ];
    const topology = await (await open({ edges: specs })).topology();
    const [operator = '', parent = '', chips = ''] = specs.map((spec) => edge(spec).id);
    const found = (request: Partial<ViewRequest>) => [
      ...outOf(topology, { ...ALL, ...request }, 'cloud:x'),
      ...outOf(topology, { ...ALL, ...request }, 'company:x'),
    ];
    expect(found({ kinds: ['CHIPS'] })).toEqual([chips]);
    expect(found({ kinds: ['CHIPS'], cloudOperators: true })).toEqual([chips, operator]);
    expect(found({ kinds: ['OWNERSHIP'] })).toEqual([operator, parent]);
    expect(found({ kinds: [] })).toEqual([]);
    expect(into(topology, { ...ALL, kinds: [], cloudOperators: true }, 'company:x')).toEqual([operator]);
  });

  it('GS-354 cycles, an entity that depends on itself among them, are plain edges', async () => {
    const specs: EdgeSpec[] = [
      { from: 'company:a', to: 'company:b', kind: 'CHIPS' },
      { from: 'company:b', to: 'company:a', kind: 'CAPITAL' },
      { from: 'company:a', to: 'company:a', kind: 'ENERGY' },
    ];
    const store = await open({ edges: specs });
    const topology = await store.topology();
    const [ab, ba, aa] = specs.map((spec) => edge(spec).id);
    expect(outOf(topology, ALL, 'company:a')).toEqual([aa, ab]);
    expect(into(topology, ALL, 'company:a')).toEqual([aa, ba]);
    expect((await store.edgesOf(['company:a'], OUT, AT, 10)).map(idsOf)).toEqual([[aa, ab]]);
  });
}

export function outOf(topology: Topology, request: ViewRequest, id: EntityId): string[] {
  const ids: string[] = [];
  topology.view(request).out(topology.node(id), (number) => ids.push(topology.edgeId(number)));
  return ids;
}

export function into(topology: Topology, request: ViewRequest, id: EntityId): string[] {
  const ids: string[] = [];
  topology.view(request).in(topology.node(id), (number) => ids.push(topology.edgeId(number)));
  return ids;
}
