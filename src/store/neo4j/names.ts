import { compareIds, type EntityKind, isId, kindOf } from '../../model/ids.js';
import { type NameParts, partsOf, scoreParts } from '../../model/scoreName.js';
import { typosAllowed } from '../../model/text.js';
import type { SearchHit } from '../GraphStore.js';
import type { Query } from './cypher/Query.js';
import { searchQuery } from './cypher/reads.js';
import { column, type Row, rowsByPlace } from './rows.js';

/** Far above any page; keeps a one-letter query on a large graph from ranking everything. */
const MAX_CANDIDATES = 2_000;

/** Names taken apart, and the statement that finds what may answer them; null where none of them has a word. */
export interface NameQuery {
  readonly asked: readonly NameParts[];
  readonly query: Query | null;
}

/** Asks the full-text index for each name: every word whole, begun or with typos, or the name written as one word. */
export function nameQuery(names: readonly string[], kinds: readonly EntityKind[] | null): NameQuery {
  const asked = names.map(partsOf);
  const isEmpty = asked.every(({ words }) => words.length === 0) || kinds?.length === 0;
  const texts = asked.map((parts) => (parts.words.length === 0 ? NOTHING : luceneOf(parts, kinds)));
  return { asked, query: isEmpty ? null : searchQuery(texts, MAX_CANDIDATES) };
}

/** The hits of each name, ranked by `scoreName` alone. */
export function rankNames(
  { asked }: NameQuery,
  rows: readonly Row[],
  kinds: readonly EntityKind[] | null,
  limit: number,
): readonly (readonly SearchHit[])[] {
  const wanted = kinds && new Set(kinds);
  const byPlace = rowsByPlace(rows);
  return asked.map((parts, place) => {
    const candidates = column(byPlace.get(place), 'found');
    const hits = Array.isArray(candidates) ? candidates.flatMap((names) => hitOf(parts, names)) : [];
    return hits
      .filter(({ kind }) => wanted?.has(kind) ?? true)
      .sort((a, b) => b.score - a.score || compareIds(a.id, b.id))
      .slice(0, limit);
  });
}

/** A full-text query that nothing meets. */
const NOTHING = '+kind:none';

/** Words hold letters and digits only; in quotes or with `~` and `*` behind them none of them is an operator of Lucene. */
function luceneOf({ words, compact, bare }: NameParts, kinds: readonly EntityKind[] | null): string {
  const every = words.map((word) => `+(${oneOf(word)})`).join(' ');
  const whole = [...new Set([compact, bare])].filter((term) => term !== '').map(oneOf);
  const names = `+((${every}) ${whole.join(' ')})`;
  return kinds === null ? names : `+kind:(${kinds.join(' ')}) ${names}`;
}

function oneOf(term: string): string {
  const word = escapeTerm(term);
  const typos = typosAllowed(term.length);
  return `searchTerms:${word} searchTerms:${word}*${typos > 0 ? ` searchTerms:${word}~${typos}` : ''}`;
}

const SPECIAL = /[+\-&|!(){}[\]^"~*?:\\/<>=@#]/g;

/** Lucene reads AND, OR and NOT only in capitals, and terms are folded. */
function escapeTerm(term: string): string {
  return term.replaceAll(SPECIAL, '\\$&');
}

/** `names`: the id, the kind, then the name and the aliases. */
function hitOf(asked: NameParts, found: unknown): SearchHit[] {
  if (!Array.isArray(found)) return [];
  const [id, , ...names] = found.filter((item) => typeof item === 'string');
  if (id === undefined || !isId(id)) return [];
  let score = 0;
  let matched = '';
  for (const name of names) {
    const own = scoreParts(asked, partsOf(name));
    if (own > score) {
      score = own;
      matched = name;
    }
  }
  return score === 0 ? [] : [{ id, kind: kindOf(id), score, matched }];
}
