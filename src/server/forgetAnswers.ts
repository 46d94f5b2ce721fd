import type { ApolloServerPlugin } from '@apollo/server';
import type { ApolloContext } from './createApollo.js';

/**
 * Takes the answer out of what Apollo keeps of a request. Apollo gives the executor an object with a getter written in it;
 * each such object has a hidden class of its own, which keeps all that the getter sees until the whole heap is collected: the
 * answers of thousands of requests would be copied and kept for nothing.
 */
export function forgetAnswers(): ApolloServerPlugin<ApolloContext> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ contextValue, response }) => {
        contextValue.scope.whenOver(() => {
          response.body = { kind: 'single', singleResult: {} };
        });
      },
    }),
  };
}
