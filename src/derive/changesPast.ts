import type { DatasetIndex } from '../model/DatasetIndex.js';
import type { DatasetMeta } from '../model/dataset.js';
import type { EntityHead, SourceRecord } from '../model/entity.js';
import type { EntityId } from '../model/ids.js';
import type { Standing } from '../model/Standing.js';
import { type Instant, lastDay } from '../model/time.js';
import type { FactChange } from './changeFacts.js';
import { closingDays } from './closingDays.js';
import { RULES } from './rules.js';

/** Whether a write has all fields read anew: on another day through which the data was collected, or at other rates. */
export function readsAnew({ meta }: Pick<Standing, 'meta'>, change: FactChange): boolean {
  const next = change.meta ?? meta;
  return next.dataThrough !== meta.dataThrough || next.rates !== meta.rates;
}

/**
 * Whether a write at `at` can change the edges that were derived for earlier times: what is merged, and when sources are
 * dated, is read as it is now whatever the time that is derived; and a statement may be recorded for an earlier time. All
 * else only adds a time to the history (of names in titles see {@link renamed}). Costs what it touches, but for a new day.
 */
export function changesPast(current: DatasetIndex, change: FactChange, at: Instant): boolean {
  return (
    (change.meta !== null && !isSameReading(current, change.meta)) ||
    change.added.some((s) => s.recordedAt !== at || s.retractedAt !== null) ||
    (touchesTime(change) && Date.parse(at) <= current.lastTime) ||
    change.heads.some((head) => head.mergedInto !== null || current.redirects.has(head.id)) ||
    changesReadHead(current, change)
  );
}

/** The entities whose name changes. */
export function renamed(current: Pick<Standing, 'entities'>, { heads }: FactChange): ReadonlySet<EntityId> {
  const changed = heads.filter(({ id, name }) => (current.entities.get(id)?.name ?? name) !== name);
  return new Set(changed.map(({ id }) => id));
}

/** Whether no claim reads as undated that was dated before, or the other way round. */
function isSameReading({ meta, statements }: DatasetIndex, next: DatasetMeta): boolean {
  const before = closingDays(meta);
  const after = closingDays(next);
  if ([...before].some((day) => !after.has(day))) return false;
  const added = new Set([...after].filter((day) => !before.has(day)));
  if (added.size === 0) return true;
  for (const { saidOn } of statements.values()) if (added.has(lastDay(saidOn))) return false;
  return true;
}

function touchesTime({ added, retracted }: FactChange): boolean {
  return added.length > 0 || retracted.size > 0;
}

/** Whether a head changes of which a rule reads more than its id. */
function changesReadHead(current: DatasetIndex, { heads }: FactChange): boolean {
  return heads.some((head) => {
    const old = current.entities.get(head.id);
    return old === undefined ? isMentioned(current, head.id) : isDated(old) !== isDated(head);
  });
}

function isMentioned(current: DatasetIndex, id: EntityId): boolean {
  // A rule may ask whether an entity is there that no statement names.
  if (RULES.some((rule) => rule.heads?.includes(id))) return true;
  return [current.about(id), current.pointingAt(id), current.citing(id)].some((claims) => claims.length > 0);
}

/** A claim whose sources all lack a date has no date of its own. */
function isDated(head: EntityHead | SourceRecord): boolean {
  return 'published' in head && head.published !== null;
}
