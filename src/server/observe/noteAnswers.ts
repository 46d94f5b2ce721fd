import type { ApolloServerPlugin } from '@apollo/server';
import type { ApolloContext } from '../createApollo.js';

/** Characters of an operation's name that are noted; clients choose it. */
const MAX_NAME = 64;

const requestIds = new WeakMap<object, string>();

/** In which request an error came up; undefined for one that is none of GraphQL's. */
export function requestIdOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null ? requestIds.get(error) : undefined;
}

/** Writes into a request's note what was asked and which code the client sees. */
export function noteAnswers(): ApolloServerPlugin<ApolloContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ contextValue, document, operation, operationName }) => {
        const { note } = contextValue.scope;
        note.operation = operationName === null ? null : operationName.slice(0, MAX_NAME);
        note.type = operation?.operation ?? null;
        note.document = document;
      },
      didEncounterErrors: async ({ contextValue, errors }) => {
        for (const error of errors) requestIds.set(error, contextValue.scope.note.id);
      },
      willSendResponse: async ({ contextValue, response: { body } }) => {
        if (body.kind !== 'single') return;
        const code = body.singleResult.errors?.[0]?.extensions?.code;
        if (typeof code === 'string') contextValue.scope.note.code = code;
      },
    }),
  };
}
