import type { EntityRecord } from '../../../model/entity.js';
import { ENTITY_KINDS, type EntityId, type EntityKind } from '../../../model/ids.js';
import { type IdPool, NO_ID } from './IdPool.js';
import { JsonRows } from './JsonRows.js';
import type { Merges } from './Merges.js';
import type { Sections } from './Sections.js';

/** So many records are kept as objects, about 20 MiB: the same are asked for again and again. */
const REMEMBERED = 10_000;

/** Rows of one kind, which are neighbours: from `start` to before `end`. */
export interface KindRange {
  readonly start: number;
  readonly end: number;
}

/** Entities by their rows, which are in the order of their ids; records are made of what is read. */
export class PackedEntities {
  private readonly rows: JsonRows;
  private readonly rowOf: Uint32Array;
  private readonly numbers: Uint32Array;
  private readonly ranges: ReadonlyMap<EntityKind, KindRange>;
  /** Two generations: when the young one is full it becomes the old one, and what was not asked for since goes. */
  private young = new Map<number, EntityRecord>();
  private old: ReadonlyMap<number, EntityRecord> = new Map();

  constructor(
    sections: Sections,
    private readonly ids: IdPool,
    private readonly merges: Merges,
  ) {
    this.rows = new JsonRows('entities', sections);
    this.rowOf = sections.uint32('entities.rowOf');
    this.numbers = sections.uint32('entities.numbers');
    const ranges: readonly [EntityKind, [number, number]][] = JSON.parse(sections.text('entities.kinds'));
    this.ranges = new Map(ranges.map(([kind, [start, end]]) => [kind, { start, end }]));
  }

  get length(): number {
    return this.rows.length;
  }

  get(id: EntityId): EntityRecord | null {
    const canonical = this.merges.canonical(id);
    if (this.merges.isMerged(canonical)) return null;
    const number = this.ids.number(canonical);
    const row = number === NO_ID ? 0 : (this.rowOf[number] ?? 0);
    return row === 0 ? null : this.remembered(row - 1);
  }

  /** Made anew each time: for walks through many. */
  record(row: number): EntityRecord {
    return JSON.parse(this.rows.text(row));
  }

  idOf(row: number): EntityId {
    return this.ids.id(this.numbers[row] ?? NO_ID);
  }

  ofKind(kind: EntityKind): KindRange {
    return this.ranges.get(kind) ?? NONE;
  }

  kindOf(row: number): EntityKind {
    for (const [kind, { start, end }] of this.ranges) if (row >= start && row < end) return kind;
    throw new RangeError(`Expected an entity in 0..${this.length - 1} but got: ${row}.`);
  }

  counts(): ReadonlyMap<EntityKind, number> {
    return new Map(
      ENTITY_KINDS.map((kind) => {
        const { start, end } = this.ofKind(kind);
        return [kind, end - start];
      }),
    );
  }

  private remembered(row: number): EntityRecord {
    const young = this.young.get(row);
    if (young !== undefined) return young;
    const record = this.old.get(row) ?? this.record(row);
    this.young.set(row, record);
    if (this.young.size >= REMEMBERED / 2) {
      this.old = this.young;
      this.young = new Map();
    }
    return record;
  }
}

const NONE: KindRange = { start: 0, end: 0 };
