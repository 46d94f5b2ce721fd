import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pino } from 'pino';
import { Traversals } from '../../../src/analysis/Traversals.js';
import { materialiseAt } from '../../../src/derive/materialiseAt.js';
import { startServer } from '../../../src/server/startServer.js';
import { ANYONE } from '../../../src/server/WriteAccess.js';
import type { GraphStore } from '../../../src/store/GraphStore.js';
import { FixedSource } from '../../../src/store/memory/FixedSource.js';
import { MemoryWriter } from '../../../src/store/memory/MemoryWriter.js';
import { ReadOnlyEditor } from '../../../src/store/ReadOnlyEditor.js';
import type { Topology } from '../../../src/store/Topology.js';
import { imagine } from '../../../src/wiring/imagine.js';
import { openThreads } from '../../../src/workers/openThreads.js';
import { runInPool } from '../../../src/workers/runInPool.js';
import { bareRecord } from '../../support/records.js';
import { smallDataset } from '../../support/smallDataset.js';
import { generateTopology } from './generate.js';

/**
 * The server that `load.ts` asks, in a process of its own, which it tells how many entities, and whether there are threads.
 * Says where it is and which entities are large; each message after that is answered with the delays of its event loop since
 * the one before, in milliseconds.
 */
export interface Started {
  readonly url: string;
  readonly hub: string;
  readonly companies: readonly string[];
}

export interface Delays {
  readonly p99: number;
  readonly max: number;
}

const [entities = 0, threads = 1] = process.argv.slice(2).map(Number);
const SEED = 1;
const COMPANIES = 500;
const NS_PER_MS = 1e6;

const { topology } = generateTopology({ entities, relations: entities * 10 }, SEED);
const records = topology.data.nodeIds.map(bareRecord);
const store = withTopology(await new MemoryWriter().write(smallDataset({ entities: records })), topology);
const pool = openThreads((error) => console.error(error));
const server = await startServer({
  source: new FixedSource(store),
  editor: new ReadOnlyEditor(),
  access: ANYONE,
  materialiseAt,
  imagine,
  now: () => new Date('2026-12-01T00:00:00Z'),
  ...(threads > 0 ? { traversalsOf: (request) => new Traversals(runInPool({ pool }, request)) } : {}),
  host: '127.0.0.1',
  port: 0,
  requestTimeoutMs: 30_000,
  logger: pino({ level: 'silent' }),
});
const delay = monitorEventLoopDelay({ resolution: 2 });
delay.enable();
process.on('message', () => {
  process.send?.({ p99: delay.percentile(99) / NS_PER_MS, max: delay.max / NS_PER_MS } satisfies Delays);
  delay.reset();
});
const started: Started = {
  url: `${server.url}/graphql`,
  hub: topology.nodeId(largestIn(topology)),
  companies: topology.data.nodeIds.filter((id) => id.startsWith('company:')).slice(0, COMPANIES),
};
process.send?.(started);

function largestIn({ data: { inStart }, nodeCount }: typeof topology): number {
  let [hub, most] = [0, 0];
  for (let node = 0; node < nodeCount; node++) {
    const degree = (inStart[node + 1] ?? 0) - (inStart[node] ?? 0);
    if (degree > most) [hub, most] = [node, degree];
  }
  return hub;
}

/** The store's records beside a topology that was made without edges as records. */
function withTopology(given: GraphStore, its: Topology): GraphStore {
  return new Proxy(given, {
    get(target, name) {
      if (name === 'topology') return async () => its;
      if (name === 'topologyAtHand') return () => its;
      const member = Reflect.get(target, name);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
}
