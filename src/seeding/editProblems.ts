import { GraphError } from '../model/errors.js';
import type { SeedProblem } from './SeedProblems.js';

/** Enough to see what is wrong; the rest is counted. */
const SHOWN = 50;

/** Throws BAD_USER_INPUT with all that is wrong with a write or scenario, one line a problem, where anything is. */
export function refuseProblems(problems: readonly SeedProblem[], what = 'write'): void {
  if (problems.length === 0) return;
  const [only] = problems;
  if (only && problems.length === 1) throw new GraphError('BAD_USER_INPUT', describe(only));
  throw new GraphError(
    'BAD_USER_INPUT',
    listed(`The ${what} has ${problems.length} problems:`, problems.map(describe)),
  );
}

/** Throws CONFLICT with all that is there already, where anything is. */
export function refuseConflicts(conflicts: readonly string[]): void {
  if (conflicts.length === 0) return;
  const [only = ''] = conflicts;
  const message =
    conflicts.length === 1
      ? only
      : listed(`The write conflicts ${conflicts.length} times with what is there:`, conflicts);
  throw new GraphError('CONFLICT', message);
}

/** `statements[3].value: expected a number but got: "much".` */
function describe({ record, field, expected, got }: SeedProblem): string {
  const place = [record, field].filter((part) => part !== '').join('.');
  return place === '' ? `Expected ${expected} but got: ${got}.` : `${place}: expected ${expected} but got: ${got}.`;
}

function listed(title: string, lines: readonly string[]): string {
  const more = lines.length > SHOWN ? [`… and ${lines.length - SHOWN} more.`] : [];
  return [title, ...lines.slice(0, SHOWN), ...more].join('\n');
}

/** The most drafts, ids or claims in one write. */
export const MAX_DRAFTS = 500;

/** A problem where a write holds nothing or too much. `what`: `statements`. */
export function countProblems(what: string, count: number): readonly SeedProblem[] {
  if (1 <= count && count <= MAX_DRAFTS) return [];
  return [{ file: '', record: '', field: '', expected: `1 to ${MAX_DRAFTS} ${what}`, got: String(count) }];
}
