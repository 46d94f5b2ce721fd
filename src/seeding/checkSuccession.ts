import type { EntityId } from '../model/ids.js';
import { lastDay } from '../model/time.js';
import type { PlacedStatement } from './makeStatements.js';
import type { SeedProblem } from './SeedProblems.js';

/** No deal supersedes one that was announced later, by the plain dates of both. O(statements). */
export function checkSuccession(statements: readonly PlacedStatement[]): SeedProblem[] {
  const announced = new Map<EntityId, string>();
  for (const { statement: s, field } of statements) {
    if (field === 'announced') announced.set(s.subject, String(s.value));
  }
  return statements.flatMap(({ statement: s, file, record, field }) => {
    if (s.property !== 'supersedes' || s.object === null) return [];
    const own = announced.get(s.subject);
    const other = announced.get(s.object);
    if (own === undefined || other === undefined || lastDay(other) <= lastDay(own)) return [];
    const expected = `a deal announced by ${own}`;
    return [{ file, record, field, expected, got: `${s.object}, announced ${other}` }];
  });
}
