import { type Compare, changeSorted } from './changeSorted.js';
import { ShardedMap } from './ShardedMap.js';
import { pausing, type Steps } from './steps.js';

/** Under which key a row stands. */
export interface Placed<K extends string, T> {
  readonly key: K;
  readonly row: T;
}

/** Under what a row stands: one key, none, or several, each once. */
export type Keys<K extends string> = K | null | ReadonlySet<K>;

/** The rows, each under each of its keys. */
export function placed<K extends string, T>(rows: readonly T[], keysOf: (row: T) => Keys<K>): readonly Placed<K, T>[] {
  return rows.flatMap((row) => {
    const keys = keysOf(row);
    if (keys === null) return [];
    return typeof keys === 'string' ? [{ key: keys, row }] : Array.from(keys, (key) => ({ key, row }));
  });
}

function addTo<K, T>(lists: Map<K, T[]>, key: K, row: T): void {
  const list = lists.get(key);
  if (list) list.push(row);
  else lists.set(key, [row]);
}

/** A list that is put in order when it is first read: the same rows for every revision that has it. */
interface List<T> {
  rows: readonly T[];
  isSorted: boolean;
}

/** Lists of rows by a key, in one order. Never changed, as {@link ShardedMap}. */
export class RowLists<K extends string, T> {
  private constructor(
    private readonly lists: ShardedMap<K, List<T>>,
    private readonly compare: Compare<T>,
  ) {}

  /** `areSorted`: the rows come in order. */
  static *build<K extends string, T>(
    rows: Iterable<T>,
    keysOf: (row: T) => Keys<K>,
    compare: Compare<T>,
    areSorted = false,
  ): Steps<RowLists<K, T>> {
    const draft = RowLists.draft<K, T>(keysOf, compare, areSorted);
    yield* pausing(rows, draft.add);
    return yield* draft.done();
  }

  /** Lists in the making, row by row. */
  static draft<K extends string, T>(keysOf: (row: T) => Keys<K>, compare: Compare<T>, areSorted = false) {
    const lists = new Map<K, T[]>();
    return {
      add: (row: T): void => {
        const keys = keysOf(row);
        if (typeof keys === 'string') addTo(lists, keys, row);
        else if (keys !== null) for (const key of keys) addTo(lists, key, row);
      },
      *done(): Steps<RowLists<K, T>> {
        const draft = ShardedMap.draft<K, List<T>>(lists.size);
        yield* pausing(lists, ([key, list]) =>
          draft.set(key, { rows: list, isSorted: areSorted || list.length === 1 }),
        );
        return new RowLists<K, T>(draft.done(), compare);
      },
    };
  }

  get(key: K): readonly T[] {
    const list = this.lists.get(key);
    return list === undefined ? [] : this.sorted(list);
  }

  keys(): Iterable<K> {
    return this.lists.keys();
  }

  /** The lists without and with rows. Costs a copy of each list that is touched. */
  next(gone: Iterable<Placed<K, T>>, come: Iterable<Placed<K, T>>): RowLists<K, T> {
    const touched = new Map<K, { readonly gone: T[]; readonly come: T[] }>();
    const at = (key: K) => {
      const there = touched.get(key) ?? { gone: [], come: [] };
      touched.set(key, there);
      return there;
    };
    for (const { key, row } of gone) at(key).gone.push(row);
    for (const { key, row } of come) at(key).come.push(row);
    const changes = new Map<K, List<T> | null>();
    for (const [key, change] of touched) {
      const rows = changeSorted(this.get(key), change.gone, change.come, this.compare);
      changes.set(key, rows.length === 0 ? null : { rows, isSorted: true });
    }
    return new RowLists(this.lists.with(changes), this.compare);
  }

  /** The lists after what stood under `from` stands under `into`, each row once. */
  moved(from: K, into: K): RowLists<K, T> {
    const moving = this.lists.get(from);
    if (moving === undefined || from === into) return this;
    const rows = [...new Set([...this.get(into), ...moving.rows])];
    const changes = new Map<K, List<T> | null>([
      [from, null],
      [into, { rows, isSorted: false }],
    ]);
    return new RowLists(this.lists.with(changes), this.compare);
  }

  private sorted(list: List<T>): readonly T[] {
    if (!list.isSorted) {
      list.rows = [...list.rows].sort(this.compare);
      list.isSorted = true;
    }
    return list.rows;
  }
}
