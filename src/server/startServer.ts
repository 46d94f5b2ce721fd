import type { Logger } from 'pino';
import { buildContext, type Context, type ContextOptions } from '../resolvers/context.js';
import { buildSchema } from '../resolvers/index.js';
import type { GraphStore } from '../store/GraphStore.js';
import { type RunningServer, serve } from './serve.js';

export interface StartOptions extends ContextOptions {
  readonly store: GraphStore;
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly logger: Logger;
}

/** Serves the graph's schema from a store; the store stays the caller's to close. */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const { store, host, port, logger } = options;
  return serve<Context>({
    schema: buildSchema(),
    context: () => buildContext(store, options),
    meta: () => store.meta(),
    host,
    port,
    logger,
  });
}
