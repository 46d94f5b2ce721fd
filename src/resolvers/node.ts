import type { Resolvers } from '../generated/schema.js';
import { toId } from '../model/ids.js';
import type { Context } from './context.js';
import { typeNameOf } from './entityFields.js';
import { withinSize } from './page.js';
import type { NodeParent } from './parents.js';

const STATEMENT_PREFIX = 'statement:';

export const node: Resolvers = {
  Query: {
    node: (_parent, { id }, ctx) => anyNode(ctx, id),
    nodes: (_parent, { ids }, ctx) => Promise.all(withinSize('ids', ids).map((id) => anyNode(ctx, id))),
  },
  Node: { __resolveType: typeOfNode },
  Entity: { __resolveType: typeNameOf },
};

/** The GraphQL type of anything with an id. */
export function typeOfNode(thing: NodeParent) {
  return 'kind' in thing ? typeNameOf(thing) : 'Statement';
}

/**
 * Anything by its id; null for an unknown one. Statements have ids too, so that a claim can be cited and looked up again.
 * Throws BAD_USER_INPUT for a malformed id.
 */
export async function anyNode(ctx: Context, id: string): Promise<NodeParent | null> {
  if (id.startsWith(STATEMENT_PREFIX)) return ctx.loaders.statement.load(id);
  return ctx.loaders.entity(ctx.standard).load(toId(id));
}
