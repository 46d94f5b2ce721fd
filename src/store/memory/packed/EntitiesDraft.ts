import type { EntityRecord } from '../../../model/entity.js';
import type { EntityKind } from '../../../model/ids.js';
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
  /** The row of each number in the pool, from 1 on, or nothing where it is not that of an entity. */
  private readonly rowOf: number[] = [];
  private readonly kinds: EntityKind[] = [];
  private readonly names: (readonly string[])[] = [];

  constructor(private readonly pool: IdPoolDraft) {}

  get length(): number {
    return this.kinds.length;
  }

  /** Whether its id is new; else it is left out. */
  add(record: EntityRecord): boolean {
    const number = this.pool.numberOf(record.id);
    if (this.rowOf[number] !== undefined) return false;
    this.rowOf[number] = this.kinds.push(record.kind);
    this.names.push(namesOf(record));
    this.starts.push(this.bytes.length);
    this.bytes.add(encoder.encode(JSON.stringify(record)));
    this.ends.push(this.bytes.length);
    return true;
  }

  has(id: string): boolean {
    return this.rowOf[this.pool.find(id)] !== undefined;
  }

  /** `order`: the ids' numbers in the order of ids. */
  done(order: Uint32Array, sections: SectionsDraft): void {
    const numbers = order.filter((number) => this.rowOf[number] !== undefined);
    const given = numbers.map((number) => (this.rowOf[number] ?? 1) - 1);
    const rowOf = new Uint32Array(this.pool.length);
    const names = new NamesDraft();
    const ranges = new Map<EntityKind, [start: number, end: number]>();
    for (const [row, one] of given.entries()) {
      const kind = this.kinds[one];
      if (kind === undefined) continue;
      rowOf[numbers[row] ?? 0] = row + 1;
      names.add(row, this.names[one] ?? []);
      ranges.set(kind, [ranges.get(kind)?.[0] ?? row, row + 1]);
    }
    sections.add('entities.bytes', this.bytes.done());
    sections.add('entities.starts', permuted(this.starts.done(), given));
    sections.add('entities.ends', permuted(this.ends.done(), given));
    sections.add('entities.rowOf', rowOf);
    sections.add('entities.numbers', numbers);
    sections.addJson('entities.kinds', [...ranges]);
    names.done(sections);
  }
}
