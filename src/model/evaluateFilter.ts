import type { EntityRecord } from './entity.js';
import { badInput } from './errors.js';
import { type DayPeriod, type Field, type FieldType, type FieldValue, fieldOf } from './fields.js';
import type { Filter, FilterOp, FilterValue } from './filter.js';
import type { EntityKind } from './ids.js';
import { fold } from './text.js';
import { firstDay, parseDay } from './time.js';

export type Test = (record: EntityRecord) => boolean;

/** Whether a record meets a filter; see {@link compileFilter}, which is faster for many records. */
export function evaluateFilter(filter: Filter, record: EntityRecord): boolean {
  return compileFilter(record.kind, filter)(record);
}

/**
 * Makes one test of a filter. A condition on an unknown value is false, whatever it asks, but `isKnown: false`; `not` is
 * the plain complement and so includes what is unknown. An empty `and` is true, an empty `or` false.
 * Throws BAD_USER_INPUT for a field that the kind does not have, an operator that the field's type does not have, or a
 * value of another type.
 */
export function compileFilter(kind: EntityKind, filter: Filter): Test {
  if ('and' in filter) {
    const tests = filter.and.map((part) => compileFilter(kind, part));
    return (record) => tests.every((test) => test(record));
  }
  if ('or' in filter) {
    const tests = filter.or.map((part) => compileFilter(kind, part));
    return (record) => tests.some((test) => test(record));
  }
  if ('not' in filter) {
    const test = compileFilter(kind, filter.not);
    return (record) => !test(record);
  }
  return compileCondition(fieldOf(kind, filter.field), filter.op, filter.value);
}

/** The operators of each type of field. Of a list, `has` asks for one item and `in` for any of several. */
export const OPERATORS: Readonly<Record<FieldType, readonly FilterOp[]>> = {
  id: ['eq', 'in', 'isKnown'],
  ids: ['has', 'in', 'isKnown'],
  enum: ['eq', 'in', 'isKnown'],
  enums: ['has', 'in', 'isKnown'],
  text: ['eq', 'in', 'contains', 'startsWith', 'isKnown'],
  number: ['eq', 'in', 'gt', 'gte', 'lt', 'lte', 'isKnown'],
  boolean: ['eq', 'isKnown'],
  date: ['eq', 'in', 'gt', 'gte', 'lt', 'lte', 'isKnown'],
  period: ['eq', 'isKnown'],
};

type Scalar = string | number | boolean;

function compileCondition(field: Field, op: FilterOp, value: FilterValue): Test {
  const { name, type, read } = field;
  if (!OPERATORS[type].includes(op)) throw badInput(`${name} with one of ${OPERATORS[type].join(', ')}`, op);
  if (op === 'isKnown') {
    if (typeof value !== 'boolean') throw badInput(`true or false for ${name}.isKnown`, value);
    return (record) => isKnown(read(record)) === value;
  }
  if (type === 'period') {
    const day = parseDay(String(value));
    return (record) => covers(read(record), day);
  }
  if (op === 'in') {
    const wanted = new Set((Array.isArray(value) ? value : [value]).map((one: Scalar) => comparable(field, one)));
    return (record) => {
      const value = read(record);
      if (isList(value)) return value.some((item) => wanted.has(item));
      const got = ofRecord(type, value);
      return got !== null && wanted.has(got);
    };
  }
  if (typeof value === 'object') throw badInput(`one value for ${name}.${op}`, `a list of ${value.length}`);
  const wanted = comparable(field, value);
  if (op === 'has') {
    return (record) => {
      const list = read(record);
      return isList(list) && list.some((item) => item === wanted);
    };
  }
  const compare = COMPARE[op];
  return (record) => {
    const got = ofRecord(type, read(record));
    return got !== null && compare(got, wanted);
  };
}

const COMPARE: Readonly<Record<Exclude<FilterOp, 'in' | 'has' | 'isKnown'>, (got: Scalar, wanted: Scalar) => boolean>> =
  {
    eq: (got, wanted) => got === wanted,
    gt: (got, wanted) => got > wanted,
    gte: (got, wanted) => got >= wanted,
    lt: (got, wanted) => got < wanted,
    lte: (got, wanted) => got <= wanted,
    contains: (got, wanted) => String(got).includes(String(wanted)),
    startsWith: (got, wanted) => String(got).startsWith(String(wanted)),
  };

const SCALAR_TYPE: Readonly<Record<FieldType, 'string' | 'number' | 'boolean'>> = {
  id: 'string',
  ids: 'string',
  enum: 'string',
  enums: 'string',
  text: 'string',
  number: 'number',
  boolean: 'boolean',
  date: 'string',
  period: 'string',
};

/** A wanted value in the form in which the field's values are compared. */
function comparable({ name, type }: Field, wanted: Scalar): Scalar {
  if (typeof wanted !== SCALAR_TYPE[type]) throw badInput(`a ${SCALAR_TYPE[type]} for ${name}`, wanted);
  return comparableForm(type, wanted);
}

function ofRecord(type: FieldType, value: FieldValue): Scalar | null {
  return value === null || typeof value === 'object' ? null : comparableForm(type, value);
}

function comparableForm(type: FieldType, value: Scalar): Scalar {
  if (typeof value !== 'string') return value;
  if (type === 'text') return fold(value);
  return type === 'date' ? firstDay(value) : value;
}

function isKnown(value: FieldValue): boolean {
  return value !== null && !(isList(value) && value.length === 0);
}

function isList(value: FieldValue): value is readonly string[] {
  return Array.isArray(value);
}

function covers(value: FieldValue, day: string): boolean {
  return isPeriod(value) && value.from <= day && (value.to === null || day <= value.to);
}

function isPeriod(value: FieldValue): value is DayPeriod {
  return typeof value === 'object' && value !== null && 'from' in value;
}
