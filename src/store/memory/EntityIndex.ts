import type { Dataset } from '../../model/dataset.js';
import type { EntityRecord } from '../../model/entity.js';
import { compileFilter, type Test } from '../../model/evaluateFilter.js';
import { fieldOf } from '../../model/fields.js';
import type { Filter, FilterOp, FilterValue } from '../../model/filter.js';
import { ENTITY_KINDS, type EntityId, type EntityKind } from '../../model/ids.js';
import { orderKey } from '../../model/orderKey.js';
import { fold } from '../../model/text.js';
import type { ListRequest, OrderBy, Page } from '../GraphStore.js';
import { addTo, SortedItems } from './SortedItems.js';
import { TextColumn } from './TextColumn.js';
import { takePage } from './takePage.js';

/** Entities by id, by kind, by the values of their id and enum fields, and in every order, each made when first needed. */
export class EntityIndex {
  private readonly byId = new Map<EntityId, EntityRecord>();
  private readonly byKind = new Map<EntityKind, EntityRecord[]>(ENTITY_KINDS.map((kind) => [kind, []]));
  private readonly redirects = new Map<EntityId, EntityId>();
  private readonly orders = new Map<string, SortedItems<EntityRecord>>();
  private readonly values = new Map<string, ReadonlyMap<string, readonly EntityRecord[]>>();
  private readonly texts = new Map<string, TextColumn<EntityRecord>>();
  private names: TextColumn<EntityRecord> | null = null;
  private readonly foldedNames = new Map<EntityId, string>();

  constructor(dataset: Pick<Dataset, 'entities' | 'redirects'>) {
    for (const [from, to] of dataset.redirects) this.redirects.set(from, to);
    for (const record of dataset.entities) {
      if (record.mergedInto !== null) this.redirects.set(record.id, record.mergedInto);
      if (this.redirects.has(record.id)) continue;
      this.byId.set(record.id, record);
      addTo(this.byKind, record.kind, record);
    }
  }

  /** The id itself, or that of the entity that it was merged into. */
  canonical(id: EntityId): EntityId {
    let current = id;
    // Bounded, so that redirects in a circle end.
    for (let hops = 0; hops <= this.redirects.size; hops++) {
      const next = this.redirects.get(current);
      if (next === undefined) return current;
      current = next;
    }
    return id;
  }

  get(id: EntityId): EntityRecord | null {
    return this.byId.get(this.canonical(id)) ?? null;
  }

  all(): Iterable<EntityRecord> {
    return this.byId.values();
  }

  foldedName(id: EntityId): string {
    let folded = this.foldedNames.get(id);
    if (folded === undefined) {
      folded = fold(this.get(id)?.name ?? '');
      this.foldedNames.set(id, folded);
    }
    return folded;
  }

  /** The entities whose folded name contains a folded text; null where more than `most` do. */
  named(text: string, most: number): readonly EntityRecord[] | null {
    this.names ??= new TextColumn(this.all(), ({ name }) => fold(name));
    return this.names.containing(text, most);
  }

  counts(): ReadonlyMap<EntityKind, number> {
    return new Map([...this.byKind].map(([kind, records]) => [kind, records.length]));
  }

  /**
   * Walks the order, or where an equality or a text leaves few records puts these in order: the two cost the same where
   * few² = all · size, if values are spread evenly.
   */
  list({ kind, filter, orderBy, page }: ListRequest): Page<EntityRecord> {
    const test = testOf(kind, filter);
    const order = this.inOrder(kind, orderBy);
    const most = Math.sqrt(order.items.length * ((page.first ?? page.last ?? 0) + 1));
    const few = filter && this.narrow(kind, filter, most);
    if (!few || few.length > most) return takePage(order.where(test), page);
    const places = few.flatMap((record) => order.placeOf(record) ?? []).sort((a, b) => a - b);
    return takePage(order.where(test, places), page);
  }

  count(kind: EntityKind, filter: Filter | null): number {
    const test = testOf(kind, filter);
    const records = (filter && this.narrow(kind, filter, Number.POSITIVE_INFINITY)) ?? this.byKind.get(kind) ?? [];
    if (filter === null) return records.length;
    return records.reduce((count, record) => count + (test(record) ? 1 : 0), 0);
  }

  private inOrder(kind: EntityKind, orderBy: OrderBy): SortedItems<EntityRecord> {
    const name = `${kind} ${orderBy.field} ${orderBy.direction}`;
    let order = this.orders.get(name);
    if (!order) {
      order = new SortedItems(this.byKind.get(kind) ?? [], (record) => {
        return orderKey(kind, orderBy.field, record, orderBy.direction);
      });
      this.orders.set(name, order);
    }
    return order;
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
    return [...new Set([...wanted].flatMap((value) => byValue.get(String(value)) ?? []))];
  }

  private withText(kind: EntityKind, field: string, op: FilterOp, value: FilterValue, most: number) {
    const text = fold(String(value));
    if (op === 'contains') return this.textsOf(kind, field).containing(text, most);
    // The beginning of a text is all of it where the two are equal.
    return op === 'startsWith' || op === 'eq' ? this.textsOf(kind, field).startingWith(text, most) : null;
  }

  private textsOf(kind: EntityKind, field: string): TextColumn<EntityRecord> {
    const name = `${kind} ${field}`;
    let texts = this.texts.get(name);
    if (!texts) {
      const { read } = fieldOf(kind, field);
      texts = new TextColumn(this.byKind.get(kind) ?? [], (record) => {
        const value = read(record);
        return typeof value === 'string' ? fold(value) : null;
      });
      this.texts.set(name, texts);
    }
    return texts;
  }

  private valuesOf(kind: EntityKind, field: string): ReadonlyMap<string, readonly EntityRecord[]> {
    const name = `${kind} ${field}`;
    const known = this.values.get(name);
    if (known) return known;
    const { read } = fieldOf(kind, field);
    const byValue = new Map<string, EntityRecord[]>();
    for (const record of this.byKind.get(kind) ?? []) {
      const value = read(record);
      const values = Array.isArray(value) ? new Set(value) : [value];
      for (const one of values) if (typeof one === 'string') addTo(byValue, one, record);
    }
    this.values.set(name, byValue);
    return byValue;
  }
}

const EQUALITIES: ReadonlySet<string> = new Set(['eq', 'in', 'has']);
const INDEXED_TYPES: ReadonlySet<string> = new Set(['id', 'ids', 'enum', 'enums']);

function testOf(kind: EntityKind, filter: Filter | null): Test {
  return filter === null ? () => true : compileFilter(kind, filter);
}
