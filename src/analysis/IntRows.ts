/** Rows of so many integers each, one after the other, so that looking at a row touches one stretch of memory. */
export class IntRows {
  cells: Int32Array<ArrayBuffer>;
  count = 0;

  constructor(
    private readonly width: number,
    capacity = 64,
  ) {
    this.cells = new Int32Array(width * capacity);
  }

  /** The place of a new row's first cell; all of its cells are 0. */
  add(): number {
    const place = this.count++ * this.width;
    if (place === this.cells.length) {
      const longer = new Int32Array(this.cells.length * 2);
      longer.set(this.cells);
      this.cells = longer;
    }
    return place;
  }

  /** Forgets all rows, and keeps the memory. */
  clear(): void {
    this.cells.fill(0, 0, this.count * this.width);
    this.count = 0;
  }

  /** A copy without the room for more. */
  trimmed(): Int32Array<ArrayBuffer> {
    return this.cells.slice(0, this.count * this.width);
  }
}
