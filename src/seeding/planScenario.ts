import { type FactChange, NO_FACT_CHANGE } from '../derive/changeFacts.js';
import { RULES } from '../derive/rules.js';
import { badInput, notFound } from '../model/errors.js';
import { compareIds, type EntityId, isId, kindOf } from '../model/ids.js';
import type { Standing } from '../model/Standing.js';
import type { StatementRecord } from '../model/statement.js';
import type { Day, TimeSlice } from '../model/time.js';
import type { Hypothesis, HypotheticalClaim, Scenario } from '../store/Scenario.js';
import { checkChange } from './checkChange.js';
import { refuseConflicts, refuseProblems } from './editProblems.js';
import { HYPOTHETICAL } from './hypotheticalSource.js';
import { settle } from './planEdit.js';
import { draftContext, type GivenClaim, readDrafts } from './readDrafts.js';
import { readHeads } from './readHeads.js';
import { type SeedProblem, show } from './SeedProblems.js';

/** A checked scenario, before what follows from it is derived. Ids are ascending. */
export interface ScenarioPlan {
  readonly change: FactChange;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly created: readonly EntityId[];
  readonly gone: readonly EntityId[];
}

/** As the schema of the API says. */
const MOST_CLAIMS = 50;
const MOST_IDS = 50;
/** Claims that may go with entities that are taken away. */
const MOST_WITHDRAWN = 500;
/** What is little enough to be taken away as a whole; of a company or a chip `impact` tells what would be lost. */
const REMOVABLE: ReadonlySet<string> = new Set(['deal', 'initiative', 'datacenter', 'policy']);

/**
 * Checks a scenario by the rules of writes. What it adds needs no source, and is said on `asOf` and known at `knownAt`
 * unless it says otherwise; a new deal is announced and active that day. What is both added and taken away cancels out.
 * Throws BAD_USER_INPUT with every problem, NOT_FOUND, CONFLICT for claims that stand already or were withdrawn.
 */
export function planScenario(current: Standing, { add, remove }: Scenario, at: TimeSlice): ScenarioPlan {
  refuseMuch(add, remove);
  const isBoth = ({ id }: Hypothesis) => remove.includes(id) && isNew(current, id);
  const cancelled = new Set<string>(add.filter(isBoth).map(({ id }) => id));
  const names = ({ object }: HypotheticalClaim) => typeof object === 'string' && cancelled.has(object);
  const kept = add
    .filter((one) => !cancelled.has(one.id))
    .map((one) => ({ ...one, statements: one.statements.filter((claim) => !names(claim)) }));

  const problems: SeedProblem[] = [];
  const { heads, created, given } = readAdded(current, kept, at.asOf, problems);
  const dataThrough = at.asOf > current.meta.dataThrough ? at.asOf : current.meta.dataThrough;
  const placed = readDrafts(given, draftContext(current, dataThrough, at.knownAt), problems);
  const said = new Set(placed.map(({ statement }) => statement.id));
  const taken = withdrawn(
    current,
    remove.filter((id) => !cancelled.has(id) && !(said.has(id) && !current.statements.has(id))),
  );
  const isTaken = (id: string) => taken.claims.has(id) || (remove.includes(id) && !current.statements.has(id));
  const added = placed.filter(({ statement }) => !isTaken(statement.id));
  const retracted = new Set([...taken.claims.keys()].filter((id) => !said.has(id)));
  problems.push(...checkChange(current, { added, retracted, created, gone: taken.gone, dataThrough }));
  refuseProblems(problems, 'scenario');
  const settled = settle(current, added, at.knownAt);
  const ascending = <T extends string>(ids: Iterable<T>): readonly T[] => [...ids].sort(compareIds);
  return {
    change: { ...NO_FACT_CHANGE, heads, added: settled, retracted, gone: taken.gone },
    added: ascending(settled.map(({ id }) => id)),
    removed: ascending(retracted),
    created: ascending(created.keys()),
    gone: ascending(taken.gone),
  };
}

function refuseMuch(add: readonly Hypothesis[], remove: readonly string[]): void {
  if (add.length === 0 && remove.length === 0) throw badInput('a scenario that adds or removes something', 'neither');
  const claims = add.reduce((count, { statements }) => count + statements.length, 0);
  if (claims > MOST_CLAIMS || add.length > MOST_CLAIMS) {
    throw badInput(`a scenario that adds at most ${MOST_CLAIMS} statements`, Math.max(claims, add.length));
  }
  if (remove.length > MOST_IDS) throw badInput(`a scenario that removes at most ${MOST_IDS} ids`, remove.length);
}

function isNew(current: Standing, id: EntityId): boolean {
  return !current.entities.has(id) && !current.redirects.has(id);
}

/** Heads of what is new, and all claims with the place at which each was given. */
function readAdded(current: Standing, add: readonly Hypothesis[], asOf: Day, problems: SeedProblem[]) {
  const heads: FactChange['heads'][number][] = [];
  const created = new Map<EntityId, string>();
  const given: GivenClaim[] = [];
  for (const [i, hypothesis] of add.entries()) {
    const { id, name, statements } = hypothesis;
    const place = `add[${i}]`;
    const problem = (field: string, expected: string, got: unknown) =>
      problems.push({ file: '', record: place, field, expected, got: show(got) });
    const isFirst = add.findIndex((other) => other.id === id) === i;
    if (kindOf(id) === 'source') problem('id', 'an id of anything but a source', id);
    else if (!isFirst) problem('id', 'an id given once', id);
    else if (isNew(current, id)) {
      if (RULES.some((rule) => rule.heads?.includes(id))) problem('id', 'another id: a rule waits for this one', id);
      const read = readHeads([{ id, name: name ?? id, sources: [HYPOTHETICAL] }], current, []);
      heads.push(...read.heads);
      created.set(id, place);
    } else if (typeof name === 'string' && name !== current.entities.get(id)?.name) {
      problem('name', 'no other name of an entity that is there', name);
    }
    if (statements.length === 0 && !created.has(id)) problem('statements', 'statements about what is there', 'none');
    const claims = created.has(id) && kindOf(id) === 'deal' ? withDefaults(statements, asOf) : statements;
    for (const [n, claim] of claims.entries()) {
      const sources = claim.sources && claim.sources.length > 0 ? claim.sources : [HYPOTHETICAL];
      const draft = { ...claim, subject: id, saidOn: claim.saidOn ?? asOf, sources };
      given.push({ place: `${place}.statements[${n}]`, draft });
    }
  }
  return { heads, created, given };
}

/** A new deal is announced and active on the day that is asked about, unless it says otherwise. */
function withDefaults(claims: readonly HypotheticalClaim[], asOf: Day): readonly HypotheticalClaim[] {
  const says = (property: string) => claims.some((claim) => claim.property === property);
  const announced = claims.find(({ property }) => property === 'announced')?.value ?? asOf;
  return [
    ...claims,
    ...(says('announced') ? [] : [{ property: 'announced', value: asOf }]),
    ...(says('status') ? [] : [{ property: 'status', value: 'ACTIVE', validFrom: String(announced) }]),
  ];
}

interface Withdrawn {
  readonly claims: ReadonlyMap<string, StatementRecord>;
  readonly gone: ReadonlySet<EntityId>;
}

/** The claims that are taken away: those named, and all about what is named or pointing at it. */
function withdrawn(current: Standing, remove: readonly string[]): Withdrawn {
  const claims = new Map<string, StatementRecord>();
  const gone = new Set<EntityId>();
  const withdrawnBefore: string[] = [];
  for (const id of remove) {
    if (isId(id)) {
      const entity = current.redirects.get(id) ?? id;
      if (!current.entities.has(entity)) throw notFound(kindOf(id), id);
      if (!REMOVABLE.has(kindOf(entity))) {
        throw badInput(`ids of statements, deals, initiatives, datacenters and policies to remove`, id);
      }
      gone.add(entity);
      for (const claim of [...current.about(entity), ...current.pointingAt(entity)]) {
        if (claim.retractedAt === null) claims.set(claim.id, claim);
      }
      continue;
    }
    if (!id.startsWith('statement:')) throw badInput('an id of a statement or an entity to remove', id);
    const claim = current.statements.get(id);
    if (claim === undefined) throw notFound('statement', id);
    if (claim.retractedAt !== null) {
      withdrawnBefore.push(`The statement ${show(id)} was withdrawn at ${claim.retractedAt}.`);
    }
    claims.set(id, claim);
  }
  refuseConflicts(withdrawnBefore);
  if (claims.size > MOST_WITHDRAWN) {
    throw badInput(`a scenario that takes at most ${MOST_WITHDRAWN} statements away`, claims.size);
  }
  return { claims, gone };
}
