import { MAX_HOPS, type Path, type Paths, shortestPaths } from '../analysis/paths.js';
import type { QueryPathsArgs, Resolvers } from '../generated/schema.js';
import type { Confidence } from '../model/statement.js';
import { walk } from './dependencies.js';
import { existing } from './entities.js';
import { connect, inRange, placeKey, sizeOf } from './page.js';
import { listTime, timeOf } from './timeSlice.js';

export const paths: Resolvers = {
  Query: {
    paths: async (_parent, args, ctx) => {
      const at = timeOf(ctx, {}, args);
      const first = sizeOf(args.first);
      const maxHops = inRange('maxHops', args.maxHops, 1, MAX_HOPS);
      const [from, to] = await Promise.all([existing(ctx, args.from, at), existing(ctx, args.to, at)]);
      const topology = await ctx.loaders.topology();
      const find = (limit: number, minConfidence: Confidence): Paths =>
        shortestPaths(
          topology,
          walk(topology, at, { ...args, minConfidence }),
          topology.node(from.id),
          topology.node(to.id),
          { direction: args.direction ?? 'DEPENDENCIES', maxHops, first: limit },
        );
      const found = find(first + 1, args.minConfidence);
      const shown = found.paths.slice(0, first);
      const hasMore = found.paths.length > first;
      const page = {
        items: shown,
        keys: shown.map((_, i) => placeKey(i)),
        hasNextPage: hasMore,
        hasPreviousPage: false,
      };
      const toEdge = ({ nodes, edges, confidence }: Path) => ({
        node: { route: { nodes, edges }, confidence, topology, at },
      });
      const list = { kind: 'paths', filter: { ...rest(args), at: listTime(ctx, at) }, order: null };
      return {
        ...connect(list, page, toEdge, () => shown.length),
        ...at,
        truncated: found.truncated || hasMore,
        onlyAtLowerConfidence:
          shown.length === 0 && args.minConfidence === 'confirmed' && find(1, 'recalled').paths.length > 0,
      };
    },
  },
};

/** The arguments that decide which paths there are. */
function rest({ first: _first, asOf: _asOf, knownAt: _knownAt, ...args }: QueryPathsArgs) {
  return args;
}
