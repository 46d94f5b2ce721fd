import { typoDistance, typosAllowed, wordsOf } from './text.js';

/** A query or a name, taken apart once and compared many times. */
export interface NameParts {
  readonly words: readonly string[];
  /** The words written as one, so that `open ai` meets `OpenAI`. */
  readonly compact: string;
  /** The same without legal forms such as `Inc` or `GmbH`. */
  readonly bare: string;
}

/** Takes a name or a query apart for {@link scoreParts}. */
export function partsOf(text: string): NameParts {
  const words = wordsOf(text);
  const compact = words.join('');
  // Most names have none, and a search takes two thousand of them apart.
  if (!words.some(isLegalForm)) return { words, compact, bare: compact };
  return { words, compact, bare: words.filter((word) => !isLegalForm(word)).join('') };
}

/**
 * How well a name answers a query, 0..100, the same on every store: 100 the whole name, 97 but for its legal form, 96 but
 * for spaces, 86..94 its first words, 80..85 the beginning of it, 80 or 75 with one or two typos ({@link typosAllowed}), up to
 * 79 where every word of the query is, begins, or is within its typos of a word of the name, else 0. What part of the name
 * was asked for counts in words, so that long words make nobody more or less of a match. Linear in the words of both.
 */
export function scoreName(query: string, name: string): number {
  return scoreParts(partsOf(query), partsOf(name));
}

export function scoreParts(query: NameParts, name: NameParts): number {
  if (query.compact === '' || name.compact === '') return 0;
  if (query.compact === name.compact) return query.words.length === name.words.length ? WHOLE : SPACED;
  if (query.bare !== '' && query.bare === name.bare) return LEGAL_FORM_APART;
  // The beginning of a name scores no less than the other two can.
  return scorePrefix(query, name) || Math.max(scoreTypos(query, name), scoreWords(query, name));
}

/**
 * Whether the first of the candidates, best first, may be taken for the name without asking: it is the whole name, at
 * most but for spaces or its legal form, and no other candidate scores as high.
 */
export function isSafeMatch(scores: readonly number[]): boolean {
  const [best = 0, next = 0] = scores;
  return best >= SPACED && next < best;
}

const WHOLE = 100;
const LEGAL_FORM_APART = 97;
const SPACED = 96;

const LEGAL_FORMS: ReadonlySet<string> = new Set(
  'ag bv co company corp corporation gmbh group holding holdings inc incorporated limited llc lp ltd nv plc pte pty sa sas se spa'.split(
    ' ',
  ),
);

function isLegalForm(word: string): boolean {
  return LEGAL_FORMS.has(word);
}

function scorePrefix(query: NameParts, name: NameParts): number {
  if (!name.compact.startsWith(query.compact)) return 0;
  const whole = query.words.every((word, i) => word === name.words[i]);
  if (whole) return 86 + Math.floor((9 * query.words.length) / name.words.length);
  return 80 + Math.floor((6 * query.compact.length) / name.compact.length);
}

function scoreTypos(query: NameParts, name: NameParts): number {
  const max = typosAllowed(query.compact.length);
  const typos = typoDistance(query.compact, name.compact, max);
  return typos > max ? 0 : 85 - 5 * typos;
}

/** Mean quality of the query's words by their lengths, and how much of the name they cover. */
function scoreWords(query: NameParts, name: NameParts): number {
  let quality = 0;
  const met = new Set<string>();
  for (const asked of query.words) {
    let best = 0;
    let meets = '';
    for (const word of name.words) {
      const score = scoreWord(asked, word);
      if (score > best) {
        best = score;
        meets = word;
      }
    }
    if (best === 0) return 0;
    quality += best * asked.length;
    met.add(meets);
  }
  return Math.floor((quality / query.compact.length) * (50 + (29 * met.size) / new Set(name.words).size));
}

function scoreWord(asked: string, word: string): number {
  if (asked === word) return 1;
  if (word.startsWith(asked)) return 0.7 + (0.25 * asked.length) / word.length;
  const max = typosAllowed(asked.length);
  const typos = typoDistance(asked, word, max);
  return typos > max ? 0 : 0.8 - 0.15 * typos;
}
