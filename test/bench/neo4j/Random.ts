/** Numbers that only look random: the same seed gives the same ones on every machine (mulberry32). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** In 0..1, 1 excluded. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number in 0..end, `end` excluded. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new RangeError('Expected a list with something in it but got an empty one.');
    return item;
  }

  /** A day of the years `from`..`to`, both inclusive; never after the 28th of a month. */
  day(from: number, to: number): string {
    return `${this.month(from, to)}-${twoDigits(1 + this.below(28))}`;
  }

  month(from: number, to: number): string {
    return `${from + this.below(to - from + 1)}-${twoDigits(1 + this.below(12))}`;
  }
}

/** Picks places of a list by Zipf's law: the place at rank r comes with a weight of 1 / (r + 1). */
export class Zipf {
  readonly #cumulative: Float64Array;
  readonly #random: Random;

  constructor(count: number, random: Random) {
    this.#random = random;
    this.#cumulative = new Float64Array(count);
    let sum = 0;
    for (let rank = 0; rank < count; rank++) {
      sum += 1 / (rank + 1);
      this.#cumulative[rank] = sum;
    }
  }

  next(): number {
    const wanted = this.#random.next() * (this.#cumulative.at(-1) ?? 0);
    let low = 0;
    let high = this.#cumulative.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#cumulative[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
