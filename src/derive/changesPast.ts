import type { Dataset } from '../model/dataset.js';
import type { EntityHead, EntityRecord, SourceRecord } from '../model/entity.js';
import type { EntityId } from '../model/ids.js';
import type { Instant } from '../model/time.js';
import type { FactChange } from './changeFacts.js';
import { RULES } from './rules.js';

/**
 * Whether a write at `at` can change what was derived for earlier times: when the data was collected, what is merged, the
 * names in titles, and the dates of sources are read as they are now whatever the time that is derived; and a statement
 * may be recorded for an earlier time. All else only adds a time to the history. Linear in the dataset.
 */
export function changesPast(current: Dataset, change: FactChange, at: Instant): boolean {
  return (
    (change.meta !== null && !isSameReading(current, change.meta)) ||
    change.added.some((s) => s.recordedAt !== at || s.retractedAt !== null) ||
    (touchesTime(change) && !isLatest(current, at)) ||
    change.heads.some((head) => head.mergedInto !== null || current.redirects.has(head.id)) ||
    changesReadHead(current, change)
  );
}

function isSameReading({ meta }: Dataset, next: NonNullable<FactChange['meta']>): boolean {
  return meta.dataThrough === next.dataThrough && meta.rates === next.rates;
}

function touchesTime({ added, retracted }: FactChange): boolean {
  return added.length > 0 || retracted.size > 0;
}

function isLatest({ statements }: Dataset, at: Instant): boolean {
  const times = new Set<Instant>();
  for (const { recordedAt, retractedAt } of statements) {
    times.add(recordedAt);
    if (retractedAt !== null) times.add(retractedAt);
  }
  const now = Date.parse(at);
  return [...times].every((time) => Date.parse(time) < now);
}

/** Whether a head changes of which the derivation reads more than its id. */
function changesReadHead(current: Dataset, { heads }: FactChange): boolean {
  if (heads.length === 0) return false;
  const ids = new Set(heads.map(({ id }) => id));
  const before = new Map<EntityId, EntityRecord>();
  for (const record of current.entities) if (ids.has(record.id)) before.set(record.id, record);
  const isNamed = mentionedIn(current, ids);
  return heads.some((head) => {
    const old = before.get(head.id);
    if (old === undefined) return isNamed.anywhere.has(head.id);
    return (old.name !== head.name && isNamed.inTitles.has(head.id)) || isDated(old) !== isDated(head);
  });
}

function mentionedIn(current: Dataset, ids: ReadonlySet<EntityId>) {
  const inTitles = new Set<EntityId>();
  for (const { entities } of current.events) for (const id of entities) if (ids.has(id)) inTitles.add(id);
  // A rule may ask whether an entity is there that no statement names.
  const anywhere = new Set<EntityId>(RULES.flatMap((rule) => rule.heads ?? []));
  for (const s of current.statements) {
    if (ids.has(s.subject)) anywhere.add(s.subject);
    if (s.object !== null && ids.has(s.object)) anywhere.add(s.object);
    for (const id of s.sources) if (ids.has(id)) anywhere.add(id);
  }
  return { inTitles, anywhere };
}

/** A claim whose sources all lack a date has no date of its own. */
function isDated(head: EntityHead | SourceRecord): boolean {
  return 'published' in head && head.published !== null;
}
