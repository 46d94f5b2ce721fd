import type { KindRange } from './PackedEntities.js';
import { RowBits } from './RowBits.js';

/** Rows that one search proposes, each once, of the kinds that were asked for. For one search after the other. */
export class Candidates {
  private readonly found: RowBits;
  private readonly common: RowBits;
  private readonly ofWord: RowBits;
  private wanted: readonly KindRange[] = [];
  private count = 0;

  constructor(rowCount: number) {
    this.found = new RowBits(rowCount);
    this.common = new RowBits(rowCount);
    this.ofWord = new RowBits(rowCount);
  }

  /** Begins anew; `wanted` ascending. */
  reset(wanted: readonly KindRange[]): void {
    this.found.clear();
    this.wanted = wanted;
    this.count = 0;
  }

  /** Until there are `most` in all; whether there is room for more. */
  add(rows: Uint32Array, most: number): boolean {
    for (const row of rows) {
      if (this.count >= most) return false;
      if (this.wanted.some(({ start, end }) => row >= start && row < end) && this.found.add(row)) this.count++;
    }
    return true;
  }

  /** The first of those that are in a list of each word, until there are `most` in all. Linear in the lists. */
  addCommon(words: readonly (readonly Uint32Array[])[], most: number): void {
    if (this.count >= most) return;
    for (const [i, lists] of words.entries()) {
      const rows = i === 0 ? this.common : this.ofWord;
      rows.clear();
      for (const list of lists) rows.addAll(list);
      if (i > 0 && !this.common.keep(rows)) return;
    }
    for (const { start, end } of this.wanted) {
      const hasRoom = this.common.each(start, end, (row) => {
        if (this.found.add(row)) this.count++;
        return this.count < most;
      });
      if (!hasRoom) return;
    }
  }

  /** Visits all, ascending. */
  each(visit: (row: number) => void): void {
    for (const { start, end } of this.wanted) {
      this.found.each(start, end, (row) => {
        visit(row);
        return true;
      });
    }
  }
}
