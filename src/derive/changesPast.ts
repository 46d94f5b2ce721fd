import type { Dataset, DatasetMeta } from '../model/dataset.js';
import type { EntityHead, EntityRecord, SourceRecord } from '../model/entity.js';
import type { EntityId } from '../model/ids.js';
import { type Instant, lastDay } from '../model/time.js';
import type { FactChange } from './changeFacts.js';
import { closingDays } from './closingDays.js';
import { RULES } from './rules.js';

/**
 * Whether a write at `at` can change the edges that were derived for earlier times: what is merged, and when sources are
 * dated, is read as it is now whatever the time that is derived; and a statement may be recorded for an earlier time. All
 * else only adds a time to the history (of names in titles see {@link renamed}). Linear in the dataset.
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

/** The entities whose name changes. */
export function renamed(current: Dataset, { heads }: FactChange): ReadonlySet<EntityId> {
  const names = new Map(heads.map(({ id, name }) => [id, name]));
  const changed = current.entities.filter(({ id, name }) => (names.get(id) ?? name) !== name);
  return new Set(changed.map(({ id }) => id));
}

/** Whether no claim reads as undated that was dated before, or the other way round. */
function isSameReading({ meta, statements }: Dataset, next: DatasetMeta): boolean {
  const before = closingDays(meta);
  const after = closingDays(next);
  if ([...before].some((day) => !after.has(day))) return false;
  const added = new Set([...after].filter((day) => !before.has(day)));
  return added.size === 0 || !statements.some((s) => added.has(lastDay(s.saidOn)));
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

/** Whether a head changes of which a rule reads more than its id. */
function changesReadHead(current: Dataset, { heads }: FactChange): boolean {
  if (heads.length === 0) return false;
  const ids = new Set(heads.map(({ id }) => id));
  const before = new Map<EntityId, EntityRecord>();
  for (const record of current.entities) if (ids.has(record.id)) before.set(record.id, record);
  const isNamed = mentioned(current, ids);
  return heads.some((head) => {
    const old = before.get(head.id);
    return old === undefined ? isNamed.has(head.id) : isDated(old) !== isDated(head);
  });
}

function mentioned(current: Dataset, ids: ReadonlySet<EntityId>): ReadonlySet<EntityId> {
  // A rule may ask whether an entity is there that no statement names.
  const found = new Set<EntityId>(RULES.flatMap((rule) => rule.heads ?? []));
  for (const s of current.statements) {
    if (ids.has(s.subject)) found.add(s.subject);
    if (s.object !== null && ids.has(s.object)) found.add(s.object);
    for (const id of s.sources) if (ids.has(id)) found.add(id);
  }
  return found;
}

/** A claim whose sources all lack a date has no date of its own. */
function isDated(head: EntityHead | SourceRecord): boolean {
  return 'published' in head && head.published !== null;
}
