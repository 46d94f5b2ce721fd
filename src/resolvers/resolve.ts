import type { Resolvers } from '../generated/schema.js';
import type { SearchHit } from '../store/GraphStore.js';
import { withinSize } from './page.js';
import { checkText, found, searchedKinds } from './search.js';

const MAX_CANDIDATES = 5;
const WHOLE_NAME = 100;

export const resolve: Resolvers = {
  Query: {
    resolve: async (_parent, { names, kinds }, ctx) => {
      const texts = withinSize('names', names).map((name) => checkText('name', name));
      const answers = await ctx.loaders.resolve(texts, searchedKinds(kinds), MAX_CANDIDATES);
      return texts.map((name, i) => ({
        name,
        candidates: (answers[i] ?? []).map((hit, _j, hits) => ({
          entity: found(ctx, hit),
          score: hit.score,
          matched: hit.matched,
          match: isSafe(hit, hits),
        })),
      }));
    },
  },
};

/** The whole name matches, and no other entity's does. */
function isSafe(hit: SearchHit, hits: readonly SearchHit[]): boolean {
  return hit.score >= WHOLE_NAME && hits.filter((other) => other.score >= WHOLE_NAME).length === 1;
}
