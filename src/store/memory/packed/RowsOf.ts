import type { Sections, SectionsDraft } from './Sections.js';

/** Which rows belong to which numbers, to be filled in two rounds of the same pairs: first counted, then placed. */
export function rowsOf(count: number, pairs: (visit: (number: number, row: number) => void) => void) {
  const starts = new Uint32Array(new SharedArrayBuffer((count + 1) * 4));
  pairs((number) => {
    starts[number + 1] = (starts[number + 1] ?? 0) + 1;
  });
  for (let i = 1; i <= count; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  const rows = new Uint32Array(new SharedArrayBuffer((starts[count] ?? 0) * 4));
  const next = starts.slice();
  pairs((number, row) => {
    const place = next[number] ?? 0;
    rows[place] = row;
    next[number] = place + 1;
  });
  return { starts, rows };
}

export function addRowsOf(
  name: string,
  sections: SectionsDraft,
  { starts, rows }: { readonly starts: Uint32Array; readonly rows: Uint32Array },
): void {
  sections.add(`${name}.starts`, starts);
  sections.add(`${name}.rows`, rows);
}

/** Rows by number, in the order in which they were placed. */
export class RowsOf {
  private readonly starts: Uint32Array;
  private readonly rows: Uint32Array;

  constructor(name: string, sections: Sections) {
    this.starts = sections.uint32(`${name}.starts`);
    this.rows = sections.uint32(`${name}.rows`);
  }

  /** Empty for a number that nothing is about. */
  of(number: number): Uint32Array {
    if (number + 1 >= this.starts.length) return NONE;
    return this.between(number, number + 1);
  }

  /** Those of all numbers from `first` to before `end`, one after the other. */
  between(first: number, end: number): Uint32Array {
    return this.rows.subarray(this.starts[first] ?? 0, this.starts[end] ?? 0);
  }
}

const NONE = new Uint32Array(0);
