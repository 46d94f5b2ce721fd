import { redirectsSince, wholeRows } from './cypher/writes.js';
import { ANY_READER, type Database } from './Database.js';
import { readGraphState, servable } from './graphState.js';
import { column, textIn } from './rows.js';

/** Takes rows in the form of an export, each with its id as its place. */
export interface FactRows {
  addMeta(content: unknown, place: string): void;
  addEntity(content: unknown, place: string): void;
  addRedirect(content: unknown, place: string): void;
  addStatement(content: unknown, place: string): void;
}

/**
 * Hands over the facts of a graph as they stand in the database, whoever wrote them: statements and what entities are called
 * by their properties, the publication of a source by its record. Linear in the facts. Resolves to the
 * revision. Of half a large write, what it has changed so far. Throws UNAVAILABLE where an import has left half of them.
 */
export async function readFactRows(database: Database, rows: FactRows): Promise<number> {
  const state = await readGraphState(database);
  // One that was deriving again left the facts as they were.
  const { halfWrittenBy, largeWrite, revision = 0 } = state ?? {};
  if (state && halfWrittenBy && halfWrittenBy !== 'rederive' && !largeWrite) servable(state);
  const meta = largeWrite?.facts.meta ?? state?.meta;
  rows.addMeta(meta && { ...meta, revision: Math.max(1, revision) }, 'graph');
  const redirects = await database.read(redirectsSince(0));
  const merged = new Set(largeWrite ? redirects.map((row) => textIn(row, 'id')) : []);
  await database.stream(wholeRows('entities'), ANY_READER, () => (row) => {
    const entity = entityRow(propertiesIn(row.get('row')));
    const id = String(entity.id);
    // Half a merge has made the redirect, and the entity is removed last.
    if (!merged.has(id)) rows.addEntity(entity, id);
  });
  for (const row of redirects) {
    const from = textIn(row, 'id');
    rows.addRedirect({ from, into: textIn(row, 'into') }, `redirect ${from}`);
  }
  await database.stream(wholeRows('statements'), ANY_READER, () => (row) => {
    const statement = statementRow(propertiesIn(column(row, 'row')));
    rows.addStatement(statement, String(statement.id));
  });
  return revision;
}

type Known = ReadonlyMap<string, unknown>;

function propertiesIn(row: unknown): Known {
  return new Map(typeof row === 'object' && row !== null ? Object.entries(row) : []);
}

function entityRow(known: Known) {
  const names = listOf(known.get('names'));
  const row = {
    id: known.get('id'),
    name: known.get('name'),
    aliases: names.slice(1),
    externalIds: listOf(known.get('externalIds')).map((text) => {
      const [scheme = '', ...value] = String(text).split('=');
      return { scheme, value: value.join('=') };
    }),
    confidence: known.get('confidence'),
    sources: listOf(known.get('sources')),
  };
  return known.get('kind') === 'source' ? { ...row, publication: publicationIn(known.get('record')) } : row;
}

function publicationIn(record: unknown) {
  const known = propertiesIn(typeof record === 'string' ? jsonIn(record) : null);
  const [publisher, url, published, medium, read, licence] = PUBLICATION.map((name) => known.get(name) ?? null);
  return { publisher, url, published, medium, read, licence };
}

/** Null where somebody made it no JSON: the publication is then a problem that is named. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const PUBLICATION = ['publisher', 'url', 'published', 'medium', 'read', 'licence'] as const;

function statementRow(known: Known) {
  const get = (name: string) => known.get(name) ?? null;
  const saidNotBefore = known.get('saidNotBefore');
  return {
    id: get('id'),
    subject: get('subjectId'),
    property: get('property'),
    scope: get('scope'),
    value: get('value'),
    object: get('objectId'),
    unit: get('unit'),
    qualifier: get('qualifier'),
    validFrom: get('validFrom'),
    validTo: get('validTo'),
    saidOn: get('saidOn'),
    ...(saidNotBefore !== undefined && { saidNotBefore }),
    refersTo: get('refersTo'),
    recordedAt: get('recordedAt'),
    retractedAt: get('retractedAt'),
    confidence: get('confidence'),
    sources: listOf(get('sources')),
    note: get('note'),
    order: get('order'),
  };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
