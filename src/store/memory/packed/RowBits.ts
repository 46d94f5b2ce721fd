/** A set of rows, a bit for each that there may be: made once and filled anew, so that a search allocates nothing. */
export class RowBits {
  private readonly words: Uint32Array;

  constructor(rowCount: number) {
    this.words = new Uint32Array(Math.ceil(rowCount / 32));
  }

  clear(): void {
    this.words.fill(0);
  }

  /** Whether it is new. */
  add(row: number): boolean {
    const word = this.words[row >>> 5] ?? 0;
    const more = word | (1 << (row & 31));
    this.words[row >>> 5] = more;
    return word !== more >>> 0;
  }

  addAll(rows: Uint32Array): void {
    const { words } = this;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] ?? 0;
      words[row >>> 5] = (words[row >>> 5] ?? 0) | (1 << (row & 31));
    }
  }

  /** Keeps what is in both, of two sets of equally many rows; whether that is anything. */
  keep(others: RowBits): boolean {
    const { words } = this;
    let some = 0;
    for (let i = 0; i < words.length; i++) {
      const word = (words[i] ?? 0) & (others.words[i] ?? 0);
      words[i] = word;
      some |= word;
    }
    return some !== 0;
  }

  /** Visits those from `start` to before `end`, ascending, until a visit says false; whether none did. */
  each(start: number, end: number, visit: (row: number) => boolean): boolean {
    for (let place = start >>> 5; place << 5 < end; place++) {
      let word = this.words[place] ?? 0;
      while (word !== 0) {
        const row = (place << 5) + 31 - Math.clz32(word & -word);
        word &= word - 1;
        if (row < start) continue;
        if (row >= end) return true;
        if (!visit(row)) return false;
      }
    }
    return true;
  }
}
