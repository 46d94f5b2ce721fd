/** ` Did you mean "company:openai"?` for the name nearest to `text`; nothing where none is near. O(names × length²). */
export function closest(text: string, names: Iterable<string>): string {
  const name = nearest(text, names);
  return name === null ? '' : ` (did you mean "${name}"?)`;
}

/** The name within a third of its length in edits, nearest first, then in the order given; null where none is. */
export function nearest(text: string, names: Iterable<string>, limit = Math.ceil(text.length / 3)): string | null {
  let best: string | null = null;
  let bestDistance = limit + 1;
  for (const name of names) {
    if (Math.abs(name.length - text.length) >= bestDistance) continue;
    const distance = editDistance(text, name);
    if (distance < bestDistance) {
      best = name;
      bestDistance = distance;
    }
  }
  return best;
}

/** Levenshtein distance: the fewest characters to insert, delete or replace. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
