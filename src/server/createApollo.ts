import { ApolloServer, type ApolloServerOptionsWithGateway } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Execute } from './Execute.js';
import { createErrorFormatter } from './formatError.js';
import { MAX_TOKENS } from './limits/explainTokens.js';
import type { Limits } from './limits/Limits.js';
import { limitCost } from './limits/limitCost.js';
import { limitDocument } from './limits/limitDocument.js';
import { limitVariables } from './limits/limitVariables.js';
import { noteAnswers, requestIdOf } from './observe/noteAnswers.js';
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
}

type Gateway = ApolloServerOptionsWithGateway<ApolloContext>['gateway'];

/** Apollo Server without anything that wraps each resolver, phones home or shows a stack trace. */
export function createApollo({ schema, execute, logger, limits }: ApolloParts): ApolloServer<ApolloContext> {
  return new ApolloServer<ApolloContext>({
    gateway: gatewayTo(schema, execute),
    logger,
    // Apollo derives several defaults from NODE_ENV; ours don't depend on where the server runs.
    nodeEnv: 'production',
    introspection: true,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    validationRules: [limitDocument],
    validationOptions: { maxErrors: MAX_VALIDATION_ERRORS },
    formatError: createErrorFormatter((cause, error) =>
      logger.error({ err: cause, requestId: requestIdOf(error) }, 'a resolver failed'),
    ),
    plugins: [
      noteAnswers(),
      limitVariables<ApolloContext>(),
      limitCost(schema, limits.costBudget),
      ApolloServerPluginCacheControlDisabled(),
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
      executor: async ({ document, operation, request, response, context }) => {
        const { operationName, variables: variableValues } = request;
        const asked = { schema, document, operation, operationName, variableValues };
        const { result, headers } = await execute(asked, context.scope);
        for (const [name, value] of headers) response?.http?.headers.set(name, value);
        return result;
      },
    }),
    stop: async () => {},
  };
}
