import type { Statement } from '../model/statement.js';
import { type Day, epochDay, fromEpochDay } from '../model/time.js';

/** Before every date in any dataset. */
export const EVER: Day = '0001-01-01';

/** A stretch of days, both inclusive, during which a tie holds in one and the same way. */
export interface Phase {
  readonly from: Day;
  /** Null is open. */
  readonly to: Day | null;
  /** It is promised or foreseen, not yet there. */
  readonly prospective: boolean;
  /** No source dates the start. */
  readonly startUnknown: boolean;
  /** What makes this phase differ from its neighbours, such as a status. */
  readonly evidence: readonly Statement[];
}

/** Something that holds between two entities, phase by phase in order of time, and the statements that it needs. */
export interface Tie {
  readonly phases: readonly Phase[];
  readonly needed: readonly Statement[];
}

/** Holds while both hold; prospective where either is. */
export function both(a: Tie, b: Tie): Tie {
  const phases: Phase[] = [];
  for (const p of a.phases) {
    for (const q of b.phases) {
      const from = later(p.from, q.from);
      const to = earlier(p.to, q.to);
      if (to !== null && to < from) continue;
      phases.push({
        from,
        to,
        prospective: p.prospective || q.prospective,
        startUnknown: (p.from === from && p.startUnknown) || (q.from === from && q.startUnknown),
        evidence: union(p.evidence, q.evidence),
      });
    }
  }
  phases.sort((x, y) => (x.from < y.from ? -1 : 1));
  return { phases, needed: union(a.needed, b.needed) };
}

/** The same tie, prospective until `day` has come; null never comes. */
export function prospectiveUntil(tie: Tie, day: Day | null): Tie {
  if (day === null) return { ...tie, phases: tie.phases.map((p) => ({ ...p, prospective: true })) };
  const phases = tie.phases.flatMap((p): Phase[] => {
    if (day <= p.from || p.prospective) return [p];
    if (p.to !== null && p.to < day) return [{ ...p, prospective: true }];
    return [
      { ...p, to: dayBefore(day), prospective: true },
      { ...p, from: day, startUnknown: false },
    ];
  });
  return { ...tie, phases };
}

/** The same tie, its undated start moved back to `day` where that is earlier. */
export function notLaterThan(tie: Tie, day: Day | null): Tie {
  const [first, ...rest] = tie.phases;
  if (!first?.startUnknown || day === null || day >= first.from) return tie;
  return { ...tie, phases: [{ ...first, from: day }, ...rest] };
}

/** A tie of one phase; of none where it would end before it begins. */
export function tieOver(from: Day, to: Day | null, startUnknown: boolean, needed: readonly Statement[]): Tie {
  if (to !== null && to < from) return { phases: [], needed };
  return { phases: [{ from, to, prospective: false, startUnknown, evidence: [] }], needed };
}

export function dayBefore(day: Day): Day {
  return fromEpochDay(epochDay(day) - 1);
}

function later(a: Day, b: Day): Day {
  if (a < b) return b;
  return a;
}

function earlier(a: Day | null, b: Day | null): Day | null {
  if (a === null) return b;
  return b === null || a < b ? a : b;
}

function union(a: readonly Statement[], b: readonly Statement[]): readonly Statement[] {
  return a === b ? a : [...new Set([...a, ...b])];
}
