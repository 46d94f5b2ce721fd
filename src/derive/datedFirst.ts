import type { Day } from '../model/time.js';
import type { EdgeDraft } from './Rule.js';

/**
 * A dated deal between the same parties takes precedence over an undated relation of the same kind: the relation then
 * starts no earlier than the first such deal. It keeps its own start where that is later. Only relations that a source
 * states between just these two give way, and only to deals to which both are parties.
 */
export function datedFirst(drafts: readonly EdgeDraft[]): readonly EdgeDraft[] {
  const dated = new Map<string, Day>();
  for (const draft of drafts) {
    if (draft.deal === undefined || draft.phase.startUnknown || !isBetweenParties(draft)) continue;
    const first = dated.get(pairKey(draft));
    if (first === undefined || draft.phase.from < first) dated.set(pairKey(draft), draft.phase.from);
  }
  return drafts.flatMap((draft) => {
    const first = draft.phase.startUnknown && isStated(draft) ? dated.get(pairKey(draft)) : undefined;
    if (first === undefined || first <= draft.phase.from) return [draft];
    if (draft.phase.to !== null && draft.phase.to < first) return [];
    return [{ ...draft, phase: { ...draft.phase, from: first } }];
  });
}

function isBetweenParties({ from, to, needed }: EdgeDraft): boolean {
  const parties = needed.filter((s) => s.property === 'party').map((s) => s.object);
  return parties.includes(from) && parties.includes(to);
}

function isStated({ from, to, needed }: EdgeDraft): boolean {
  return needed.some((s) => (s.subject === from && s.object === to) || (s.subject === to && s.object === from));
}

function pairKey(draft: EdgeDraft): string {
  return `${draft.kind}|${draft.from}|${draft.to}`;
}
