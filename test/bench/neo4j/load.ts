import autocannon from 'autocannon';
import type { Contestant } from './Contestant.js';
import type { Question } from './questions.js';

/** What one run under load showed. */
export interface Run {
  /** The body that would have come next. */
  readonly next: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Sent to Neo4j, for each request. */
  readonly statements: number;
  /** Of the contestant's process, for each request. */
  readonly cpuMs: number;
  readonly rssMb: number;
  readonly failed: number;
}

/** When a run ends: after so many seconds, whatever is under way then, or with so many answers. */
export type Until = { readonly duration: number } | { readonly amount: number };

/**
 * Whoever hangs up and asks anew adds to what a contestant has to do that does not notice: it would answer none in time, for
 * ever. Far longer than any answer took.
 */
const TIMEOUT_SECONDS = 120;

/**
 * Asks a question over so many connections: its bodies one after the other, whichever connection is free, so that no two ask
 * the same at once. `from`: the first of them.
 */
export async function load(
  contestant: Contestant,
  question: Question,
  clients: number,
  until: Until,
  from: number,
): Promise<Run> {
  const bodies = (question[contestant.dialect] ?? []).map((body) => JSON.stringify(body));
  let next = from;
  const before = await contestant.usage();
  const began = performance.now();
  let last = began;
  const options: autocannon.Options = {
    url: contestant.url,
    connections: clients,
    timeout: TIMEOUT_SECONDS,
    ...until,
    requests: [
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        setupRequest: (request) => ({ ...request, body: bodies[next++ % bodies.length] ?? '' }),
      },
    ],
  };
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const running = autocannon(options, (error, ended) => (error ? reject(error) : resolve(ended)));
    running.on('response', () => {
      last = performance.now();
    });
  });
  const after = await contestant.usage();
  const answered = result['2xx'];
  const done = Math.max(1, answered);
  return {
    next,
    // To the last answer: its own duration ends with a whole second. There may have been none.
    perSecond: answered === 0 ? 0 : (answered / (last - began)) * 1_000,
    p50: result.latency.p50,
    p99: result.latency.p99,
    statements: (after.statements - before.statements) / done,
    cpuMs: (after.cpuMs - before.cpuMs) / done,
    rssMb: after.rssMb,
    failed: result.non2xx + result.errors + result.timeouts,
  };
}

/** Each figure's median. */
export function medianRun(runs: readonly Run[]): Run {
  const of = (read: (run: Run) => number) => median(runs.map(read));
  return {
    next: Math.max(...runs.map((run) => run.next)),
    perSecond: of((run) => run.perSecond),
    p50: of((run) => run.p50),
    p99: of((run) => run.p99),
    statements: of((run) => run.statements),
    cpuMs: of((run) => run.cpuMs),
    rssMb: Math.max(...runs.map((run) => run.rssMb)),
    failed: runs.reduce((sum, run) => sum + run.failed, 0),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
