import { compareStatements } from '../model/applyChange.js';
import type { Dataset, Facts } from '../model/dataset.js';
import type { EntityHead, EntityRecord, SourceRecord } from '../model/entity.js';
import { type EntityId, parseId } from '../model/ids.js';
import type { Statement, StatementRecord } from '../model/statement.js';

/**
 * The facts behind a dataset: `deriveDataset(factsOf(dataset))` is the dataset again, up to the order of its rows. Of an
 * entity that was merged only the id is left; what it was called went to the other when they were merged. Statements come
 * in their order. O(n log n).
 */
export function factsOf({ meta, entities, redirects, statements }: Dataset): Facts {
  return {
    meta,
    entities: [...entities.map(headOf), ...[...redirects].map(([from, into]) => mergedHead(from, into))],
    statements: statements.map(withoutFlags).sort(compareStatements),
  };
}

/** What was given of an entity, without the plain fields that were made of its statements. */
export function headOf(record: EntityRecord | EntityHead | SourceRecord): EntityHead | SourceRecord {
  if ('publisher' in record) return record;
  const { id, kind, name, aliases, externalIds, confidence, sources, mergedInto } = record;
  return { id, kind, name, aliases, externalIds, confidence, sources, mergedInto };
}

/** The head of an id that only redirects. */
export function mergedHead(id: EntityId, mergedInto: EntityId): EntityHead {
  const { kind, slug } = parseId(id);
  return { id, kind, name: slug, aliases: [], externalIds: [], confidence: 'confirmed', sources: [], mergedInto };
}

/** The claim as it was made, without what the store adds. */
export function withoutFlags(s: StatementRecord | Statement): Statement {
  if (!('best' in s)) return s;
  const { best, conflicting, publishers, ...statement } = s;
  return statement;
}
