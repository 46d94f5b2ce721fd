import { GraphError } from '../model/errors.js';
import { buildContext, type Context, type Writing } from '../resolvers/context.js';
import type { Edit, GraphEditor } from '../store/GraphEditor.js';
import type { PinnedGraph } from '../store/GraphSource.js';
import { knownBy } from './knownBy.js';
import { pinRequest } from './pinRequest.js';
import type { RequestScope } from './RequestScope.js';
import { RequestStore } from './RequestStore.js';
import { BOOKMARK_HEADER, REVISION_HEADER } from './readDemands.js';
import type { ServedGraph } from './ServedGraph.js';

/** One mutation. GraphQL runs its fields one after the other, so that one context can read on from each write. */
export interface WriteSession {
  readonly context: Context;
  end(): Promise<SessionEnd>;
}

/** What a mutation's answer was read from, and the headers that lead a client's next request to what it wrote. */
export interface SessionEnd {
  readonly pinned: PinnedGraph;
  readonly from: number;
  /** Null where it can't be asked any more; what was written stands. */
  readonly to: number | null;
  readonly headers: ReadonlyMap<string, string>;
}

/** Pins the graph as the request demands; throws what {@link GraphSource.pin} does. */
export async function openWriteSession(graph: ServedGraph, scope: RequestScope): Promise<WriteSession> {
  const { signal, bookmarks, revisionAtLeast } = scope;
  let pinned = await graph.source.pin(pinRequest(scope, revisionAtLeast));
  let written: WrittenEdit | null = null;
  const traversals = graph.traversalsOf?.(scope);

  const noted = async (writes: Promise<Edit>): Promise<Edit> => {
    const edit = await writes;
    if (isWritten(edit)) written = edit;
    return edit;
  };
  const editor: GraphEditor = {
    recordStatements: (...args) => noted(graph.editor.recordStatements(...args)),
    retractStatements: (...args) => noted(graph.editor.retractStatements(...args)),
    upsertEntities: (...args) => noted(graph.editor.upsertEntities(...args)),
    mergeEntities: (...args) => noted(graph.editor.mergeEntities(...args)),
  };
  const readAfter = async (edit: Edit): Promise<void> => {
    if (!isWritten(edit)) return;
    const own = edit.bookmark === null ? [] : [edit.bookmark];
    pinned = await graph.source.pin(pinRequest(scope, edit.revision, [...bookmarks, ...own]));
    const now = knownBy(later(pinned, edit), graph.now);
    Object.assign(
      context,
      await buildContext(new RequestStore(pinned.store, scope), { ...graph, now, traversals }, writing),
    );
  };
  const writing: Writing = { editor, signal, readAfter };
  const options = { ...graph, now: knownBy(pinned, graph.now), traversals };
  const context = await buildContext(new RequestStore(pinned.store, scope), options, writing);
  return { context, end: () => endOf(pinned, written) };
}

type WrittenEdit = Edit & { readonly revision: number; readonly at: string };

function isWritten(edit: Edit): edit is WrittenEdit {
  return edit.revision !== null && edit.at !== null;
}

/** A source that can't say when its revision was made still reads what the edit wrote. */
function later({ at }: PinnedGraph, edit: WrittenEdit): { readonly at: string } {
  return at !== null && Date.parse(at) > Date.parse(edit.at) ? { at } : { at: edit.at };
}

async function endOf(pinned: PinnedGraph, written: WrittenEdit | null): Promise<SessionEnd> {
  if (written === null) {
    return { pinned, from: pinned.revision, to: await pinned.lastRevision(), headers: new Map() };
  }
  const { revision, bookmark } = written;
  const headers = new Map([[REVISION_HEADER, String(revision)]]);
  if (bookmark !== null) headers.set(BOOKMARK_HEADER, bookmark);
  // Nothing was read since.
  if (pinned.revision < revision) return { pinned, from: revision, to: revision, headers };
  return { pinned, from: pinned.revision, to: await lastRevisionIfKnown(pinned), headers };
}

/** The answer to a write must not be lost because the database went away after it. */
async function lastRevisionIfKnown(pinned: PinnedGraph): Promise<number | null> {
  try {
    return await pinned.lastRevision();
  } catch (error) {
    if (error instanceof GraphError) return null;
    throw error;
  }
}
