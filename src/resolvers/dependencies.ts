import { type Closure, type ClosureDirection, firstNeighbours, MAX_DEPTH } from '../analysis/closure.js';
import type { Reached, Witness } from '../analysis/ReachedList.js';
import type { Resolvers } from '../generated/schema.js';
import { type ListIdentity, makeCursor } from '../model/cursor.js';
import { DEPENDENCY_KINDS, type DependencyKind, OPT_IN_KINDS } from '../model/edge.js';
import type { EntityRecord } from '../model/entity.js';
import type { EntityId } from '../model/ids.js';
import { type Soon, soon } from '../model/soon.js';
import type { Confidence } from '../model/statement.js';
import type { TimeSlice } from '../model/time.js';
import type { Page } from '../store/GraphStore.js';
import type { Topology, TopologyView, ViewRequest } from '../store/Topology.js';
import type { Context } from './context.js';
import { entitiesOf, existingNode, refOf, required, requiredAtNode } from './entities.js';
import { type ConnectionEdge, EndsOf, inRange, type PageArgs, pageOf, pageRequest, sizeOf } from './page.js';
import type { DependencyConnectionParent, DependencyParent } from './parents.js';
import { claimsOf } from './statement.js';
import { listTime, type TimeArgs, timed, timeOf } from './timeSlice.js';
import { asked, scenarioOf } from './world.js';

const DEFAULT_EVIDENCE = 10;

/** Which dependencies a walk may use. */
export interface WalkArgs {
  readonly kinds?: readonly DependencyKind[] | null | undefined;
  readonly prospective?: boolean | null | undefined;
  readonly minConfidence?: Confidence | null | undefined;
}

interface ReachArgs extends WalkArgs, PageArgs, TimeArgs {
  readonly transitive?: boolean | null | undefined;
  readonly maxDepth?: number | null | undefined;
}

export const dependencies: Resolvers = {
  Query: {
    dependencies: asked((ctx, at, args) => reachedFrom(ctx, 'DEPENDENCIES', at, args)),
    dependents: asked((ctx, at, args) => reachedFrom(ctx, 'DEPENDENTS', at, args)),
  },
  DependencyConnection: { scenario: scenarioOf },
  DependencyEdge: {
    node: ({ at, topology, reached }, _args, ctx, info) => requiredAtNode(ctx, at, topology, reached.node, info),
    depth: ({ reached }) => reached.depth,
    kinds: ({ reached }) => reached.kinds,
    confidence: ({ reached }) => reached.confidence,
    path: ({ at, topology, reached }) => ({ at, topology, route: reached.path, confidence: reached.confidence }),
    links: ({ at, topology, reached }, { first }, ctx) =>
      dependenciesByEdge(ctx, at, topology, reached.links.slice(0, sizeOf(first))),
    linkCount: ({ reached }) => reached.links.length,
  },
  DependencyPath: {
    length: ({ route }) => route.edges.length,
    nodes: ({ at, topology, route }, _args, ctx, info) =>
      entitiesOf(
        ctx,
        at,
        route.nodes.map((node) => topology.nodeId(node)),
        info,
      ),
    hops: ({ at, topology, route }, _args, ctx) => dependenciesByEdge(ctx, at, topology, route.edges),
  },
  Dependency: {
    from: (edge, _args, ctx, info) => required(ctx, timeOf(ctx, edge), edge.from, info),
    to: (edge, _args, ctx, info) => required(ctx, timeOf(ctx, edge), edge.to, info),
    deal: (edge, _args, ctx, info) => refOf(ctx, 'deal', timeOf(ctx, edge), edge.deal, info),
    evidence: (edge, { first }, ctx) =>
      claimsOf(ctx, timeOf(ctx, edge), edge.statementIds, sizeOf(first, DEFAULT_EVIDENCE)),
    evidenceCount: (edge) => edge.statementIds.length,
  },
};

/** What an entity depends on, or what depends on it, with one witness each. */
export function dependenciesOf(
  ctx: Context,
  direction: 'DEPENDENCIES' | 'DEPENDENTS',
  of: EntityRecord,
  at: TimeSlice,
  args: ReachArgs,
): Soon<DependencyConnectionParent> {
  const maxDepth = inRange('maxDepth', args.maxDepth ?? (args.transitive ? MAX_DEPTH : 1), 1, MAX_DEPTH);
  const { kinds, prospective, minConfidence } = args;
  const filter = { of: of.id, kinds, prospective, minConfidence, maxDepth, at: listTime(ctx, at) };
  const list = { kind: direction, filter, order: null };
  const request = pageRequest(args, list);
  return soon(ctx.loaders.topologyOf(), (topology) => {
    const view = walkOf(at, args);
    const start = topology.node(of.id);
    let made: Soon<Closure> | undefined;
    const whole = (): Soon<Closure> => {
      made ??= ctx.traversals.closure(topology, view, start, direction, maxDepth);
      return made;
    };
    const { asOf, knownAt } = at;
    const totalCount = () => soon(whole(), ({ reached }) => reached.length);
    const truncated = () => soon(whole(), (found) => found.truncated);
    const page: Soon<Reach> =
      maxDepth === 1 && request.first !== undefined && request.before === undefined
        ? directPage(topology, topology.view(view), start, direction, request.first, request.after)
        : soon(whole(), ({ reached }) => pageOf(reached, (one) => keyOf(topology, one), request));
    return soon(page, ({ items, hasNextPage, hasPreviousPage }) => {
      const edges = items.map((reached) => new EdgeTo(topology, at, reached, list));
      const pageInfo = new EndsOf(edges, hasNextPage, hasPreviousPage);
      return { edges, pageInfo, totalCount, asOf, knownAt, truncated };
    });
  });
}

/** An edge of which an answer may have hundreds: what few ask for is made only for them. */
class EdgeTo implements ReachedEdge, ConnectionEdge<EntityId> {
  constructor(
    readonly topology: Topology,
    readonly at: TimeSlice,
    readonly reached: Reached,
    private readonly list: ListIdentity,
  ) {}

  get node(): EntityId {
    return this.topology.nodeId(this.reached.node);
  }

  cursor(): string {
    return makeCursor(this.list, keyOf(this.topology, this.reached));
  }
}

type Reach = Omit<Page<Reached>, 'keys'>;

/** A page of direct neighbours, which of a hub with tens of thousands makes only those that it shows. */
function directPage(
  topology: Topology,
  view: TopologyView,
  start: number,
  direction: ClosureDirection,
  first: number,
  after: string | undefined,
): Reach {
  let passed = false;
  const isAfter = (node: number) => {
    if (after === undefined || directKey(topology.nodeId(node)) > after) return true;
    passed = true;
    return false;
  };
  const found = firstNeighbours(topology, view, start, direction, first + 1, isAfter);
  const items = found.slice(0, first);
  return {
    items,
    hasNextPage: found.length > first,
    hasPreviousPage: passed,
  };
}

/** The edges that a walk may use; without `kinds` all but those that must be named. */
export function walk(topology: Topology, at: TimeSlice, args: WalkArgs): TopologyView {
  return topology.view(walkOf(at, args));
}

/** The same, to be asked of a topology. */
export function walkOf(at: TimeSlice, args: WalkArgs): ViewRequest {
  const named = args.kinds && args.kinds.length > 0 ? args.kinds : null;
  return {
    asOf: at.asOf,
    knownAt: at.knownAt,
    kinds: named ?? DEPENDENCY_KINDS.filter((kind) => !OPT_IN_KINDS.has(kind)),
    minConfidence: args.minConfidence ?? 'recalled',
    prospective: args.prospective ?? false,
    cloudOperators: named === null,
  };
}

async function reachedFrom(
  ctx: Context,
  direction: 'DEPENDENCIES' | 'DEPENDENTS',
  at: TimeSlice,
  args: ReachArgs & { readonly of: string },
): Promise<DependencyConnectionParent> {
  return dependenciesOf(ctx, direction, await existingNode(ctx, args.of, at), at, args);
}

/** By depth, then id: the order in which the walk gives them. */
function keyOf(topology: Topology, { depth, node }: Reached): string {
  return depth === 1 ? directKey(topology.nodeId(node)) : `${String(depth).padStart(2, '0')} ${topology.nodeId(node)}`;
}

function directKey(id: EntityId): string {
  return `01 ${id}`;
}

export async function dependenciesByEdge(
  ctx: Context,
  at: TimeSlice,
  topology: Topology,
  edges: Witness['edges'],
): Promise<readonly DependencyParent[]> {
  const found = await Promise.all(edges.map((edge) => ctx.loaders.edge.load(topology.edgeId(edge))));
  return found.flatMap((edge) => (edge ? [timed(ctx, edge, at)] : []));
}

/** What the edges of a dependency connection carry. */
export interface ReachedEdge {
  readonly node: EntityId;
  readonly reached: Reached;
  readonly topology: Topology;
  readonly at: TimeSlice;
}

/** A route through the graph, within an answer of a time. */
export interface Route {
  readonly route: Witness;
  readonly confidence: Confidence;
  readonly topology: Topology;
  readonly at: TimeSlice;
}
