import MiniSearch from 'minisearch';
import { isSameContent } from '../../model/diffDatasets.js';
import type { EntityRecord } from '../../model/entity.js';
import { compareIds, type EntityId, type EntityKind } from '../../model/ids.js';
import { type NameParts, partsOf, scoreParts } from '../../model/scoreName.js';
import { finish, type Steps } from '../../model/steps.js';
import { typosAllowed } from '../../model/text.js';
import type { ChangedRows } from '../changedRows.js';
import type { SearchHit } from '../GraphStore.js';
import type { EntityIndex } from './EntityIndex.js';

/**
 * Finds entities by name or alias: the text index proposes candidates, `scoreName` alone ranks them. Never changed: what was
 * named anew since the text index was made lies in small indexes of its own above it.
 */
export class NameIndex {
  private constructor(
    /** The latest last. */
    private readonly layers: readonly Layer[],
    private readonly current: (record: EntityRecord) => EntityRecord | null,
  ) {}

  static *build(records: readonly EntityRecord[]): Steps<NameIndex> {
    return new NameIndex([yield* layerOf(records)], (record) => record);
  }

  /** The index of the next revision, or null where too much was named anew for it to be a small step. */
  next({ gone, come }: ChangedRows<EntityRecord>, entities: Pick<EntityIndex, 'get'>): NameIndex | null {
    const before = new Map(gone.map((record) => [record.id, record]));
    const named = come.filter((record) => !isSameName(before.get(record.id), record));
    const layers = [...this.layers];
    let records: readonly EntityRecord[] = named;
    // Layers of about one size become one, so that there are few of them however many revisions there were.
    while (layers.length > 1 && records.length > 0) {
      const last = layers.at(-1)?.records ?? [];
      if (last.length > 2 * records.length || last.length + records.length > MAX_LAYER) break;
      layers.pop();
      const since = new Set(records.map(({ id }) => id));
      records = [...last.filter(({ id }) => !since.has(id)), ...records];
    }
    if (records.length > MAX_LAYER) return null;
    if (records.length > 0) layers.push(finish(layerOf(records)));
    const there = ({ id }: EntityRecord) => entities.get(id);
    // A merged id gives the one that it was merged into, which is found by names of its own.
    const current = (record: EntityRecord) => (there(record)?.id === record.id ? there(record) : null);
    return new NameIndex(layers, current);
  }

  search(query: string, kinds: readonly EntityKind[] | null, limit: number): readonly SearchHit[] {
    const asked = partsOf(query);
    if (asked.words.length === 0) return [];
    const wanted = kinds && new Set(kinds);
    const hits = new Map<EntityId, SearchHit>();
    for (const layer of this.layers) {
      for (const record of candidatesIn(layer, asked, (one) => (wanted?.has(one.kind) ?? true) && this.isNamed(one))) {
        const hit = bestHit(asked, record);
        if (hit) hits.set(hit.id, hit);
      }
    }
    return [...hits.values()].sort((a, b) => b.score - a.score || compareIds(a.id, b.id)).slice(0, limit);
  }

  /** Whether it is still called so: a later layer has it else. */
  private isNamed(record: EntityRecord): boolean {
    const now = this.current(record);
    return now === record || (now !== null && isSameName(now, record));
  }
}

/** Records with the index of their names; a document's number is its place. */
interface Layer {
  readonly records: readonly EntityRecord[];
  readonly index: MiniSearch<NameDocument>;
}

interface NameDocument {
  readonly id: number;
  readonly names: string;
}

/** Far above any page; keeps a one-letter query on a large graph from ranking everything. */
const MAX_CANDIDATES = 2_000;

/** So many names are indexed in well under a tenth of a second. */
const MAX_LAYER = 1_000;
const NAMES_A_STEP = 100;

function* layerOf(records: readonly EntityRecord[]): Steps<Layer> {
  const index = new MiniSearch<NameDocument>({
    fields: ['names'],
    tokenize: (names) => names.split('\n').flatMap((name) => termsOf(partsOf(name))),
    processTerm: (term) => term,
    searchOptions: { tokenize: (term) => [term], prefix: true, fuzzy: (term) => fuzziness(term) },
  });
  for (const [id, record] of records.entries()) {
    index.add({ id, names: namesOf(record).join('\n') });
    if (id % NAMES_A_STEP === 0) yield;
  }
  return { records, index };
}

function candidatesIn(
  { records, index }: Layer,
  asked: NameParts,
  isWanted: (record: EntityRecord) => boolean,
): readonly EntityRecord[] {
  const candidates = index.search(
    { combineWith: 'OR', queries: [{ combineWith: 'AND', queries: [...asked.words] }, ...wholesOf(asked)] },
    {
      filter: ({ id }) => {
        const record = records[id];
        return record !== undefined && isWanted(record);
      },
    },
  );
  return candidates.slice(0, MAX_CANDIDATES).flatMap(({ id }) => records[id] ?? []);
}

function isSameName(a: EntityRecord | undefined, b: EntityRecord): boolean {
  return a !== undefined && a.name === b.name && isSameContent(a.aliases, b.aliases);
}

export function namesOf(record: EntityRecord): readonly string[] {
  return [record.name, ...record.aliases];
}

/** Names are found by their words and as one word, with and without their legal form. */
function termsOf(parts: NameParts): readonly string[] {
  return [...new Set([...parts.words, ...wholesOf(parts)])];
}

export function wholesOf({ compact, bare }: NameParts): string[] {
  return bare === '' || bare === compact ? [compact] : [compact, bare];
}

/** The index counts a swap of two letters as two edits. */
function fuzziness(term: string): number | false {
  const typos = typosAllowed(term.length);
  return typos === 0 ? false : typos + 1;
}

function bestHit(asked: NameParts, record: EntityRecord): SearchHit | null {
  const best = bestName(asked, namesOf(record));
  return best === null ? null : { id: record.id, kind: record.kind, ...best };
}

export type NameMatch = Pick<SearchHit, 'score' | 'matched'>;

/** Which of an entity's names answers best, and how well; null where none does. */
export function bestName(asked: NameParts, names: readonly string[]): NameMatch | null {
  let score = 0;
  let matched = '';
  for (const name of names) {
    const own = scoreParts(asked, partsOf(name));
    if (own > score) {
      score = own;
      matched = name;
    }
  }
  // As a database gives it back, which keeps no halves of surrogate pairs.
  return score === 0 ? null : { score, matched: matched.toWellFormed() };
}
