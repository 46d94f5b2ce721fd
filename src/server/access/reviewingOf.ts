import type { Reviewing } from '../../resolvers/context.js';
import type { GraphReviewer } from '../../store/GraphReviewer.js';
import { ReadOnlyReviewer } from '../../store/ReadOnlyReviewer.js';
import type { RequestScope } from '../RequestScope.js';
import type { ServedGraph } from '../ServedGraph.js';

const NONE = new ReadOnlyReviewer();

/** Where proposals are; nowhere, where nothing else is said. */
export function reviewerOf({ reviewer = NONE }: Pick<ServedGraph, 'reviewer'>): GraphReviewer {
  return reviewer;
}

/** Who asks in a request, and what proposals and which trail they may ask about. */
export function reviewingOf(graph: Pick<ServedGraph, 'reviewer' | 'access'>, scope: RequestScope): Reviewing {
  return {
    origin: scope.origin,
    reviewer: reviewerOf(graph),
    ownToo: graph.access.review.ownToo,
    reader: () => ({ signal: scope.signal, bookmarks: scope.bookmarks }),
  };
}
