import { type Compare, changeSorted } from './changeSorted.js';
import { firstPlace } from './firstPlace.js';

/** A long sorted list in chunks. Never changed: {@link next} copies the chunks in which something changes. */
export class SortedRows<T> implements Iterable<T> {
  readonly length: number;
  /** The place of the first row of each chunk. */
  private readonly starts: readonly number[];

  private constructor(private readonly chunks: readonly (readonly T[])[]) {
    let length = 0;
    this.starts = chunks.map((chunk) => {
      const start = length;
      length += chunk.length;
      return start;
    });
    this.length = length;
  }

  /** `rows` are in order. */
  static of<T>(rows: readonly T[]): SortedRows<T> {
    return new SortedRows(chunksOf(rows));
  }

  /** Undefined beyond the end. */
  at(place: number): T | undefined {
    const chunk = lastFrom(this.starts.length, (n) => (this.starts[n] ?? 0) <= place);
    return this.chunks[chunk]?.[place - (this.starts[chunk] ?? 0)];
  }

  *[Symbol.iterator](): Generator<T> {
    for (const chunk of this.chunks) yield* chunk;
  }

  /** The list without and with rows. Costs a copy of the chunks that they are in. */
  next(gone: readonly T[], come: readonly T[], compare: Compare<T>): SortedRows<T> {
    if (gone.length === 0 && come.length === 0) return this;
    const changes = new Map<number, { readonly gone: T[]; readonly come: T[] }>();
    const changeAt = (row: T) => {
      const place = lastFrom(this.chunks.length, (n) => isNotAfter(this.chunks[n]?.[0], row, compare));
      const there = changes.get(place) ?? { gone: [], come: [] };
      changes.set(place, there);
      return there;
    };
    for (const row of gone) changeAt(row).gone.push(row);
    for (const row of come) changeAt(row).come.push(row);
    if (this.chunks.length === 0) return SortedRows.of([...come].sort(compare));
    const chunks = this.chunks.flatMap((chunk, n) => {
      const change = changes.get(n);
      if (change === undefined) return [chunk];
      return chunksOf(changeSorted(chunk, change.gone, change.come, compare));
    });
    return new SortedRows(chunks);
  }
}

const ROWS_A_CHUNK = 1_024;

function chunksOf<T>(rows: readonly T[]): readonly (readonly T[])[] {
  if (rows.length <= 2 * ROWS_A_CHUNK) return rows.length === 0 ? [] : [rows];
  const chunks: (readonly T[])[] = [];
  for (let start = 0; start < rows.length; start += ROWS_A_CHUNK) chunks.push(rows.slice(start, start + ROWS_A_CHUNK));
  return chunks;
}

/** The last of the first numbers for which it holds; 0 where it holds for none. */
function lastFrom(count: number, holds: (n: number) => boolean): number {
  return Math.max(0, firstPlace(0, count, holds) - 1);
}

function isNotAfter<T>(first: T | undefined, row: T, compare: Compare<T>): boolean {
  return first !== undefined && compare(first, row) <= 0;
}
