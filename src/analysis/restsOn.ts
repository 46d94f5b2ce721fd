import { DEPENDENCY_KINDS, type DependencyKind } from '../model/edge.js';
import type { Topology, TopologyView } from '../store/Topology.js';
import { capabilityOf, inputsOf, neededFor } from './capability.js';
import type { Interval } from './lostShare.js';

/** What somebody delivers: a node and the kind of dependency by which it is needed. */
export interface Delivery {
  readonly node: number;
  readonly capability: DependencyKind;
}

/** How much of a delivery rests on a node, and the chain by which the most may. */
export interface Resting extends Interval {
  /** From the node that delivers to the other; empty where nothing rests on it. */
  readonly chain: readonly number[];
}

export interface RestsOnOptions {
  readonly to: number;
  /** The kinds that are followed; DESIGN always is. */
  readonly via: readonly DependencyKind[];
  /** The stated share of a dependent's need that an edge covers, 0..100; null where none is stated. */
  readonly shareOf: (edge: number) => number | null;
  /** Edges visited at most. */
  readonly budget: number;
}

export interface RestsOn {
  of(delivery: Delivery): Resting;
  /** The budget ran out: more may rest on it. */
  readonly truncated: boolean;
}

/** The providers of one kind, with the stated share of each. */
interface Providers {
  readonly capability: DependencyKind;
  readonly shares: ReadonlyMap<number, number | null>;
}

const NOTHING: Resting = { low: 0, high: 0, chain: [] };
const UNKNOWN: Resting = { low: 0, high: 1, chain: [] };
/** Hops followed at most. */
const MOST_HOPS = 8;

/**
 * How much of what each start delivers rests on `to`, as an interval (`docs/methods.md`, Exposure). A delivery rests on what
 * feeds it: compute on chips, chips on who designs and makes them. Stated shares are taken as stated; of providers without
 * one nothing is known but that they are documented, so that even a sole one gives low 0: others may be undocumented. What
 * surely needs a kind of which no provider is documented may rest on anything. Several kinds may speak of the same part: the
 * most of them is certain, their sum at most possible. Chains of at most 8 hops. O(8 · edges reached).
 */
export function restsOn(
  topology: Topology,
  view: TopologyView,
  starts: readonly Delivery[],
  options: RestsOnOptions,
): RestsOn {
  const { inputs, truncated } = gather(topology, view, starts, options);
  let resting = new Map<number, Resting>();
  const of = ({ node, capability }: Delivery): Resting =>
    node === options.to ? { low: 1, high: 1, chain: [node] } : (resting.get(keyOf(node, capability)) ?? NOTHING);
  for (let hop = 0; hop < MOST_HOPS; hop++) {
    const next = new Map<number, Resting>();
    let changed = false;
    for (const [key, kinds] of inputs) {
      const node = Math.floor(key / DEPENDENCY_KINDS.length);
      const now = kinds.map((providers) => combine(node, providers, of)).reduce(together, NOTHING);
      const before = resting.get(key) ?? NOTHING;
      if (now.low !== before.low || now.high !== before.high) changed = true;
      next.set(key, now);
    }
    resting = next;
    if (!changed) break;
  }
  return { of, truncated };
}

/** The edges that {@link restsOn} follows from the starts, without the shares that it needs to know of them. */
export function edgesReached(
  topology: Topology,
  view: TopologyView,
  starts: readonly Delivery[],
  options: Omit<RestsOnOptions, 'shareOf'>,
): readonly number[] {
  const edges: number[] = [];
  const note = (edge: number) => {
    edges.push(edge);
    return null;
  };
  gather(topology, view, starts, { ...options, shareOf: note });
  return edges;
}

/** The providers behind all that is reached, by kind; null for a kind that is surely needed and has no documented one. */
function gather(topology: Topology, view: TopologyView, starts: readonly Delivery[], options: RestsOnOptions) {
  const inputs = new Map<number, readonly (Providers | null)[]>();
  const followed = new Set<DependencyKind>([...options.via, 'DESIGN']);
  let left = options.budget;
  let layer: readonly Delivery[] = starts;
  for (let hop = 0; hop < MOST_HOPS && layer.length > 0; hop++) {
    const next: Delivery[] = [];
    for (const { node, capability } of layer) {
      if (node === options.to || inputs.has(keyOf(node, capability))) continue;
      const wanted = inputsOf(capability).filter((kind) => followed.has(kind));
      const byKind = new Map<DependencyKind, Map<number, number | null>>();
      view.out(node, (edge, provider) => {
        const kind = topology.kind(edge);
        if (provider === node || !wanted.includes(kind)) return true;
        if (left-- <= 0) return false;
        const shares = byKind.get(kind) ?? new Map<number, number | null>();
        // A chip rests on each of its designers, wholly.
        shares.set(provider, shares.get(provider) ?? (kind === 'DESIGN' ? 100 : options.shareOf(edge)));
        byKind.set(kind, shares);
        next.push({ node: provider, capability: capabilityOf(kind) });
        return true;
      });
      const known = [...byKind].map(([kind, shares]) => ({ capability: capabilityOf(kind), shares }));
      const missing = neededFor(capability).filter((kind) => followed.has(kind) && !byKind.has(kind));
      inputs.set(keyOf(node, capability), [...known, ...missing.map(() => null)]);
    }
    layer = next;
  }
  return { inputs, truncated: left < 0 };
}

function combine(node: number, providers: Providers | null, of: (delivery: Delivery) => Resting): Resting {
  if (providers === null) return UNKNOWN;
  const { capability, shares } = providers;
  const isAllStated = [...shares.values()].every((share) => share !== null);
  let low = 0;
  let high = 0;
  let stated = 0;
  let mostUnstated = 0;
  let best = NOTHING;
  for (const [provider, share] of shares) {
    const its = of({ node: provider, capability });
    // A circle gives a node nothing of its own.
    if (its.chain.includes(node)) continue;
    const weight = share === null ? 1 : share / 100;
    if (share === null) mostUnstated = Math.max(mostUnstated, its.high);
    else {
      stated += weight;
      low += weight * its.low;
      high += weight * its.high;
    }
    if (its.chain.length > 0 && isBetter(weight * its.high, its.chain, best))
      best = { ...its, high: weight * its.high };
  }
  // What no stated share covers is with those that have none or, where all have one, with anybody.
  high += Math.max(0, 1 - stated) * (isAllStated ? 1 : mostUnstated);
  return {
    low: Math.min(1, low),
    high: Math.min(1, high),
    chain: best.chain.length === 0 ? [] : [node, ...best.chain],
  };
}

/** More, or the same by a shorter way. */
function isBetter(high: number, chain: readonly number[], best: Resting): boolean {
  return high > best.high || best.chain.length === 0 || (high === best.high && chain.length < best.chain.length);
}

/** Two kinds may speak of the same part or of different ones. */
function together(a: Resting, b: Resting): Resting {
  const chain = b.chain.length > 0 && isBetter(b.high, b.chain, a) ? b.chain : a.chain;
  return { low: Math.max(a.low, b.low), high: Math.min(1, a.high + b.high), chain };
}

function keyOf(node: number, capability: DependencyKind): number {
  return node * DEPENDENCY_KINDS.length + DEPENDENCY_KINDS.indexOf(capability);
}
