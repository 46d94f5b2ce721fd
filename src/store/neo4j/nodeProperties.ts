import type { EntityRecord } from '../../model/entity.js';
import type { DayPeriod, Field, FieldValue } from '../../model/fields.js';
import { fieldsOf, orderableFields } from '../../model/fields.js';
import type { EntityKind } from '../../model/ids.js';
import { type Direction, orderKey } from '../../model/orderKey.js';
import { partsOf } from '../../model/scoreName.js';
import { fold } from '../../model/text.js';
import { firstDay } from '../../model/time.js';
import { recordHash, recordText } from './recordText.js';

/** What Neo4j keeps of a value. Numbers cross as floats; what is unknown is absent. */
export type Property = string | number | boolean | readonly string[];
export type Properties = Readonly<Record<string, Property>>;
/** The same before what is unknown is left out. */
export type RawProperties = Readonly<Record<string, Property | null>>;

export const DIRECTIONS: readonly Direction[] = ['ASC', 'DESC'];

/** The label of a kind, from a closed list: labels can't be parameters. */
export const LABELS: Readonly<Record<EntityKind, string>> = {
  company: 'Company',
  cloud: 'Cloud',
  chip: 'Chip',
  datacenter: 'Datacenter',
  deal: 'Deal',
  initiative: 'Initiative',
  country: 'Country',
  policy: 'Policy',
  topic: 'Topic',
  source: 'Source',
};

/** `orderNameAsc`: where the key of an order is kept. */
export function orderProperty(field: string, direction: Direction): string {
  return `order${field.charAt(0).toUpperCase()}${field.slice(1)}${direction === 'ASC' ? 'Asc' : 'Desc'}`;
}

/** Where the comparable form of a field is kept; text is compared folded. */
export function filterProperty({ name, type }: Field): string {
  return type === 'text' ? `${name}Folded` : name;
}

/**
 * The node of an entity: its plain fields in the form in which they are compared, a key for each order, what it is called,
 * and the whole record as JSON, which is what reads give.
 */
export function entityProperties(record: EntityRecord, rev: number): RawProperties {
  const text = recordText(record);
  const properties: Record<string, Property | null> = {
    id: record.id,
    kind: record.kind,
    name: record.name,
    names: [record.name, ...record.aliases],
    searchTerms: searchTerms([record.name, ...record.aliases]),
    externalIds: record.externalIds.map(({ scheme, value }) => `${scheme}=${value}`),
    confidence: record.confidence,
    sources: record.sources,
    record: text,
    rev,
    hash: recordHash(text),
  };
  for (const field of fieldsOf(record.kind).values()) {
    for (const [name, value] of fieldProperties(field, field.read(record))) properties[name] = value;
  }
  for (const field of orderableFields(record.kind)) {
    for (const direction of DIRECTIONS) {
      properties[orderProperty(field, direction)] = orderKey(record.kind, field, record, direction);
    }
  }
  return properties;
}

function fieldProperties(field: Field, value: FieldValue): readonly (readonly [string, Property | null])[] {
  const name = filterProperty(field);
  if (field.type === 'period') {
    const { from, to } = isPeriod(value) ? value : { from: null, to: null };
    return [
      [`${name}From`, from],
      [`${name}To`, from === null ? null : (to ?? NO_END)],
    ];
  }
  if (value === null || isPeriod(value)) return [[name, null]];
  if (typeof value === 'object') return [[name, value.length > 0 ? value : null]];
  if (typeof value !== 'string') return [[name, positiveZero(value)]];
  if (field.type === 'text') return [[name, fold(value)]];
  return [[name, field.type === 'date' ? firstDay(value) : value]];
}

/** Neo4j takes -0 for less than 0. */
export function positiveZero<T>(value: T): T | 0 {
  return Object.is(value, -0) ? 0 : value;
}

/** A period that is open ends on a day after every other. */
export const NO_END = '9999-12-31';

function isPeriod(value: FieldValue): value is DayPeriod {
  return typeof value === 'object' && value !== null && 'from' in value;
}

/** The words of all names and each name as one word, with and without its legal form, for the full-text index. */
function searchTerms(names: readonly string[]): string {
  const terms = names.map(partsOf).flatMap(({ words, compact, bare }) => [...words, compact, bare]);
  return [...new Set(terms)].filter((term) => term !== '').join(' ');
}

/** The values by which an entity is found without walking its kind: those of fields that are compared exactly. */
export function facetsOf(record: EntityRecord): readonly string[] {
  const facets: string[] = [];
  for (const { name, type, read } of fieldsOf(record.kind).values()) {
    if (!FACETED.has(type) || name === 'id') continue;
    const value = read(record);
    const values = Array.isArray(value) ? new Set(value) : [value];
    for (const one of values) if (typeof one === 'string') facets.push(facetId(record.kind, name, one));
  }
  return facets;
}

/** The types of field whose values are facets. */
export const FACETED: ReadonlySet<string> = new Set(['id', 'ids', 'enum', 'enums']);

/** `company|country|country:US` */
export function facetId(kind: EntityKind, field: string, value: string): string {
  return `${kind}|${field}|${value}`;
}
