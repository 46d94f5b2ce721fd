import { dealTypeOf, isBindingStatus, statusHistory, type Term, termIn } from '../model/deal.js';
import { DealFacts, partyRole } from '../model/dealFacts.js';
import type { DealForm, DealParty, DealStatus, DealType } from '../model/entity.js';
import type { EntityId } from '../model/ids.js';
import type { Statement } from '../model/statement.js';
import { type Day, lastDay, type PartialDate } from '../model/time.js';
import type { FactIndex } from './FactIndex.js';
import { supersededOn } from './supersededOn.js';
import { dayBefore, type Phase, type Tie } from './Tie.js';

/** The properties that {@link viewDeal} reads: the inputs of every rule about deals. */
export const DEAL_INPUTS: readonly string[] = [
  'form',
  'party',
  'announced',
  'start',
  'end',
  'term_years',
  'status',
  'supersedes',
  'amount',
];

export interface PartyView extends DealParty {
  readonly statement: Statement;
}

export interface DealPhase extends Phase {
  readonly status: DealStatus | null;
}

/** A deal as the rules see it: who, in which roles, and when it was in force and how firmly. */
export interface DealView {
  readonly id: EntityId;
  readonly form: DealForm;
  readonly type: DealType;
  readonly parties: readonly PartyView[];
  /** The phases in which it is in force; prospective while it binds nobody or its supply has not begun. */
  readonly phases: readonly DealPhase[];
  readonly announced: PartialDate | null;
  readonly term: Term;
  /** The best claim of the headline amount. */
  readonly amount: Statement | null;
}

/**
 * Reads a deal. It is in force from the day by which it was certainly announced (where that is unknown, from its first
 * mention, `startUnknown`) until it ends, is cancelled or paused, or a deal that supersedes it is announced; a stated
 * end outranks that. A change of status begins a new phase.
 */
export function viewDeal(facts: FactIndex, id: EntityId): DealView {
  const read = new DealFacts(facts.all(id), FOREVER);
  const form = read.form();
  const parties = read.parts('party').flatMap((statement): PartyView[] => {
    if (statement.object === null) return [];
    const title = statement.scope ?? 'participant';
    return [{ entity: statement.object, title, role: partyRole(title), statement }];
  });
  const term = termIn(read);
  return {
    id,
    form,
    type: dealTypeOf(form),
    parties,
    phases: phasesOf(facts, id, read, parties, term),
    announced: read.date('announced'),
    term,
    amount: read.best('amount'),
  };
}

/** A tie between parties, in force as the deal is. */
export function dealTie(deal: DealView, ...needed: readonly Statement[]): Tie {
  return { phases: deal.phases, needed };
}

const FOREVER: Day = '9999-12-31';

function phasesOf(
  facts: FactIndex,
  id: EntityId,
  read: DealFacts,
  parties: readonly PartyView[],
  term: Term,
): DealPhase[] {
  const announced = read.best('announced');
  const announcedOn = read.date('announced');
  const mentions = parties.map((p) => lastDay(p.statement.saidOn)).sort();
  const first = announcedOn === null ? mentions[0] : lastDay(announcedOn);
  if (first === undefined) return [];
  const begins = term.start ?? first;
  const end = endOf(facts, id, term);
  const history = statusHistory(read.all('status'));
  const cuts = [...new Set([first, begins, ...history.map((h) => h.from)])].filter((day) => day >= first).sort();
  const phases: DealPhase[] = [];
  for (const [i, from] of cuts.entries()) {
    const next = cuts[i + 1] ?? null;
    if (end !== null && end <= from) break;
    const until = next !== null && (end === null || next < end) ? next : end;
    const current = history.findLast((h) => h.from <= from) ?? null;
    const status = current?.status ?? null;
    if (status === 'CANCELLED' || status === 'PAUSED') continue;
    phases.push({
      from,
      to: until === null ? null : dayBefore(until),
      prospective: !isBindingStatus(status) || from < begins,
      startUnknown: announced === null && from === first,
      evidence: [announced, current?.statement ?? null].filter((s) => s !== null),
      status,
    });
  }
  return phases;
}

/** The day after its last, from the facts alone; null while none is known. */
function endOf(facts: FactIndex, id: EntityId, { endExclusive, explicitEnd }: Term): Day | null {
  if (explicitEnd) return endExclusive;
  const rivals = facts.pointingAt(id, 'supersedes');
  const superseded = supersededOn(rivals.map((s) => facts.all(s.subject)));
  if (superseded === null) return endExclusive;
  return endExclusive === null || superseded < endExclusive ? superseded : endExclusive;
}
