import { bestByIdentity, bestClaim } from '../model/claims.js';
import { type EntityId, kindOf } from '../model/ids.js';
import { PROPERTIES } from '../model/properties.js';
import type { Standing } from '../model/Standing.js';
import { lastDay } from '../model/time.js';
import { ClaimsAround } from './ClaimsAround.js';
import { CHAINED, checkAddedCycles } from './checkCycles.js';
import { checkOrder } from './checkOrder.js';
import { checkStatementReferences, type KnownIds } from './checkReferences.js';
import { checkRepeats } from './checkRepeats.js';
import { checkShares } from './checkShares.js';
import { checkStatements } from './checkStatements.js';
import { checkSuccession } from './checkSuccession.js';
import { idsThere } from './idsThere.js';
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
  /** Entities that are taken away as a whole. */
  readonly gone?: ReadonlySet<EntityId>;
  readonly dataThrough: string;
}

/**
 * All that is wrong with what a write adds or withdraws, by the rules of the seeds, given that what stands is right.
 * Costs what lies around it.
 */
export function checkChange(current: Standing, change: ClaimChange): SeedProblem[] {
  const { added, created, dataThrough } = change;
  const { firstRecordedAt, rates } = current.meta;
  const known: KnownIds = { ids: idsThere(current, new Set(created.keys())), incomplete: new Set() };
  const currencies = new Set(['USD', ...rates.map(({ currency }) => currency)]);
  const claims = new ClaimsAround(current, change);
  return [
    ...checkStatementReferences(added, known),
    ...checkStatements(added, { dataThrough, firstRecordedAt, currencies }),
    ...checkRepeats(added, []),
    ...checkAddedCycles(added, (id) => claims.around(id, CHAINED)),
    ...sharesOver(claims, added),
    ...dateProblems(claims, change),
    ...missing(claims, change),
  ];
}

function sharesOver(claims: ClaimsAround, added: readonly PlacedStatement[]): SeedProblem[] {
  if (!added.some(({ statement }) => statement.property === SHARE)) return [];
  const places = new Set(added.map(({ record }) => record));
  return checkShares(claims.ofProperty(SHARE)).filter(({ record }) => places.has(record));
}

const SHARE = 'market_share';
const SUCCESSION: ReadonlySet<string> = new Set(['supersedes']);
const PLAIN_DATES = ['announced', 'start', 'end'];
const READ_AS_DATES: ReadonlySet<string> = new Set([...PLAIN_DATES, 'status', 'supersedes']);

/** The best claims about dates stand for the plain fields, whose order is checked; what was out of order before may stay. */
function dateProblems(claims: ClaimsAround, { added, retracted }: ClaimChange): SeedProblem[] {
  const subjects = new Set([...added, ...claims.withdrawn(retracted)].map(({ statement }) => statement.subject));
  for (const id of [...subjects]) {
    for (const { statement } of claims.pointingAt(id, SUCCESSION)) subjects.add(statement.subject);
  }
  // On along the chain of deals, as it grows.
  for (const id of subjects) {
    for (const { statement: s } of [...claims.before(id, SUCCESSION), ...claims.after(id, SUCCESSION)]) {
      if (s.object !== null) subjects.add(s.object);
    }
  }
  const ids = [...subjects];
  const before = ids.flatMap((id) => claims.before(id, READ_AS_DATES));
  const after = ids.flatMap((id) => claims.after(id, READ_AS_DATES));
  const check = (claims: readonly PlacedStatement[]) => {
    const plain = plainDates(claims);
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
function missing(claims: ClaimsAround, { retracted, created, gone }: ClaimChange): SeedProblem[] {
  const has = (id: EntityId, property: string) =>
    claims.after(id, new Set([property])).some(({ statement }) => statement.subject === id);
  const lost = claims.withdrawn(retracted).flatMap(({ statement: s }) => {
    const required = [...(REQUIRED_PROPERTIES.get(kindOf(s.subject))?.values() ?? [])].includes(s.property);
    if (!required || gone?.has(s.subject) || has(s.subject, s.property)) return [];
    const remedy = gone === undefined ? 'record it first' : 'add it, or take all of it away';
    const expected = `another claim of ${s.property} of ${show(s.subject)} to stand: ${remedy}`;
    return [{ file: '', record: '', field: '', expected, got: `the withdrawal of the last one, ${show(s.id)}` }];
  });
  const bare = [...created].flatMap(([id, record]) =>
    [...(REQUIRED_PROPERTIES.get(kindOf(id))?.values() ?? [])]
      .filter((property) => !has(id, property))
      .map((property) => {
        const what = PROPERTIES.get(property)?.description ?? property;
        const expected = `a claim of ${property} of a new ${kindOf(id)} (${what.replace(/\.$/, '')})`;
        return { file: '', record, field: 'statements', expected, got: 'none' };
      }),
  );
  return [...lost, ...bare];
}
