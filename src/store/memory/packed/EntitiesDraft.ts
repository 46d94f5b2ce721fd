import type { EntityRecord } from '../../../model/entity.js';
import { compareIds, type EntityId, type EntityKind } from '../../../model/ids.js';
import { namesOf } from '../NameIndex.js';
import { GrowingBytes } from './GrowingBytes.js';
import { GrowingColumn } from './GrowingColumn.js';
import { permuted } from './HashedIds.js';
import type { IdPoolDraft } from './IdPool.js';
import { NamesDraft } from './NamesDraft.js';
import type { SectionsDraft } from './Sections.js';

const encoder = new TextEncoder();

/** Entities as they come, and then by id, so that those of a kind are neighbours, with the index of their names. */
export class EntitiesDraft {
  private readonly bytes = new GrowingBytes('entities');
  private readonly starts = new GrowingColumn();
  private readonly ends = new GrowingColumn();
  private readonly ids: EntityId[] = [];
  /** Of each number in the pool whether it is that of an entity. */
  private readonly isThere: boolean[] = [];
  private readonly kinds: EntityKind[] = [];
  private readonly names: (readonly string[])[] = [];

  constructor(private readonly pool: IdPoolDraft) {}

  get length(): number {
    return this.ids.length;
  }

  /** Whether its id is new; else it is left out. */
  add(record: EntityRecord): boolean {
    const number = this.pool.numberOf(record.id);
    if (this.isThere[number] === true) return false;
    this.isThere[number] = true;
    this.ids.push(record.id);
    this.kinds.push(record.kind);
    this.names.push(namesOf(record));
    this.starts.push(this.bytes.length);
    this.bytes.add(encoder.encode(JSON.stringify(record)));
    this.ends.push(this.bytes.length);
    return true;
  }

  has(id: string): boolean {
    return this.isThere[this.pool.find(id)] === true;
  }

  done(sections: SectionsDraft): void {
    const { ids, kinds } = this;
    const order = Uint32Array.from(
      ids.map((id, row) => ({ id, row })).sort((a, b) => compareIds(a.id, b.id)),
      ({ row }) => row,
    );
    const rowOf = new Uint32Array(this.pool.length);
    const numbers = new Uint32Array(order.length);
    const names = new NamesDraft();
    const ranges = new Map<EntityKind, [start: number, end: number]>();
    for (const [row, given] of order.entries()) {
      const [id, kind] = [ids[given], kinds[given]];
      if (id === undefined || kind === undefined) continue;
      const number = this.pool.numberOf(id);
      rowOf[number] = row + 1;
      numbers[row] = number;
      names.add(row, this.names[given] ?? []);
      ranges.set(kind, [ranges.get(kind)?.[0] ?? row, row + 1]);
    }
    sections.add('entities.bytes', this.bytes.done());
    sections.add('entities.starts', permuted(this.starts.done(), order));
    sections.add('entities.ends', permuted(this.ends.done(), order));
    sections.add('entities.rowOf', rowOf);
    sections.add('entities.numbers', numbers);
    sections.addJson('entities.kinds', [...ranges]);
    names.done(sections);
  }
}
