import { readFileSync } from 'node:fs';
import { createLocalJWKSet, createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { Caller } from '../../model/caller.js';
import { GraphError } from '../../model/errors.js';
import type { Credentials } from './Access.js';
import { KEY_ROLES } from './keyRecords.js';

/** Whose tokens are accepted. */
export interface JwtRules {
  readonly issuer: string;
  readonly audience: string;
  /** Where the issuer's public keys are: `https:`, `http:` of this machine, or `file:`. */
  readonly keysUrl: URL;
  /** The claim with the role, or the path to it: `role`, `realm_access.roles`. */
  readonly roleClaim: string;
  /** How far the issuer's clock may be off. */
  readonly clockSkewS: number;
}

/** Signed by a private key that the server need not know. Never `none`, and none where a public key would do as a secret. */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
const JWT = /^[\w-]+\.[\w-]+\.[\w-]*$/;
const FETCH_MS = 5_000;
const MAX_NAME = 200;

/** Tokens of one issuer. Throws where a file of keys can't be read. */
export function jwtCredentials(rules: JwtRules): Credentials {
  const keys = keysOf(rules.keysUrl);
  const options = {
    issuer: rules.issuer,
    audience: rules.audience,
    algorithms: ALGORITHMS,
    clockTolerance: rules.clockSkewS,
    requiredClaims: ['exp', 'sub'],
  };
  return {
    verify: async (credential) => {
      if (!JWT.test(credential)) return null;
      try {
        const { payload } = await jwtVerify(credential, keys, options);
        return callerIn(payload, rules.roleClaim);
      } catch (error) {
        throw error instanceof errors.JOSEError ? refused(error) : error;
      }
    },
  };
}

/** Throws UNAVAILABLE where the keys don't come; what is wrong with the token stays jose's to say. */
function keysOf(url: URL): JWTVerifyGetKey {
  if (url.protocol === 'file:') return createLocalJWKSet(JSON.parse(readFileSync(url, 'utf8')));
  const remote = createRemoteJWKSet(url, { timeoutDuration: FETCH_MS });
  return async (header, token) => {
    try {
      return await remote(header, token);
    } catch (error) {
      if (isAboutToken(error)) throw error;
      throw new GraphError('UNAVAILABLE', 'The keys of the issuer of tokens cannot be read now. Ask again later.');
    }
  };
}

function isAboutToken(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported
  );
}

/** In words that quote nothing of the token. */
function refused(error: errors.JOSEError): GraphError {
  const why =
    error instanceof errors.JWTExpired
      ? 'it has expired'
      : error instanceof errors.JWTClaimValidationFailed
        ? `its claim "${error.claim}" is not as expected`
        : 'its signature or form is not as expected';
  return new GraphError('UNAUTHENTICATED', `The token of the header "Authorization" is refused: ${why}.`);
}

/** Throws FORBIDDEN for a token without a role, UNAUTHENTICATED for one without a name that can be kept. */
function callerIn(payload: JWTPayload, roleClaim: string): Caller {
  const { sub: name = '' } = payload;
  if (name.trim() === '' || name.length > MAX_NAME) {
    throw new GraphError(
      'UNAUTHENTICATED',
      `The token of the header "Authorization" is refused: its claim "sub" is not as expected.`,
    );
  }
  const given = [claimIn(payload, roleClaim)].flat();
  const role = KEY_ROLES.findLast((known) => given.includes(known));
  if (role === undefined) {
    const message = `The token's claim "${roleClaim}" names none of the roles ${KEY_ROLES.join(', ')}.`;
    throw new GraphError('FORBIDDEN', message);
  }
  return { name, role, how: 'JWT' };
}

/** The claim of that whole name, such as a URL, else what lies at the path. */
function claimIn(payload: JWTPayload, claim: string): unknown {
  if (Object.hasOwn(payload, claim)) return payload[claim];
  let found: unknown = payload;
  for (const name of claim.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined;
    found = Reflect.get(found, name);
  }
  return found;
}
