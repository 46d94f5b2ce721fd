/**
 * Folded text, for every comparison that ignores case and compatibility forms: NFKC, then case folding by way of upper
 * case (so that `ß` equals `ss` and the final sigma equals the other). Idempotent; both stores keep and compare only this.
 * Half of a surrogate pair becomes U+FFFD, as on its way to a database, and so never matches half of a character.
 */
export function fold(text: string): string {
  // Most text, and it has only its case to lose: a list that is filtered by name folds every name there is.
  if (ASCII.test(text)) return text.toLowerCase();
  const folded = foldOnce(text.toWellFormed());
  const again = foldOnce(folded);
  return again === folded ? folded : foldOnce(again);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant, what is printed and what is not.
const ASCII = /^[\x00-\x7f]*$/;

function foldOnce(text: string): string {
  return text.normalize('NFKC').toUpperCase().toLowerCase().replaceAll('ς', 'σ').normalize('NFKC');
}

/** The words of a text, folded and without accents: runs of letters and digits. */
export function wordsOf(text: string): string[] {
  // Of most names: nothing to take apart. A search reads two thousand of them.
  if (ASCII.test(text)) return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const plain = fold(text)
    .normalize('NFD')
    .replaceAll(/\p{Mn}+/gu, '')
    .normalize('NFKC');
  return plain.match(/[\p{L}\p{N}\p{Mc}]+/gu) ?? [];
}

/** How many typos a word of this many letters may hold and still be taken for another. */
export function typosAllowed(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/**
 * Optimal string alignment distance (insertions, deletions, substitutions and swaps of neighbours), or `max + 1` where it
 * is more than `max`. O(a · b) for short words, cut off early.
 */
export function typoDistance(a: string, b: string, max: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > max) return max + 1;
  let twoBack: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const differs = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      let cost = Math.min(at(previous, j) + 1, at(current, j - 1) + 1, at(previous, j - 1) + differs);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, at(twoBack, j - 2) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > max) return max + 1;
    twoBack = previous;
    previous = current;
  }
  return Math.min(at(previous, b.length), max + 1);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
