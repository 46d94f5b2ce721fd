import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { GraphQLError } from 'graphql';

/** Several times what the deepest input of the schema can sensibly need. */
const MAX_DEPTH = 100;

/** Refuses variables that are nested so deep that graphql-js, which reads them by recursion, would run out of stack. */
export function refuseDeepVariables<TContext extends BaseContext>(): ApolloServerPlugin<TContext> {
  return {
    requestDidStart: async () => ({
      // The last step before graphql-js reads them, and the first from which Apollo passes an error on to the client.
      didResolveOperation: async ({ request }) => {
        if (!isDeeperThan(MAX_DEPTH, request.variables)) return;
        throw new GraphQLError(`Expected variables nested at most ${MAX_DEPTH} deep but got more.`, {
          extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
        });
      },
    }),
  };
}

/** Level by level, because recursion is what it guards. Linear in the size of the value. */
function isDeeperThan(max: number, value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > max) return true;
    level = level.flatMap((one) => (isNested(one) ? Object.values(one) : []));
  }
  return false;
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
