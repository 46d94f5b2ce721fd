import type { Resolvers } from '../generated/schema.js';
import { isSafeMatch } from '../model/scoreName.js';
import { withinSize } from './page.js';
import { checkText, found, searchedKinds } from './search.js';

const MAX_CANDIDATES = 5;

export const resolve: Resolvers = {
  Query: {
    resolve: async (_parent, { names, kinds }, ctx) => {
      const texts = withinSize('names', names).map((name) => checkText('name', name));
      const answers = await ctx.loaders.resolve(texts, searchedKinds(kinds), MAX_CANDIDATES);
      return texts.map((name, i) => {
        const hits = answers[i] ?? [];
        const isSafe = isSafeMatch(hits.map((hit) => hit.score));
        return {
          name,
          candidates: hits.map((hit, place) => ({
            entity: found(ctx, hit),
            score: hit.score,
            matched: hit.matched,
            match: isSafe && place === 0,
          })),
        };
      });
    },
  },
};
