import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEPENDENCY_KINDS, type Edge } from '../../src/model/edge.js';
import type { EntityId } from '../../src/model/ids.js';
import type { Confidence } from '../../src/model/statement.js';
import { ArrayTopology } from '../../src/store/ArrayTopology.js';
import { buildTopology } from '../../src/store/buildTopology.js';
import type { ViewRequest } from '../../src/store/Topology.js';
import { edge } from '../support/smallDataset.js';

const ALL: ViewRequest = {
  kinds: DEPENDENCY_KINDS,
  asOf: '2026-09-30',
  knownAt: '2026-10-01T00:00:00Z',
  minConfidence: 'recalled',
  prospective: true,
  cloudOperators: false,
};

const edges = fc.array(
  fc
    .record({
      from: fc.constantFrom<EntityId[]>('company:a', 'company:b', 'cloud:c', 'chip:d'),
      to: fc.constantFrom<EntityId[]>('company:a', 'company:b', 'cloud:c', 'chip:d'),
      kind: fc.constantFrom(...DEPENDENCY_KINDS),
      confidence: fc.constantFrom<Confidence[]>('confirmed', 'recalled'),
      validFrom: fc.constantFrom(null, '2026-09-30', '2026-10-01'),
      knownTo: fc.constantFrom(null, '2026-10-01T00:00:00Z', '2027-01-01T00:00:00Z'),
      rule: fc.constantFrom('r1', 'r2', 'r3'),
    })
    .map((spec) => edge(spec)),
  { maxLength: 40 },
);

describe('buildTopology', () => {
  it('holds every edge, out and in, in the order of neighbour, confidence and id', () => {
    fc.assert(
      fc.property(edges, (given) => {
        const topology = buildTopology(given);
        const holding = given.filter((e) => (e.validFrom ?? '') <= ALL.asOf && e.knownTo !== '2026-10-01T00:00:00Z');
        const view = topology.view(ALL);
        for (let node = 0; node < topology.nodeCount; node++) {
          const out: string[] = [];
          const into: string[] = [];
          view.out(node, (number, to) => out.push(`${topology.nodeId(to)} ${topology.edgeId(number)}`));
          view.in(node, (number, from) => into.push(`${topology.nodeId(from)} ${topology.edgeId(number)}`));
          const id = topology.nodeId(node);
          expect(out).toEqual(
            ordered(
              holding.filter((e) => e.from === id),
              (e) => e.to,
            ),
          );
          expect(into).toEqual(
            ordered(
              holding.filter((e) => e.to === id),
              (e) => e.from,
            ),
          );
        }
      }),
    );
  });

  it('is the same whatever the order of the edges', () => {
    fc.assert(
      fc.property(edges, (given) => {
        expect(buildTopology([...given].reverse()).data).toEqual(buildTopology(given).data);
      }),
    );
  });

  it('reads any iterable once', () => {
    function* stream() {
      yield edge({ from: 'company:a', to: 'company:b', kind: 'CHIPS' });
    }
    expect(buildTopology(stream()).edgeCount).toBe(1);
  });

  it('keeps ids that are not a hash', () => {
    const topology = buildTopology([edge({ from: 'company:a', to: 'company:b', kind: 'CHIPS', id: 'edge:by-hand' })]);
    expect(topology.edgeId(0)).toBe('edge:by-hand');
  });

  it('compares knowledge times as times, however they are written', () => {
    const topology = buildTopology([
      edge({ from: 'company:a', to: 'company:b', kind: 'CHIPS', knownFrom: '2026-10-01T02:00:00+02:00' }),
    ]);
    for (const knownAt of ['2026-10-01T00:00:00.000Z', '2026-10-01T00:00:00Z']) {
      expect(count(topology, { ...ALL, knownAt })).toBe(1);
    }
    expect(count(topology, { ...ALL, knownAt: '2026-09-30T23:59:59.999Z' })).toBe(0);
  });

  it('lies on shared memory in at most 45 bytes an edge, so that a worker reads it without a copy', () => {
    const many = Array.from({ length: 1_000 }, (_, i) =>
      edge({ from: 'company:a', to: 'company:b', kind: 'CHIPS', rule: `r${i}` }),
    );
    const { data } = buildTopology(many);
    let bytes = 0;
    for (const part of Object.values(data)) {
      if (!ArrayBuffer.isView(part)) continue;
      expect(part.buffer).toBeInstanceOf(SharedArrayBuffer);
      bytes += part.byteLength;
    }
    expect(bytes / many.length).toBeLessThanOrEqual(45);
    const elsewhere = new ArrayTopology(structuredClone(data));
    expect(count(elsewhere, ALL)).toBe(1_000);
  });

  it('refuses numbers of nodes and edges that it does not have', () => {
    const topology = buildTopology([]);
    expect(() => topology.nodeId(0)).toThrow(RangeError);
    expect(() => topology.edgeId(0)).toThrow(RangeError);
    expect(() => topology.kind(-1)).toThrow(RangeError);
    expect(() => topology.confidence(Number.NaN)).toThrow(RangeError);
  });
});

function ordered(edges: readonly Edge[], neighbour: (edge: Edge) => string): string[] {
  const rank = (e: Edge) => `${neighbour(e)} ${e.confidence === 'confirmed' ? 0 : 1} ${e.id}`;
  return [...edges].sort((a, b) => (rank(a) < rank(b) ? -1 : 1)).map((e) => `${neighbour(e)} ${e.id}`);
}

function count(topology: ArrayTopology, request: ViewRequest): number {
  let edges = 0;
  topology.view(request).out(topology.node('company:a'), () => edges++);
  return edges;
}
