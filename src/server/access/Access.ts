import { ANONYMOUS, type Caller, mayAs } from '../../model/caller.js';
import { GraphError } from '../../model/errors.js';

/** Who asks, and what they may. */
export interface Access {
  /**
   * Whose request it is. `authorization`: the header of that name. Throws UNAUTHENTICATED for what it can't accept, and for
   * nothing where nobody reads without a name; FORBIDDEN for a caller without a role; UNAVAILABLE where it can't be told now.
   */
  identify(authorization: string | null): Promise<Caller>;
  /** Throws UNAUTHENTICATED or FORBIDDEN for a caller who may not write. */
  checkWrite(caller: Caller): void;
  readonly review: ReviewRules;
}

/** Whether the writes of editors wait for an admin. */
export interface ReviewRules {
  readonly isOn: boolean;
  /** Whether an admin may decide on what they proposed themselves. */
  readonly ownToo: boolean;
}

export const NO_REVIEW: ReviewRules = { isOn: false, ownToo: false };

/** One sort of credential. */
export interface Credentials {
  /** Null for a credential of another sort. Throws UNAUTHENTICATED, FORBIDDEN, UNAVAILABLE. */
  verify(credential: string): Promise<Caller | null>;
}

export interface AccessParts {
  /** Asked in this order; the first that knows the credential's sort decides. Empty: a credential grants nothing. */
  readonly credentials: readonly Credentials[];
  /** Whether everybody may read. */
  readonly anonymousRead: boolean;
  /** Whether the graph takes writes at all; where it does not, its editor says so to everyone. */
  readonly takesWrites: boolean;
  readonly review: ReviewRules;
}

const BEARER = /^Bearer +(\S+) *$/i;

/**
 * Access by whatever stands behind `Authorization: Bearer`. Other schemes are not ours to judge: a proxy may use them, and
 * here they grant nothing.
 */
export function makeAccess({ credentials, anonymousRead, takesWrites, review }: AccessParts): Access {
  return {
    review,
    identify: async (authorization) => {
      const [, given] = BEARER.exec(authorization ?? '') ?? [];
      if (given === undefined || credentials.length === 0) {
        if (anonymousRead) return ANONYMOUS;
        throw new GraphError('UNAUTHENTICATED', `Reading needs ${HEADER}: here nobody reads without a name.`);
      }
      for (const { verify } of credentials) {
        const caller = await verify(given);
        if (caller !== null) return caller;
      }
      throw notKnown();
    },
    checkWrite: (caller) => {
      if (!takesWrites || mayAs(caller, 'editor')) return;
      if (credentials.length === 0) throw new GraphError('FORBIDDEN', SWITCHED_OFF);
      if (caller.role === 'anonymous') throw new GraphError('UNAUTHENTICATED', `Writing needs ${HEADER}.`);
      throw new GraphError('FORBIDDEN', `Writing needs the role editor or admin, but "${caller.name}" is a reader.`);
    },
  };
}

/** The same words for whatever is wrong with a key or token that nobody knows. */
export function notKnown(): GraphError {
  const message = 'The key or token of the header "Authorization" is not known to the server, or no longer.';
  return new GraphError('UNAUTHENTICATED', message);
}

const HEADER = 'the header "Authorization: Bearer …" with a key or token of the server';
const SWITCHED_OFF = 'Writing is switched off: the server was started without WRITE_TOKEN, KEYS_FILE and JWT_ISSUER.';
