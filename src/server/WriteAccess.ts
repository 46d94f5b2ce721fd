import { createHash, timingSafeEqual } from 'node:crypto';
import { GraphError } from '../model/errors.js';

/** Who may write. */
export interface WriteAccess {
  /** `authorization`: the header of that name. Throws UNAUTHENTICATED or FORBIDDEN. */
  check(authorization: string | null): void;
}

/** For an editor that refuses everyone in words of its own. */
export const ANYONE: WriteAccess = { check: () => {} };

const BEARER = /^Bearer +(\S+) *$/i;

/** Whoever gives the token; nobody where there is none. */
export function tokenAccess(token: string | null): WriteAccess {
  const expected = token === null ? null : digest(token);
  return {
    check: (authorization) => {
      if (expected === null) {
        throw new GraphError('FORBIDDEN', 'Writing is switched off: the server was started without WRITE_TOKEN.');
      }
      const [, given] = BEARER.exec(authorization ?? '') ?? [];
      if (given === undefined) {
        throw new GraphError(
          'UNAUTHENTICATED',
          'Writing needs the header "Authorization: Bearer …" with the token of the server.',
        );
      }
      // Digests have the same length, which the comparison in constant time needs.
      if (!timingSafeEqual(digest(given), expected)) {
        throw new GraphError('UNAUTHENTICATED', 'The token of the header "Authorization" is not that of the server.');
      }
    },
  };
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
