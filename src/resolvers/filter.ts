import { badInput, GraphError } from '../model/errors.js';
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

/** Far above what anybody asks; a test of one entity must cost little. */
const MAX_CONDITIONS = 200;
const MAX_DEPTH = 10;

/**
 * The port's filter for a filter input; null without conditions. Throws BAD_USER_INPUT for malformed ids and null values,
 * for more than 200 conditions (each `and`, `or`, `not` and each value of `hasAny` and `hasAll` is one) and for `and`,
 * `or` and `not` more than 10 deep within one another.
 */
export function toFilter(kind: EntityKind, input: FilterInput | null | undefined): Filter | null {
  return new FilterReader(kind).read(input ?? {}, 0);
}

class FilterReader {
  #conditions = 0;

  constructor(readonly kind: EntityKind) {}

  /** `depth`: within how many of `and`, `or` and `not` the input stands. */
  read(input: FilterInput, depth: number): Filter | null {
    if (depth > MAX_DEPTH) throw tooMuch(`and, or, not at most ${MAX_DEPTH} deep within one another`);
    const conditions = Object.entries(input).flatMap(([name, value]) => this.#conditionsOf(name, value, depth));
    return conditions.length === 0 ? null : allOf(conditions);
  }

  #conditionsOf(name: string, value: unknown, depth: number): readonly Filter[] {
    if (value === null || value === undefined) return [];
    if (name === 'and') return [allOf(this.#nested(name, value, depth))];
    if (name === 'or') return [{ or: this.#nested(name, value, depth) }];
    if (name === 'not') return [{ not: this.#nestedOne(value, depth) }];
    const field = RENAMED.get(name) ?? name;
    if (!isInput(value)) return [this.#counted({ field, op: 'eq', value: toValue(this.kind, name, value) })];
    return Object.entries(value).map(([op, wanted]) => this.#comparison(field, op, wanted));
  }

  #comparison(field: string, op: string, wanted: unknown): Filter {
    if (op === 'hasAny' || op === 'hasAll') {
      const each = toList(op, wanted).map((one) => this.#comparison(field, 'has', one));
      return op === 'hasAny' ? { or: each } : { and: each };
    }
    const known = OPS.get(op);
    if (!known) throw badInput(`a condition on ${field}`, op);
    if (wanted === null) throw badInput(`a value for ${field}.${op} (isKnown: false finds what is unknown)`, wanted);
    return this.#counted({ field, op: known, value: toValue(this.kind, field, wanted) });
  }

  #nested(name: string, value: unknown, depth: number): readonly Filter[] {
    return toList(name, value).map((part) => this.#nestedOne(part, depth));
  }

  #nestedOne(value: unknown, depth: number): Filter {
    return this.#counted(this.read(toInput(value), depth + 1) ?? allOf([]));
  }

  #counted(filter: Filter): Filter {
    if (++this.#conditions > MAX_CONDITIONS) throw tooMuch(`a filter of at most ${MAX_CONDITIONS} conditions`);
    return filter;
  }
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

function tooMuch(expected: string): GraphError {
  return new GraphError('BAD_USER_INPUT', `Expected ${expected} but got more.`);
}
