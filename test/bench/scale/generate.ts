import { DEPENDENCY_KINDS, type DependencyKind } from '../../../src/model/edge.js';
import { compareIds, type EntityId, type EntityKind } from '../../../src/model/ids.js';
import { ArrayTopology, CONFIRMED, NEVER_FORGOTTEN, NO_END, OPEN_ENDED } from '../../../src/store/ArrayTopology.js';
import { columnsFor, ends, instantsOf, uint32 } from '../../../src/store/buildTopology.js';
import { Random, Zipf } from '../neo4j/Random.js';

export interface Size {
  readonly entities: number;
  readonly relations: number;
}

/** A layer of the graph: its share of the entities, and on which layers its entities depend. */
interface Layer {
  readonly kind: EntityKind;
  readonly share: number;
  readonly needs: readonly (readonly [layer: string, by: DependencyKind])[];
}

/** As in the real graph: labs rent from clouds, which buy chips, which are made by foundries, which need equipment. */
const LAYERS: ReadonlyMap<string, Layer> = new Map<string, Layer>([
  [
    'user',
    {
      kind: 'company',
      share: 0.47,
      needs: [
        ['cloud', 'COMPUTE'],
        ['vendor', 'CHIPS'],
        ['site', 'SITE'],
      ],
    },
  ],
  [
    'lab',
    {
      kind: 'company',
      share: 0.05,
      needs: [
        ['cloud', 'COMPUTE'],
        ['vendor', 'CHIPS'],
        ['site', 'SITE'],
      ],
    },
  ],
  [
    'cloud',
    {
      kind: 'cloud',
      share: 0.02,
      needs: [
        ['vendor', 'CHIPS'],
        ['chip', 'USES'],
        ['site', 'SITE'],
        ['server', 'SERVERS'],
      ],
    },
  ],
  [
    'site',
    {
      kind: 'datacenter',
      share: 0.35,
      needs: [
        ['power', 'ENERGY'],
        ['chip', 'USES'],
      ],
    },
  ],
  [
    'chip',
    {
      kind: 'chip',
      share: 0.05,
      needs: [
        ['vendor', 'DESIGN'],
        ['foundry', 'FABRICATION'],
        ['memory', 'MEMORY'],
        ['chip', 'COMPONENT'],
      ],
    },
  ],
  [
    'vendor',
    {
      kind: 'company',
      share: 0.01,
      needs: [
        ['foundry', 'FABRICATION'],
        ['memory', 'MEMORY'],
        ['tool', 'TOOLS'],
      ],
    },
  ],
  [
    'foundry',
    {
      kind: 'company',
      share: 0.005,
      needs: [
        ['equipment', 'EQUIPMENT'],
        ['power', 'ENERGY'],
      ],
    },
  ],
  ['memory', { kind: 'company', share: 0.005, needs: [['equipment', 'EQUIPMENT']] }],
  [
    'equipment',
    {
      kind: 'company',
      share: 0.005,
      needs: [
        ['equipment', 'EQUIPMENT'],
        ['vendor', 'CHIPS'],
      ],
    },
  ],
  ['server', { kind: 'company', share: 0.01, needs: [['vendor', 'CHIPS']] }],
  ['power', { kind: 'company', share: 0.01, needs: [['server', 'SERVERS']] }],
  ['tool', { kind: 'company', share: 0.01, needs: [['cloud', 'COMPUTE']] }],
]);

export const FIRST_DAY = 18_000;
const DAYS = 2_500;
const INSTANTS = [Date.parse('2026-01-01'), Date.parse('2026-04-01'), Date.parse('2026-07-01')];

/** The places of a layer's entities, the largest first. */
interface Members {
  readonly nodes: readonly number[];
  readonly zipf: Zipf;
}

export interface Generated {
  readonly topology: ArrayTopology;
  readonly layers: ReadonlyMap<string, readonly number[]>;
}

/**
 * A topology with hubs (providers are picked by Zipf's law), cycles, parallel edges, dates and intervals of knowledge; the
 * same for the same size and seed. Made as columns, because so many edges don't fit as records.
 */
export function generateTopology({ entities, relations }: Size, seed: number): Generated {
  const random = new Random(seed);
  const named = [...LAYERS].flatMap(([name, { kind, share }]) =>
    Array.from({ length: Math.max(2, Math.round(entities * share)) }, (_, i) => {
      const id: EntityId = `${kind}:${name}-${String(i).padStart(7, '0')}`;
      return { id, name };
    }),
  );
  named.sort((a, b) => compareIds(a.id, b.id));
  const nodeIds = named.map(({ id }) => id);
  const layers = new Map<string, number[]>([...LAYERS.keys()].map((name) => [name, []]));
  for (const [node, { name }] of named.entries()) layers.get(name)?.push(node);
  const members = new Map<string, Members>(
    [...layers].map(([name, nodes]) => [name, { nodes, zipf: new Zipf(nodes.length, random) }]),
  );

  const from = uint32(relations);
  const to = uint32(relations);
  const kinds = new Uint8Array(relations);
  for (let i = 0; i < relations; i++) {
    // Everybody has some; the large ones have more.
    const node = i < nodeIds.length ? i : random.below(nodeIds.length);
    const needs = LAYERS.get(named[node]?.name ?? '')?.needs ?? [];
    const [layer, kind] = random.pick(needs);
    const { nodes, zipf } = members.get(layer) ?? { nodes: [], zipf: new Zipf(1, random) };
    from[i] = node;
    to[i] = nodes[zipf.next()] ?? 0;
    kinds[i] = DEPENDENCY_KINDS.indexOf(kind);
  }
  return { topology: assemble(nodeIds, from, to, kinds, random), layers };
}

function assemble(
  nodeIds: readonly EntityId[],
  from: Uint32Array,
  to: Uint32Array,
  kinds: Uint8Array,
  random: Random,
): ArrayTopology {
  const count = from.length;
  const order = sortedBy(
    from,
    sortedBy(
      to,
      Uint32Array.from({ length: count }, (_, i) => i),
      nodeIds.length,
    ),
    nodeIds.length,
  );
  const columns = columnsFor(count);
  const [sortedFrom, sortedTo] = [uint32(count), uint32(count)];
  for (let place = 0; place < count; place++) {
    const i = order[place] ?? 0;
    const [a, b] = [from[i] ?? 0, to[i] ?? 0];
    sortedFrom[place] = a;
    sortedTo[place] = b;
    // Alike for parallel edges, so that they stand in the order of their ids.
    const isConfirmed = (a * 31 + b) % 10 < 7;
    columns.flags[place] = (kinds[i] ?? 0) | (isConfirmed ? CONFIRMED : 0);
    const start = FIRST_DAY + random.below(DAYS);
    columns.validFrom[place] = start;
    columns.validTo[place] = random.chance(0.1) ? start + random.below(DAYS) : NO_END;
    columns.knownFrom[place] = random.below(INSTANTS.length);
    columns.knownTo[place] = random.chance(0.02) ? INSTANTS.length - 1 : NEVER_FORGOTTEN;
    if (columns.validTo[place] === NO_END && columns.knownTo[place] === NEVER_FORGOTTEN) {
      columns.flags[place] = (columns.flags[place] ?? 0) | OPEN_ENDED;
    }
    columns.idHigh[place] = place;
    columns.idLow[place] = place;
  }
  const instants = instantsOf(INSTANTS);
  return new ArrayTopology({
    nodeIds,
    ...ends(sortedFrom, sortedTo, nodeIds.length),
    instants,
    ...columns,
    oddIds: new Map(),
  });
}

/** A stable counting sort of places by the node that each has. */
function sortedBy(nodes: Uint32Array, order: Uint32Array, nodeCount: number): Uint32Array {
  const next = new Uint32Array(nodeCount + 1);
  for (const node of nodes) next[node + 1] = (next[node + 1] ?? 0) + 1;
  for (let i = 1; i < next.length; i++) next[i] = (next[i] ?? 0) + (next[i - 1] ?? 0);
  const sorted = new Uint32Array(order.length);
  for (const place of order) {
    const node = nodes[place] ?? 0;
    sorted[next[node] ?? 0] = place;
    next[node] = (next[node] ?? 0) + 1;
  }
  return sorted;
}
