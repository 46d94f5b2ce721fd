/** Longer ones could not be read from a file in one piece, nor be addressed by 32 bits. */
const MOST_BYTES = 2 ** 31;

/** What is outgrown on shared memory does not press on the collector, and may stay for long: so there is little of it. */
const GROWTH = 4;

/** Bytes that are written one after the other, on shared memory; what is not written yet takes no memory. */
export class GrowingBytes {
  #bytes = new Uint8Array(new SharedArrayBuffer(1_024));
  #length = 0;

  /** `what`: named where there are too many. */
  constructor(private readonly what: string) {}

  get length(): number {
    return this.#length;
  }

  byte(value: number): void {
    if (this.#length === this.#bytes.length) this.#grow(1);
    this.#bytes[this.#length++] = value;
  }

  /** A whole number from 0 to 2⁵³, the small ones in few bytes. */
  varint(value: number): void {
    let rest = value;
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) this.byte((rest % 0x80) | 0x80);
    this.byte(rest);
  }

  word(value: number): void {
    for (let shift = 0; shift < 32; shift += 8) this.byte((value >>> shift) & 0xff);
  }

  double(value: number): void {
    floats[0] = value;
    for (const word of words) this.word(word);
  }

  add(bytes: Uint8Array): void {
    if (this.#length + bytes.length > this.#bytes.length) this.#grow(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** What was written, without a copy. */
  done(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  #grow(least: number): void {
    const needed = this.#length + least;
    if (needed > MOST_BYTES) throw new RangeError(`Expected at most ${MOST_BYTES} bytes of ${this.what} but got more.`);
    const larger = new Uint8Array(
      new SharedArrayBuffer(Math.min(MOST_BYTES, Math.max(needed, this.#bytes.length * GROWTH))),
    );
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}

const floats = new Float64Array(1);
const words = new Uint32Array(floats.buffer);

/** Reads what {@link GrowingBytes} wrote, from `at` on. */
export class ByteReader {
  at = 0;

  constructor(readonly bytes: Uint8Array) {}

  byte(): number {
    return this.bytes[this.at++] ?? 0;
  }

  varint(): number {
    let value = 0;
    let scale = 1;
    for (let byte = this.byte(); ; byte = this.byte()) {
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 0x80;
    }
  }

  word(): number {
    const value = this.byte() | (this.byte() << 8) | (this.byte() << 16) | (this.byte() << 24);
    return value >>> 0;
  }

  double(): number {
    for (let i = 0; i < words.length; i++) words[i] = this.word();
    return floats[0] ?? 0;
  }
}
