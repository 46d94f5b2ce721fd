import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { RateLimit } from './RateLimit.js';

/** A counter that takes longer would keep every request waiting. */
const COMMAND_TIMEOUT_MS = 500;
/**
 * A connection on which nothing is answered for so long is dropped, and made anew. What a silent Redis was asked is kept until
 * it answers, though nobody waits any more: without an end that would grow with each request.
 */
const SILENCE_MS = 1_000;
const CONNECT_TIMEOUT_MS = 2_000;
const LONGEST_PAUSE_MS = 5_000;

export interface OpenRateLimit {
  readonly limit: RateLimit;
  /** What whoever runs the server should know, for `/health/ready`. */
  readonly problems: () => readonly string[];
  readonly close: () => void;
}

/** Counts in Redis where a URL is given, and serves on without it while it is away; it is tried again and again. */
export async function openRateLimit(
  perMinute: number,
  redisUrl: string | null,
  logger: Logger,
): Promise<OpenRateLimit> {
  const redis = redisUrl === null ? null : await connect(redisUrl, logger);
  const report = (isAway: boolean, error: unknown) => {
    if (isAway) logger.warn({ err: saidBy(error) }, 'Redis does not answer: this process counts requests by itself');
    else logger.warn('Redis answers again: requests are counted together');
  };
  // The processes share it anyway.
  const secret = redisUrl === null ? '' : new URL(redisUrl).password;
  const limit = new RateLimit({ perMinute, redis, secret, report });
  return {
    limit,
    problems: () =>
      limit.isAway || (redis !== null && redis.status !== 'ready')
        ? ['Redis does not answer: each process counts the requests of a client by itself.']
        : [],
    close: () => redis?.disconnect(),
  };
}

/** Loaded where it is wanted: the start of everybody else is spared it. */
async function connect(url: string, logger: Logger): Promise<Redis> {
  const { Redis } = await import('ioredis');
  const redis = new Redis(url, {
    // What can't be counted there now is counted here.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: COMMAND_TIMEOUT_MS,
    socketTimeout: SILENCE_MS,
    connectTimeout: CONNECT_TIMEOUT_MS,
    retryStrategy: (attempt) => Math.min(100 * attempt, LONGEST_PAUSE_MS),
  });
  redis.on('error', (error: unknown) => logger.debug({ err: saidBy(error) }, 'Redis'));
  return redis;
}

/** Without the command, which may be the one that gives the password. */
function saidBy(error: unknown): unknown {
  return error instanceof Error ? { type: error.name, message: error.message } : String(error);
}
