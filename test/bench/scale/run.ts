import { parseArgs } from 'node:util';
import { BY_BREAKS, chokepoints } from '../../../src/analysis/chokepoints.js';
import { closure, DEFAULT_EDGE_BUDGET, firstNeighbours } from '../../../src/analysis/closure.js';
import { impact } from '../../../src/analysis/impact.js';
import { shortestPaths } from '../../../src/analysis/paths.js';
import { DEPENDENCY_KINDS } from '../../../src/model/edge.js';
import type { ArrayTopology } from '../../../src/store/ArrayTopology.js';
import type { TopologyView } from '../../../src/store/Topology.js';
import { Random } from '../neo4j/Random.js';
import { type Generated, generateTopology, type Size } from './generate.js';
import { measureLoad } from './load.js';
import { measureRecords } from './records.js';

/**
 * `npm run bench:scale`: how each traversal's cost grows with the graph. Each is run alone in this process, `--runs` times
 * from different starts; what is printed is its time in milliseconds, by itself and without HTTP. Then how others fare beside
 * them (`load.ts`), and what the whole of it costs with records and evidence (`records.ts`). `--topology no`, `--load no` and
 * `--records no` leave one out.
 */
const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000,1000000' },
    runs: { type: 'string', default: '100' },
    load: { type: 'string', default: 'yes' },
    records: { type: 'string', default: 'yes' },
    topology: { type: 'string', default: 'yes' },
  },
});
const RUNS = Number(options.runs);
const SEED = 1;
const RELATIONS_EACH = 10;

interface Figure {
  readonly question: string;
  readonly p50: number;
  readonly p99: number;
  readonly note: string;
}

const tables: (readonly [string, readonly Figure[]])[] = [];
const SIZES = options.sizes.split(',');
for (const text of options.topology === 'no' ? [] : SIZES) {
  const size: Size = { entities: Number(text), relations: Number(text) * RELATIONS_EACH };
  const before = process.memoryUsage().rss;
  const began = performance.now();
  const generated = generateTopology(size, SEED);
  const took = ((performance.now() - began) / 1_000).toFixed(1);
  globalThis.gc?.();
  const rss = Math.round((process.memoryUsage().rss - before) / 2 ** 20);
  console.log(`${size.entities} entities, ${size.relations} relations: made in ${took} s, ${rss} MiB more`);
  tables.push([text, measure(generated)]);
}
if (tables.length > 0) print();
if (options.records !== 'no') await measureRecords(SIZES.map(Number));
if (options.load !== 'no') await measureLoad();

function measure({ topology, layers }: Generated): readonly Figure[] {
  const view = topology.view({
    asOf: '2026-09-30',
    knownAt: '2026-10-01T00:00:00Z',
    kinds: DEPENDENCY_KINDS,
    minConfidence: 'recalled',
    prospective: false,
    cloudOperators: false,
  });
  const random = new Random(SEED);
  const labs = layers.get('lab') ?? [];
  const equipment = layers.get('equipment') ?? [];
  const hub = largest(topology, view);
  const some = (nodes: readonly number[]) => random.pick(nodes);
  return [
    time('dependencies to depth 4', RUNS, () => {
      const { reached, truncated } = closure(topology, view, some(labs), 'DEPENDENCIES', { maxDepth: 4 });
      return `${reached.length} reached${truncated ? ', truncated' : ''}`;
    }),
    time('first 100 dependents of the largest hub, direct', RUNS, () => {
      return `${firstNeighbours(topology, view, hub, 'DEPENDENTS', 100, () => true).length} shown`;
    }),
    time('dependents of the largest hub, transitive, counted', 5, () => {
      const { reached, truncated } = closure(topology, view, hub, 'DEPENDENTS', { maxDepth: 10 });
      return `${reached.length} reached${truncated ? ', truncated' : ''}`;
    }),
    ...[6, 10].map((maxHops) =>
      time(`10 paths of at most ${maxHops} hops`, RUNS, () => {
        const found = shortestPaths(topology, view, some(labs), some(equipment), {
          direction: 'DEPENDENCIES',
          maxHops,
          first: 10,
        });
        return `${found.paths.length} found${found.truncated ? ', truncated' : ''}`;
      }),
    ),
    time('impact of removing the largest hub', 3, () => {
      const { breaks, stresses, truncated } = impact(topology, view, { nodes: new Set([hub]), cuts: new Map() });
      return `${breaks.length} break, ${stresses.length} stressed${truncated ? ', truncated' : ''}`;
    }),
    time('20 chokepoints', 1, () => {
      const { tried, candidates, truncated } = chokepoints(topology, view, 20, BY_BREAKS, DEFAULT_EDGE_BUDGET);
      return `${tried} of ${candidates} tried${truncated ? ', truncated' : ''}`;
    }),
  ];
}

/** The node with the most dependents. */
function largest(topology: ArrayTopology, view: TopologyView): number {
  let [hub, most] = [0, -1];
  for (let node = 0; node < topology.nodeCount; node++) {
    let count = 0;
    view.in(node, () => {
      count++;
    });
    if (count > most) [hub, most] = [node, count];
  }
  return hub;
}

function time(question: string, runs: number, ask: () => string): Figure {
  let note = ask();
  const times = Array.from({ length: runs }, () => {
    const began = performance.now();
    note = ask();
    return performance.now() - began;
  }).sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  const figure = { question, p50: at(0.5), p99: at(0.99), note };
  console.log(`  ${question}: p50 ${figure.p50.toFixed(2)} ms, p99 ${figure.p99.toFixed(2)} ms (${note})`);
  return figure;
}

function print(): void {
  const [[, first] = ['', []]] = tables;
  console.log(
    `\n| p50 / p99 ms | ${tables.map(([size]) => `${Number(size).toLocaleString('en')} entities`).join(' | ')} |`,
  );
  console.log(`|---|${tables.map(() => '---|').join('')}`);
  for (const [i, { question }] of first.entries()) {
    const cells = tables.map(
      ([, figures]) => `${figures[i]?.p50.toFixed(2)} / ${figures[i]?.p99.toFixed(2)} (${figures[i]?.note})`,
    );
    console.log(`| ${question} | ${cells.join(' | ')} |`);
  }
}
