import type { Day } from '../model/time.js';
import type { DraftFields, EdgeDraft } from './EdgeDraft.js';

/**
 * A dated deal between the same parties takes precedence over an undated relation of the same kind: the relation then
 * starts no earlier than the first such deal. It keeps its own start where that is later. Only relations that a source
 * states between just these two give way, and only to deals to which both are parties.
 */
export function datedFirst(drafts: readonly EdgeDraft[]): readonly EdgeDraft[] {
  const dated = new Map<string, Day>();
  for (const { fields } of drafts) {
    if (fields.deal === null || fields.phase.startUnknown || !isBetweenParties(fields)) continue;
    const first = dated.get(pairKey(fields));
    if (first === undefined || fields.phase.from < first) dated.set(pairKey(fields), fields.phase.from);
  }
  if (dated.size === 0) return drafts;
  const kept: EdgeDraft[] = [];
  for (const draft of drafts) {
    const { fields } = draft;
    const { phase } = fields;
    const first = phase.startUnknown && isStated(fields) ? dated.get(pairKey(fields)) : undefined;
    if (first === undefined || first <= phase.from) kept.push(draft);
    else if (phase.to === null || first <= phase.to) kept.push(draft.startingOn(first));
  }
  return kept;
}

function isBetweenParties({ from, to, needed }: DraftFields): boolean {
  const parties = needed.filter((s) => s.property === 'party').map((s) => s.object);
  return parties.includes(from) && parties.includes(to);
}

function isStated({ from, to, needed }: DraftFields): boolean {
  return needed.some((s) => (s.subject === from && s.object === to) || (s.subject === to && s.object === from));
}

function pairKey(draft: DraftFields): string {
  return `${draft.kind}|${draft.from}|${draft.to}`;
}
