import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FED } from '../../src/analysis/capability.js';
import { BY_BREAKS, chokepoints } from '../../src/analysis/chokepoints.js';
import type { Hit } from '../../src/analysis/HitList.js';
import { impact } from '../../src/analysis/impact.js';
import type { Removal } from '../../src/analysis/Loss.js';
import { lostShare } from '../../src/analysis/lostShare.js';
import { DEPENDENCY_KINDS, type DependencyKind } from '../../src/model/edge.js';
import { type Graph, graphOf } from './graph.js';

const BUDGET = 1_000_000;

function removalOf(
  graph: Graph,
  letters: readonly string[],
  cuts: readonly (readonly [string, DependencyKind])[] = [],
) {
  const removal: Removal = {
    nodes: new Set(letters.map((letter) => graph.node(letter)).filter((node) => node >= 0)),
    cuts: new Map(cuts.map(([letter, kind]) => [graph.node(letter), [DEPENDENCY_KINDS.indexOf(kind)]])),
  };
  return removal;
}

/** `letter CAPABILITY HORIZON depth` for each break and each stress. */
function show(graph: Graph, removed: readonly string[], cuts: readonly (readonly [string, DependencyKind])[] = []) {
  const { breaks, stresses } = impact(graph.topology, graph.view, removalOf(graph, removed, cuts));
  const line = (hit: Hit) => `${hit.node.slice('company:'.length)} ${hit.capability} ${hit.horizon} ${hit.depth}`;
  return { breaks: [...breaks].map(line), stresses: [...stresses].map(line) };
}

describe('impact', () => {
  it('goes from foundry to chips to compute, as far as new supply is concerned', () => {
    // lab → cloud (COMPUTE) → designer (CHIPS) → foundry (FABRICATION). Without f, d makes no chips, c gets none, and so l
    // gets no new compute; what is installed at c runs on, so nothing breaks in operation.
    const graph = graphOf(['l c COMPUTE', 'c d CHIPS', 'd f FABRICATION']);
    expect(show(graph, ['f'])).toEqual({
      breaks: ['d FABRICATION NEW_SUPPLY 1', 'c CHIPS NEW_SUPPLY 2', 'l COMPUTE NEW_SUPPLY 3'],
      stresses: [],
    });
    // Without the cloud itself the lab stands still at once.
    expect(show(graph, ['c']).breaks).toEqual(['l COMPUTE OPERATION 1']);
  });

  it('hits only through the capability that was lost: who buys chips sells memory all the same', () => {
    // s buys chips of d (CHIPS) and sells memory to d (MEMORY). Without f, d can deliver no chips, so s lacks chips, which
    // feeds COMPUTE, not MEMORY: d still gets memory.
    const graph = graphOf(['d f FABRICATION', 's d CHIPS', 'd s MEMORY']);
    expect(show(graph, ['f'])).toEqual({
      breaks: ['d FABRICATION NEW_SUPPLY 1', 's CHIPS NEW_SUPPLY 2'],
      stresses: [],
    });
  });

  it('stresses what has an alternative, and breaks it when that goes too', () => {
    // c gets chips of d (made by f) and of e (made by g).
    const graph = graphOf(['c d CHIPS', 'c e CHIPS', 'd f FABRICATION', 'e g FABRICATION', 'l c COMPUTE']);
    expect(show(graph, ['f'])).toEqual({
      breaks: ['d FABRICATION NEW_SUPPLY 1'],
      stresses: ['c CHIPS NEW_SUPPLY 2'],
    });
    expect(show(graph, ['f', 'g']).breaks).toEqual([
      'd FABRICATION NEW_SUPPLY 1',
      'e FABRICATION NEW_SUPPLY 1',
      'c CHIPS NEW_SUPPLY 2',
      'l COMPUTE NEW_SUPPLY 3',
    ]);
  });

  it('cuts one capability and leaves the others of the same provider', () => {
    const graph = graphOf(['a t FABRICATION', 'b t PACKAGING', 'x a CHIPS', 'y b CHIPS']);
    expect(show(graph, [], [['t', 'FABRICATION']]).breaks).toEqual([
      'a FABRICATION NEW_SUPPLY 1',
      'x CHIPS NEW_SUPPLY 2',
    ]);
  });

  it('says why, by name', () => {
    const graph = graphOf(['l c COMPUTE', 'c d CHIPS', 'd f FABRICATION', 'l e COMPUTE']);
    const { breaks, stresses } = impact(graph.topology, graph.view, removalOf(graph, ['f']));
    expect([...breaks].map(({ reason }) => reason)).toEqual([
      'No documented provider of FABRICATION is left: company:f is removed.',
      'No documented provider of CHIPS is left: company:d has lost FABRICATION.',
    ]);
    expect([...stresses].map(({ reason }) => reason)).toEqual([
      '1 of 2 documented providers of COMPUTE are gone: company:c has lost CHIPS.',
    ]);
  });

  it('never passes on capital or ownership, and ends in cycles', () => {
    const graph = graphOf(['a b COMPUTE', 'b a COMPUTE', 'a i CAPITAL', 'a o OWNERSHIP', 'a a CHIPS']);
    expect(show(graph, ['b']).breaks).toEqual(['a COMPUTE OPERATION 1']);
  });

  const kind = fc.constantFrom<DependencyKind>(
    'COMPUTE',
    'CHIPS',
    'FABRICATION',
    'MEMORY',
    'EQUIPMENT',
    'SITE',
    'ENERGY',
    'USES',
  );
  const letter = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
  const lines = fc.array(
    fc.tuple(letter, letter, kind).map(([from, to, of]) => `${from} ${to} ${of}`),
    { minLength: 1, maxLength: 18 },
  );
  const removed = fc.uniqueArray(letter, { minLength: 1, maxLength: 3 });

  it('equals a fixpoint over all pairs, is monotone in what is removed, and idempotent', () => {
    fc.assert(
      fc.property(lines, removed, letter, (graphLines, gone, another) => {
        const graph = graphOf(graphLines);
        const ours = show(graph, gone);
        const plain = fixpoint(graphLines, new Set(gone));
        expect(new Set(ours.breaks.map(pairOf))).toEqual(plain.broken);
        expect(new Set(ours.stresses.map(pairOf))).toEqual(plain.stressed);
        // More removed, no less broken, but for what is itself removed.
        const more = new Set(show(graph, [...gone, another]).breaks.map(pairOf));
        for (const pair of ours.breaks.map(pairOf)) {
          if (!pair.startsWith(`${another} `)) expect(more).toContain(pair);
        }
        expect(show(graph, [...gone, ...gone])).toEqual(ours);
      }),
      { numRuns: 1_000 },
    );
  });

  it('ranks chokepoints as removing each one by itself does', () => {
    fc.assert(
      fc.property(lines, (graphLines) => {
        const graph = graphOf(graphLines);
        const { ranked, truncated } = chokepoints(graph.topology, graph.view, 100, BY_BREAKS, BUDGET);
        const plain = 'abcdefg'
          .split('')
          .map((one) => [`company:${one}`, fixpoint(graphLines, new Set([one])).broken.size] as const)
          .filter(([, breaks]) => breaks > 0)
          .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
        expect(ranked.map(({ node, breaks }) => [graph.topology.nodeId(node), breaks])).toEqual(plain);
        expect(truncated).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('says where its budget ran out', () => {
    const graph = graphOf(['l c COMPUTE', 'c d CHIPS', 'd f FABRICATION']);
    expect(impact(graph.topology, graph.view, removalOf(graph, ['f']), 2).truncated).toBe(true);
    expect(chokepoints(graph.topology, graph.view, 5, BY_BREAKS, 2)).toMatchObject({ truncated: true });
  });

  it('lets no candidate take the whole budget', () => {
    // Thirty need h and nothing else: 30 edges into it, and one out of each, 60. Five need one of their own: 2 edges each.
    const graph = graphOf([
      ...Array.from({ length: 30 }, (_, i) => `d${i} h COMPUTE`),
      ...Array.from({ length: 5 }, (_, i) => `x${i} y${i} COMPUTE`),
    ]);
    const ask = (first: number, budget: number) => {
      const found = chokepoints(graph.topology, graph.view, first, BY_BREAKS, budget);
      const [largest] = found.ranked.map(({ node, breaks }) => ({ node: graph.letters([node]), breaks }));
      return { ...found, largest };
    };
    // A quarter for each: h is cut short after 30 edges, 15 hits; what the others leave is enough to follow it to the end.
    expect(ask(2, 120)).toMatchObject({
      tried: 6,
      candidates: 6,
      truncated: false,
      largest: { node: 'h', breaks: 30 },
    });
    // Of 60, h is cut short after 15 and an edge, the others take 10: with the 34 left it counts 17 of its 30.
    expect(ask(2, 60)).toMatchObject({ tried: 6, truncated: true, largest: { node: 'h', breaks: 17 } });
  });
});

describe('the lost share', () => {
  const part = (isGone: boolean, sharePercent: number | null, amount: number | null) => ({
    isGone,
    sharePercent,
    amount,
  });

  it('lies between what the gone are stated to have and what the others leave', () => {
    // SK Hynix 55 % gone, Samsung 25 % stays, a third is unstated and stays: 0.55 .. 0.75.
    const { low, high } = lostShare([part(true, 55, null), part(false, 25, null), part(false, null, null)]);
    expect([low, high]).toEqual([0.55, 0.75]);
  });

  it('is that of the contracts where all are known, and anything up to it where one that stays is not', () => {
    // $38B of 38 + 250 + 12 = 300: 0.1267.
    expect(lostShare([part(true, null, 38), part(false, null, 250), part(false, null, 12)])).toEqual({
      low: 38 / 300,
      high: 38 / 300,
    });
    expect(lostShare([part(true, null, 38), part(false, null, null)])).toEqual({ low: 0, high: 1 });
    expect(lostShare([part(true, null, 38), part(false, null, 62), part(false, null, null)])).toEqual({
      low: 0,
      high: 0.38,
    });
    expect(lostShare([part(true, null, null), part(false, null, 62)])).toEqual({ low: 0, high: 1 });
  });

  it('is unknown without a share or an amount', () => {
    expect(lostShare([part(true, null, null), part(false, null, null)])).toEqual({ low: 0, high: 1 });
  });
});

function pairOf(line: string): string {
  return line.split(' ').slice(0, 2).join(' ');
}

/** The same by walking all pairs until nothing changes. */
function fixpoint(lines: readonly string[], removed: ReadonlySet<string>) {
  const providers = new Map<string, Set<string>>();
  for (const line of lines) {
    const [from = '', to = '', kind = ''] = line.split(' ');
    if (from === to) continue;
    const pair = `${from} ${kind}`;
    providers.set(pair, (providers.get(pair) ?? new Set()).add(to));
  }
  const broken = new Set<string>();
  const lost = new Set<string>();
  for (let before = -1; before < broken.size; ) {
    before = broken.size;
    for (const [pair, from] of providers) {
      const [node = '', kind = ''] = pair.split(' ');
      const lacks = (one: string) => removed.has(one) || lost.has(`${one} ${kind}`);
      if (removed.has(node) || ![...from].every(lacks)) continue;
      broken.add(pair);
      const place = DEPENDENCY_KINDS.findIndex((one) => one === kind);
      for (const fed of FED.NEW_SUPPLY[place] ?? []) lost.add(`${node} ${DEPENDENCY_KINDS[fed]}`);
    }
  }
  const stressed = new Set<string>();
  for (const [pair, from] of providers) {
    const [node = '', kind = ''] = pair.split(' ');
    const lacks = (one: string) => removed.has(one) || lost.has(`${one} ${kind}`);
    if (!removed.has(node) && !broken.has(pair) && [...from].some(lacks)) stressed.add(pair);
  }
  return { broken, stressed };
}
