import { GraphError } from '../model/errors.js';
import { buildContext, type Context, type Writing } from '../resolvers/context.js';
import type { Edit } from '../store/GraphEditor.js';
import type { PinnedGraph } from '../store/GraphSource.js';
import { editorOf, notingEdits } from './access/editorOf.js';
import { notingDecisions } from './access/notingDecisions.js';
import { reviewerOf, reviewingOf } from './access/reviewingOf.js';
import { knownBy } from './knownBy.js';
import { pinRequest, pinWritten } from './pinRequest.js';
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

  // Of what was kept without a revision, such as a proposal.
  let bookmark: string | null = null;
  const note = (edit: Edit): void => {
    if (isWritten(edit)) written = edit;
    bookmark = edit.bookmark ?? bookmark;
  };
  const { review } = graph.access;
  const reviewer = reviewerOf(graph);
  const editor = notingEdits(editorOf({ editor: graph.editor, reviewer, review }, scope.origin), note);
  const reviewing = {
    ...reviewingOf(graph, scope),
    reviewer: notingDecisions(reviewer, note, (kept) => {
      bookmark = kept ?? bookmark;
    }),
  };
  const readAfter = async (edit: Edit): Promise<void> => {
    if (!isWritten(edit)) return;
    const own = edit.bookmark === null ? [] : [edit.bookmark];
    pinned = await graph.source.pin(pinWritten(scope, edit.revision, [...bookmarks, ...own]));
    const now = knownBy(later(pinned, edit), graph.now);
    Object.assign(
      context,
      await buildContext(new RequestStore(pinned.store, scope), { ...graph, now, traversals, reviewing }, writing),
    );
  };
  const writing: Writing = { editor, signal, readAfter };
  const options = { ...graph, now: knownBy(pinned, graph.now), traversals, reviewing };
  const context = await buildContext(new RequestStore(pinned.store, scope), options, writing);
  return { context, end: () => endOf(pinned, written, bookmark) };
}

type WrittenEdit = Edit & { readonly revision: number; readonly at: string };

function isWritten(edit: Edit): edit is WrittenEdit {
  return edit.revision !== null && edit.at !== null;
}

/** A source that can't say when its revision was made still reads what the edit wrote. */
function later({ at }: PinnedGraph, edit: WrittenEdit): { readonly at: string } {
  return at !== null && Date.parse(at) > Date.parse(edit.at) ? { at } : { at: edit.at };
}

async function endOf(pinned: PinnedGraph, written: WrittenEdit | null, bookmark: string | null): Promise<SessionEnd> {
  const headers = new Map<string, string>();
  if (bookmark !== null) headers.set(BOOKMARK_HEADER, bookmark);
  if (written === null) return { pinned, from: pinned.revision, to: await pinned.lastRevision(), headers };
  const { revision } = written;
  headers.set(REVISION_HEADER, String(revision));
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
