import type { EntityRecord } from '../../../model/entity.js';
import { compileFilter, type Test } from '../../../model/evaluateFilter.js';
import { fieldOf, orderableFieldOf } from '../../../model/fields.js';
import type { Filter, FilterOp, FilterValue } from '../../../model/filter.js';
import { compareIds, ENTITY_KINDS, type EntityId, type EntityKind } from '../../../model/ids.js';
import { orderKey } from '../../../model/orderKey.js';
import { type Steps, sorting } from '../../../model/steps.js';
import { fold } from '../../../model/text.js';
import type { ListRequest, OrderBy, Page } from '../../GraphStore.js';
import { inSlices, Made } from '../../inSlices.js';
import { TextColumn } from '../TextColumn.js';
import { countSteps, pageSteps, type Sequence } from '../takePage.js';
import type { PackedEntities } from './PackedEntities.js';
import type { NamedEntities } from './PackedStatements.js';

type ByValue = ReadonlyMap<string, readonly number[]>;

/** Entities of a name whose statements are put together rather than all statements walked. */
const FEW_NAMED = 1_000;
const RECORDS_A_STEP = 512;

/** Lists of the entities of a kind. Orders, values and texts are made when first needed, in slices, as numbers of rows. */
export class EntityLists {
  private readonly orders = new Map<string, Made<Uint32Array>>();
  private readonly values = new Map<string, Made<ByValue>>();
  private readonly texts = new Map<string, Made<TextColumn<number>>>();

  constructor(private readonly entities: PackedEntities) {}

  /**
   * Walks the order, or where an equality or a text leaves few records puts these in order: the two cost the same where
   * few² = all · size, if values are spread evenly.
   */
  async list({ kind, filter, orderBy, page }: ListRequest): Promise<Page<EntityRecord>> {
    const test = testOf(kind, filter);
    // Also refuses a field that cannot be ordered by, before anything is sorted.
    orderableFieldOf(kind, orderBy.field);
    const name = `${kind} ${orderBy.field} ${orderBy.direction}`;
    const order = await made(this.orders, name, () => this.sort(kind, orderBy)).get();
    const most = Math.sqrt(order.length * ((page.first ?? page.last ?? 0) + 1));
    const few = filter && (await this.narrow(kind, filter, most));
    const keyOf = (record: EntityRecord) => orderKey(kind, orderBy.field, record, orderBy.direction);
    const rows = few !== null && few.length <= most ? this.keyed(few, keyOf) : order;
    const item = (place: number) => this.entities.record(rows[place] ?? 0);
    const sequence: Sequence<EntityRecord> = {
      length: rows.length,
      key: (place) => keyOf(item(place)),
      item,
      test,
    };
    return inSlices(pageSteps(sequence, page));
  }

  async count(kind: EntityKind, filter: Filter | null): Promise<number> {
    const test = testOf(kind, filter);
    const { start, end } = this.entities.ofKind(kind);
    if (filter === null) return end - start;
    const some = await this.narrow(kind, filter, Number.POSITIVE_INFINITY);
    const item = (place: number) => this.entities.record(some === null ? start + place : (some[place] ?? 0));
    return inSlices(countSteps({ length: some?.length ?? end - start, key: () => '', item, test }));
  }

  /** The entities whose folded name contains a folded text. */
  async named(text: string): Promise<NamedEntities> {
    const ids = new Set<EntityId>();
    for (const kind of ENTITY_KINDS) {
      const column = await this.textsOf(kind, 'name');
      for (const row of column.containing(text, Number.POSITIVE_INFINITY) ?? []) ids.add(this.entities.idOf(row));
    }
    return { few: ids.size <= FEW_NAMED ? [...ids] : null, has: (id) => ids.has(id) };
  }

  private *sort(kind: EntityKind, { field, direction }: OrderBy): Steps<Uint32Array> {
    const keyed: { key: string; row: number }[] = [];
    yield* this.each(kind, (record, row) => keyed.push({ key: orderKey(kind, field, record, direction), row }));
    return Uint32Array.from(yield* sorting(keyed, (a, b) => compareIds(a.key, b.key)), ({ row }) => row);
  }

  private keyed(rows: readonly number[], keyOf: (record: EntityRecord) => string): readonly number[] {
    const keyed = rows.map((row) => ({ key: keyOf(this.entities.record(row)), row }));
    return keyed.sort((a, b) => compareIds(a.key, b.key)).map(({ row }) => row);
  }

  private *each(kind: EntityKind, visit: (record: EntityRecord, row: number) => void): Steps<void> {
    const { start, end } = this.entities.ofKind(kind);
    for (let row = start; row < end; row++) {
      visit(this.entities.record(row), row);
      if (row % RECORDS_A_STEP === 0) yield;
    }
  }

  /**
   * The rows among which all that meet the filter are, found by an equality or a text that it demands; null without one,
   * or where a text is found in more than `most`.
   */
  private async narrow(kind: EntityKind, filter: Filter, most: number): Promise<readonly number[] | null> {
    if ('and' in filter) {
      let fewest: readonly number[] | null = null;
      for (const part of filter.and) {
        const found: readonly number[] | null = await this.narrow(kind, part, most);
        if (found && (!fewest || found.length < fewest.length)) fewest = found;
      }
      return fewest;
    }
    if (!('field' in filter)) return null;
    const { name, type } = fieldOf(kind, filter.field);
    if (type === 'text') return this.withText(kind, name, filter.op, filter.value, most);
    if (!EQUALITIES.has(filter.op) || !INDEXED_TYPES.has(type)) return null;
    const byValue = await made(this.values, `${kind} ${name}`, () => this.valuesOf(kind, name)).get();
    const wanted = new Set(Array.isArray(filter.value) ? filter.value : [filter.value]);
    return [...new Set([...wanted].flatMap((value) => byValue.get(String(value)) ?? []))];
  }

  private async withText(kind: EntityKind, field: string, op: FilterOp, value: FilterValue, most: number) {
    const text = fold(String(value));
    if (op === 'contains') return (await this.textsOf(kind, field)).containing(text, most);
    // The beginning of a text is all of it where the two are equal.
    if (op === 'startsWith' || op === 'eq') return (await this.textsOf(kind, field)).startingWith(text, most);
    return null;
  }

  private textsOf(kind: EntityKind, field: string): Promise<TextColumn<number>> {
    return made(this.texts, `${kind} ${field}`, () => this.columnOf(kind, field)).get();
  }

  private *columnOf(kind: EntityKind, field: string): Steps<TextColumn<number>> {
    const { read } = fieldOf(kind, field);
    const texts = new Map<number, string>();
    yield* this.each(kind, (record, row) => {
      const value = read(record);
      if (typeof value === 'string') texts.set(row, fold(value));
    });
    return new TextColumn(texts.keys(), (row) => texts.get(row) ?? null);
  }

  private *valuesOf(kind: EntityKind, field: string): Steps<ByValue> {
    const { read } = fieldOf(kind, field);
    const byValue = new Map<string, number[]>();
    yield* this.each(kind, (record, row) => {
      const value = read(record);
      for (const one of new Set(Array.isArray(value) ? value : [value])) {
        if (typeof one !== 'string') continue;
        const list = byValue.get(one);
        if (list) list.push(row);
        else byValue.set(one, [row]);
      }
    });
    return byValue;
  }
}

const EQUALITIES: ReadonlySet<string> = new Set(['eq', 'in', 'has']);
const INDEXED_TYPES: ReadonlySet<string> = new Set(['id', 'ids', 'enum', 'enums']);

function testOf(kind: EntityKind, filter: Filter | null): Test {
  return filter === null ? () => true : compileFilter(kind, filter);
}

function made<T>(all: Map<string, Made<T>>, name: string, steps: () => Steps<T>): Made<T> {
  const known = all.get(name);
  if (known) return known;
  const one = new Made(steps);
  all.set(name, one);
  return one;
}
