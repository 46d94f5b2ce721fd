import type { EntityId } from '../../../model/ids.js';
import type { Sections, SectionsDraft } from './Sections.js';

/** What stands for "no id". */
export const NO_ID = 0xffffffff;

interface Ranked {
  readonly order: Uint32Array;
  readonly rank: Uint32Array;
}

const REMEMBERED = 4;
const FEWEST_SLOTS = 2 ** 10;
const MOST_FILLED = 0.5;

/** Ids of entities, numbered as they come, each once. Found by their text or by its bytes. */
export class IdPoolDraft {
  readonly ids: EntityId[] = [];
  /** The ids that were asked for last: one row asks for the same ones several times. */
  readonly #last: string[] = [];
  readonly #lastNumbers: number[] = [];
  #next = 0;
  /** Pairs of an id's number, from 1 on, and its hash, at or behind the place that the hash gives. */
  #slots = new Uint32Array(FEWEST_SLOTS * 2);
  #ranked: Ranked | null = null;

  get length(): number {
    return this.ids.length;
  }

  numberOf(id: EntityId): number {
    const known = this.find(id);
    if (known !== NO_ID) return known;
    this.#put(hashOf(id), this.ids.push(id));
    if (this.ids.length * 2 > this.#slots.length * MOST_FILLED) this.#grow();
    return this.ids.length - 1;
  }

  /** {@link NO_ID} for one that did not come yet. */
  find(id: string): number {
    for (let i = 0; i < this.#last.length; i++) if (this.#last[i] === id) return this.#lastNumbers[i] ?? NO_ID;
    const hash = hashOf(id);
    for (let slot = this.#first(hash); this.#slots[slot] !== EMPTY; slot = this.#after(slot)) {
      const number = (this.#slots[slot] ?? EMPTY) - 1;
      if (this.#slots[slot + 1] === hash && this.ids[number] === id) return this.#remember(number, id);
    }
    return NO_ID;
  }

  /** The id that has these ASCII bytes, if it came: the same string each time, which is found again at a glance. */
  idAt(bytes: Uint8Array, start: number, end: number): EntityId | null {
    let hash = 0;
    for (let at = start; at < end; at++) hash = hashed(hash, bytes[at] ?? 0);
    hash >>>= 0;
    for (let slot = this.#first(hash); this.#slots[slot] !== EMPTY; slot = this.#after(slot)) {
      if (this.#slots[slot + 1] !== hash) continue;
      const number = (this.#slots[slot] ?? EMPTY) - 1;
      const id = this.ids[number];
      if (id === undefined || !isAt(bytes, start, end, id)) continue;
      this.#remember(number, id);
      return id;
    }
    return null;
  }

  #first(hash: number): number {
    return ((hash ^ (hash >>> 15)) * 2) & (this.#slots.length - 1);
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

  #grow(): void {
    const slots = this.#slots;
    this.#slots = new Uint32Array(slots.length * 2);
    for (let slot = 0; slot < slots.length; slot += 2) {
      const number = slots[slot] ?? EMPTY;
      if (number !== EMPTY) this.#put(slots[slot + 1] ?? 0, number);
    }
  }

  #remember(number: number, id: string): number {
    this.#last[this.#next] = id;
    this.#lastNumbers[this.#next] = number;
    this.#next = (this.#next + 1) % REMEMBERED;
    return number;
  }

  /** The numbers in the order of their ids, and the place of each number there. */
  ranked(): Ranked {
    const { ids } = this;
    if (this.#ranked?.order.length === ids.length) return this.#ranked;
    const order = Uint32Array.from(ids.map((id, number) => ({ id, number })).sort(byId), ({ number }) => number);
    const rank = new Uint32Array(order.length);
    for (const [place, number] of order.entries()) rank[number] = place;
    this.#ranked = { order, rank };
    return this.#ranked;
  }

  done(sections: SectionsDraft): void {
    sections.addJson('ids', this.ids);
  }
}

const EMPTY = 0;

function hashOf(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = hashed(hash, text.charCodeAt(i));
  return hash >>> 0;
}

function hashed(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

function isAt(bytes: Uint8Array, start: number, end: number, text: string): boolean {
  if (text.length !== end - start) return false;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== bytes[start + i]) return false;
  return true;
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The same to read: as text, because whoever walks the graph asks for them all the time. */
export class IdPool {
  readonly ids: readonly EntityId[];
  readonly #numbers: ReadonlyMap<string, number>;

  constructor(sections: Sections) {
    this.ids = JSON.parse(sections.text('ids'));
    this.#numbers = new Map(this.ids.map((id, number) => [id, number]));
  }

  /** Throws RangeError for a number that no id has: then the rows are not of these ids. */
  id(number: number): EntityId {
    const id = this.ids[number];
    if (id === undefined) throw new RangeError(`Expected an id in 0..${this.ids.length - 1} but got: ${number}.`);
    return id;
  }

  /** {@link NO_ID} for one that nothing is about. */
  number(id: string): number {
    return this.#numbers.get(id) ?? NO_ID;
  }
}
