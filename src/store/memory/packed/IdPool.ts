import type { EntityId } from '../../../model/ids.js';
import type { Sections, SectionsDraft } from './Sections.js';

/** What stands for "no id". */
export const NO_ID = 0xffffffff;

/** Ids of entities, numbered as they come, each once. */
export class IdPoolDraft {
  readonly ids: EntityId[] = [];
  readonly #numbers = new Map<string, number>();

  get length(): number {
    return this.ids.length;
  }

  numberOf(id: EntityId): number {
    const known = this.find(id);
    if (known !== NO_ID) return known;
    const number = this.ids.length;
    this.#numbers.set(id, number);
    this.ids.push(id);
    return number;
  }

  /** {@link NO_ID} for one that did not come yet. */
  find(id: string): number {
    return this.#numbers.get(id) ?? NO_ID;
  }

  /** The numbers in the order of their ids, and the place of each number there. */
  ranked(): { readonly order: Uint32Array; readonly rank: Uint32Array } {
    const { ids } = this;
    const order = Uint32Array.from(ids.map((id, number) => ({ id, number })).sort(byId), ({ number }) => number);
    const rank = new Uint32Array(order.length);
    for (const [place, number] of order.entries()) rank[number] = place;
    return { order, rank };
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
