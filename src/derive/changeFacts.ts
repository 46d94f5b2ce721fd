import { compareStatements } from '../model/applyChange.js';
import type { FactChange } from '../model/change.js';
import type { Facts } from '../model/dataset.js';
import type { Statement } from '../model/statement.js';
import type { Instant } from '../model/time.js';

export type { FactChange };

/** A change of nothing, to spread over. */
export const NO_FACT_CHANGE: FactChange = { meta: null, heads: [], added: [], retracted: new Set() };

/** The facts after a write at `at`, statements in their order. O(n log n). */
export function changeFacts(facts: Facts, change: FactChange, at: Instant): Facts {
  const heads = new Map(facts.entities.map((head) => [head.id, head]));
  for (const head of change.heads) heads.set(head.id, head);
  return {
    meta: change.meta ?? facts.meta,
    entities: [...heads.values()],
    statements: [...changeStatements(facts.statements, change, at)].sort(compareStatements),
  };
}

/** The statements after a write at `at`, in any order. */
export function changeStatements<S extends Statement>(
  statements: readonly S[],
  { added, retracted }: FactChange,
  at: Instant,
): readonly (S | Statement)[] {
  const kept = statements.map((s) => (retracted.has(s.id) && s.retractedAt === null ? { ...s, retractedAt: at } : s));
  return [...kept, ...added];
}
