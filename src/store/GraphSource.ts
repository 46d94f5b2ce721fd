import type { Instant } from '../model/time.js';
import type { GraphStore } from './GraphStore.js';

/** What one request demands of what it reads. */
export interface PinRequest {
  /** Ends every read of the request, in the database too. */
  readonly signal: AbortSignal | null;
  /** Of writes that the request must see; opaque. */
  readonly bookmarks: readonly string[];
  /** The least revision that the request may read; null for any. */
  readonly revisionAtLeast: number | null;
  /** How long to wait for these at most, in milliseconds, so that there is time to say that they did not come; may be Infinity. */
  readonly waitMs: number;
}

/** What one request reads. */
export interface PinnedGraph {
  readonly store: GraphStore;
  /** The revision at the start. */
  readonly revision: number;
  /** When that revision was made, by the clock of whoever made it; null where it is the release that was published. */
  readonly at: Instant | null;
  /** Since when the database has not been reached; null while it is. */
  readonly staleSince: Instant | null;
  /**
   * The latest revision of which anything that was read may be; may ask the database where reads are not pinned to one. The answer is
   * reproducible where it equals `revision`.
   */
  lastRevision(): Promise<number>;
}

/** Whether requests can be answered, and from what. */
export interface GraphHealth {
  readonly ready: boolean;
  readonly release: string | null;
  readonly revision: number | null;
  readonly staleSince: Instant | null;
  /** In words, for whoever runs the server; empty where all is well. */
  readonly problems: readonly string[];
}

/** Gives each request the store that it reads, at one revision where that is possible. */
export interface GraphSource {
  /**
   * Throws UNAVAILABLE where nothing can be read, or what is demanded does not come within `waitMs`; the message says which
   * revision is there.
   */
  pin(request: PinRequest): Promise<PinnedGraph>;
  health(): Promise<GraphHealth>;
  close(): Promise<void>;
}
