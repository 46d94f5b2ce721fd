import { isIP } from 'node:net';
import { z } from 'zod';
import { wholeNumber } from './settingForms.js';

const REDIS_URL = 'a URL such as redis://localhost:6379 (redis or rediss)';
const TRUST_PROXY =
  'addresses or networks with commas, such as 10.0.0.0/8,127.0.0.1, or loopback, linklocal, uniquelocal';
const NAMED_NETWORKS: ReadonlySet<string> = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** What one request, and all together, may ask of the process. */
export const LIMIT_SETTINGS = {
  QUERY_COST_BUDGET: wholeNumber(1, 1_000_000_000, 200_000).describe(
    'what an operation may cost before it is refused; see [limits.md](limits.md)',
  ),
  MAX_CONCURRENT_REQUESTS: wholeNumber(1, 10_000, 100).describe('requests that are answered at once'),
  MAX_WAITING_REQUESTS: wholeNumber(0, 10_000, 200).describe(
    'requests that wait for their turn besides, up to 2 s; others are answered 503',
  ),
  MAX_CONNECTIONS: wholeNumber(1, 100_000, 2_000).describe('open connections; more are not taken'),
  MAX_CONNECTIONS_PER_CLIENT: wholeNumber(1, 100_000, 200).describe(
    'those of one address, of IPv6 one /64 network; this machine itself and the proxies of `TRUST_PROXY` are not limited',
  ),
  RATE_LIMIT_PER_MINUTE: wholeNumber(0, 1_000_000, 1_200).describe(
    'requests a minute of one client, each counted once more for every 10,000 units that it is reckoned to cost; others are answered 429; 0 is any number; this machine itself is not limited',
  ),
  RESPONSE_CACHE_MB: wholeNumber(0, 100_000, 32).describe(
    'memory for answers that were given, in MiB; a write makes them of no use; 0 keeps none',
  ),
  REDIS_URL: z
    .string()
    .refine(isRedisUrl, REDIS_URL)
    .optional()
    .describe('`redis://…` or `rediss://…`, where several processes count the requests of a client together'),
  TRUSTED_DOCUMENTS: z
    .string()
    .min(1, 'a folder or a file')
    .optional()
    .describe('a folder of `.graphql` files or a JSON file: nothing but these documents is answered'),
  TRUST_PROXY: z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .refine((all) => all.every(isNetwork), TRUST_PROXY)
    .optional()
    .describe(
      'proxies whose `X-Forwarded-For` is believed: addresses and networks with commas, or `loopback` and the like',
    ),
};

/** As good as left out where they are empty. */
export const OPTIONAL_LIMITS: readonly string[] = ['REDIS_URL', 'TRUSTED_DOCUMENTS', 'TRUST_PROXY'];

type LimitSettings = z.infer<z.ZodObject<typeof LIMIT_SETTINGS>>;

/** The settings in the words of the program; see docs/operations.md for what each means. */
export interface LimitConfig {
  readonly costBudget: number;
  readonly concurrentRequests: number;
  readonly waitingRequests: number;
  readonly connections: number;
  readonly connectionsPerClient: number;
  readonly ratePerMinute: number;
  readonly redisUrl: string | null;
  readonly trustProxy: false | string[];
  readonly responseCacheMb: number;
  readonly trustedDocuments: string | null;
}

export function toLimitConfig(settings: LimitSettings): LimitConfig {
  return {
    costBudget: settings.QUERY_COST_BUDGET,
    concurrentRequests: settings.MAX_CONCURRENT_REQUESTS,
    waitingRequests: settings.MAX_WAITING_REQUESTS,
    connections: settings.MAX_CONNECTIONS,
    connectionsPerClient: settings.MAX_CONNECTIONS_PER_CLIENT,
    ratePerMinute: settings.RATE_LIMIT_PER_MINUTE,
    redisUrl: settings.REDIS_URL ?? null,
    trustProxy: settings.TRUST_PROXY ?? false,
    responseCacheMb: settings.RESPONSE_CACHE_MB,
    trustedDocuments: settings.TRUSTED_DOCUMENTS ?? null,
  };
}

function isRedisUrl(text: string): boolean {
  return /^rediss?:\/\//.test(text) && URL.canParse(text) && new URL(text).hostname !== '';
}

function isNetwork(text: string): boolean {
  if (NAMED_NETWORKS.has(text)) return true;
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}
