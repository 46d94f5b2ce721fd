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

/** The ids of rows, made of a hash, as they come. */
export class HashedIdsDraft {
  readonly high = new GrowingColumn();
  readonly low = new GrowingColumn();
  /** Ids of another form, by row. */
  readonly odd = new Map<number, string>();

  constructor(private readonly prefix: string) {}

  push(id: string): void {
    const words = wordsIn(id, this.prefix);
    if (words === null) this.odd.set(this.high.length, id);
    this.high.push(words?.[0] ?? 0);
    this.low.push(words?.[1] ?? 0);
  }

  id(row: number): string {
    return this.odd.get(row) ?? idOf(this.prefix, this.high.get(row), this.low.get(row));
  }

  compare(a: number, b: number): number {
    if (this.odd.size > 0 && (this.odd.has(a) || this.odd.has(b))) {
      const [one, other] = [this.id(a), this.id(b)];
      return one < other ? -1 : one > other ? 1 : 0;
    }
    return this.high.get(a) - this.high.get(b) || this.low.get(a) - this.low.get(b);
  }

  /** In another order; `order` has the row of each place. Returns the first id that is there twice, or null. */
  done(name: string, order: Uint32Array, sections: SectionsDraft): string | null {
    const high = permuted(this.high.done(), order);
    const low = permuted(this.low.done(), order);
    const odd: [number, string][] = [];
    if (this.odd.size > 0) {
      for (const [place, row] of order.entries()) {
        const id = this.odd.get(row);
        if (id !== undefined) odd.push([place, id]);
      }
    }
    const isOdd = new Set(odd.map(([place]) => place));
    const { slots, repeated } = slotsOf(high, low, isOdd);
    sections.add(`${name}.idHigh`, high);
    sections.add(`${name}.idLow`, low);
    sections.add(`${name}.slots`, slots);
    sections.addJson(`${name}.odd`, odd);
    if (repeated !== null) return idOf(this.prefix, high[repeated] ?? 0, low[repeated] ?? 0);
    const ids = new Set<string>();
    for (const [, id] of odd) {
      if (ids.has(id)) return id;
      ids.add(id);
    }
    return null;
  }
}

/** Values in another order, on shared memory. */
export function permuted(values: Uint32Array, order: Uint32Array): Uint32Array {
  const sorted = new Uint32Array(new SharedArrayBuffer(order.length * 4));
  for (let place = 0; place < order.length; place++) sorted[place] = values[order[place] ?? 0] ?? 0;
  return sorted;
}

const EMPTY = 0;

/** A table with room to spare, in which each row (from 1 on) stands at or behind the place that its hash gives. */
function slotsOf(high: Uint32Array, low: Uint32Array, isOdd: ReadonlySet<number>) {
  const size = 2 ** Math.ceil(Math.log2(Math.max(4, high.length * 1.5)));
  const slots = new Uint32Array(new SharedArrayBuffer(size * 4));
  let repeated: number | null = null;
  for (let row = 0; row < high.length; row++) {
    if (isOdd.has(row)) continue;
    let slot = slotOf(high[row] ?? 0, low[row] ?? 0, size);
    for (let other = slots[slot] ?? EMPTY; other !== EMPTY; other = slots[slot] ?? EMPTY) {
      if (high[other - 1] === high[row] && low[other - 1] === low[row]) repeated ??= row;
      slot = (slot + 1) & (size - 1);
    }
    slots[slot] = row + 1;
  }
  return { slots, repeated };
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
