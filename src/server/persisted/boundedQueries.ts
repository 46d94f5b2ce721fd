import { LRUCache } from 'lru-cache';

/** Queries by their hash, as Apollo asks for them; before the hash stands a prefix of Apollo's. */
export interface QueryStore {
  get(key: string): Promise<string | undefined>;
  set(key: string, query: string): Promise<void>;
  delete(key: string): Promise<boolean>;
}

/** Queries that clients register by their hash (automatic persisted queries). */
const MAX_QUERIES = 1_000;
const MAX_BYTES = 8 * 1024 * 1024;

/**
 * Keeps registered queries up to a number and to bytes; those that were not asked for longest go first, and their clients send
 * them again. A flood of new ones costs others a second request, never memory.
 */
export function boundedQueries(maxQueries = MAX_QUERIES, maxBytes = MAX_BYTES): QueryStore {
  const kept = new LRUCache<string, string>({
    max: maxQueries,
    maxSize: maxBytes,
    // Two bytes a character, in the worst case.
    sizeCalculation: (query, hash) => 2 * (query.length + hash.length) + 1,
  });
  return {
    get: async (hash) => kept.get(hash),
    set: async (hash, query) => {
      kept.set(hash, query);
    },
    delete: async (hash) => kept.delete(hash),
  };
}
