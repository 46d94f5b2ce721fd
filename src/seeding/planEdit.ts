import { type FactChange, NO_FACT_CHANGE } from '../derive/changeFacts.js';
import type { DatasetMeta } from '../model/dataset.js';
import { notFound } from '../model/errors.js';
import { hash64 } from '../model/hash.js';
import { compareIds, type EntityId } from '../model/ids.js';
import type { Standing } from '../model/Standing.js';
import type { Statement } from '../model/statement.js';
import { type Day, type Instant, isPartialDate } from '../model/time.js';
import type { EntityDraft, StatementDraft } from '../store/GraphEditor.js';
import { checkChange } from './checkChange.js';
import { countProblems, refuseConflicts, refuseProblems } from './editProblems.js';
import { contentId, type PlacedStatement } from './makeStatements.js';
import { draftContext, readDrafts } from './readDrafts.js';
import { readHeads } from './readHeads.js';
import { type SeedProblem, show } from './SeedProblems.js';

/** A checked write, before what follows from it is derived. Ids are ascending. */
export interface EditPlan {
  readonly change: FactChange;
  readonly recorded: readonly string[];
  readonly retracted: readonly string[];
  readonly created: readonly EntityId[];
  readonly updated: readonly EntityId[];
  readonly merged: readonly EntityId[];
  /** What the claims and heads in it are about. */
  readonly touchedIds: readonly EntityId[];
}

const NOTHING = { recorded: [], retracted: [], created: [], updated: [], merged: [] } as const;

/** Claims to record, and what else the same write does. */
export interface Recording {
  readonly drafts: readonly StatementDraft[];
  readonly dataThrough: Day | null;
  /** Ids of claims to withdraw. */
  readonly retract: readonly string[];
}

/**
 * Throws BAD_USER_INPUT with every problem, CONFLICT for claims that stand already or were withdrawn, NOT_FOUND for an unknown
 * id to withdraw. Costs what it touches.
 */
export function planRecord(current: Standing, { drafts, dataThrough, retract }: Recording, at: Instant): EditPlan {
  const problems = dataThrough === null ? [] : dayProblems(dataThrough, current.meta.dataThrough, at);
  if (drafts.length > 0 || dataThrough === null) problems.push(...countProblems('statements', drafts.length));
  if (retract.length > 0) problems.push(...countProblems('ids of statements to retract', retract.length));
  refuseProblems(problems);
  const withdrawn = standing(current, retract);
  const retracted = new Set(withdrawn.map(({ id }) => id));
  const through = dataThrough ?? current.meta.dataThrough;
  const given = drafts.map((draft, i) => ({ place: `statements[${i}]`, draft }));
  const placed = readDrafts(given, draftContext(current, through, at), problems);
  const change = { added: placed, retracted, created: new Map(), dataThrough: through };
  refuseProblems([...problems, ...checkChange(current, change)]);
  const added = settle(current, placed, at);
  const meta = through === current.meta.dataThrough ? null : closedOn(current.meta, through);
  return {
    ...NOTHING,
    change: { ...NO_FACT_CHANGE, meta, added, retracted },
    recorded: idsOf(added),
    retracted: idsOf(withdrawn),
    touchedIds: ascending([...added, ...withdrawn].map((s) => s.subject)),
  };
}

/** Throws NOT_FOUND for an unknown id, CONFLICT for a withdrawn one, BAD_USER_INPUT where too little would be left. */
export function planRetract(current: Standing, ids: readonly string[]): EditPlan {
  refuseProblems(countProblems('ids of statements', ids.length));
  const chosen = standing(current, ids);
  const retracted = new Set(chosen.map(({ id }) => id));
  const { dataThrough } = current.meta;
  refuseProblems(checkChange(current, { added: [], retracted, created: new Map(), dataThrough }));
  return {
    ...NOTHING,
    change: { ...NO_FACT_CHANGE, retracted },
    retracted: idsOf(chosen),
    touchedIds: ascending(chosen.map((s) => s.subject)),
  };
}

/** The statements of the ids. Throws NOT_FOUND for an unknown id, CONFLICT for a withdrawn one. */
function standing(current: Standing, ids: readonly string[]): readonly Statement[] {
  const chosen = [...new Set(ids)].map((id) => {
    const statement = current.statements.get(id);
    if (statement === undefined) throw notFound('statement', id);
    return statement;
  });
  const gone = chosen.filter((s) => s.retractedAt !== null);
  refuseConflicts(gone.map(({ id, retractedAt }) => `The statement ${show(id)} was withdrawn at ${retractedAt}.`));
  return chosen;
}

/** Throws BAD_USER_INPUT with every problem, CONFLICT for claims that stand already. Costs what it touches. */
export function planUpsert(current: Standing, drafts: readonly EntityDraft[], at: Instant): EditPlan {
  const claimCount = drafts.reduce((count, { statements }) => count + (statements?.length ?? 0), 0);
  refuseProblems([
    ...countProblems('entities', drafts.length),
    ...(claimCount === 0 ? [] : countProblems('statements', claimCount)),
  ]);
  const problems: SeedProblem[] = [];
  const { heads, created, claims } = readHeads(drafts, current, problems);
  const published = new Map(heads.flatMap((head) => ('published' in head ? [[head.id, head.published]] : [])));
  const { dataThrough } = current.meta;
  const placed = readDrafts(claims, draftContext(current, dataThrough, at, published), problems);
  problems.push(...checkChange(current, { added: placed, retracted: new Set(), created, dataThrough }));
  refuseProblems(problems);
  const added = settle(current, placed, at);
  const ids = ascending(heads.map(({ id }) => id));
  return {
    ...NOTHING,
    change: { ...NO_FACT_CHANGE, heads, added },
    recorded: idsOf(added),
    created: ids.filter((id) => created.has(id)),
    updated: ids.filter((id) => !created.has(id)),
    touchedIds: ascending([...ids, ...added.map((s) => s.subject)]),
  };
}

/** What was said without a date was said by the day through which data was collected when it was recorded. */
function closedOn(meta: DatasetMeta, dataThrough: Day): DatasetMeta {
  return { ...meta, dataThrough, closedBefore: [...(meta.closedBefore ?? []), meta.dataThrough] };
}

/** The day through which data was collected only moves forward, and never beyond today. */
function dayProblems(day: Day, before: Day, at: Instant): SeedProblem[] {
  const today = at.slice(0, before.length);
  if (isPartialDate(day) && day.length === before.length && before <= day && day <= today) return [];
  const expected = `a day from ${before} through ${today}`;
  return [{ file: '', record: 'dataThrough', field: '', expected, got: show(day) }];
}

/**
 * The claims with their ids and places among all. What stands already is a conflict; what was withdrawn may be claimed
 * again, as a statement of its own. Throws CONFLICT.
 */
export function settle(current: Standing, placed: readonly PlacedStatement[], at: Instant): readonly Statement[] {
  const standing = new Map<string, string>();
  const touched = new Map(placed.map(({ statement: s }) => [`${s.subject} ${s.property}`, s]));
  for (const { subject, property } of touched.values()) {
    for (const s of current.about(subject, property)) if (s.retractedAt === null) standing.set(contentId(s), s.id);
  }
  const conflicts: string[] = [];
  const settled = placed.map(({ statement, record }, i): Statement => {
    const same = standing.get(statement.id);
    if (same !== undefined) conflicts.push(`${record} says what the statement ${show(same)} says already.`);
    const id = current.statements.has(statement.id) ? `statement:${hash64(`${statement.id}|${at}`)}` : statement.id;
    return { ...statement, id, order: current.lastOrder + 1 + i };
  });
  refuseConflicts(conflicts);
  return settled;
}

function idsOf(statements: readonly Statement[]): readonly string[] {
  return statements.map(({ id }) => id).sort(compareIds);
}

function ascending(ids: readonly EntityId[]): readonly EntityId[] {
  return [...new Set(ids)].sort(compareIds);
}
