import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import { GraphError } from '../../model/errors.js';
import type { ApolloContext } from '../createApollo.js';
import type { Variables } from './argumentValues.js';
import { CostPlan } from './CostPlan.js';
import { tooOften, UNITS_A_COUNT } from './rate/limitRate.js';
import type { RateLimit, Verdict } from './rate/RateLimit.js';

/** Of a request: `true` to be told in `extensions.cost` what it was counted at, and the budget. */
export const COST_HEADER = 'graph-cost';

export interface CostLimits {
  readonly budget: number;
  /** Counts dear operations as several requests of their client. */
  readonly rate: RateLimit;
  readonly perMinute: number;
}

/**
 * Refuses an operation that costs more than `budget` before anything is read, with QUERY_TOO_EXPENSIVE, and one that costs more
 * than its client may still ask in this minute, with RATE_LIMITED. Made once for each operation that Apollo keeps; where no
 * variable changes the cost a request pays for one look-up.
 */
export function limitCost(
  schema: GraphQLSchema,
  { budget, rate, perMinute }: CostLimits,
): ApolloServerPlugin<ApolloContext> {
  const plans = new WeakMap<OperationDefinitionNode, CostPlan>();
  const planOf = (document: DocumentNode, operation: OperationDefinitionNode): CostPlan => {
    const before = plans.get(operation);
    if (before) return before;
    const plan = new CostPlan(schema, document, operation);
    plans.set(operation, plan);
    return plan;
  };
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, operation, request, contextValue: { scope } }) => {
        // Without one there is nothing to execute, which graphql-js says.
        if (!operation) return;
        const plan = planOf(document, operation);
        const variables = plan.isFixed ? {} : coerced(schema, operation, request.variables ?? {});
        if (variables === null) return;
        const cost = plan.cost(variables);
        scope.note.cost = cost;
        if (cost > budget) throw tooExpensive(cost, budget, plan, variables);
        const more = Math.floor(cost / UNITS_A_COUNT);
        if (more === 0 || scope.note.client === null) return;
        const verdict = await rate.take(scope.note.client, more);
        if (verdict !== null) throw rateLimited(perMinute, verdict);
      },
      willSendResponse: async ({ request, response, contextValue: { scope } }) => {
        if (response.body.kind !== 'single' || scope.note.cost === null) return;
        if (request.http?.headers.get(COST_HEADER) !== 'true') return;
        const { singleResult } = response.body;
        singleResult.extensions = { ...singleResult.extensions, cost: { total: scope.note.cost, budget } };
      },
    }),
  };
}

/** Null where they don't fit: graphql-js refuses them and executes nothing. */
function coerced(schema: GraphQLSchema, operation: OperationDefinitionNode, given: Variables): Variables | null {
  return getVariableValues(schema, operation.variableDefinitions ?? [], given, { maxErrors: 1 }).coerced ?? null;
}

function tooExpensive(cost: number, budget: number, plan: CostPlan, variables: Variables): GraphQLError {
  const { path } = plan.dearest(variables);
  const originalError = new GraphError(
    'QUERY_TOO_EXPENSIVE',
    `Expected a query that costs at most ${budget} but it costs ${cost}, most of it for "${path}". Ask for shorter lists with first, or in several requests.`,
    { cost: { total: cost, budget, dearest: path } },
  );
  return new GraphQLError(originalError.message, { originalError, extensions: { http: { status: 400 } } });
}

function rateLimited(perMinute: number, verdict: NonNullable<Verdict>): GraphQLError {
  const headers = new HeaderMap([['retry-after', String(verdict.retryAfterS)]]);
  return new GraphQLError(tooOften(perMinute, verdict), {
    extensions: { code: 'RATE_LIMITED', http: { status: 429, headers } },
  });
}
