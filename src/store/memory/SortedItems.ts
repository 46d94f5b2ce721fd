import { compareIds } from '../../model/ids.js';
import type { Sequence } from './takePage.js';

/** Items sorted once by their keys; a list of places in it, ascending, is a sequence too. */
export class SortedItems<T> {
  readonly items: readonly T[];
  private readonly keys: readonly string[];
  private places: ReadonlyMap<T, number> | null = null;

  constructor(items: Iterable<T>, keyOf: (item: T) => string) {
    const keyed = [...items].map((item) => ({ item, key: keyOf(item) }));
    keyed.sort((a, b) => compareIds(a.key, b.key));
    this.items = keyed.map(({ item }) => item);
    this.keys = keyed.map(({ key }) => key);
  }

  /** Those at `places`, or all of them, that pass the test. */
  where(test: (item: T) => boolean, places: readonly number[] | null = null): Sequence<T> {
    const place = (index: number) => (places === null ? index : (places[index] ?? -1));
    return {
      length: places === null ? this.items.length : places.length,
      key: (index) => this.keys[place(index)] ?? '',
      item: (index) => this.at(place(index)),
      test,
    };
  }

  /** Where an item is; made for all of them when first asked. */
  placeOf(item: T): number | undefined {
    this.places ??= new Map(this.items.map((one, place) => [one, place]));
    return this.places.get(item);
  }

  at(place: number): T {
    const item = this.items[place];
    if (item === undefined) throw new RangeError(`Expected a place in 0..${this.items.length - 1} but got: ${place}.`);
    return item;
  }
}

/** Ascending places that are in any of the lists, each once. */
export function mergePlaces(lists: readonly (readonly number[])[]): readonly number[] {
  const [only] = lists;
  if (only && lists.length === 1) return only;
  return [...new Set(lists.flat())].sort((a, b) => a - b);
}

/** Adds to a list in a map of lists. */
export function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
