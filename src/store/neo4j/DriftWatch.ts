import type { Database } from './Database.js';
import { describeDrift } from './describeDrift.js';
import { findDrift } from './findDrift.js';
import { Unservable } from './graphState.js';

export interface DriftWatchOptions {
  /** Between two looks, in milliseconds; 0 is never. */
  readonly intervalMs: number;
  /** Told what went wrong while looking. */
  readonly report: (error: unknown) => void;
}

/** Looks from time to time whether somebody changed the graph without going through this program. */
export class DriftWatch {
  private timer: NodeJS.Timeout | null = null;
  private found: string | null = null;
  private readonly end = new AbortController();
  private looking: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly options: DriftWatchOptions,
  ) {
    this.plan();
  }

  /** What was found at the last look, in words; empty where all is as written. */
  problems(): readonly string[] {
    return this.found === null ? [] : [this.found];
  }

  /** Looks now. */
  look(): Promise<void> {
    this.looking = this.compare();
    return this.looking;
  }

  /** Ends a look that is under way. */
  async close(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.end.abort();
    await this.looking;
  }

  private async compare(): Promise<void> {
    try {
      const drift = await findDrift(this.database, { signal: this.end.signal, bookmarks: [] });
      // Where a write came in between, the next look tells.
      if (drift) this.found = describeDrift(drift);
    } catch (error) {
      // What can't be served at all is told in health by whoever follows the graph, not at every look in the log.
      if (!this.end.signal.aborted && !(error instanceof Unservable)) this.options.report(error);
    }
  }

  private plan(): void {
    const { intervalMs } = this.options;
    if (intervalMs === 0 || this.end.signal.aborted) return;
    this.timer = setTimeout(() => void this.look().then(() => this.plan()), intervalMs).unref();
  }
}
