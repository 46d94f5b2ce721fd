import { factsOf } from '../derive/factsOf.js';
import { compareStatements } from '../model/applyChange.js';
import type { Dataset, DatasetMeta } from '../model/dataset.js';
import type { EntityHead, SourceRecord } from '../model/entity.js';
import { compareIds, type EntityId } from '../model/ids.js';
import type { Statement } from '../model/statement.js';

/** `json`: one document. `jsonl`: one row a line. */
export const EXPORT_FORMATS = ['json', 'jsonl'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Counted up whenever the form of what is exported changes. */
export const EXPORT_VERSION = 1;

/**
 * The facts behind a dataset as text, piece by piece: its description, what entities are called, sources, redirects and
 * statements with the times at which each was known. What is derived is left out: it follows. Rows and their fields come
 * in one order, so that equal datasets give equal bytes. O(n log n); holds no more than a row as text at a time.
 */
export function* exportDataset(dataset: Dataset, format: ExportFormat): Generator<string> {
  yield* format === 'json' ? document(dataset) : lines(dataset);
}

function* document(dataset: Dataset): Generator<string> {
  const { meta, entities, redirects, statements } = rowsOf(dataset);
  yield `{"format":"ai-infra-graph","version":${EXPORT_VERSION},\n"meta":${JSON.stringify(meta)},\n"entities":[`;
  yield* listed(entities);
  yield '],\n"redirects":[';
  yield* listed(redirects);
  yield '],\n"statements":[';
  yield* listed(statements);
  yield ']}\n';
}

function* listed(rows: Iterable<unknown>): Generator<string> {
  let before = '\n';
  for (const row of rows) {
    yield `${before}${JSON.stringify(row)}`;
    before = ',\n';
  }
  if (before !== '\n') yield '\n';
}

function* lines(dataset: Dataset): Generator<string> {
  const { meta, entities, redirects, statements } = rowsOf(dataset);
  yield `${JSON.stringify({ format: 'ai-infra-graph', version: EXPORT_VERSION, meta })}\n`;
  for (const entity of entities) yield `${JSON.stringify({ entity })}\n`;
  for (const redirect of redirects) yield `${JSON.stringify({ redirect })}\n`;
  for (const statement of statements) yield `${JSON.stringify({ statement })}\n`;
}

function rowsOf(dataset: Dataset) {
  const { meta, entities, statements } = factsOf(dataset);
  return {
    meta: metaRow(meta),
    entities: map(
      entities.filter(({ mergedInto }) => mergedInto === null).sort((a, b) => compareIds(a.id, b.id)),
      entityRow,
    ),
    redirects: [...dataset.redirects].sort(([a], [b]) => compareIds(a, b)).map(redirectRow),
    statements: map([...statements].sort(compareStatements), statementRow),
  };
}

function* map<T, R>(items: Iterable<T>, make: (item: T) => R): Generator<R> {
  for (const item of items) yield make(item);
}

function redirectRow([from, into]: readonly [EntityId, EntityId]) {
  return { from, into };
}

// Each row is written field by field: whatever the order in which a store keeps them, the text is the same.

function metaRow(meta: DatasetMeta) {
  const { title, release, revision, firstRecordedAt, releasedAt, dataThrough } = meta;
  return {
    title,
    release,
    revision,
    firstRecordedAt,
    releasedAt,
    dataThrough,
    ...(meta.closedBefore !== undefined && { closedBefore: meta.closedBefore }),
    licences: meta.licences.map(({ licence, covers }) => ({ licence, covers })),
    citation: { text: meta.citation.text, bibtex: meta.citation.bibtex },
    rates: meta.rates.map(({ currency, year, usd, source, confidence }) => ({
      currency,
      year,
      usd,
      source,
      confidence,
    })),
    packs: meta.packs,
  };
}

function entityRow(head: EntityHead | SourceRecord) {
  const { id, name, aliases, externalIds, confidence, sources } = head;
  const row = {
    id,
    name,
    aliases,
    externalIds: externalIds.map(({ scheme, value }) => ({ scheme, value })),
    confidence,
    sources,
  };
  if (!('publisher' in head)) return row;
  const { publisher, url, published, medium, read, licence } = head;
  return { ...row, publication: { publisher, url, published, medium, read, licence } };
}

function statementRow(s: Statement) {
  const { id, subject, property, scope, value, object, unit, qualifier, validFrom, validTo, saidOn, saidNotBefore } = s;
  const { refersTo, recordedAt, retractedAt, confidence, sources, note, order } = s;
  return {
    id,
    subject,
    property,
    scope,
    value,
    object,
    unit,
    qualifier,
    validFrom,
    validTo,
    saidOn,
    ...(saidNotBefore !== undefined && { saidNotBefore }),
    refersTo,
    recordedAt,
    retractedAt,
    confidence,
    sources,
    note,
    order,
  };
}
