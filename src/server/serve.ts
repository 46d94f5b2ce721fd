import type { BaseContext } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { DatasetMeta } from '../model/dataset.js';
import { createApollo } from './createApollo.js';
import { createApp } from './createApp.js';

export interface ServeOptions<TContext extends BaseContext> {
  readonly schema: GraphQLSchema;
  /** Called once a request. */
  readonly context: () => Promise<TContext>;
  /** Tells whether the store answers. */
  readonly meta: () => Promise<DatasetMeta>;
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly logger: Logger;
}

export interface RunningServer {
  /** `http://127.0.0.1:4000`, without a path. */
  readonly url: string;
  /** Answers what runs, refuses what comes, then resolves. */
  close(): Promise<void>;
}

/** Serves any schema. Rejects with Node's own error, such as EADDRINUSE, when it can't listen. */
export async function serve<TContext extends BaseContext>(options: ServeOptions<TContext>): Promise<RunningServer> {
  const { schema, context, meta, host, port, logger } = options;
  const apollo = createApollo<TContext>(schema, logger);
  await apollo.start();
  const app = createApp({ apollo, context, meta, logger });
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
