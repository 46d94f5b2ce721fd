import type { Resolvers } from '../generated/schema.js';
import { badInput } from '../model/errors.js';
import { ENTITY_KINDS, type EntityKind } from '../model/ids.js';
import type { SearchHit } from '../store/GraphStore.js';
import type { Context } from './context.js';
import { required } from './entities.js';
import { connect, pageOf, pageRequest } from './page.js';

const MAX_TEXT = 200;
const MAX_HITS = 1_000;
const BUT_SOURCES = ENTITY_KINDS.filter((kind) => kind !== 'source');

export const search: Resolvers = {
  Query: {
    search: async (_parent, args, ctx) => {
      const kinds = searchedKinds(args.kinds);
      const list = { kind: 'search', filter: { query: args.query, kinds }, order: null };
      const request = pageRequest(args, list);
      const hits = await ctx.loaders.search(checkText('query', args.query), kinds, MAX_HITS);
      const toEdge = (hit: SearchHit) => ({ ...hit, node: found(ctx, hit) });
      return connect(list, pageOf(hits, hitKey, request), toEdge, () => hits.length);
    },
  },
};

/** Sources have titles rather than names, and would drown what is looked for. */
export function searchedKinds(kinds: readonly EntityKind[] | null | undefined): readonly EntityKind[] {
  return kinds && kinds.length > 0 ? [...new Set(kinds)] : BUT_SOURCES;
}

/** Throws BAD_USER_INPUT for an empty or overlong text. */
export function checkText(name: string, text: string): string {
  if (text.trim().length === 0 || text.length > MAX_TEXT) {
    throw badInput(`${name} of 1..${MAX_TEXT} characters`, text);
  }
  return text;
}

export function found(ctx: Context, hit: SearchHit) {
  return required(ctx, ctx.standard, hit.id);
}

/** By score descending, then id: the order of the hits. */
function hitKey({ score, id }: SearchHit): string {
  return `${(100 - score).toFixed(6).padStart(10, '0')} ${id}`;
}
