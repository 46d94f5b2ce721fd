import { closingDays } from '../derive/closingDays.js';
import { factsOf } from '../derive/factsOf.js';
import type { Revision } from '../model/change.js';
import type { Dataset, Facts } from '../model/dataset.js';
import type { EntityId } from '../model/ids.js';
import type { Statement } from '../model/statement.js';
import { readSummary } from './editSummary.js';

/**
 * The facts of an import with what people wrote to the graph since: what they recorded stays, what they retracted stays
 * retracted, and what they named, created or merged stays as they left it. `current`: the graph; `written`: the revisions
 * that people made. What they wrote is told by its time: no two revisions have the same. Linear in both.
 */
export function keepWritten(facts: Facts, current: Dataset, written: readonly Revision[]): Facts {
  if (written.length === 0) return facts;
  const times = new Set(written.map(({ at }) => at));
  const named = new Set<EntityId>(written.flatMap(namedBy));
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
  const spokenOf = new Set(added.flatMap((s) => [s.subject, ...(s.object === null ? [] : [s.object]), ...s.sources]));
  for (const head of there.entities) {
    // A merge of people's holds, whatever the import says of either id; one of an earlier import only where this one is silent.
    const isUnsaid = !heads.has(head.id) && (head.mergedInto !== null || spokenOf.has(head.id));
    if (named.has(head.id) || isUnsaid) {
      heads.set(head.id, head);
    }
  }
  const dataThrough = [facts.meta.dataThrough, current.meta.dataThrough].sort().at(-1) ?? facts.meta.dataThrough;
  const before = [...closingDays(facts.meta), ...closingDays(current.meta)].filter((day) => day !== dataThrough);
  // What was said without a date was said by one of these days, whoever told it.
  const closedBefore = before.length === 0 ? {} : { closedBefore: [...new Set(before)].sort() };
  return {
    meta: { ...facts.meta, dataThrough, ...closedBefore },
    entities: [...heads.values()],
    statements: [...imported, ...added].map((s, order) => ({ ...s, order })),
  };
}

/** The entities whose heads an edit wrote; what it only says something of is called as the import calls it. */
function namedBy({ summary }: Revision): readonly EntityId[] {
  const { created, updated, merged } = readSummary(summary);
  return [...created, ...updated, ...merged];
}
