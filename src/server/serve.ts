import type { FormattedExecutionResult, GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Access } from './access/Access.js';
import { NO_WEB_RULES, type WebRules } from './access/registerWebRules.js';
import { createApollo } from './createApollo.js';
import { createApp } from './createApp.js';
import type { Execute } from './Execute.js';
import { DEFAULT_LIMITS, type Limits } from './limits/Limits.js';
import { openRateLimit } from './limits/rate/openRateLimit.js';
import { RequestMetrics } from './observe/RequestMetrics.js';
import type { MetricsSources } from './observe/registerGraphMetrics.js';
import type { MetricsAccess } from './observe/registerMetrics.js';
import { readTrustedDocuments } from './persisted/readTrustedDocuments.js';
import { houseRules } from './protocol/houseRules.js';
import { ANYONE } from './WriteAccess.js';

export interface ServeOptions extends MetricsSources {
  readonly schema: GraphQLSchema;
  /** Called once a request. */
  readonly execute: Execute;
  /** Who may ask; anyone, where nothing else is said. */
  readonly access?: Access;
  readonly web?: WebRules;
  /** From a request's arrival to its answer. */
  readonly requestTimeoutMs: number;
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly logger: Logger;
  /** Where nothing is said, nobody counts and no query is called slow. */
  readonly observe?: ObserveOptions | undefined;
  /** Those of {@link DEFAULT_LIMITS} where nothing else is said. */
  readonly limits?: Partial<Limits> | undefined;
  /** Writes an answer as JSON. */
  readonly write?: ((result: FormattedExecutionResult) => string) | undefined;
}

export interface ObserveOptions {
  /** Null serves no metrics. */
  readonly metrics: MetricsAccess | null;
  /** From so many milliseconds on a query is logged with its shape; 0 is never. */
  readonly slowQueryMs: number;
}

const UNOBSERVED: ObserveOptions = { metrics: null, slowQueryMs: 0 };
const NOBODY: MetricsAccess = { token: null, isLocal: true };

export interface RunningServer {
  /** `http://127.0.0.1:4000`, without a path. */
  readonly url: string;
  /** Answers what runs, refuses what comes, then resolves. */
  close(): Promise<void>;
}

/**
 * Serves any schema. Rejects with Node's own error, such as EADDRINUSE, when it can't listen, with TrustedDocumentsError when the
 * trusted documents don't fit.
 */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const { schema, execute, health, requestTimeoutMs, host, port, logger, observe = UNOBSERVED } = options;
  const { access = ANYONE, web = NO_WEB_RULES } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const { trustedDocuments } = limits;
  const trusted = trustedDocuments === null ? null : readTrustedDocuments(trustedDocuments, schema);
  const rate = await openRateLimit(limits.ratePerMinute, limits.redisUrl, logger);
  const apollo = createApollo({ schema, execute, logger, limits, rate: rate.limit, trusted, write: options.write });
  await apollo.start();
  const metrics = observe.metrics === null ? null : new RequestMetrics(options);
  const observing = { metrics, slowQueryMs: observe.slowQueryMs };
  const metricsAccess = observe.metrics ?? NOBODY;
  const app = await createApp({
    apollo,
    contextOf: async (scope) => ({ scope }),
    rules: houseRules,
    health,
    access,
    web,
    requestTimeoutMs,
    logger,
    observing,
    metricsAccess,
    limits,
    rate,
    trusted,
  });
  try {
    const url = await app.listen({ host, port });
    return {
      url,
      close: async () => {
        await app.close();
        await apollo.stop();
        rate.close();
      },
    };
  } catch (error) {
    await app.close();
    await apollo.stop();
    rate.close();
    throw error;
  }
}
