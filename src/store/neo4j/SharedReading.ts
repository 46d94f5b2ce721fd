import { tookTooLong } from './databaseErrors.js';

/** How often a reading is looked at for signs of life. */
const LOOK_MS = 250;

/**
 * One reading that several wait for, each within its own time. It ends when the last has left, and when it shows no sign of
 * life for as long as it said that it may.
 */
export class SharedReading<T> {
  private readonly end = new AbortController();
  private readonly done: Promise<T>;
  private waiting = 0;
  private silentAt = Number.POSITIVE_INFINITY;

  /** `over` is called when nobody can join any more. */
  constructor(
    read: (signal: AbortSignal, live: (forMs: number) => void) => Promise<T>,
    private readonly over: () => void,
  ) {
    // Looked at twice: after work that let nothing else have a turn, what has come meanwhile is taken in between.
    const look = () => this.isSilent() && setImmediate(() => this.isSilent() && this.stop());
    const watching = setInterval(look, LOOK_MS);
    this.done = read(this.end.signal, (forMs) => {
      this.silentAt = performance.now() + forMs;
    }).finally(() => {
      clearInterval(watching);
      over();
    });
    // Told to each who waits; there may be none left.
    this.done.catch(() => {});
  }

  /** Throws what the reading throws, and TIMEOUT when the signal says so. */
  async join(signal: AbortSignal | null): Promise<T> {
    this.waiting++;
    try {
      return await within(signal, this.done);
    } finally {
      this.waiting--;
      if (this.waiting === 0) this.stop();
    }
  }

  /** Waits until it is over, however it ends, or for the signal. Throws TIMEOUT for the signal alone. */
  async settled(signal: AbortSignal | null): Promise<void> {
    await within(
      signal,
      this.done.then(
        () => {},
        () => {},
      ),
    );
  }

  private isSilent(): boolean {
    return performance.now() > this.silentAt;
  }

  private stop(): void {
    this.over();
    this.end.abort();
  }
}

/** The work's result, or a rejection with TIMEOUT as soon as the signal says so. */
export async function within<T>(signal: AbortSignal | null, work: Promise<T>): Promise<T> {
  if (signal === null) return work;
  if (signal.aborted) throw tookTooLong();
  let leave: () => void = () => {};
  const left = new Promise<never>((_, reject) => {
    leave = () => reject(tookTooLong());
  });
  signal.addEventListener('abort', leave, { once: true });
  try {
    return await Promise.race([work, left]);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}
