import type { EntityId } from '../model/ids.js';
import type { Statement } from '../model/statement.js';
import { firstDay, isPartialDate, lastDay, type PartialDate } from '../model/time.js';
import type { PlacedStatement } from './makeStatements.js';
import { type SeedProblem, show } from './SeedProblems.js';

/**
 * The plain dates of each record in order: it does not end before it starts or is announced, and its statuses follow
 * one another from the announcement on. Claims in `facts` that differ about a date are left alone: both are kept.
 */
export function checkOrder(statements: readonly PlacedStatement[]): SeedProblem[] {
  const plain = new Map<EntityId, Map<string, PartialDate>>();
  for (const { statement: s, field } of statements) {
    if (!DATED.has(field) || !isPartialDate(String(s.value))) continue;
    const dates = plain.get(s.subject) ?? new Map<string, PartialDate>();
    plain.set(s.subject, dates.set(field, String(s.value)));
  }
  const latest = new Map<string, PartialDate>();
  return statements.flatMap((placed) => {
    const { statement: s, field } = placed;
    const dates = plain.get(s.subject);
    if (field === 'end') return endProblems(placed, String(s.value), dates);
    if (!HISTORY.test(field) || s.validFrom === null) return [];
    const history = `${s.subject} ${s.property}`;
    const before = latest.get(history);
    latest.set(history, s.validFrom);
    return statusProblems(placed, s, s.validFrom, before, dates?.get('announced'));
  });
}

const DATED = new Set(['start', 'announced']);
const HISTORY = /^(status|exportStatus)\b/;

function endProblems(
  placed: PlacedStatement,
  end: PartialDate,
  dates: ReadonlyMap<string, PartialDate> | undefined,
): SeedProblem[] {
  if (!dates || !isPartialDate(end)) return [];
  const [later] = [...dates].filter(([, date]) => isBefore(end, date));
  return later ? [problem(placed, `a date not before ${later[0]} ${later[1]}`, end)] : [];
}

function statusProblems(
  placed: PlacedStatement,
  { property }: Statement,
  from: PartialDate,
  before: PartialDate | undefined,
  announced: PartialDate | undefined,
): SeedProblem[] {
  if (before !== undefined && isBefore(from, before)) {
    return [problem(placed, `a history in order, from ${before} on`, from)];
  }
  return property === 'status' && announced !== undefined && isBefore(from, announced)
    ? [problem(placed, `a date not before announced ${announced}`, from)]
    : [];
}

/** Certainly before: periods that overlap may be in either order. */
function isBefore(date: PartialDate, other: PartialDate): boolean {
  return lastDay(date) < firstDay(other);
}

function problem({ file, record, field }: PlacedStatement, expected: string, got: PartialDate): SeedProblem {
  const part = HISTORY.test(field) ? `${field}.from` : field;
  return { file, record, field: part, expected, got: show(got) };
}
