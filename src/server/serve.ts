import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { GraphHealth } from '../store/GraphSource.js';
import { createApollo } from './createApollo.js';
import { createApp } from './createApp.js';
import type { Execute } from './Execute.js';
import { DEFAULT_LIMITS, type Limits } from './limits/Limits.js';

export interface ServeOptions {
  readonly schema: GraphQLSchema;
  /** Called once a request. */
  readonly execute: Execute;
  readonly health: () => Promise<GraphHealth>;
  /** From a request's arrival to its answer. */
  readonly requestTimeoutMs: number;
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly logger: Logger;
  /** Those of {@link DEFAULT_LIMITS} where nothing else is said. */
  readonly limits?: Partial<Limits> | undefined;
}

export interface RunningServer {
  /** `http://127.0.0.1:4000`, without a path. */
  readonly url: string;
  /** Answers what runs, refuses what comes, then resolves. */
  close(): Promise<void>;
}

/** Serves any schema. Rejects with Node's own error, such as EADDRINUSE, when it can't listen. */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const { schema, execute, health, requestTimeoutMs, host, port, logger } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const apollo = createApollo({ schema, execute, logger, limits });
  await apollo.start();
  const app = createApp({ apollo, health, requestTimeoutMs, logger });
  try {
    const url = await app.listen({ host, port });
    return {
      url,
      close: async () => {
        await app.close();
        await apollo.stop();
      },
    };
  } catch (error) {
    await app.close();
    await apollo.stop();
    throw error;
  }
}
