import { z } from 'zod';
import { onOrOff, wholeNumber } from './settingForms.js';

/** Who may ask and write besides the holder of WRITE_TOKEN, and what browsers are told. */
export interface AccessConfig {
  readonly anonymousRead: boolean;
  /** The file of API keys; null for none. */
  readonly keysFile: string | null;
  /** Null where no tokens are accepted. */
  readonly jwt: JwtConfig | null;
  /** Whether the writes of editors wait for an admin. */
  readonly review: boolean;
  readonly reviewOwn: boolean;
  /** Origins whose pages may read answers; `*` for all. */
  readonly corsOrigins: readonly string[];
  /** For how long browsers shall ask by HTTPS alone; 0 says nothing of it. */
  readonly hstsSeconds: number;
}

export interface JwtConfig {
  readonly issuer: string;
  readonly audience: string;
  readonly keysUrl: URL;
  readonly roleClaim: string;
  readonly clockSkewS: number;
}

const KEYS_URL = 'an https URL, an http URL of this machine, or a file URL';
const ORIGINS = '* or origins such as https://app.example.org, separated by commas';
const LOCAL: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

export const ACCESS_SETTINGS = {
  ANONYMOUS_READ: onOrOff(true).describe('`off`: the API answers nobody who gives no key or token'),
  KEYS_FILE: z
    .string()
    .optional()
    .describe('the file of `aigraph keys`; see [access](access.md) for this and all of its page'),
  JWT_ISSUER: z.string().optional().describe('whose tokens are accepted; with `JWT_AUDIENCE` and `JWT_JWKS_URL`'),
  JWT_AUDIENCE: z.string().optional().describe('for whom they must be'),
  JWT_JWKS_URL: z
    .string()
    .refine(isKeysUrl, KEYS_URL)
    .optional()
    .describe("where the issuer's public keys are: `https:`, `http:` of this machine, or `file:`"),
  JWT_ROLE_CLAIM: z
    .string()
    .min(1, 'the name of a claim')
    .default('role')
    .describe('the claim with the role or roles, or the path to it, such as `realm_access.roles`'),
  JWT_CLOCK_SKEW_S: wholeNumber(0, 300, 30).describe("seconds that the issuer's clock may be off"),
  REVIEW: onOrOff(false).describe('`on`: what editors write waits for an admin'),
  REVIEW_OWN: onOrOff(false).describe('`on`: admins may decide on what they proposed themselves'),
  CORS_ORIGINS: z
    .string()
    .transform((text) => text.split(',').map((origin) => origin.trim()))
    .refine((origins) => origins.every(isOrigin), ORIGINS)
    .default([])
    .describe('origins whose pages may read answers, separated by commas; `*` for all'),
  HSTS_SECONDS: wholeNumber(0, 100_000_000, 0).describe(
    'how long browsers shall ask by HTTPS alone; only where all of the host is served by HTTPS',
  ),
};

/** As good as left out where they are empty. */
export const OPTIONAL_ACCESS = [
  'ANONYMOUS_READ',
  'KEYS_FILE',
  'JWT_ISSUER',
  'JWT_AUDIENCE',
  'JWT_JWKS_URL',
  'JWT_ROLE_CLAIM',
  'REVIEW',
  'REVIEW_OWN',
  'CORS_ORIGINS',
];

type AccessSettings = z.infer<z.ZodObject<typeof ACCESS_SETTINGS>>;

export function toAccessConfig(settings: AccessSettings): AccessConfig {
  const { JWT_ISSUER: issuer, JWT_AUDIENCE: audience, JWT_JWKS_URL: keysUrl } = settings;
  const isJwt = issuer !== undefined && audience !== undefined && keysUrl !== undefined;
  return {
    anonymousRead: settings.ANONYMOUS_READ,
    keysFile: settings.KEYS_FILE ?? null,
    jwt: isJwt
      ? {
          issuer,
          audience,
          keysUrl: new URL(keysUrl),
          roleClaim: settings.JWT_ROLE_CLAIM,
          clockSkewS: settings.JWT_CLOCK_SKEW_S,
        }
      : null,
    review: settings.REVIEW,
    reviewOwn: settings.REVIEW_OWN,
    corsOrigins: settings.CORS_ORIGINS,
    hstsSeconds: settings.HSTS_SECONDS,
  };
}

/** Of settings that need one another, as they stand in the environment. */
export function accessProblems(env: Readonly<Record<string, string | undefined>>): string[] {
  const problems: string[] = [];
  const jwt = ['JWT_ISSUER', 'JWT_AUDIENCE', 'JWT_JWKS_URL'];
  const missing = jwt.filter((name) => env[name] === undefined);
  if (missing.length > 0 && missing.length < jwt.length) {
    problems.push(`Expected ${jwt.join(', ')} together but ${missing.join(' and ')} is not set.`);
  }
  const identified = ['WRITE_TOKEN', 'KEYS_FILE', 'JWT_ISSUER'];
  if (env.ANONYMOUS_READ === 'off' && identified.every((name) => env[name] === undefined)) {
    problems.push(`With ANONYMOUS_READ=off nobody can read: set one of ${identified.join(', ')}.`);
  }
  return problems;
}

function isKeysUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || protocol === 'file:' || (protocol === 'http:' && LOCAL.has(hostname));
}

/** An origin as browsers send it: without path, user and default port. */
function isOrigin(text: string): boolean {
  return text === '*' || (URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text);
}
