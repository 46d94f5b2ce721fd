import type { GraphQLFieldResolver, GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import { isObjectType } from 'graphql';
import type { ScenarioInput } from '../generated/schema.js';
import { Loaders } from '../loaders.js';
import { GraphError } from '../model/errors.js';
import { toId } from '../model/ids.js';
import type { TimeSlice } from '../model/time.js';
import type { Scenario } from '../store/Scenario.js';
import type { Context } from './context.js';
import { type TimeArgs, timeOf } from './timeSlice.js';

/** Each is derived by itself. */
const MOST_SCENARIOS = 10;

/** What questions have in common that may be asked of an imagined graph. */
export interface WorldArgs extends TimeArgs {
  readonly scenario?: ScenarioInput | null | undefined;
}

/**
 * The resolver of a question that is answered at a time and, where it is given a scenario, from the graph as that would make
 * it: with a context of its own, which nested fields read too (see {@link readWorlds}) and nothing else of the request.
 */
export function asked<A extends WorldArgs, R>(answer: (ctx: Context, at: TimeSlice, args: A) => R | Promise<R>) {
  return (_parent: object, args: A, ctx: Context, info: GraphQLResolveInfo): R | Promise<R> => {
    const at = timeOf(ctx, {}, args);
    if (!args.scenario) return answer(ctx, at, args);
    return inScenario(ctx, at, toScenario(args.scenario), info).then((world) => answer(world, at, args));
  };
}

/** What is asked about in the answer: null where it is of the graph itself. */
export function scenarioOf(_parent: object, _args: object, ctx: Context): Context['imagined'] {
  return ctx.imagined;
}

/**
 * Lets all fields below a question of an imagined graph read that graph. They are told by the question's name in the answer,
 * so that whatever is shared between answers says nothing of it.
 */
export function readWorlds(schema: GraphQLSchema): void {
  const roots = new Set([schema.getQueryType(), schema.getMutationType()]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || roots.has(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.resolve) field.resolve = inItsWorld(field.resolve);
    }
  }
}

function inItsWorld(resolve: GraphQLFieldResolver<unknown, Context>): GraphQLFieldResolver<unknown, Context> {
  return (parent, args, ctx, info) =>
    resolve(parent, args, ctx.worlds.byQuestion.size === 0 ? ctx : worldAt(ctx, info), info);
}

function worldAt(ctx: Context, info: GraphQLResolveInfo): Context {
  let at = info.path;
  while (at.prev !== undefined) at = at.prev;
  return ctx.worlds.byQuestion.get(at.key) ?? ctx;
}

async function inScenario(
  ctx: Context,
  at: TimeSlice,
  scenario: Scenario,
  { path }: GraphQLResolveInfo,
): Promise<Context> {
  // Read first: an execution that knows no paths gives way to one that does before anything is made.
  const { key } = path;
  const { byScenario, byQuestion } = ctx.worlds;
  const { asOf, knownAt } = at;
  const name = JSON.stringify([scenario, asOf, knownAt]);
  if (!byScenario.has(name) && byScenario.size >= MOST_SCENARIOS) {
    const message = `Expected at most ${MOST_SCENARIOS} different scenarios in one request but there are more.`;
    throw new GraphError('QUERY_TOO_EXPENSIVE', message);
  }
  const making = byScenario.get(name) ?? imagining(ctx, at, scenario);
  byScenario.set(name, making);
  const world = await making;
  byQuestion.set(key, world);
  return world;
}

async function imagining(ctx: Context, at: TimeSlice, scenario: Scenario): Promise<Context> {
  const imagined = await ctx.options.imagine(ctx.store, scenario, at);
  const { store } = imagined;
  const { materialiseAt, observeBatch } = ctx.options;
  const loaders = new Loaders(store, ctx.meta, ctx.standard, materialiseAt, null, observeBatch);
  return { ...ctx, store, loaders, imagined: { ...imagined, ...at } };
}

/** Throws BAD_USER_INPUT for what is no id. */
function toScenario({ add, remove }: ScenarioInput): Scenario {
  return {
    add: (add ?? []).map(({ id, name, statements }) => ({
      id: toId(id),
      name,
      statements: (statements ?? []).map(({ object, sources, ...claim }) => ({
        ...claim,
        object: object == null ? null : toId(object),
        ...(sources == null ? {} : { sources: sources.map(toId) }),
      })),
    })),
    remove: remove ?? [],
  };
}
