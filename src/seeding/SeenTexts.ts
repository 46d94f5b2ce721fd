/** Beyond so many each text is made anew. */
const MOST = 2 ** 21;
const FEWEST_SLOTS = 2 ** 12;
const EMPTY = 0;
const HASH_PRIME = 0x01000193;

/**
 * ASCII texts that come again and again, found by their bytes: each is one string, made once, which a `Map` or `===` then
 * compares at a glance.
 */
export class SeenTexts {
  readonly #texts: string[] = [];
  #hashes = new Int32Array(FEWEST_SLOTS / 2);
  /** A table with room to spare, in which each text's number (from 1 on) stands at or behind the place that its hash gives. */
  #slots = new Uint32Array(FEWEST_SLOTS);

  text(bytes: Buffer, start: number, end: number): string {
    let hash = 0;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), HASH_PRIME);
    const last = this.#slots.length - 1;
    let slot = slotOf(hash, last);
    for (let number = this.#slots[slot] ?? EMPTY; number !== EMPTY; number = this.#slots[slot] ?? EMPTY) {
      if (this.#hashes[number - 1] === hash) {
        const text = this.#texts[number - 1] ?? '';
        if (isAt(bytes, start, end, text)) return text;
      }
      slot = (slot + 1) & last;
    }
    const text = bytes.toString('latin1', start, end);
    if (this.#texts.length < MOST) {
      if (this.#texts.length === this.#hashes.length) slot = this.#grow(hash);
      this.#hashes[this.#texts.length] = hash;
      this.#slots[slot] = this.#texts.push(text);
    }
    return text;
  }

  /** Gives the place of a new text. */
  #grow(hash: number): number {
    const hashes = new Int32Array(this.#hashes.length * 2);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    this.#slots = new Uint32Array(this.#slots.length * 2);
    for (let number = 1; number <= this.#texts.length; number++) {
      this.#slots[this.#free(hashes[number - 1] ?? 0)] = number;
    }
    return this.#free(hash);
  }

  #free(hash: number): number {
    const last = this.#slots.length - 1;
    let slot = slotOf(hash, last);
    while (this.#slots[slot] !== EMPTY) slot = (slot + 1) & last;
    return slot;
  }
}

function slotOf(hash: number, last: number): number {
  return (hash ^ (hash >>> 15)) & last;
}

function isAt(bytes: Uint8Array, start: number, end: number, text: string): boolean {
  if (text.length !== end - start) return false;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== bytes[start + i]) return false;
  return true;
}
