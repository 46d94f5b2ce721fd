/** The first place in low..high that `isBefore` does not hold for, where it holds for all before it: binary search. */
export function firstPlace(low: number, high: number, isBefore: (place: number) => boolean): number {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (isBefore(middle)) from = middle + 1;
    else to = middle;
  }
  return from;
}
