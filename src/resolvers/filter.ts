import { badInput } from '../model/errors.js';
import { fieldsOf } from '../model/fields.js';
import type { Filter, FilterOp, FilterValue } from '../model/filter.js';
import { type EntityKind, toId } from '../model/ids.js';
import { withinSize } from './page.js';

/** A filter input of any kind: conditions by field, and `and`, `or`, `not`. */
export type FilterInput = Readonly<Record<string, unknown>>;

/** Fields that the schema calls otherwise than the model. */
const RENAMED: ReadonlyMap<string, string> = new Map([['operatedBy', 'operator']]);

const OPS: ReadonlyMap<string, FilterOp> = new Map([
  ['eq', 'eq'],
  ['in', 'in'],
  ['gt', 'gt'],
  ['gte', 'gte'],
  ['lt', 'lt'],
  ['lte', 'lte'],
  ['contains', 'contains'],
  ['startsWith', 'startsWith'],
  ['has', 'has'],
  ['isKnown', 'isKnown'],
]);

/** The port's filter for a filter input; null without conditions. Throws BAD_USER_INPUT for malformed ids and null values. */
export function toFilter(kind: EntityKind, input: FilterInput | null | undefined): Filter | null {
  const conditions = Object.entries(input ?? {}).flatMap(([name, value]) => conditionsOf(kind, name, value));
  return conditions.length === 0 ? null : allOf(conditions);
}

function conditionsOf(kind: EntityKind, name: string, value: unknown): readonly Filter[] {
  if (value === null || value === undefined) return [];
  if (name === 'and') return [allOf(nested(kind, name, value))];
  if (name === 'or') return [{ or: nested(kind, name, value) }];
  if (name === 'not') return [{ not: toFilter(kind, toInput(value)) ?? allOf([]) }];
  const field = RENAMED.get(name) ?? name;
  if (!isInput(value)) return [{ field, op: 'eq', value: toValue(kind, name, value) }];
  return Object.entries(value).map(([op, wanted]) => comparison(kind, field, op, wanted));
}

function comparison(kind: EntityKind, field: string, op: string, wanted: unknown): Filter {
  if (op === 'hasAny' || op === 'hasAll') {
    const each = toList(op, wanted).map((one) => comparison(kind, field, 'has', one));
    return op === 'hasAny' ? { or: each } : { and: each };
  }
  const known = OPS.get(op);
  if (!known) throw badInput(`a condition on ${field}`, op);
  if (wanted === null) throw badInput(`a value for ${field}.${op} (isKnown: false finds what is unknown)`, wanted);
  return { field, op: known, value: toValue(kind, field, wanted) };
}

function toValue(kind: EntityKind, field: string, value: unknown): FilterValue {
  if (Array.isArray(value)) return toList(field, value).map((one) => toText(kind, field, one));
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return toText(kind, field, value);
}

function toText(kind: EntityKind, field: string, value: unknown): string {
  const type = fieldsOf(kind).get(field)?.type;
  const text = String(value);
  return type === 'id' || type === 'ids' ? toId(text) : text;
}

function nested(kind: EntityKind, name: string, value: unknown): readonly Filter[] {
  return toList(name, value).map((part) => toFilter(kind, toInput(part)) ?? allOf([]));
}

function allOf(filters: readonly Filter[]): Filter {
  const [only] = filters;
  return only && filters.length === 1 ? only : { and: filters };
}

function toList(name: string, value: unknown): readonly unknown[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return withinSize(`values for ${name}`, list);
}

function toInput(value: unknown): FilterInput {
  return isInput(value) ? value : {};
}

function isInput(value: unknown): value is FilterInput {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
