import { createHmac, randomBytes } from 'node:crypto';
import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';

const WINDOW_S = 60;
const PREFIX = 'ai-infra-graph:rate';

/** Null where the request may go on; else after how many seconds the client may ask again. */
export type Verdict = { readonly retryAfterS: number } | null;

export interface RateLimitOptions {
  readonly perMinute: number;
  /** Where several processes count together; null counts in this one alone. */
  readonly redis: Redis | null;
  /**
   * Known to the processes that count together: without it nobody who reads Redis can find the clients by trying all addresses.
   * Where it is empty, anybody can.
   */
  readonly secret: string;
  /** Called when counting moves from Redis to this process, and when it is back. */
  readonly report: (isAway: boolean, error: unknown) => void;
}

/**
 * Counts requests of each client in windows of a minute: in Redis for all processes together, or in memory, also while Redis
 * is away, so that then each process grants the whole rate. In memory a client is known by 16 bits of a secret hash: at most
 * 65,536 counters, whoever comes; two clients in some thousands share one.
 */
export class RateLimit {
  readonly #options: RateLimitOptions;
  readonly #memory: RateLimiterMemory;
  readonly #shared: RateLimiterRedis | null;
  readonly #ownSecret = randomBytes(16);
  #isAway = false;

  constructor(options: RateLimitOptions) {
    this.#options = options;
    const limit = { points: options.perMinute, duration: WINDOW_S, keyPrefix: PREFIX };
    this.#memory = new RateLimiterMemory(limit);
    this.#shared =
      options.redis === null
        ? null
        : new RateLimiterRedis({ ...limit, storeClient: options.redis, rejectIfRedisNotReady: true });
  }

  /** Whether Redis is set and does not answer. */
  get isAway(): boolean {
    return this.#isAway;
  }

  /** Counts a request, or one that cost more as so many. Never rejects: without Redis it counts here. */
  async take(client: string, count = 1): Promise<Verdict> {
    if (this.#shared) {
      try {
        const verdict = await verdictOf(this.#shared.consume(hash(client, this.#options.secret), count));
        this.#note(false, null);
        return verdict;
      } catch (error) {
        this.#note(true, error);
      }
    }
    return verdictOf(this.#memory.consume(hash(client, this.#ownSecret).slice(0, 4), count));
  }

  #note(isAway: boolean, error: unknown): void {
    if (this.#isAway === isAway) return;
    this.#isAway = isAway;
    this.#options.report(isAway, error);
  }
}

/** An address or a key is nobody's business who can read Redis, and may be of any length. */
function hash(client: string, secret: string | Buffer): string {
  return createHmac('sha256', secret).update(client).digest('hex').slice(0, 32);
}

async function verdictOf(consumed: Promise<RateLimiterRes>): Promise<Verdict> {
  try {
    await consumed;
    return null;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return { retryAfterS: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) };
    throw refusal;
  }
}
