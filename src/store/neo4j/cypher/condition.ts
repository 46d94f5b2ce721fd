import { compileFilter } from '../../../model/evaluateFilter.js';
import { type Field, type FieldType, fieldOf, fieldsOf } from '../../../model/fields.js';
import type { Filter, FilterOp, FilterValue } from '../../../model/filter.js';
import { ENTITY_KINDS, type EntityKind } from '../../../model/ids.js';
import { fold } from '../../../model/text.js';
import { firstDay } from '../../../model/time.js';
import { FACETED, facetId, filterProperty, positiveZero } from '../nodeProperties.js';

/** What a node's folded text contains or begins with. */
export interface TextMatch {
  /** A property of {@link TEXT_PROPERTIES}. */
  readonly property: string;
  readonly word: 'CONTAINS' | 'STARTS WITH';
  /** Folded, never empty. */
  readonly text: string;
}

/** A condition on node `n`, its parameters, and what narrows it to few nodes. */
export interface Condition {
  readonly cypher: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Lists of facets: every node that meets the condition has one of each list. */
  readonly facets: readonly (readonly string[])[];
  /** The ids among which all nodes that meet the condition are; null where it does not say. */
  readonly ids: readonly string[] | null;
  /** What the text of every node that meets the condition contains; null where it does not say. */
  readonly text: TextMatch | null;
}

/** The properties of folded text by which entities of any kind are filtered. */
export const TEXT_PROPERTIES: readonly string[] = [
  ...new Set(
    ENTITY_KINDS.flatMap((kind) =>
      [...fieldsOf(kind).values()].flatMap((field) => (field.type === 'text' ? [filterProperty(field)] : [])),
    ),
  ),
];

/**
 * The Cypher of a filter: its text depends on the filter's shape alone, its values are parameters. Throws BAD_USER_INPUT
 * as `compileFilter` does.
 */
export function conditionOf(kind: EntityKind, filter: Filter | null): Condition {
  if (filter === null) return { cypher: 'true', parameters: {}, facets: [], ids: null, text: null };
  compileFilter(kind, filter);
  const values = new Map<string, unknown>();
  const cypher = write(kind, filter, values);
  return { cypher, parameters: Object.fromEntries(values), ...narrow(kind, filter) };
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
/** The beginning of a text is all of it where the two are equal. */
const TEXT_WORDS: ReadonlyMap<string, TextMatch['word']> = new Map([
  ['contains', 'CONTAINS'],
  ['startsWith', 'STARTS WITH'],
  ['eq', 'STARTS WITH'],
]);

type Narrowing = Pick<Condition, 'facets' | 'ids' | 'text'>;

function narrow(kind: EntityKind, filter: Filter): Narrowing {
  const nothing: Narrowing = { facets: [], ids: null, text: null };
  if ('and' in filter) {
    const parts = filter.and.map((part) => narrow(kind, part));
    return {
      facets: parts.flatMap((part) => part.facets),
      ids: parts.find((part) => part.ids)?.ids ?? null,
      text: parts.reduce<TextMatch | null>((longest, { text }) => {
        return text && text.text.length > (longest?.text.length ?? 0) ? text : longest;
      }, null),
    };
  }
  if (!('field' in filter)) return nothing;
  const field = fieldOf(kind, filter.field);
  const word = field.type === 'text' ? TEXT_WORDS.get(filter.op) : undefined;
  if (word) {
    const text = fold(String(filter.value));
    return text === '' ? nothing : { ...nothing, text: { property: filterProperty(field), word, text } };
  }
  if (!EQUALITIES.has(filter.op)) return nothing;
  const { name, type } = field;
  const wanted = [...new Set(listOf(filter.value).map(String))];
  if (name === 'id') return { ...nothing, ids: wanted.filter((id) => id.startsWith(`${kind}:`)) };
  return FACETED.has(type) ? { ...nothing, facets: [wanted.map((value) => facetId(kind, name, value))] } : nothing;
}
