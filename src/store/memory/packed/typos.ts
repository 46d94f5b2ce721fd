/** A text as UTF-16 units within others. */
export interface Units {
  readonly units: Uint16Array;
  readonly start: number;
  readonly end: number;
}

/** Which letters there are, by their last five bits: a typo changes at most two of the bits. */
export function letterMask(units: Uint16Array, start: number, end: number): number {
  let mask = 0;
  for (let i = start; i < end; i++) mask |= 1 << ((units[i] ?? 0) & 31);
  return mask >>> 0;
}

export function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

const MOST_UNITS = 256;
let twoBack = new Uint8Array(MOST_UNITS);
let previous = new Uint8Array(MOST_UNITS);
let current = new Uint8Array(MOST_UNITS);

/**
 * Whether two texts are at most `max` typos apart, as `typoDistance` of `model/text.ts` counts them; only cells near the
 * diagonal are filled, and nothing is allocated. Texts of more than 255 units are not told apart and pass. `max` is 1 or 2.
 */
export function isWithinTypos(a: Units, b: Units, max: number): boolean {
  const [rows, columns] = [a.end - a.start, b.end - b.start];
  if (Math.abs(rows - columns) > max) return false;
  if (rows >= MOST_UNITS || columns >= MOST_UNITS) return true;
  const far = max + 1;
  for (let j = 0; j <= columns; j++) previous[j] = Math.min(j, far);
  for (let i = 1; i <= rows; i++) {
    const low = Math.max(1, i - max);
    const high = Math.min(columns, i + max);
    current[low - 1] = low === 1 ? Math.min(i, far) : far;
    let least = current[low - 1] ?? far;
    const own = a.units[a.start + i - 1];
    const before = i > 1 ? a.units[a.start + i - 2] : -1;
    for (let j = low; j <= high; j++) {
      const other = b.units[b.start + j - 1];
      let cost = (previous[j - 1] ?? far) + (own === other ? 0 : 1);
      cost = Math.min(cost, (current[j - 1] ?? far) + 1);
      if (j < i + max) cost = Math.min(cost, (previous[j] ?? far) + 1);
      if (j > 1 && before === other && own === b.units[b.start + j - 2])
        cost = Math.min(cost, (twoBack[j - 2] ?? far) + 1);
      if (cost > far) cost = far;
      current[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > max) return false;
    [twoBack, previous, current] = [previous, current, twoBack];
  }
  return (previous[columns] ?? far) <= max;
}
