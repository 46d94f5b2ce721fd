import type { PinRequest } from '../store/GraphSource.js';
import type { RequestScope } from './RequestScope.js';

/** Of the time that a request has left; the rest is for its answer. */
const WAIT_SHARE = 0.9;

/** What a request demands of what it reads; its signal is made only where the source looks at it. */
export function pinRequest(
  scope: RequestScope,
  revisionAtLeast: number | null,
  bookmarks: readonly string[] = scope.bookmarks,
): PinRequest {
  return {
    get signal() {
      return scope.signal;
    },
    bookmarks,
    revisionAtLeast,
    waitMs: scope.remainingMs * WAIT_SHARE,
  };
}
