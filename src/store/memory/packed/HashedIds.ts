import { GrowingColumn } from './GrowingColumn.js';
import type { Sections, SectionsDraft } from './Sections.js';

/** `prefix` and 16 hex digits as two words; null for any other text. */
export function wordsIn(id: string, prefix: string): readonly [high: number, low: number] | null {
  if (id.length !== prefix.length + 16 || !id.startsWith(prefix)) return null;
  const high = hexWord(id, prefix.length);
  const low = hexWord(id, prefix.length + 8);
  return high < 0 || low < 0 ? null : [high, low];
}

export function idOf(prefix: string, high: number, low: number): string {
  return `${prefix}${hex(high)}${hex(low)}`;
}

function hex(word: number): string {
  return word.toString(16).padStart(8, '0');
}

/** Eight hex digits as a number; -1 where they are not. Much faster than parsing a slice. */
function hexWord(text: string, start: number): number {
  let word = 0;
  for (let i = start; i < start + 8; i++) {
    const code = text.charCodeAt(i);
    const digit = code >= 48 && code <= 57 ? code - 48 : code >= 97 && code <= 102 ? code - 87 : -1;
    if (digit < 0) return -1;
    word = word * 16 + digit;
  }
  return word;
}

/** The ids of rows, made of a hash, as they come, each once. */
export class HashedIdsDraft {
  private readonly high = new GrowingColumn();
  private readonly low = new GrowingColumn();
  /** Ids of another form, and their rows. */
  private readonly odd = new Map<string, number>();
  private readonly oddIds = new Map<number, string>();
  private slots = emptySlots(FEWEST_SLOTS);

  constructor(private readonly prefix: string) {}

  /** Whether the id is new: only then it is the next row's. */
  push(id: string): boolean {
    const words = wordsIn(id, this.prefix);
    if (words === null) {
      if (this.odd.has(id)) return false;
      this.odd.set(id, this.high.length);
      this.oddIds.set(this.high.length, id);
    } else {
      const slot = this.slotFor(words[0], words[1]);
      if (slot < 0) return false;
      this.slots[slot] = this.high.length + 1;
    }
    this.high.push(words?.[0] ?? 0);
    this.low.push(words?.[1] ?? 0);
    if (this.high.length * MOST_FILLED > this.slots.length) this.grow();
    return true;
  }

  has(id: string): boolean {
    const words = wordsIn(id, this.prefix);
    return words === null ? this.odd.has(id) : this.slotFor(words[0], words[1]) < 0;
  }

  compare(a: number, b: number): number {
    if (this.odd.size > 0 && (this.oddIds.has(a) || this.oddIds.has(b))) {
      const [one, other] = [this.id(a), this.id(b)];
      return one < other ? -1 : one > other ? 1 : 0;
    }
    return this.high.get(a) - this.high.get(b) || this.low.get(a) - this.low.get(b);
  }

  /** In another order; `order` has the row of each place. Nothing can be added or found after that. */
  done(name: string, order: Uint32Array, sections: SectionsDraft): void {
    const place = new Uint32Array(order.length);
    for (let i = 0; i < order.length; i++) place[order[i] ?? 0] = i;
    const { slots } = this;
    for (let i = 0; i < slots.length; i++) {
      const row = slots[i] ?? EMPTY;
      if (row !== EMPTY) slots[i] = 1 + (place[row - 1] ?? 0);
    }
    sections.add(`${name}.idHigh`, permuted(this.high.take(), order));
    sections.add(`${name}.idLow`, permuted(this.low.take(), order));
    sections.add(`${name}.slots`, slots);
    sections.addJson(
      `${name}.odd`,
      [...this.oddIds].map(([row, id]) => [place[row], id]),
    );
  }

  private id(row: number): string {
    return this.oddIds.get(row) ?? idOf(this.prefix, this.high.get(row), this.low.get(row));
  }

  /** Where the id of these words is to stand; -1 where it is there already. */
  private slotFor(high: number, low: number): number {
    const { slots } = this;
    let slot = slotOf(high, low, slots.length);
    for (let row = slots[slot] ?? EMPTY; row !== EMPTY; row = slots[slot] ?? EMPTY) {
      if (this.high.get(row - 1) === high && this.low.get(row - 1) === low) return -1;
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private grow(): void {
    const size = this.slots.length * 2;
    const slots = emptySlots(size);
    for (let row = 0; row < this.high.length; row++) {
      if (this.odd.size > 0 && this.oddIds.has(row)) continue;
      // Each is there once: what stands in a slot need not be compared.
      let slot = slotOf(this.high.get(row), this.low.get(row), size);
      while (slots[slot] !== EMPTY) slot = (slot + 1) & (size - 1);
      slots[slot] = row + 1;
    }
    this.slots = slots;
  }
}

/** A table with room to spare, in which each row (from 1 on) stands at or behind the place that its hash gives. */
const EMPTY = 0;
const FEWEST_SLOTS = 16;
const MOST_FILLED = 1.5;

function emptySlots(size: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(size * 4));
}

/** Values in another order, on shared memory. */
export function permuted(values: Uint32Array, order: Uint32Array): Uint32Array {
  const sorted = new Uint32Array(new SharedArrayBuffer(order.length * 4));
  for (let place = 0; place < order.length; place++) sorted[place] = values[order[place] ?? 0] ?? 0;
  return sorted;
}

function slotOf(high: number, low: number, size: number): number {
  const mixed = Math.imul(high ^ (low >>> 15), 0x7feb352d) ^ Math.imul(low, 0x846ca68b);
  return ((mixed ^ (mixed >>> 15)) >>> 0) & (size - 1);
}

/** Rows by ids that are made of a hash. */
export class HashedIds {
  private readonly high: Uint32Array;
  private readonly low: Uint32Array;
  private readonly slots: Uint32Array;
  readonly odd: ReadonlyMap<number, string>;
  private readonly oddRows: ReadonlyMap<string, number>;

  constructor(
    name: string,
    private readonly prefix: string,
    sections: Sections,
  ) {
    this.high = sections.uint32(`${name}.idHigh`);
    this.low = sections.uint32(`${name}.idLow`);
    this.slots = sections.uint32(`${name}.slots`);
    const odd: readonly [number, string][] = JSON.parse(sections.text(`${name}.odd`));
    this.odd = new Map(odd);
    this.oddRows = new Map(odd.map(([row, id]) => [id, row]));
  }

  get length(): number {
    return this.high.length;
  }

  id(row: number): string {
    return this.odd.get(row) ?? idOf(this.prefix, this.high[row] ?? 0, this.low[row] ?? 0);
  }

  idOf(high: number, low: number): string {
    return idOf(this.prefix, high, low);
  }

  /** -1 for an id that is not there. */
  row(id: string): number {
    const words = wordsIn(id, this.prefix);
    return words === null ? (this.oddRows.get(id) ?? -1) : this.rowOf(words[0], words[1]);
  }

  rowOf(high: number, low: number): number {
    const size = this.slots.length;
    let slot = slotOf(high, low, size);
    for (let row = this.slots[slot] ?? EMPTY; row !== EMPTY; row = this.slots[slot] ?? EMPTY) {
      if (this.high[row - 1] === high && this.low[row - 1] === low) return row - 1;
      slot = (slot + 1) & (size - 1);
    }
    return -1;
  }
}
