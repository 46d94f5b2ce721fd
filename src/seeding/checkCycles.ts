import type { EntityId } from '../model/ids.js';
import { lastDay } from '../model/time.js';
import type { PlacedStatement } from './makeStatements.js';
import type { SeedProblem } from './SeedProblems.js';

const NESTING: ReadonlySet<string> = new Set(['nested_in']);
const SUCCESSION: ReadonlySet<string> = new Set(['supersedes']);
const COMPONENTS: ReadonlySet<string> = new Set(['component']);

/** From this stake on an owner controls what it owns; below, companies may hold parts of each other. */
const MAJORITY_PERCENT = 50;

/**
 * Nobody owns itself, nothing is nested in itself or a part of itself, and no deal supersedes a later one.
 * O(statements).
 */
export function checkCycles(statements: readonly PlacedStatement[]): SeedProblem[] {
  return [
    ...cycleProblems(statements.flatMap(ownership), 'an owner that it does not own itself'),
    ...cycleProblems(linksOf(statements, NESTING), 'a container that is not nested in it'),
    ...cycleProblems(linksOf(statements, COMPONENTS), 'a component that does not contain it'),
    ...cycleProblems(linksOf(statements, SUCCESSION), 'a deal that does not supersede it'),
    ...supersededLater(statements),
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

function cycleProblems(links: readonly Link[], expected: string): SeedProblem[] {
  const next = new Map<EntityId, EntityId[]>();
  for (const { from, to } of links) next.set(from, [...(next.get(from) ?? []), to]);
  const problems: SeedProblem[] = [];
  const reported = new Set<EntityId>();
  for (const { from, to, placed } of links) {
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
