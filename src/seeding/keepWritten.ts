import { factsOf } from '../derive/factsOf.js';
import type { Revision } from '../model/change.js';
import type { Dataset, Facts } from '../model/dataset.js';
import type { EntityId } from '../model/ids.js';
import type { Statement } from '../model/statement.js';

/**
 * The facts of an import with what people wrote to the graph since: what they recorded stays, what they retracted stays
 * retracted, and what they named, created or merged stays as they left it. `current`: the graph; `written`: the revisions
 * that people made. What they wrote is told by its time: no two revisions have the same. Linear in both.
 */
export function keepWritten(facts: Facts, current: Dataset, written: readonly Revision[]): Facts {
  if (written.length === 0) return facts;
  const times = new Set(written.map(({ at }) => at));
  const touched = new Set<EntityId>(written.flatMap(({ touchedIds }) => touchedIds));
  const there = factsOf(current);
  const retracted = new Map<string, Statement>();
  const recorded: Statement[] = [];
  for (const s of there.statements) {
    if (times.has(s.recordedAt)) recorded.push(s);
    else if (s.retractedAt !== null && times.has(s.retractedAt)) retracted.set(s.id, s);
  }
  const imported = facts.statements.map((s) => ({
    ...s,
    retractedAt: s.retractedAt ?? retracted.get(s.id)?.retractedAt ?? null,
  }));
  const ids = new Set(imported.map(({ id }) => id));
  const added = recorded.filter(({ id }) => !ids.has(id));
  const heads = new Map(facts.entities.map((head) => [head.id, head]));
  const named = new Set(added.flatMap((s) => [s.subject, ...(s.object === null ? [] : [s.object]), ...s.sources]));
  for (const head of there.entities) {
    // A merge of people's holds, whatever the import says of either id.
    if (touched.has(head.id) || head.mergedInto !== null || (named.has(head.id) && !heads.has(head.id))) {
      heads.set(head.id, head);
    }
  }
  const dataThrough = [facts.meta.dataThrough, current.meta.dataThrough].sort().at(-1) ?? facts.meta.dataThrough;
  return {
    meta: { ...facts.meta, dataThrough },
    entities: [...heads.values()],
    statements: [...imported, ...added].map((s, order) => ({ ...s, order })),
  };
}
