import { compileFilter } from '../../../model/evaluateFilter.js';
import { type Field, type FieldType, fieldOf } from '../../../model/fields.js';
import type { Filter, FilterOp, FilterValue } from '../../../model/filter.js';
import type { EntityId, EntityKind } from '../../../model/ids.js';
import { fold } from '../../../model/text.js';
import { firstDay } from '../../../model/time.js';
import { FACETED, facetId, filterProperty, positiveZero } from '../nodeProperties.js';

/** A condition on node `n`, its parameters, and what narrows it to few nodes. */
export interface Condition {
  readonly cypher: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Lists of facets: every node that meets the condition has one of each list. */
  readonly facets: readonly (readonly string[])[];
  /** The ids among which all nodes that meet the condition are; null where it does not say. */
  readonly ids: readonly string[] | null;
}

/**
 * The Cypher of a filter: its text depends on the filter's shape alone, its values are parameters. Throws BAD_USER_INPUT
 * as `compileFilter` does.
 */
export function conditionOf(kind: EntityKind, filter: Filter | null): Condition {
  if (filter === null) return { cypher: 'true', parameters: {}, facets: [], ids: null };
  compileFilter(kind, filter);
  const values = new Map<string, unknown>();
  const cypher = write(kind, filter, values);
  const { facets, ids } = narrow(kind, filter);
  return { cypher, parameters: Object.fromEntries(values), facets, ids };
}

function write(kind: EntityKind, filter: Filter, values: Map<string, unknown>): string {
  if ('and' in filter) return join(filter.and, ' AND ', 'true');
  if ('or' in filter) return join(filter.or, ' OR ', 'false');
  if ('not' in filter) return `NOT ${write(kind, filter.not, values)}`;
  const field = fieldOf(kind, filter.field);
  const parameter = `p${values.size}`;
  values.set(parameter, parameterOf(field.type, filter.op, filter.value));
  return `coalesce(${compare(field, filter.op, `$${parameter}`)}, false)`;

  function join(parts: readonly Filter[], word: string, empty: string): string {
    return parts.length === 0 ? empty : `(${parts.map((part) => write(kind, part, values)).join(word)})`;
  }
}

/** Property names come from the closed list of fields, never from input. */
function compare(field: Field, op: FilterOp, parameter: string): string {
  const property = `n.${filterProperty(field)}`;
  if (field.type === 'period') {
    if (op === 'isKnown') return `(${property}From IS NOT NULL) = ${parameter}`;
    return `${property}From <= ${parameter} AND ${parameter} <= ${property}To`;
  }
  if (op === 'isKnown') return `(${property} IS NOT NULL) = ${parameter}`;
  if (field.type === 'ids' || field.type === 'enums') {
    return op === 'has' ? `${parameter} IN ${property}` : `any(item IN ${property} WHERE item IN ${parameter})`;
  }
  return `${property} ${OPERATORS[op]} ${parameter}`;
}

const OPERATORS: Readonly<Record<Exclude<FilterOp, 'isKnown'>, string>> = {
  has: '=',
  eq: '=',
  in: 'IN',
  gt: '>',
  gte: '>=',
  lt: '<',
  lte: '<=',
  contains: 'CONTAINS',
  startsWith: 'STARTS WITH',
};

function parameterOf(type: FieldType, op: FilterOp, value: FilterValue): unknown {
  if (op === 'isKnown') return value;
  if (op === 'in') return listOf(value).map((one) => comparable(type, one));
  return Array.isArray(value) ? value : comparable(type, value);
}

function comparable(type: FieldType, value: unknown): unknown {
  if (typeof value !== 'string') return positiveZero(value);
  if (type === 'text') return fold(value);
  return type === 'date' ? firstDay(value) : value;
}

function listOf(value: FilterValue): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

const EQUALITIES: ReadonlySet<string> = new Set(['eq', 'in', 'has']);

function narrow(kind: EntityKind, filter: Filter): Pick<Condition, 'facets' | 'ids'> {
  if ('and' in filter) {
    const parts = filter.and.map((part) => narrow(kind, part));
    return { facets: parts.flatMap((part) => part.facets), ids: parts.find((part) => part.ids)?.ids ?? null };
  }
  const nothing = { facets: [], ids: null };
  if (!('field' in filter) || !EQUALITIES.has(filter.op)) return nothing;
  const { name, type } = fieldOf(kind, filter.field);
  const wanted = [...new Set(listOf(filter.value).map(String))];
  if (name === 'id') return { facets: [], ids: wanted.filter((id): id is EntityId => id.startsWith(`${kind}:`)) };
  return FACETED.has(type) ? { facets: [wanted.map((value) => facetId(kind, name, value))], ids: null } : nothing;
}
