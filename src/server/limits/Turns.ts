/** Tells a request whether it may go on. */
type Go = (isItsTurn: boolean) => void;

export interface TurnsOptions {
  /** At once. */
  readonly running: number;
  /** Besides these; whoever comes then is refused. */
  readonly waiting: number;
  /** At most, until it is refused. */
  readonly waitMs: number;
}

/** Lets so many run at once; some more wait for a while, in the order in which they came. */
export class Turns {
  readonly #options: TurnsOptions;
  readonly #queue = new Set<{ readonly go: Go; readonly timer: NodeJS.Timeout }>();
  #running = 0;

  constructor(options: TurnsOptions) {
    this.#options = options;
  }

  /** Calls `go` once: at once, when it is its turn, or when it is refused. To be told when it has ended, or gave up waiting. */
  take(go: Go): () => void {
    if (this.#running < this.#options.running) return this.#start(go);
    if (this.#queue.size >= this.#options.waiting) {
      go(false);
      return () => {};
    }
    return this.#wait(go);
  }

  #start(go: Go): () => void {
    this.#running++;
    let hasEnded = false;
    go(true);
    return () => {
      if (hasEnded) return;
      hasEnded = true;
      this.#running--;
      this.#next();
    };
  }

  #wait(go: Go): () => void {
    let end = () => {
      clearTimeout(entry.timer);
      this.#queue.delete(entry);
    };
    const timer = setTimeout(() => {
      this.#queue.delete(entry);
      go(false);
    }, this.#options.waitMs);
    const entry = {
      timer,
      go: () => {
        end = this.#start(go);
      },
    };
    this.#queue.add(entry);
    return () => end();
  }

  #next(): void {
    const [first] = this.#queue;
    if (!first) return;
    clearTimeout(first.timer);
    this.#queue.delete(first);
    first.go(true);
  }
}
