import MiniSearch from 'minisearch';
import type { EntityRecord } from '../../model/entity.js';
import { compareIds, type EntityKind } from '../../model/ids.js';
import { type NameParts, partsOf, scoreParts } from '../../model/scoreName.js';
import { typosAllowed } from '../../model/text.js';
import type { SearchHit } from '../GraphStore.js';

/** Finds entities by name or alias: the text index proposes candidates, `scoreName` alone ranks them. */
export class NameIndex {
  private readonly index: MiniSearch<NameDocument>;

  constructor(private readonly records: readonly EntityRecord[]) {
    this.index = new MiniSearch<NameDocument>({
      fields: ['names'],
      tokenize: (names) => names.split('\n').flatMap((name) => termsOf(partsOf(name))),
      processTerm: (term) => term,
      searchOptions: { tokenize: (term) => [term], prefix: true, fuzzy: (term) => fuzziness(term) },
    });
    this.index.addAll(records.map((record, id) => ({ id, names: namesOf(record).join('\n') })));
  }

  search(query: string, kinds: readonly EntityKind[] | null, limit: number): readonly SearchHit[] {
    const asked = partsOf(query);
    if (asked.words.length === 0) return [];
    const wanted = kinds && new Set(kinds);
    const isWanted = (record: EntityRecord | undefined) => record !== undefined && (wanted?.has(record.kind) ?? true);
    const candidates = this.index.search(
      { combineWith: 'OR', queries: [{ combineWith: 'AND', queries: [...asked.words] }, ...wholesOf(asked)] },
      { filter: ({ id }) => isWanted(this.records[id]) },
    );
    const hits: SearchHit[] = [];
    for (const { id } of candidates.slice(0, MAX_CANDIDATES)) {
      const record = this.records[id];
      const hit = record && bestHit(asked, record);
      if (hit) hits.push(hit);
    }
    return hits.sort((a, b) => b.score - a.score || compareIds(a.id, b.id)).slice(0, limit);
  }
}

interface NameDocument {
  readonly id: number;
  readonly names: string;
}

/** Far above any page; keeps a one-letter query on a large graph from ranking everything. */
const MAX_CANDIDATES = 2_000;

function namesOf(record: EntityRecord): readonly string[] {
  return [record.name, ...record.aliases];
}

/** Names are found by their words and as one word, with and without their legal form. */
function termsOf(parts: NameParts): readonly string[] {
  return [...new Set([...parts.words, ...wholesOf(parts)])];
}

function wholesOf({ compact, bare }: NameParts): string[] {
  return bare === '' || bare === compact ? [compact] : [compact, bare];
}

/** The index counts a swap of two letters as two edits. */
function fuzziness(term: string): number | false {
  const typos = typosAllowed(term.length);
  return typos === 0 ? false : typos + 1;
}

function bestHit(asked: NameParts, record: EntityRecord): SearchHit | null {
  let score = 0;
  let matched = '';
  for (const name of namesOf(record)) {
    const own = scoreParts(asked, partsOf(name));
    if (own > score) {
      score = own;
      matched = name;
    }
  }
  // As a database gives it back, which keeps no halves of surrogate pairs.
  return score === 0 ? null : { id: record.id, kind: record.kind, score, matched: matched.toWellFormed() };
}
