import type { EntityId } from '../model/ids.js';
import type { PlacedStatement } from './makeStatements.js';
import type { SeedProblem } from './SeedProblems.js';

const NESTING: ReadonlySet<string> = new Set(['nested_in']);
const SUCCESSION: ReadonlySet<string> = new Set(['supersedes']);
const COMPONENTS: ReadonlySet<string> = new Set(['component']);

/** From this stake on an owner controls what it owns; below, companies may hold parts of each other. */
const MAJORITY_PERCENT = 50;

/**
 * Nobody owns itself, nothing is nested in itself or a part of itself, and no deal supersedes itself. `suspects`: those
 * through which a cycle may go, where it is known that the others alone make none. O(statements).
 */
export function checkCycles(
  statements: readonly PlacedStatement[],
  suspects: ReadonlySet<PlacedStatement> = new Set(statements),
): SeedProblem[] {
  const check = (links: readonly Link[], expected: string) => cycleProblems(links, suspects, expected);
  return [
    ...check(statements.flatMap(ownership), 'an owner that it does not own itself'),
    ...check(linksOf(statements, NESTING), 'a container that is not nested in it'),
    ...check(linksOf(statements, COMPONENTS), 'a component that does not contain it'),
    ...check(linksOf(statements, SUCCESSION), 'a deal that does not supersede it'),
  ];
}

interface Link {
  readonly from: EntityId;
  readonly to: EntityId;
  readonly placed: PlacedStatement;
}

function linksOf(statements: readonly PlacedStatement[], properties: ReadonlySet<string>): Link[] {
  return statements.flatMap((placed) => {
    const { subject, property, object } = placed.statement;
    return object !== null && properties.has(property) ? [{ from: subject, to: object, placed }] : [];
  });
}

/** From what is owned to its owner. */
function ownership(placed: PlacedStatement): Link[] {
  const { subject, property, object, value } = placed.statement;
  if (object === null) return [];
  const isMajority = typeof value === 'number' && value > MAJORITY_PERCENT;
  switch (property) {
    case 'parent':
    case 'operated_by':
      return [{ from: subject, to: object, placed }];
    case 'owned_by':
      return value === null || isMajority ? [{ from: subject, to: object, placed }] : [];
    case 'owns':
      return value === null || isMajority ? [{ from: object, to: subject, placed }] : [];
    case 'owns_stake_in':
      return isMajority ? [{ from: object, to: subject, placed }] : [];
    default:
      return [];
  }
}

function cycleProblems(
  links: readonly Link[],
  suspects: ReadonlySet<PlacedStatement>,
  expected: string,
): SeedProblem[] {
  const suspected = links.filter(({ placed }) => suspects.has(placed));
  if (suspected.length === 0) return [];
  const next = new Map<EntityId, EntityId[]>();
  for (const { from, to } of links) {
    const known = next.get(from);
    if (known) known.push(to);
    else next.set(from, [to]);
  }
  const problems: SeedProblem[] = [];
  const reported = new Set<EntityId>();
  for (const { from, to, placed } of suspected) {
    const path = reported.has(from) ? null : pathBack(from, to, next);
    if (!path) continue;
    // One problem a cycle, at its first link.
    for (const id of path) reported.add(id);
    const { file, record, field } = placed;
    problems.push({ file, record, field, expected, got: [from, ...path].join(' → ') });
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
