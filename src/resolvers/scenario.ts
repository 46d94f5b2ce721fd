import type { Resolvers } from '../generated/schema.js';
import { entitiesOf } from './entities.js';
import { claimsOf } from './statement.js';

export const scenario: Resolvers = {
  Scenario: {
    hypothetical: () => true,
    added: ({ added, asOf, knownAt }, _args, ctx) => claimsOf(ctx, { asOf, knownAt }, added),
    entitiesAdded: ({ created, asOf, knownAt }, _args, ctx) => entitiesOf(ctx, { asOf, knownAt }, created),
    entitiesRemoved: ({ gone }) => gone,
  },
};
