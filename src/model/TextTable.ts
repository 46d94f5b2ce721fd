const EMPTY = 0;
const FEWEST_SLOTS = 2 ** 10;
const FEWEST_BYTES = 2 ** 14;
const HASH_PRIME = 0x01000193;
const LAST_ASCII = 0x7f;
/** Stands for a text that is not ASCII: no such text has this byte. */
const NO_ASCII = 0xff;

/** The hash of a text from that of what comes before its last unit, or its last byte. */
export function hashed(before: number, unit: number): number {
  return Math.imul(before ^ unit, HASH_PRIME);
}

function hashOf(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = hashed(hash, text.charCodeAt(i));
  return hash;
}

/**
 * Texts that are numbered as they come, each once, and found by their text or, if ASCII, by its bytes: of a text that was
 * found no string is made. Memory is read in three places for each, where a `Map` of so many reads eight.
 */
export class TextTable<T extends string> {
  readonly texts: T[] = [];
  #bytes = new Uint8Array(FEWEST_BYTES);
  #starts = new Uint32Array(FEWEST_SLOTS / 2);
  /** Pairs of a text's number, from 1 on, and its hash, at or behind the place that the hash gives. */
  #slots = new Int32Array(FEWEST_SLOTS * 2);

  /** Of a text that is not there. */
  add(text: T): number {
    const { texts } = this;
    const hash = hashOf(text);
    const number = texts.push(text) - 1;
    if (number + 1 === this.#starts.length) this.#grow();
    this.#addBytes(text, number);
    this.#put(hash, number + 1);
    return number;
  }

  /** -1 for a text that is not there. */
  find(text: string): number {
    const hash = hashOf(text);
    for (let slot = this.#first(hash); this.#slots[slot] !== EMPTY; slot = this.#after(slot)) {
      const number = (this.#slots[slot] ?? EMPTY) - 1;
      if (this.#slots[slot + 1] === hash && this.texts[number] === text) return number;
    }
    return -1;
  }

  /** The same by ASCII bytes; `hash` is made of them with {@link hashed}, beginning with 0. */
  findBytes(bytes: Uint8Array, start: number, end: number, hash: number): number {
    for (let slot = this.#first(hash); this.#slots[slot] !== EMPTY; slot = this.#after(slot)) {
      const number = (this.#slots[slot] ?? EMPTY) - 1;
      if (this.#slots[slot + 1] === hash && this.#isAt(number, bytes, start, end)) return number;
    }
    return -1;
  }

  #isAt(number: number, bytes: Uint8Array, start: number, end: number): boolean {
    const [own, from] = [this.#bytes, this.#starts[number] ?? 0];
    if ((this.#starts[number + 1] ?? 0) - from !== end - start) return false;
    for (let i = start, j = from; i < end; i++, j++) if (own[j] !== bytes[i]) return false;
    return true;
  }

  #first(hash: number): number {
    return ((hash ^ (hash >>> 15)) << 1) & (this.#slots.length - 1);
  }

  #after(slot: number): number {
    return (slot + 2) & (this.#slots.length - 1);
  }

  #put(hash: number, number: number): void {
    let slot = this.#first(hash);
    while (this.#slots[slot] !== EMPTY) slot = this.#after(slot);
    this.#slots[slot] = number;
    this.#slots[slot + 1] = hash;
  }

  #addBytes(text: string, number: number): void {
    let at = this.#starts[number] ?? 0;
    if (at + text.length + 1 > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.#bytes.length * 2, at + text.length + 1));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    const start = at;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      this.#bytes[at++] = unit;
      if (unit <= LAST_ASCII) continue;
      at = start;
      this.#bytes[at++] = NO_ASCII;
      break;
    }
    this.#starts[number + 1] = at;
  }

  #grow(): void {
    const starts = new Uint32Array(this.#starts.length * 2);
    starts.set(this.#starts);
    this.#starts = starts;
    const slots = this.#slots;
    this.#slots = new Int32Array(slots.length * 2);
    for (let slot = 0; slot < slots.length; slot += 2) {
      const number = slots[slot] ?? EMPTY;
      if (number !== EMPTY) this.#put(slots[slot + 1] ?? 0, number);
    }
  }
}
