import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { GraphError } from '../../model/errors.js';

/** Several times what the deepest input of the schema can sensibly need. */
const MAX_DEPTH = 100;
/** Numbers, texts, lists and objects, all told. */
const MAX_VALUES = 10_000;
/** Of all texts together, keys included. */
const MAX_CHARACTERS = 256 * 1024;

/**
 * Refuses variables that are too many, too long, or nested so deep that graphql-js, which reads them by recursion, would run
 * out of stack.
 */
export function limitVariables<TContext extends BaseContext>(): ApolloServerPlugin<TContext> {
  return {
    requestDidStart: async () => ({
      // The last step before graphql-js reads them, and the first from which Apollo passes an error on to the client.
      didResolveOperation: async ({ request }) => {
        const excess = excessOf(request.variables);
        if (excess === null) return;
        const originalError = new GraphError('BAD_USER_INPUT', `Expected variables ${excess.words} but got more.`, {
          limit: { name: excess.name, max: excess.max },
        });
        throw new GraphQLError(originalError.message, { originalError, extensions: { http: { status: 400 } } });
      },
    }),
  };
}

interface Excess {
  readonly name: string;
  readonly max: number;
  readonly words: string;
}

const DEPTH: Excess = { name: 'variablesDepth', max: MAX_DEPTH, words: `nested at most ${MAX_DEPTH} deep` };
const VALUES: Excess = { name: 'variablesValues', max: MAX_VALUES, words: `of at most ${MAX_VALUES} values` };
const CHARACTERS: Excess = {
  name: 'variablesCharacters',
  max: MAX_CHARACTERS,
  words: `of at most ${MAX_CHARACTERS} characters in all texts`,
};

/** Level by level, because recursion is what it guards. Linear in the size of the value, and ends at the first excess. */
function excessOf(variables: unknown): Excess | null {
  let level = [variables];
  let values = 0;
  let characters = 0;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return DEPTH;
    const next: unknown[] = [];
    for (const one of level) {
      values++;
      if (typeof one === 'string') characters += one.length;
      else if (Array.isArray(one)) {
        if (one.length + values > MAX_VALUES) return VALUES;
        for (const item of one) next.push(item);
      } else if (isObject(one)) {
        for (const [key, value] of Object.entries(one)) {
          characters += key.length;
          next.push(value);
        }
      }
      if (characters > MAX_CHARACTERS) return CHARACTERS;
    }
    level = next;
    if (values + level.length > MAX_VALUES) return VALUES;
  }
  return null;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
