import { Gauge, type Registry } from 'prom-client';
import type { GraphFigures } from '../../store/GraphFigures.js';
import type { GraphHealth } from '../../store/GraphSource.js';
import type { KeptAnswers } from '../caching/Caching.js';

export interface MetricsSources {
  readonly health: () => Promise<GraphHealth>;
  /** Undefined where the graph has no database. */
  readonly figures?: (() => GraphFigures) | undefined;
  /** Undefined where no answers are kept. */
  readonly kept?: (() => KeptAnswers) | undefined;
}

/** A gauge a value, though some only grow: they are counted elsewhere, and Prometheus reads them alike. */
type Read<T> = readonly [name: string, help: string, of: (from: T) => number];

const OF_HEALTH: readonly Read<GraphHealth>[] = [
  ['aigraph_ready', '1 while requests can be answered.', ({ ready }) => (ready ? 1 : 0)],
  ['aigraph_stale', '1 while the database is not reached.', ({ staleSince }) => (staleSince === null ? 0 : 1)],
  ['aigraph_problems', 'Problems that /health/ready names.', ({ problems }) => problems.length],
  ['aigraph_revision', 'The revision that is served.', ({ revision }) => revision ?? 0],
];

const OF_FIGURES: readonly Read<GraphFigures>[] = [
  [
    'aigraph_revision_lag_seconds',
    'Since the database last said that the revision served is its newest.',
    ({ lagMs }) => lagMs / 1000,
  ],
  ['aigraph_statements_total', 'Statements sent to the database.', ({ statements }) => statements],
  ['aigraph_statement_seconds_total', 'What statements took together.', ({ statementMs }) => statementMs / 1000],
  ['aigraph_statements_failed_total', 'Statements that failed.', ({ failedStatements }) => failedStatements],
  ['aigraph_connections_in_use', 'Connections to the database in use.', ({ connections }) => connections.inUse],
  ['aigraph_connections_max', 'Connections that there may be.', ({ connections }) => connections.most],
  ['aigraph_coalesced_calls_total', 'Calls that may share a statement.', ({ coalesced }) => coalesced.calls],
  ['aigraph_coalesced_statements_total', 'Statements that these took.', ({ coalesced }) => coalesced.statements],
  ['aigraph_record_cache_hits_total', 'Entities found among those read before.', ({ records }) => records.hits],
  ['aigraph_record_cache_misses_total', 'Entities read from the database.', ({ records }) => records.misses],
];

const OF_ANSWERS: readonly Read<KeptAnswers>[] = [
  ['aigraph_response_cache_hits_total', 'Requests answered by what was answered before.', ({ hits }) => hits],
  ['aigraph_response_cache_misses_total', 'Requests whose answer might have been kept.', ({ misses }) => misses],
  ['aigraph_response_cache_bytes', 'What kept answers take.', ({ bytes }) => bytes],
];

/** What is read from the graph at each scrape; without a database only its health. */
export function registerGraphMetrics(registry: Registry, { health, figures, kept }: MetricsSources): void {
  for (const [name, help, of] of OF_HEALTH) gauge(registry, name, help, async () => of(await health()));
  if (kept) for (const [name, help, of] of OF_ANSWERS) gauge(registry, name, help, async () => of(kept()));
  if (figures) for (const [name, help, of] of OF_FIGURES) gauge(registry, name, help, async () => of(figures()));
}

function gauge(registry: Registry, name: string, help: string, read: () => Promise<number>): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    async collect() {
      this.set(await read());
    },
  });
}
