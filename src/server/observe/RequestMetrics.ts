import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { nameOperations } from './nameOperations.js';
import type { RequestNote } from './RequestNote.js';
import { type MetricsSources, registerGraphMetrics } from './registerGraphMetrics.js';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const CALLS = [0, 1, 2, 5, 10, 20, 50, 100, 1_000, 10_000];
const COSTS = [1, 10, 100, 1_000, 10_000, 100_000];
/** The code of what has none. */
const OK = 'OK';

/** What one server counts, in Prometheus' form. Every label has a bounded number of values, whatever clients send. */
export class RequestMetrics {
  readonly #registry = new Registry();
  readonly #nameOf = nameOperations();
  readonly #requests: Counter<'operation' | 'type' | 'code'>;
  readonly #durations: Histogram<'operation'>;
  readonly #storeCalls: Histogram;
  readonly #costs: Histogram;
  readonly #running: Gauge;

  constructor(sources: MetricsSources) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#requests = new Counter({
      name: 'aigraph_requests_total',
      help: 'GraphQL requests by operation, type and the code of the first error.',
      labelNames: ['operation', 'type', 'code'],
      registers,
    });
    this.#durations = new Histogram({
      name: 'aigraph_request_duration_seconds',
      help: 'From the arrival of a GraphQL request to the last byte of its reply.',
      labelNames: ['operation'],
      buckets: SECONDS,
      registers,
    });
    this.#storeCalls = new Histogram({
      name: 'aigraph_request_store_calls',
      help: 'Calls of the store in one request.',
      buckets: CALLS,
      registers,
    });
    this.#costs = new Histogram({
      name: 'aigraph_request_cost',
      help: 'What requests were reckoned to cost before they ran.',
      buckets: COSTS,
      registers,
    });
    this.#running = new Gauge({
      name: 'aigraph_requests_running',
      help: 'GraphQL requests that have no reply yet.',
      registers,
    });
    registerGraphMetrics(this.#registry, sources);
  }

  /** To be called as a request arrives, and {@link end} once for each. */
  begin(): void {
    this.#running.inc();
  }

  end({ operation, type, code, cost, storeCalls }: RequestNote, durationMs: number): void {
    this.#running.dec();
    const name = this.#nameOf(operation);
    this.#requests.inc({ operation: name, type: type ?? 'none', code: code ?? OK });
    this.#durations.observe({ operation: name }, durationMs / 1000);
    this.#storeCalls.observe(storeCalls);
    if (cost !== null) this.#costs.observe(cost);
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  /** The text of a scrape. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }
}
