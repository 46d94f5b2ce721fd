import { ApolloServer, type ApolloServerOptionsWithGateway } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { FormattedExecutionResult, GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { readCacheDemands } from './caching/CacheDemands.js';
import type { Execute } from './Execute.js';
import { forgetAnswers } from './forgetAnswers.js';
import { createErrorFormatter } from './formatError.js';
import { MAX_TOKENS } from './limits/explainTokens.js';
import type { Limits } from './limits/Limits.js';
import { limitCost } from './limits/limitCost.js';
import { limitDocument } from './limits/limitDocument.js';
import { limitVariables } from './limits/limitVariables.js';
import type { RateLimit } from './limits/rate/RateLimit.js';
import { noteAnswers, requestIdOf } from './observe/noteAnswers.js';
import { boundedQueries } from './persisted/boundedQueries.js';
import { trustedQueries, trustSources } from './persisted/refuseUntrusted.js';
import type { TrustedDocuments } from './persisted/TrustedDocuments.js';
import { takeHashAsText } from './persisted/takeHashAsText.js';
import { answerJsonWith200 } from './protocol/answerJsonWith200.js';
import type { RequestScope } from './RequestScope.js';

/** Ten errors with the one that says that there are more. */
const MAX_VALIDATION_ERRORS = 9;

/** Apollo copies a request's context, so that what it holds lies one level down. */
export interface ApolloContext {
  readonly scope: RequestScope;
}

export interface ApolloParts {
  readonly schema: GraphQLSchema;
  readonly execute: Execute;
  readonly logger: Logger;
  readonly limits: Limits;
  readonly rate: RateLimit;
  /** The only ones that are answered; null for all. */
  readonly trusted: TrustedDocuments | null;
  /** Writes an answer as JSON; as `JSON.stringify` does where nothing else is said. */
  readonly write?: ((result: FormattedExecutionResult) => string) | undefined;
}

type Gateway = ApolloServerOptionsWithGateway<ApolloContext>['gateway'];

/** Apollo Server without anything that wraps each resolver, phones home or shows a stack trace. */
export function createApollo({
  schema,
  execute,
  logger,
  limits,
  rate,
  trusted,
  write,
}: ApolloParts): ApolloServer<ApolloContext> {
  return new ApolloServer<ApolloContext>({
    gateway: gatewayTo(schema, execute),
    logger,
    // Apollo derives several defaults from NODE_ENV; ours don't depend on where the server runs.
    nodeEnv: 'production',
    introspection: true,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    persistedQueries: { cache: trusted ? trustedQueries(trusted) : boundedQueries() },
    ...(write ? { stringifyResult: write } : {}),
    parseOptions: { maxTokens: MAX_TOKENS },
    validationRules: [limitDocument],
    validationOptions: { maxErrors: MAX_VALIDATION_ERRORS },
    formatError: createErrorFormatter((cause, error) =>
      logger.error({ err: cause, requestId: requestIdOf(error) }, 'a resolver failed'),
    ),
    plugins: [
      noteAnswers(),
      takeHashAsText<ApolloContext>(),
      ...(trusted ? [trustSources<ApolloContext>(trusted)] : []),
      limitVariables<ApolloContext>(),
      limitCost(schema, { budget: limits.costBudget, rate, perMinute: limits.ratePerMinute }),
      answerJsonWith200<ApolloContext>(),
      forgetAnswers(),
      ApolloServerPluginCacheControlDisabled(),
      // Apollo would trace each resolver for whoever asks, since the schema is a subgraph.
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
  });
}

/** The one documented place where Apollo lets somebody else execute what it has parsed and validated. */
function gatewayTo(schema: GraphQLSchema, execute: Execute): Gateway {
  return {
    onSchemaLoadOrUpdate: (loaded) => {
      loaded({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => {};
    },
    load: async () => ({
      executor: async ({ document, operation, queryHash, request, response, context }) => {
        const { operationName, variables: variableValues, http, extensions } = request;
        const caching = http ? readCacheDemands(queryHash, http, extensions) : undefined;
        const asked = { schema, document, operation, operationName, variableValues, caching };
        const { result, headers, isNotModified } = await execute(asked, context.scope);
        for (const [name, value] of headers) response?.http?.headers.set(name, value);
        if (isNotModified && response?.http) response.http.status = 304;
        return result;
      },
    }),
    stop: async () => {},
  };
}
