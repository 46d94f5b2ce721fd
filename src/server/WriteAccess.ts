import { createHash, timingSafeEqual } from 'node:crypto';
import { ANONYMOUS, type Caller } from '../model/caller.js';
import { type Access, type Credentials, makeAccess, NO_REVIEW } from './access/Access.js';

/** For an editor that refuses everyone in words of its own, or nobody. */
export const ANYONE: Access = { identify: async () => ANONYMOUS, checkWrite: () => {}, review: NO_REVIEW };

/** Whoever gives the server's WRITE_TOKEN. */
export const TOKEN_HOLDER: Caller = { name: 'WRITE_TOKEN', role: 'admin', how: 'TOKEN' };

/** Everybody reads, whoever gives the token writes; nobody where there is none. */
export function tokenAccess(token: string | null): Access {
  const credentials = token === null ? [] : [tokenCredentials(token)];
  return makeAccess({ credentials, anonymousRead: true, takesWrites: true, review: NO_REVIEW });
}

/** The one token of a server. */
export function tokenCredentials(token: string): Credentials {
  const expected = digest(token);
  // Digests have the same length, which the comparison in constant time needs.
  return { verify: async (given) => (timingSafeEqual(digest(given), expected) ? TOKEN_HOLDER : null) };
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
