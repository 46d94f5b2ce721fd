import { changeSorted, placeIn } from '../../model/changeSorted.js';
import { compareIds } from '../../model/ids.js';
import { type Steps, sorting } from '../../model/steps.js';
import type { Sequence } from './takePage.js';

interface Keyed<T> {
  readonly key: string;
  readonly item: T;
}

/** Items sorted once by their keys, of which no two are equal. Never changed. */
export class SortedItems<T> {
  private constructor(
    private readonly rows: readonly Keyed<T>[],
    private readonly keyOf: (item: T) => string,
  ) {}

  static *build<T>(items: readonly T[], keyOf: (item: T) => string): Steps<SortedItems<T>> {
    const keyed: Keyed<T>[] = [];
    for (const item of items) {
      keyed.push({ key: keyOf(item), item });
      if (keyed.length % KEYS_A_STEP === 0) yield;
    }
    return new SortedItems(yield* sorting(keyed, compareKeyed), keyOf);
  }

  get length(): number {
    return this.rows.length;
  }

  /** Those of `some`, or all of them, that pass the test. `some` may be in any order but are all among the items. */
  where(test: (item: T) => boolean, some: readonly T[] | null = null): Sequence<T> {
    const rows = some === null ? this.rows : some.map((item) => this.keyed(item)).sort(compareKeyed);
    return {
      length: rows.length,
      key: (index) => rowAt(rows, index).key,
      item: (index) => rowAt(rows, index).item,
      test,
    };
  }

  /** The items without some and with others. Costs a copy. */
  next(gone: readonly T[], come: readonly T[]): SortedItems<T> {
    if (gone.length === 0 && come.length === 0) return this;
    const there = gone.flatMap((item) => {
      const row = this.rows[placeIn(this.rows, this.keyed(item), compareKeyed)];
      return row?.item === item ? [row] : [];
    });
    const added = come.map((item) => this.keyed(item));
    return new SortedItems(changeSorted(this.rows, there, added, compareKeyed), this.keyOf);
  }

  private keyed(item: T): Keyed<T> {
    return { key: this.keyOf(item), item };
  }
}

/** Making a key of a text costs more than most work on a row. */
const KEYS_A_STEP = 1_024;

function compareKeyed(a: { readonly key: string }, b: { readonly key: string }): number {
  return compareIds(a.key, b.key);
}

function rowAt<T>(rows: readonly Keyed<T>[], index: number): Keyed<T> {
  const row = rows[index];
  if (row === undefined) throw new RangeError(`Expected a place in 0..${rows.length - 1} but got: ${index}.`);
  return row;
}
