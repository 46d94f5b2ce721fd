import type { Steps } from '../model/steps.js';

/** How long work goes on before others have a turn, in milliseconds. */
const SLICE_MS = 8;

/** Does long work in short slices, between which whatever else waits in this process has its turn. `live`: called at each. */
export async function inSlices<T>(steps: Steps<T>, live: () => void = () => {}): Promise<T> {
  for (;;) {
    const until = performance.now() + SLICE_MS;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
    live();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Something that is made once, when it is first asked for, in slices. */
export class Made<T> {
  private made: { readonly value: T } | null = null;
  private making: Promise<T> | null = null;

  constructor(private readonly steps: () => Steps<T>) {}

  /** One that is made already. */
  static of<T>(value: T, steps: () => Steps<T>): Made<T> {
    const made = new Made(steps);
    made.made = { value };
    return made;
  }

  /** Undefined while it is not made. */
  get atHand(): T | undefined {
    return this.made?.value;
  }

  /** Those who ask while it is being made share it; after a failure the next one tries again. */
  async get(): Promise<T> {
    if (this.made !== null) return this.made.value;
    this.making ??= this.make();
    return this.making;
  }

  private async make(): Promise<T> {
    try {
      const value = await inSlices(this.steps());
      this.made = { value };
      return value;
    } finally {
      this.making = null;
    }
  }
}
