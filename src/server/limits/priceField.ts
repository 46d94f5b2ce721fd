import { type FieldNode, type GraphQLField, type GraphQLOutputType, isListType, isNonNullType } from 'graphql';
import { argumentOf, combine, type Known } from './argumentValues.js';
import { DEFAULT_LIST, DEFAULT_PAGE, LIST_SIZES, MOST_ITEMS, PAGED, WEIGHTS } from './weights.js';

/** How often what is below a field is asked for. */
export type Times =
  /** Once. */
  | 'ONCE'
  /** Once for each item of the page that the field around it gives. */
  | 'PAGE'
  /** So often. */
  | Known<number>;

export interface FieldPrice {
  /** Of the field itself, each time. */
  readonly own: Known<number>;
  readonly times: Times;
  /** Items of the page's list below; null where the field gives no page. */
  readonly page: Known<number> | null;
}

/** Keeps sums and products among the numbers that are exact. */
export function saturate(cost: number): number {
  return Math.min(cost, Number.MAX_SAFE_INTEGER);
}

/** Arguments that name each item of the list that is given. */
const ASKED_FOR: ReadonlySet<string> = new Set(['ids', 'names', 'representations']);

/**
 * What a field costs, and how often what it gives is looked into, from its arguments and its type. `size`: of its list, where
 * that is known of the schema.
 */
export function priceField(field: GraphQLField<unknown, unknown>, node: FieldNode, size?: number): FieldPrice {
  const own = ownPrice(field, node);
  const isPage = field.args.some(({ name }) => name === 'first');
  if (!isList(field.type)) return { own, times: 'ONCE', page: isPage ? pageSize(field, node) : null };
  if (isPage) return { own, times: pageSize(field, node), page: null };
  const asked = field.args.find(({ name }) => ASKED_FOR.has(name))?.name;
  if (asked !== undefined) return { own, times: combine([argumentOf(field, node, asked)], lengthOf), page: null };
  if (PAGED.has(field.name)) return { own, times: 'PAGE', page: null };
  return { own, times: { value: size ?? LIST_SIZES.get(field.name) ?? DEFAULT_LIST }, page: null };
}

function ownPrice(field: GraphQLField<unknown, unknown>, node: FieldNode): Known<number> {
  const weight = WEIGHTS.get(field.name);
  if (weight === undefined) return { value: 1 };
  const extra = [...(weight.with ?? [])].filter(([name]) => field.args.some((arg) => arg.name === name));
  const given = extra.map(([name, more]) =>
    combine([argumentOf(field, node, name)], ([value]) => (isOrdinary(value) ? 0 : more)),
  );
  const times = weight.each === undefined ? { value: 1 } : combine([argumentOf(field, node, weight.each)], lengthOf);
  return combine([times, ...given], ([count, ...mores]) =>
    mores.reduce<number>((sum, more) => sum + Number(more), 1 + weight.always * Number(count)),
  );
}

/** As good as left out. */
function isOrdinary(value: unknown): boolean {
  return value === undefined || value === null || value === false || value === 'BEST';
}

function pageSize(field: GraphQLField<unknown, unknown>, node: FieldNode): Known<number> {
  const names = ['first', 'last'];
  const byDefault = field.args.find(({ name }) => name === 'first')?.defaultValue;
  return combine(
    names.map((name) => argumentOf(field, node, name)),
    (values) => {
      const sizes = values.filter((value) => typeof value === 'number');
      if (sizes.length > 0) return within(Math.max(...sizes));
      return typeof byDefault === 'number' ? byDefault : DEFAULT_PAGE;
    },
  );
}

function lengthOf([list]: readonly unknown[]): number {
  return Array.isArray(list) ? within(list.length) : 1;
}

function within(size: number): number {
  return Math.max(0, Math.min(size, MOST_ITEMS));
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}
