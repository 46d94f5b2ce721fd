import type { Logger } from 'pino';
import { buildSchema } from '../resolvers/index.js';
import type { GraphFigures } from '../store/GraphFigures.js';
import type { WebRules } from './access/registerWebRules.js';
import { createExecutor } from './createExecutor.js';
import type { Limits } from './limits/Limits.js';
import { tracedBatch } from './observe/traces.js';
import type { ServedGraph } from './ServedGraph.js';
import { type ObserveOptions, type RunningServer, serve } from './serve.js';

export interface StartOptions extends ServedGraph {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** From a request's arrival to its answer. */
  readonly requestTimeoutMs: number;
  readonly logger: Logger;
  readonly observe?: ObserveOptions | undefined;
  readonly figures?: (() => GraphFigures) | undefined;
  readonly limits?: Partial<Limits> | undefined;
  readonly web?: WebRules;
}

/** Serves the graph's schema from a source; the source stays the caller's to close. */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  return serve({
    ...options,
    schema: buildSchema(),
    execute: createExecutor({ ...options, observeBatch: tracedBatch }),
    health: () => options.source.health(),
  });
}
