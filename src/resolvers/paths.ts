import { MAX_HOPS, type Paths } from '../analysis/paths.js';
import type { Resolvers } from '../generated/schema.js';
import { badInput } from '../model/errors.js';
import type { Soon } from '../model/soon.js';
import type { Confidence } from '../model/statement.js';
import { walkOf } from './dependencies.js';
import { existingNode } from './entities.js';
import { inRange, sizeOf } from './page.js';
import { asked, scenarioOf } from './world.js';

const DEFAULT_PATHS = 10;
const DEFAULT_HOPS = 6;

export const paths: Resolvers = {
  Query: {
    paths: asked(async (ctx, at, args) => {
      const first = sizeOf(args.first, DEFAULT_PATHS);
      const maxHops = inRange('maxHops', args.maxHops ?? DEFAULT_HOPS, 1, MAX_HOPS);
      const [from, to] = await Promise.all([existingNode(ctx, args.from, at), existingNode(ctx, args.to, at)]);
      if (from.id === to.id) throw badInput(`another entity than "${from.id}" as the other end`, args.to);
      const topology = await ctx.loaders.topology();
      const find = (limit: number, minConfidence: Confidence): Soon<Paths> =>
        ctx.traversals.paths(
          topology,
          walkOf(at, { ...args, minConfidence }),
          topology.node(from.id),
          topology.node(to.id),
          { direction: args.direction ?? 'DEPENDENCIES', maxHops, first: limit },
        );
      const found = await find(first + 1, args.minConfidence);
      const shown = found.paths.slice(0, first);
      return {
        ...at,
        edges: shown.map(({ nodes, edges, confidence }) => ({
          node: { route: { nodes, edges }, confidence, topology, at },
        })),
        truncated: found.truncated || found.paths.length > first,
        onlyAtLowerConfidence:
          shown.length === 0 && args.minConfidence === 'confirmed' && (await find(1, 'recalled')).paths.length > 0,
      };
    }),
  },
  PathConnection: { scenario: scenarioOf },
};
