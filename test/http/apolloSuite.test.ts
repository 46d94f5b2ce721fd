import { ApolloServer, type BaseContext } from '@apollo/server';
import { defineIntegrationTestSuite } from '@apollo/server-integration-testsuite';
import { pino } from 'pino';
import { NO_WEB_RULES } from '../../src/server/access/registerWebRules.js';
import { createApp } from '../../src/server/createApp.js';
import { DEFAULT_LIMITS } from '../../src/server/limits/Limits.js';
import { openRateLimit } from '../../src/server/limits/rate/openRateLimit.js';
import { answerJsonWith200 } from '../../src/server/protocol/answerJsonWith200.js';
import { ANYONE } from '../../src/server/WriteAccess.js';
import { noteAuditWhenOver } from '../support/audits.js';

const UNLIMITED = { ...DEFAULT_LIMITS, ratePerMinute: 0 };
const logger = pino({ level: 'silent' });

noteAuditWhenOver('apollo');

defineIntegrationTestSuite(
  async (config, options) => {
    const apollo = new ApolloServer<BaseContext>({
      ...config,
      plugins: [answerJsonWith200(), ...(config.plugins ?? [])],
    });
    await apollo.start();
    const app = await createApp<BaseContext>({
      apollo,
      // What they say has tests of its own; by them a page or a plain GET never reaches Apollo's ways with either.
      rules: () => {},
      contextOf: async () => (await options?.context?.()) ?? {},
      health: async () => ({ ready: true, release: '1', revision: 1, staleSince: null, problems: [] }),
      access: ANYONE,
      web: NO_WEB_RULES,
      requestTimeoutMs: 30_000,
      logger,
      observing: { metrics: null, slowQueryMs: 0 },
      metricsAccess: { token: null, isLocal: false },
      trusted: null,
      limits: UNLIMITED,
      rate: await openRateLimit(UNLIMITED.ratePerMinute, null, logger),
    });
    const url = await app.listen({ host: '127.0.0.1', port: 0 });
    return { server: apollo, url: `${url}/graphql`, extraCleanup: () => app.close() };
  },
  { noIncrementalDelivery: true },
);
