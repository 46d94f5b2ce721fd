import { type ListIdentity, makeCursor, openCursor } from '../model/cursor.js';
import { badInput } from '../model/errors.js';
import { firstPlace } from '../model/firstPlace.js';
import { compareIds } from '../model/ids.js';
import type { Page, PageRequest } from '../store/GraphStore.js';

const DEFAULT_FIRST = 20;
export const MAX_PAGE = 100;

/** Paging arguments as they come in; null is as good as absent. */
export interface PageArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

export interface ConnectionEdge<T> {
  readonly node: T;
  /** Made only when asked for. */
  cursor(): string;
}

/** What lies around a page: its first and last edge know their cursors. */
export class EndsOf {
  constructor(
    private readonly edges: readonly Pick<ConnectionEdge<unknown>, 'cursor'>[],
    readonly hasNextPage: boolean,
    readonly hasPreviousPage: boolean,
  ) {}

  startCursor(): string | null {
    return this.edges[0]?.cursor() ?? null;
  }

  endCursor(): string | null {
    return this.edges.at(-1)?.cursor() ?? null;
  }
}

/** A Relay connection; what costs something is a function, which graphql-js calls only where it is selected. */
export interface Connection<T, E extends ConnectionEdge<T> = ConnectionEdge<T>> {
  readonly edges: readonly E[];
  readonly pageInfo: EndsOf;
  readonly totalCount: () => number | Promise<number>;
}

/**
 * Checks paging arguments and opens their cursors. Throws BAD_USER_INPUT: sizes outside 1..100, `first` with `last`,
 * cursors of another list.
 */
export function pageRequest(args: PageArgs, list: ListIdentity): PageRequest {
  const { first, after, last, before } = args;
  if (isGiven(first) && isGiven(last)) throw badInput('first or last', 'both');
  return {
    ...(isGiven(last) ? { last: inRange('last', last, 1, MAX_PAGE) } : { first: sizeOf(first) }),
    ...(isGiven(after) ? { after: openCursor(list, after) } : {}),
    ...(isGiven(before) ? { before: openCursor(list, before) } : {}),
  };
}

/** How many of a list without pages; absent or null, as many as the field shows by default. Throws BAD_USER_INPUT. */
export function sizeOf(first: number | null | undefined, byDefault = DEFAULT_FIRST, max = MAX_PAGE): number {
  return inRange('first', first ?? byDefault, 1, max);
}

/** Throws BAD_USER_INPUT: `Expected first in 1..100 but got: 0.` */
export function inRange(name: string, value: number, min: number, max: number): number {
  if (value < min || value > max) throw badInput(`${name} in ${min}..${max}`, value);
  return value;
}

/** A list of ids or names of 1..max. Throws BAD_USER_INPUT. */
export function withinSize<T>(name: string, items: readonly T[], max = MAX_PAGE): readonly T[] {
  if (items.length < 1 || items.length > max) throw badInput(`1..${max} ${name}`, items.length);
  return items;
}

/** The connection of a page that a store gave, with what its edges carry besides the node. */
export function connect<T, N, X extends object = object>(
  list: ListIdentity,
  page: Page<T>,
  toEdge: (item: T) => { readonly node: N } & X,
  totalCount: () => number | Promise<number>,
): Connection<N, ConnectionEdge<N> & X> {
  const cursorAt = (index: number) => makeCursor(list, page.keys[index] ?? '');
  // Onto the object that `toEdge` has just made: answers have many edges, and a copy of each costs as much again.
  const edges = page.items.map((item, index) => Object.assign(toEdge(item), { cursor: () => cursorAt(index) }));
  return { edges, pageInfo: new EndsOf(edges, page.hasNextPage, page.hasPreviousPage), totalCount };
}

/** A list whose items may be made only when they are asked for. */
interface Items<T> {
  readonly length: number;
  at(place: number): T | undefined;
}

/** A page of a list that is in memory in the order of its keys, which are unique. O(log length) besides the page. */
export function pageOf<T>(items: Items<T>, keyOf: (item: T, place: number) => string, request: PageRequest): Page<T> {
  const { after, before } = request;
  const { length } = items;
  const keyed = (place: number): { readonly item: T; readonly key: string } => {
    const item = items.at(place);
    if (item === undefined) throw new RangeError(`Expected a place in 0..${length - 1} but got: ${place}.`);
    return { item, key: keyOf(item, place) };
  };
  const from = after === undefined ? 0 : firstPlace(0, length, (place) => compareIds(keyed(place).key, after) <= 0);
  const to = before === undefined ? length : firstPlace(0, length, (place) => compareIds(keyed(place).key, before) < 0);
  const start = request.last === undefined ? from : Math.max(from, to - request.last);
  const end = request.last === undefined ? Math.min(to, from + (request.first ?? DEFAULT_FIRST)) : to;
  const page = Array.from({ length: Math.max(0, end - start) }, (_, i) => keyed(start + i));
  return {
    items: page.map((k) => k.item),
    keys: page.map((k) => k.key),
    hasNextPage: end < length,
    hasPreviousPage: start > 0,
  };
}

/** Places in a list whose order is not that of its ids, as keys in that order. */
export function placeKey(index: number): string {
  return String(index).padStart(7, '0');
}

/** Whether an argument was given; null is as good as absent. */
export function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}
