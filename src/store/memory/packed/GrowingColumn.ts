/** Whole numbers below 2³² that are added one after the other. */
export class GrowingColumn {
  #values = new Uint32Array(256);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Uint32Array(this.#values.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }

  get(place: number): number {
    return this.#values[place] ?? 0;
  }

  /** What was added, without a copy. */
  done(): Uint32Array {
    return this.#values.subarray(0, this.#length);
  }

  /** The same to whoever alone needs it from now on: nothing is kept, so that it can be freed. */
  take(): Uint32Array {
    const values = this.done();
    this.#values = new Uint32Array(1);
    this.#length = 0;
    return values;
  }
}
