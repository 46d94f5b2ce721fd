import { ApolloServer, type BaseContext } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { createErrorFormatter } from './formatError.js';
import { refuseDeepVariables } from './refuseDeepVariables.js';

/** More than any sensible query has; a longer text is refused while it is parsed. */
const MAX_QUERY_TOKENS = 10_000;

/** Apollo Server without anything that wraps each resolver, phones home or shows a stack trace. */
export function createApollo<TContext extends BaseContext>(
  schema: GraphQLSchema,
  logger: Logger,
): ApolloServer<TContext> {
  return new ApolloServer<TContext>({
    schema,
    logger,
    // Apollo derives several defaults from NODE_ENV; ours don't depend on where the server runs.
    nodeEnv: 'production',
    introspection: true,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: MAX_QUERY_TOKENS },
    maxRecursiveSelections: true,
    formatError: createErrorFormatter((error) => logger.error({ err: error }, 'a resolver failed')),
    plugins: [
      refuseDeepVariables<TContext>(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
  });
}
