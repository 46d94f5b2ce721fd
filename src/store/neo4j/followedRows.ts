import type { EntityRecord } from '../../model/entity.js';
import { isId } from '../../model/ids.js';
import { namedRecord } from '../../model/namedRecord.js';
import type { RevisionRow } from './cypher/revisions.js';
import type { Sort } from './cypher/writes.js';
import { Unservable } from './graphState.js';
import type { AnyRow } from './recordText.js';
import { column, type Row, textIn } from './rows.js';

/** Throws UNAVAILABLE where somebody made it no entity any more, or added what is none. */
export function namedIn(row: Row): EntityRecord | null {
  const [id, name] = [textIn(row, 'id'), textIn(row, 'name')];
  if (id !== null && isId(id) && name !== null) return namedRecord(id, name);
  const what = JSON.stringify({ id: column(row, 'id'), name: column(row, 'name') }).slice(0, SHOWN);
  const message = `A row of the entities can't be read, because somebody changed it to ${what}. Run aigraph rederive.`;
  throw new Unservable(message);
}

/** Throws UNAVAILABLE where somebody made it no record any more. */
export function recordIn<T extends AnyRow>(row: Row, sort: Sort, read: (text: string) => T): T {
  const text = textIn(row, 'record') ?? '';
  try {
    const record = read(text);
    if (typeof record.id === 'string') return record;
  } catch {
    // Told below, with what it is now.
  }
  const message = `A row of the ${sort} can't be read, because somebody changed its record to ${JSON.stringify(text.slice(0, SHOWN))}. Run aigraph rederive.`;
  throw new Unservable(message);
}

const SHOWN = 80;

/** The revision of a row, as `finishRevision` wrote it. */
export function revisionIn(row: Row): Partial<RevisionRow> {
  const revision = column(row, 'revision');
  return typeof revision === 'object' && revision !== null ? revision : {};
}

/** The texts of a list that a revision names; empty for anything else. */
export function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
