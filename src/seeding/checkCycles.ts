import type { EntityId } from '../model/ids.js';
import type { Statement } from '../model/statement.js';
import type { PlacedStatement } from './makeStatements.js';
import type { SeedProblem } from './SeedProblems.js';

const NESTING: ReadonlySet<string> = new Set(['nested_in']);
const SUCCESSION: ReadonlySet<string> = new Set(['supersedes']);
const COMPONENTS: ReadonlySet<string> = new Set(['component']);

/** The properties of which claims make chains. */
export const CHAINED: ReadonlySet<string> = new Set([
  ...['parent', 'operated_by', 'owned_by', 'owns', 'owns_stake_in'],
  ...[...NESTING, ...SUCCESSION, ...COMPONENTS],
]);

/** From this stake on an owner controls what it owns; below, companies may hold parts of each other. */
const MAJORITY_PERCENT = 50;

/** Nobody owns itself, nothing is nested in itself or a part of itself, and no deal supersedes itself. O(statements). */
export function checkCycles(statements: readonly PlacedStatement[]): SeedProblem[] {
  return CHAINS.flatMap(({ linksIn, expected }) => {
    const links = statements.flatMap((placed) => placedLinks(placed, linksIn));
    const next = new Map<EntityId, EntityId[]>();
    for (const { from, to } of links) {
      const known = next.get(from);
      if (known) known.push(to);
      else next.set(from, [to]);
    }
    return cycleProblems(links, (id) => next.get(id) ?? [], expected);
  });
}

/**
 * The same of claims that are added to others which make no cycle. `around`: the claims of the
 * properties {@link CHAINED} about an entity, or that point at it, the added ones too. Costs the chains that go on from the added claims.
 */
export function checkAddedCycles(
  added: readonly PlacedStatement[],
  around: (id: EntityId) => readonly Statement[],
): SeedProblem[] {
  return CHAINS.flatMap(({ linksIn, expected }) => {
    const links = added.flatMap((placed) => placedLinks(placed, linksIn));
    const next = (id: EntityId) =>
      around(id).flatMap((s) => linksIn(s).flatMap(({ from, to }) => (from === id ? [to] : [])));
    return cycleProblems(links, next, expected);
  });
}

interface Chain {
  /** The link of a chain that a claim makes, if any. */
  readonly linksIn: (s: Statement) => readonly Link[];
  readonly expected: string;
}

interface Link {
  readonly from: EntityId;
  readonly to: EntityId;
}

interface PlacedLink extends Link {
  readonly placed: PlacedStatement;
}

const CHAINS: readonly Chain[] = [
  { linksIn: ownership, expected: 'an owner that it does not own itself' },
  { linksIn: (s) => linkOf(s, NESTING), expected: 'a container that is not nested in it' },
  { linksIn: (s) => linkOf(s, COMPONENTS), expected: 'a component that does not contain it' },
  { linksIn: (s) => linkOf(s, SUCCESSION), expected: 'a deal that does not supersede it' },
];

function placedLinks(placed: PlacedStatement, linksIn: Chain['linksIn']): PlacedLink[] {
  return linksIn(placed.statement).map((link) => ({ ...link, placed }));
}

function linkOf({ subject, property, object }: Statement, properties: ReadonlySet<string>): Link[] {
  return object !== null && properties.has(property) ? [{ from: subject, to: object }] : [];
}

/** From what is owned to its owner. */
function ownership({ subject, property, object, value }: Statement): Link[] {
  if (object === null) return [];
  const isMajority = typeof value === 'number' && value > MAJORITY_PERCENT;
  switch (property) {
    case 'parent':
    case 'operated_by':
      return [{ from: subject, to: object }];
    case 'owned_by':
      return value === null || isMajority ? [{ from: subject, to: object }] : [];
    case 'owns':
      return value === null || isMajority ? [{ from: object, to: subject }] : [];
    case 'owns_stake_in':
      return isMajority ? [{ from: object, to: subject }] : [];
    default:
      return [];
  }
}

function cycleProblems(
  links: readonly PlacedLink[],
  next: (id: EntityId) => readonly EntityId[],
  expected: string,
): SeedProblem[] {
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
function pathBack(to: EntityId, from: EntityId, next: (id: EntityId) => readonly EntityId[]): EntityId[] | null {
  const paths = new Map<EntityId, EntityId[]>([[from, [from]]]);
  for (const [id, path] of paths) {
    if (id === to) return path;
    for (const following of next(id)) {
      if (!paths.has(following)) paths.set(following, [...path, following]);
    }
  }
  return null;
}
