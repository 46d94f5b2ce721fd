import type { Logger } from 'pino';
import { buildSchema } from '../resolvers/index.js';
import { createExecutor } from './createExecutor.js';
import type { Limits } from './limits/Limits.js';
import type { ServedGraph } from './ServedGraph.js';
import { type RunningServer, serve } from './serve.js';

export interface StartOptions extends ServedGraph {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** From a request's arrival to its answer. */
  readonly requestTimeoutMs: number;
  readonly logger: Logger;
  readonly limits?: Partial<Limits> | undefined;
}

/** Serves the graph's schema from a source; the source stays the caller's to close. */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  return serve({
    ...options,
    schema: buildSchema(),
    execute: createExecutor(options),
    health: () => options.source.health(),
  });
}
