import type { DatasetIndex } from '../../model/DatasetIndex.js';
import type { EntityRecord } from '../../model/entity.js';
import { compileFilter, type Test } from '../../model/evaluateFilter.js';
import { fieldOf, orderableFieldOf } from '../../model/fields.js';
import type { Filter, FilterOp, FilterValue } from '../../model/filter.js';
import { compareIds, ENTITY_KINDS, type EntityId, type EntityKind } from '../../model/ids.js';
import { orderKey } from '../../model/orderKey.js';
import { type Keys, placed, RowLists } from '../../model/RowLists.js';
import { ShardedMap } from '../../model/ShardedMap.js';
import { finish } from '../../model/steps.js';
import { fold } from '../../model/text.js';
import type { ChangedRows } from '../changedRows.js';
import type { ListRequest, OrderBy, Page } from '../GraphStore.js';
import { Made } from '../inSlices.js';
import { SortedItems } from './SortedItems.js';
import { TextColumn } from './TextColumn.js';
import { takePage } from './takePage.js';

type ByKind = ReadonlyMap<EntityKind, ShardedMap<string, EntityRecord>>;
type ByValue = RowLists<string, EntityRecord>;

/** An order of the entities of a kind, with what it is of. */
interface Order extends OrderBy {
  readonly kind: EntityKind;
  readonly items: Made<SortedItems<EntityRecord>>;
}

/** The values of a field, with what it is of. */
interface Values {
  readonly kind: EntityKind;
  readonly field: string;
  readonly byValue: ByValue;
}

/** The folded texts of a field, with what they are of. */
interface Texts {
  readonly kind: EntityKind;
  readonly column: TextColumn<EntityRecord>;
}

/** Entities by id, by kind, by the values of their id and enum fields, and in every order, each made when first needed. */
export class EntityIndex {
  private readonly byKind: ByKind;
  private readonly orders = new Map<string, Order>();
  private readonly values = new Map<string, Values>();
  private readonly texts = new Map<string, Texts>();
  private names: TextColumn<EntityRecord> | null = null;
  private readonly foldedNames: Map<string, string>;

  constructor(
    private readonly index: DatasetIndex,
    before: EntityIndex | null = null,
    changed: ChangedRows<EntityRecord> | null = null,
  ) {
    // Names are folded alike in every revision.
    this.foldedNames = before?.foldedNames ?? new Map();
    if (before === null || changed === null) {
      this.byKind = kindsOf(index);
      return;
    }
    this.byKind = nextKinds(before.byKind, changed);
    const of = (kind: EntityKind, rows: readonly EntityRecord[]) => rows.filter((record) => record.kind === kind);
    // No part of the earlier orders but their items: who kept them would keep all revisions.
    for (const [name, { kind, field, direction, items }] of before.orders) {
      const next = items.atHand?.next(of(kind, changed.gone), of(kind, changed.come));
      if (!next) continue;
      const made = Made.of(next, () => this.sort(kind, { field, direction }));
      this.orders.set(name, { kind, field, direction, items: made });
    }
    const changedKinds = new Set([...changed.gone, ...changed.come].map(({ kind }) => kind));
    for (const [name, texts] of before.texts) if (!changedKinds.has(texts.kind)) this.texts.set(name, texts);
    if (changedKinds.size === 0) this.names = before.names;
    for (const [name, { kind, field, byValue }] of before.values) {
      const place = (rows: readonly EntityRecord[]) => placed(of(kind, rows), (row) => valuesIn(row, field));
      this.values.set(name, { kind, field, byValue: byValue.next(place(changed.gone), place(changed.come)) });
    }
  }

  /** The id itself, or that of the entity that it was merged into. */
  canonical(id: EntityId): EntityId {
    return this.index.canonical(id);
  }

  get(id: EntityId): EntityRecord | null {
    const canonical = this.index.canonical(id);
    return this.index.isMerged(canonical) ? null : (this.index.entities.get(canonical) ?? null);
  }

  *all(): Generator<EntityRecord> {
    for (const records of this.byKind.values()) yield* records.values();
  }

  foldedName(id: EntityId): string {
    const name = this.get(id)?.name ?? '';
    let folded = this.foldedNames.get(name);
    if (folded === undefined) {
      folded = fold(name);
      this.foldedNames.set(name, folded);
    }
    return folded;
  }

  /** The entities whose folded name contains a folded text; null where more than `most` do. */
  named(text: string, most: number): readonly EntityRecord[] | null {
    this.names ??= new TextColumn(this.all(), ({ name }) => fold(name));
    return this.names.containing(text, most);
  }

  counts(): ReadonlyMap<EntityKind, number> {
    return new Map([...this.byKind].map(([kind, records]) => [kind, records.size]));
  }

  /**
   * Walks the order, or where an equality or a text leaves few records puts these in order: the two cost the same where
   * few² = all · size, if values are spread evenly.
   */
  async list({ kind, filter, orderBy, page }: ListRequest): Promise<Page<EntityRecord>> {
    const test = testOf(kind, filter);
    const order = await this.inOrder(kind, orderBy);
    const most = Math.sqrt(order.length * ((page.first ?? page.last ?? 0) + 1));
    const few = filter && this.narrow(kind, filter, most);
    return takePage(order.where(test, few !== null && few.length <= most ? few : null), page);
  }

  count(kind: EntityKind, filter: Filter | null): number {
    const test = testOf(kind, filter);
    const records = this.ofKind(kind);
    if (filter === null) return records.size;
    let count = 0;
    const some = this.narrow(kind, filter, Number.POSITIVE_INFINITY) ?? records.values();
    for (const record of some) if (test(record)) count++;
    return count;
  }

  private ofKind(kind: EntityKind): ShardedMap<string, EntityRecord> {
    return this.byKind.get(kind) ?? ShardedMap.from([]);
  }

  private inOrder(kind: EntityKind, orderBy: OrderBy): Promise<SortedItems<EntityRecord>> {
    // Also refuses a field that cannot be ordered by, before anything is sorted.
    orderableFieldOf(kind, orderBy.field);
    const name = `${kind} ${orderBy.field} ${orderBy.direction}`;
    let order = this.orders.get(name);
    if (!order) {
      order = { kind, ...orderBy, items: new Made(() => this.sort(kind, orderBy)) };
      this.orders.set(name, order);
    }
    return order.items.get();
  }

  private sort(kind: EntityKind, { field, direction }: OrderBy) {
    return SortedItems.build([...this.ofKind(kind).values()], (record) => orderKey(kind, field, record, direction));
  }

  /**
   * The records among which all that meet the filter are, found by an equality or a text that it demands; null without one,
   * or where a text is found in more than `most`.
   */
  private narrow(kind: EntityKind, filter: Filter, most: number): readonly EntityRecord[] | null {
    if ('and' in filter) {
      let fewest: readonly EntityRecord[] | null = null;
      for (const part of filter.and) {
        const found = this.narrow(kind, part, most);
        if (found && (!fewest || found.length < fewest.length)) fewest = found;
      }
      return fewest;
    }
    if (!('field' in filter)) return null;
    const { name, type } = fieldOf(kind, filter.field);
    if (type === 'text') return this.withText(kind, name, filter.op, filter.value, most);
    if (!EQUALITIES.has(filter.op) || !INDEXED_TYPES.has(type)) return null;
    const byValue = this.valuesOf(kind, name);
    const wanted = new Set(Array.isArray(filter.value) ? filter.value : [filter.value]);
    return [...new Set([...wanted].flatMap((value) => byValue.get(String(value))))];
  }

  private withText(kind: EntityKind, field: string, op: FilterOp, value: FilterValue, most: number) {
    const text = fold(String(value));
    if (op === 'contains') return this.textsOf(kind, field).containing(text, most);
    // The beginning of a text is all of it where the two are equal.
    return op === 'startsWith' || op === 'eq' ? this.textsOf(kind, field).startingWith(text, most) : null;
  }

  private textsOf(kind: EntityKind, field: string): TextColumn<EntityRecord> {
    const name = `${kind} ${field}`;
    const known = this.texts.get(name);
    if (known) return known.column;
    const { read } = fieldOf(kind, field);
    const column = new TextColumn(this.ofKind(kind).values(), (record) => {
      const value = read(record);
      return typeof value === 'string' ? fold(value) : null;
    });
    this.texts.set(name, { kind, column });
    return column;
  }

  private valuesOf(kind: EntityKind, field: string): ByValue {
    const name = `${kind} ${field}`;
    const known = this.values.get(name);
    if (known) return known.byValue;
    const records = this.ofKind(kind);
    const byValue = finish(RowLists.build(records.values(), (row) => valuesIn(row, field), compareRecords));
    this.values.set(name, { kind, field, byValue });
    return byValue;
  }
}

const EQUALITIES: ReadonlySet<string> = new Set(['eq', 'in', 'has']);
const INDEXED_TYPES: ReadonlySet<string> = new Set(['id', 'ids', 'enum', 'enums']);

function testOf(kind: EntityKind, filter: Filter | null): Test {
  return filter === null ? () => true : compileFilter(kind, filter);
}

function valuesIn(record: EntityRecord, field: string): Keys<string> {
  const value = fieldOf(record.kind, field).read(record);
  if (Array.isArray(value)) return new Set(value.filter((one) => typeof one === 'string'));
  return typeof value === 'string' ? value : null;
}

function compareRecords(a: EntityRecord, b: EntityRecord): number {
  return compareIds(a.id, b.id);
}

function kindsOf(index: DatasetIndex): ByKind {
  const byKind = new Map(
    ENTITY_KINDS.map((kind) => [kind, ShardedMap.draft<string, EntityRecord>(index.entities.size)]),
  );
  for (const record of index.entities.values()) {
    if (!index.isMerged(record.id)) byKind.get(record.kind)?.set(record.id, record);
  }
  return new Map([...byKind].map(([kind, draft]) => [kind, draft.done()]));
}

function nextKinds(before: ByKind, { gone, come }: ChangedRows<EntityRecord>): ByKind {
  const changes = new Map(ENTITY_KINDS.map((kind) => [kind, new Map<string, EntityRecord | null>()]));
  for (const record of gone) changes.get(record.kind)?.set(record.id, null);
  for (const record of come) changes.get(record.kind)?.set(record.id, record);
  return new Map([...before].map(([kind, records]) => [kind, records.with(changes.get(kind) ?? new Map())]));
}
