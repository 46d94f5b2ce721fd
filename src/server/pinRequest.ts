import type { PinRequest } from '../store/GraphSource.js';
import type { RequestScope } from './RequestScope.js';

/** Of the time that a request has left; the rest is for its answer. */
const WAIT_SHARE = 0.9;
/**
 * Longer than a member of a cluster is behind, or a follower takes to read what was written, when all is well. Who waits holds a
 * turn and costs nothing else, so that without an end a hundred demands for what never comes would keep everybody out.
 */
const MAX_WAIT_MS = 5_000;

/** What a client demands of what its request reads; its signal is made only where the source looks at it. */
export function pinRequest(scope: RequestScope, revisionAtLeast: number | null): PinRequest {
  return demanding(scope, revisionAtLeast, scope.bookmarks, MAX_WAIT_MS);
}

/** The same for what the request wrote itself: it is there, and the answer of a write is worth waiting for. */
export function pinWritten(scope: RequestScope, revision: number, bookmarks: readonly string[]): PinRequest {
  return demanding(scope, revision, bookmarks, Number.POSITIVE_INFINITY);
}

function demanding(
  scope: RequestScope,
  revisionAtLeast: number | null,
  bookmarks: readonly string[],
  maxWaitMs: number,
): PinRequest {
  return new Demanded(scope, bookmarks, revisionAtLeast, Math.min(scope.remainingMs * WAIT_SHARE, maxWaitMs));
}

/** A class: each object that is written with a getter in it keeps all that the getter sees until the old space is collected. */
class Demanded implements PinRequest {
  constructor(
    private readonly scope: RequestScope,
    readonly bookmarks: readonly string[],
    readonly revisionAtLeast: number | null,
    readonly waitMs: number,
  ) {}

  get signal(): AbortSignal {
    return this.scope.signal;
  }
}
