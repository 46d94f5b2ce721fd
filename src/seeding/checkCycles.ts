import type { EntityId } from '../model/ids.js';
import { lastDay } from '../model/time.js';
import type { PlacedStatement } from './makeStatements.js';
import type { SeedProblem } from './SeedProblems.js';

const OWNERSHIP: ReadonlySet<string> = new Set(['parent', 'owned_by', 'operated_by']);
const NESTING: ReadonlySet<string> = new Set(['nested_in']);
const SUCCESSION: ReadonlySet<string> = new Set(['supersedes']);

/** Nobody owns itself, nothing is nested in itself, and no deal supersedes a later one. O(statements). */
export function checkCycles(statements: readonly PlacedStatement[]): SeedProblem[] {
  return [
    ...cycleProblems(statements, OWNERSHIP, 'an owner that it does not own itself'),
    ...cycleProblems(statements, NESTING, 'a container that is not nested in it'),
    ...cycleProblems(statements, SUCCESSION, 'a deal that does not supersede it'),
    ...supersededLater(statements),
  ];
}

function cycleProblems(
  statements: readonly PlacedStatement[],
  properties: ReadonlySet<string>,
  expected: string,
): SeedProblem[] {
  const links = statements.filter(({ statement: s }) => properties.has(s.property) && s.object !== null);
  const next = new Map<EntityId, EntityId[]>();
  for (const { statement: s } of links) {
    if (s.object !== null) next.set(s.subject, [...(next.get(s.subject) ?? []), s.object]);
  }
  const problems: SeedProblem[] = [];
  const reported = new Set<EntityId>();
  for (const { statement: s, file, record, field } of links) {
    const path = s.object === null || reported.has(s.subject) ? null : pathBack(s.subject, s.object, next);
    if (!path) continue;
    // One problem a cycle, at its first link.
    for (const id of path) reported.add(id);
    problems.push({ file, record, field, expected, got: [s.subject, ...path].join(' → ') });
  }
  return problems;
}

/** A way from `from` along the links to `to`; null where there is none. */
function pathBack(to: EntityId, from: EntityId, next: ReadonlyMap<EntityId, readonly EntityId[]>): EntityId[] | null {
  const paths = new Map<EntityId, EntityId[]>([[from, [from]]]);
  for (const [id, path] of paths) {
    if (id === to) return path;
    for (const following of next.get(id) ?? []) {
      if (!paths.has(following)) paths.set(following, [...path, following]);
    }
  }
  return null;
}

function supersededLater(statements: readonly PlacedStatement[]): SeedProblem[] {
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
