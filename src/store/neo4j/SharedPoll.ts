import { within } from './SharedReading.js';

/** The first pause; each one is half as long again as the one before. */
const FIRST_MS = 20;
const GROWTH = 1.5;
/** As long as someone waits, no pause is longer. */
const LONGEST_MS = 250;

/** Tries something again and again for all who wait, with pauses that grow as long as somebody does. */
export class SharedPoll {
  private coming: Promise<void> | null = null;
  private pauseMs = FIRST_MS;
  private waiting = 0;

  constructor(private readonly attempt: () => Promise<void>) {}

  /** Resolves after the next attempt; rejects as it does, and with TIMEOUT for the signal. */
  async next(signal: AbortSignal | null): Promise<void> {
    this.waiting++;
    try {
      this.coming ??= this.begin();
      await within(signal, this.coming);
    } finally {
      this.waiting--;
    }
  }

  private begin(): Promise<void> {
    const coming = new Promise<void>((resolve) => setTimeout(resolve, this.pauseMs)).then(async () => {
      this.pauseMs = Math.min(LONGEST_MS, this.pauseMs * GROWTH);
      this.coming = null;
      // Whoever waited has left.
      if (this.waiting === 0) this.pauseMs = FIRST_MS;
      else await this.attempt();
    });
    // Told to each who waits.
    coming.catch(() => {});
    return coming;
  }
}
