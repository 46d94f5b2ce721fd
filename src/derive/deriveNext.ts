import type { Change } from '../model/change.js';
import type { DatasetIndex } from '../model/DatasetIndex.js';
import { diffDatasets } from '../model/diffDatasets.js';
import type { Standing } from '../model/Standing.js';
import type { Instant } from '../model/time.js';
import { changeFacts, type FactChange, NO_FACT_CHANGE } from './changeFacts.js';
import { changesPast } from './changesPast.js';
import { closingDays } from './closingDays.js';
import { deriveDataset } from './deriveDataset.js';
import { FactsAt } from './FactsAt.js';
import { factsOf, withoutFlags } from './factsOf.js';
import { nextEdges } from './nextEdges.js';
import { nextEvents } from './nextEvents.js';
import { followRedirects } from './redirects.js';
import { nextRecords, nextStatements } from './touchedRows.js';

/**
 * What a write at `at`, which must be later than all that is recorded, changes in a dataset: applied to `current` it gives
 * what {@link deriveDataset} makes of all facts so far. Only the new time is derived, around what the write touches: that
 * costs what lies around it, whatever the size of the dataset, but for a new `dataThrough` or new rates, for which all records are read anew. Where more changes (see {@link changesPast}) all is derived
 * again and compared. Pure.
 */
export function deriveNext(current: DatasetIndex, change: FactChange, at: Instant): Change {
  if (changesPast(current, change, at)) {
    const rows = current.rows();
    return diffDatasets(rows, deriveDataset(changeFacts(factsOf(rows), change, at)));
  }
  return deriveAround(current, change, at);
}

/**
 * What follows from a change at `at` alone, around what it touches, as if nothing that was derived for earlier times changed
 * with it. `current`: as it was known until then. Pure.
 */
export function deriveAround(current: Standing, change: FactChange, at: Instant): Change {
  const followed = { ...change, added: followRedirects(change.added, current.redirects) };
  const meta = change.meta ?? current.meta;
  const withdrawn = [...change.retracted].flatMap((id) => current.statements.get(id) ?? []);
  const write = {
    current,
    change: followed,
    meta,
    before: new FactsAt(current, NO_FACT_CHANGE, at),
    after: new FactsAt(current, followed, at),
    touched: [...withdrawn.filter((s) => s.retractedAt === null).map(withoutFlags), ...followed.added],
    closingDays: closingDays(meta),
    at,
  };
  return {
    meta: change.meta,
    entities: nextRecords(write),
    statements: nextStatements(write),
    edges: nextEdges(write),
    events: nextEvents(write),
    redirects: new Map(),
  };
}
