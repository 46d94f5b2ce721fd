/** Addresses and networks of the proxies whose X-Forwarded-For is believed; false for nobody's. */
export type TrustProxy = false | string[];

/** What one request, and all together, may ask of the process. */
export interface Limits {
  /** What an operation may cost; see {@link CostPlan}. */
  readonly costBudget: number;
  /** Requests of the API that are answered at once. */
  readonly concurrentRequests: number;
  /** Requests that wait for their turn besides. */
  readonly waitingRequests: number;
  /** Open connections of all clients. */
  readonly connections: number;
  /** Of one client, but for this machine and trusted proxies. */
  readonly connectionsPerClient: number;
  /** Requests a minute of one client; 0 for any number. */
  readonly ratePerMinute: number;
  /** Where several processes count requests together; null counts in each. */
  readonly redisUrl: string | null;
  readonly trustProxy: TrustProxy;
  /** A folder or JSON file of the only documents that are answered; null for all. */
  readonly trustedDocuments: string | null;
  /** Kept answers, in MiB of memory; 0 keeps none. */
  readonly responseCacheMb: number;
  /** For the headers of a request to arrive, from the connection or the last answer's next byte on. */
  readonly headersTimeoutMs: number;
  /** For the whole request to arrive; a client that trickles bytes holds no connection for longer. */
  readonly receiveTimeoutMs: number;
  /** For the client to take an answer, after the time to make it; who is slower loses the connection. */
  readonly sendTimeoutMs: number;
}

export const DEFAULT_LIMITS: Limits = {
  costBudget: 200_000,
  concurrentRequests: 100,
  waitingRequests: 200,
  connections: 2_000,
  // Browsers open six; many may share an address.
  connectionsPerClient: 200,
  ratePerMinute: 1_200,
  redisUrl: null,
  trustProxy: false,
  trustedDocuments: null,
  responseCacheMb: 32,
  headersTimeoutMs: 10_000,
  receiveTimeoutMs: 30_000,
  // A megabyte at a slow phone's 100 kB/s; the system's own buffers take most answers at once.
  sendTimeoutMs: 10_000,
};
