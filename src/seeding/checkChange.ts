import { bestByIdentity, bestClaim } from '../model/claims.js';
import type { Dataset } from '../model/dataset.js';
import { type EntityId, kindOf } from '../model/ids.js';
import { PROPERTIES } from '../model/properties.js';
import type { Statement } from '../model/statement.js';
import { lastDay } from '../model/time.js';
import { checkCycles } from './checkCycles.js';
import { checkOrder } from './checkOrder.js';
import { checkStatementReferences, type KnownIds } from './checkReferences.js';
import { checkRepeats } from './checkRepeats.js';
import { checkShares } from './checkShares.js';
import { checkStatements } from './checkStatements.js';
import { checkSuccession } from './checkSuccession.js';
import type { PlacedStatement } from './makeStatements.js';
import { REQUIRED_PROPERTIES } from './plainProperties.js';
import { type SeedProblem, show } from './SeedProblems.js';

/** What a write would do to the claims. */
export interface ClaimChange {
  readonly added: readonly PlacedStatement[];
  /** Ids of statements that stand and are withdrawn. */
  readonly retracted: ReadonlySet<string>;
  /** Entities that are new, with the place at which each was given. */
  readonly created: ReadonlyMap<EntityId, string>;
  readonly dataThrough: string;
}

/**
 * All that is wrong with what a write adds or withdraws, by the rules of the seeds, given that what stands is right.
 * Linear in the claims that stand.
 */
export function checkChange(current: Dataset, change: ClaimChange): SeedProblem[] {
  const { added, created, dataThrough } = change;
  const { firstRecordedAt, rates } = current.meta;
  const ids = new Set<string>([
    ...current.entities.map(({ id }) => id),
    ...current.redirects.keys(),
    ...created.keys(),
  ]);
  const known: KnownIds = { ids, incomplete: new Set() };
  const currencies = new Set(['USD', ...rates.map(({ currency }) => currency)]);
  const before = current.statements.filter((s) => s.retractedAt === null).map(standing);
  const after = [...before.filter(({ statement }) => !change.retracted.has(statement.id)), ...added];
  return [
    ...checkStatementReferences(added, known),
    ...checkStatements(added, { dataThrough, firstRecordedAt, currencies }),
    ...checkRepeats(added, []),
    ...checkCycles(after, new Set(added)),
    ...sharesOver(after, added),
    ...dateProblems(before, after, change),
    ...missing(before, after, change),
  ];
}

/** A claim that stands, without a place in any file: its id tells it apart. */
export function standing(statement: Statement): PlacedStatement {
  return { statement, file: '', folder: 0, record: statement.id, field: '' };
}

function sharesOver(after: readonly PlacedStatement[], added: readonly PlacedStatement[]): SeedProblem[] {
  const isShare = ({ statement }: PlacedStatement) => statement.property === 'market_share';
  if (!added.some(isShare)) return [];
  const places = new Set(added.map(({ record }) => record));
  return checkShares(after.filter(isShare)).filter(({ record }) => places.has(record));
}

const PLAIN_DATES = ['announced', 'start', 'end'];

/** The best claims about dates stand for the plain fields, whose order is checked; what was out of order before may stay. */
function dateProblems(
  before: readonly PlacedStatement[],
  after: readonly PlacedStatement[],
  { added, retracted }: ClaimChange,
): SeedProblem[] {
  const touched = [...added, ...before.filter(({ statement }) => retracted.has(statement.id))];
  const subjects = new Set(touched.map(({ statement }) => statement.subject));
  for (const { statement: s } of [...before, ...added]) {
    if (s.property !== 'supersedes' || s.object === null) continue;
    if (subjects.has(s.subject) || touched.some(({ statement }) => statement.subject === s.object)) {
      subjects.add(s.subject).add(s.object);
    }
  }
  const check = (claims: readonly PlacedStatement[]) => {
    const plain = plainDates(claims.filter(({ statement }) => subjects.has(statement.subject)));
    return [...checkOrder(plain), ...checkSuccession(plain)];
  };
  const old = new Set(check(before).map(contentOf));
  return check(after)
    .filter((problem) => !old.has(contentOf(problem)))
    .map((problem) => ({ ...problem, field: PARTS.get(problem.field) ?? 'value' }));
}

/** Where a draft has what the seeds have in a plain field. */
const PARTS: ReadonlyMap<string, string> = new Map([
  ['status.from', 'validFrom'],
  ['supersedes', 'object'],
]);

function contentOf({ expected, got }: SeedProblem): string {
  return `${expected}|${got}`;
}

/** What the seeds would have as plain fields, named as there: the best claim of each date, statuses in order of time. */
function plainDates(claims: readonly PlacedStatement[]): PlacedStatement[] {
  const places = new Map(claims.map((placed) => [placed.statement, placed]));
  const subjects = new Set(claims.map(({ statement }) => statement.subject));
  return [...subjects].flatMap((subject) => {
    const own = claims.flatMap(({ statement }) => (statement.subject === subject ? [statement] : []));
    const dates = PLAIN_DATES.flatMap((property) => {
      const whole = own.filter((s) => s.property === property && s.scope === null && s.refersTo === null);
      const best = bestClaim(whole);
      return best === null ? [] : [{ best, field: property }];
    });
    const statuses = bestByIdentity(own.filter((s) => s.property === 'status' && s.validFrom !== null))
      .sort((a, b) => (lastDay(a.validFrom ?? '') < lastDay(b.validFrom ?? '') ? -1 : 1))
      .map((best) => ({ best, field: 'status' }));
    const links = own.filter((s) => s.property === 'supersedes').map((best) => ({ best, field: 'supersedes' }));
    return [...dates, ...statuses, ...links].flatMap(({ best, field }) => {
      const placed = places.get(best);
      return placed === undefined ? [] : [{ ...placed, field }];
    });
  });
}

/** No entity loses, or is made without, the claims without which it is none of its kind. */
function missing(
  before: readonly PlacedStatement[],
  after: readonly PlacedStatement[],
  { retracted, created }: ClaimChange,
): SeedProblem[] {
  const has = new Set(after.map(({ statement: s }) => `${s.subject} ${s.property}`));
  const lost = before.flatMap(({ statement: s }) => {
    const required = [...(REQUIRED_PROPERTIES.get(kindOf(s.subject))?.values() ?? [])].includes(s.property);
    if (!retracted.has(s.id) || !required || has.has(`${s.subject} ${s.property}`)) return [];
    const expected = `another claim of ${s.property} of ${show(s.subject)} to stand: record it first`;
    return [{ file: '', record: '', field: '', expected, got: `the withdrawal of the last one, ${show(s.id)}` }];
  });
  const bare = [...created].flatMap(([id, record]) =>
    [...(REQUIRED_PROPERTIES.get(kindOf(id))?.values() ?? [])]
      .filter((property) => !has.has(`${id} ${property}`))
      .map((property) => {
        const what = PROPERTIES.get(property)?.description ?? property;
        const expected = `a claim of ${property} of a new ${kindOf(id)} (${what.replace(/\.$/, '')})`;
        return { file: '', record, field: 'statements', expected, got: 'none' };
      }),
  );
  return [...lost, ...bare];
}
