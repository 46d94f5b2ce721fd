import type { EntityId } from '../../../model/ids.js';
import { TextTable } from '../../../model/TextTable.js';
import type { Sections, SectionsDraft } from './Sections.js';

/** What stands for "no id". */
export const NO_ID = 0xffffffff;

interface Ranked {
  readonly order: Uint32Array;
  readonly rank: Uint32Array;
}

const REMEMBERED = 4;

/** Ids of entities, numbered as they come, each once. Found by their text or by its bytes. */
export class IdPoolDraft {
  readonly #table = new TextTable<EntityId>();
  readonly ids: readonly EntityId[] = this.#table.texts;
  /** The ids that were asked for last: one row asks for the same ones several times. */
  readonly #last: string[] = [];
  readonly #lastNumbers: number[] = [];
  #next = 0;
  #ranked: Ranked | null = null;

  get length(): number {
    return this.ids.length;
  }

  numberOf(id: EntityId): number {
    const known = this.find(id);
    return known === NO_ID ? this.#table.add(id) : known;
  }

  /** {@link NO_ID} for one that did not come yet. */
  find(id: string): number {
    for (let i = 0; i < this.#last.length; i++) if (this.#last[i] === id) return this.#lastNumbers[i] ?? NO_ID;
    const number = this.#table.find(id);
    if (number < 0) return NO_ID;
    this.#remember(number, id);
    return number;
  }

  /** The id that has these ASCII bytes and their hash, if it came: the same string each time, found again at a glance. */
  idAt(bytes: Uint8Array, start: number, end: number, hash: number): EntityId | null {
    const number = this.#table.findBytes(bytes, start, end, hash);
    const id = this.ids[number];
    if (id === undefined) return null;
    this.#remember(number, id);
    return id;
  }

  #remember(number: number, id: string): void {
    this.#last[this.#next] = id;
    this.#lastNumbers[this.#next] = number;
    this.#next = (this.#next + 1) % REMEMBERED;
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
