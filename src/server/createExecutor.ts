import { type ExecutionResult, GraphQLError } from 'graphql';
import { GraphError } from '../model/errors.js';
import { buildContext, type ContextOptions } from '../resolvers/context.js';
import type { PinnedGraph } from '../store/GraphSource.js';
import { reviewingOf } from './access/reviewingOf.js';
import type { Found } from './caching/Caching.js';
import type { Answer, Asked, Execute } from './Execute.js';
import { executeQuery } from './executeQuery.js';
import { knownBy } from './knownBy.js';
import { openWriteSession } from './openWriteSession.js';
import { pinRequest } from './pinRequest.js';
import type { RequestScope } from './RequestScope.js';
import { RequestStore } from './RequestStore.js';
import type { ServedGraph } from './ServedGraph.js';

const NO_HEADERS: ReadonlyMap<string, string> = new Map();
/** A write may have happened when its request ends early; only the client can find out. */
const PERHAPS_WRITTEN = 'It may have been written: ask again with the same idempotencyKey.';

/**
 * Executes each request on a pinned graph, and says in `extensions` what was read: `revision`, or
 * `{from, to}` where even a second try met a write; `stale` while the database is not reached.
 */
export function createExecutor(graph: ServedGraph): Execute {
  return async (asked, scope) => {
    try {
      return await (asked.operation?.operation === 'mutation' ? write(graph, asked, scope) : read(graph, asked, scope));
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      return refusal(error);
    }
  };
}

async function read(graph: ServedGraph, asked: Asked, scope: RequestScope): Promise<Answer> {
  const first = await readOnce(graph, asked, scope, scope.revisionAtLeast);
  const reading = first.to === first.pinned.revision ? first : await readAgain(graph, asked, scope, first);
  const { result, pinned, to, isNotModified } = reading;
  const headers = graph.caching?.keep(asked, pinned, result, to === pinned.revision) ?? NO_HEADERS;
  return { result: withExtensions(result, saidOf(pinned, pinned.revision, to)), headers, isNotModified };
}

interface Reading {
  readonly result: ExecutionResult;
  readonly pinned: PinnedGraph;
  /** The revision after the last read. */
  readonly to: number;
  readonly isNotModified: boolean;
}

function readOnce(
  graph: ServedGraph,
  asked: Asked,
  scope: RequestScope,
  revisionAtLeast: number | null,
): Promise<Reading> {
  const reading = async () => {
    const pinned = await graph.source.pin(pinRequest(scope, revisionAtLeast));
    const found = graph.caching?.find(asked, pinned);
    if (found) return foundReading(found, pinned);
    const { materialiseAt, imagine, observeBatch } = graph;
    // Not spread: see withExtensions.
    const options = {
      materialiseAt,
      imagine,
      observeBatch,
      now: knownBy(pinned, graph.now),
      traversals: graph.traversalsOf?.(scope),
      reviewing: reviewingOf(graph, scope),
    } satisfies { readonly [K in keyof Required<ContextOptions>]: ContextOptions[K] };
    const result = await executeQuery(asked, await buildContext(new RequestStore(pinned.store, scope), options));
    return { result, pinned, to: await pinned.lastRevision(), isNotModified: false };
  };
  return scope.within(reading());
}

function foundReading(found: Found, pinned: PinnedGraph): Reading {
  const isNotModified = found === 'NOT_MODIFIED';
  return { result: { data: isNotModified ? {} : found }, pinned, to: pinned.revision, isNotModified };
}

/** What was read across a write is still an answer where the second try does not come in time. */
async function readAgain(graph: ServedGraph, asked: Asked, scope: RequestScope, first: Reading): Promise<Reading> {
  try {
    return await readOnce(graph, asked, scope, first.to);
  } catch (error) {
    if (error instanceof GraphError && (error.kind === 'TIMEOUT' || error.kind === 'UNAVAILABLE')) return first;
    throw error;
  }
}

/** Once, whatever happens: a write is never tried again. */
async function write(graph: ServedGraph, asked: Asked, scope: RequestScope): Promise<Answer> {
  graph.access.checkWrite(scope.origin.caller);
  const session = await scope.within(openWriteSession(graph, scope));
  try {
    const result = await scope.within(executeQuery(asked, session.context));
    const { pinned, from, to, headers } = await scope.within(session.end());
    return { result: withExtensions(result, saidOf(pinned, from, to)), headers };
  } catch (error) {
    if (!(error instanceof GraphError) || error !== scope.reason) throw error;
    throw new GraphError(error.kind, `${error.message} ${PERHAPS_WRITTEN}`);
  }
}

type Said = Readonly<Record<string, unknown>>;

/** Written out: whatever is added to a spread has a hidden class of its own each time, in the old space. */
function withExtensions({ data, errors }: ExecutionResult, extensions: Said): ExecutionResult {
  if (errors === undefined) return { data: data ?? null, extensions };
  return data === undefined ? { errors, extensions } : { errors, data, extensions };
}

function saidOf({ staleSince }: PinnedGraph, from: number, to: number | null): Said {
  return {
    ...(to === null ? {} : { revision: from === to ? to : { from, to } }),
    ...(staleSince === null ? {} : { stale: { since: staleSince } }),
  };
}

/** The whole request fails, with status 200 like a failed field. */
function refusal(error: GraphError): Answer {
  const errors = [new GraphQLError(error.message, { originalError: error })];
  return { result: { errors, data: null }, headers: NO_HEADERS };
}
