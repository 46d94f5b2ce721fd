import type { FactChange } from '../derive/changeFacts.js';
import { changesPast, readsAnew } from '../derive/changesPast.js';
import { deriveNext } from '../derive/deriveNext.js';
import type { Change, RevisionNote } from '../model/change.js';
import type { DatasetIndex } from '../model/DatasetIndex.js';
import { badInput, GraphError } from '../model/errors.js';
import { hash64 } from '../model/hash.js';
import { compareIds, type EntityId } from '../model/ids.js';
import type { Day, Instant } from '../model/time.js';
import type {
  Edit,
  EditOptions,
  EntityDraft,
  GraphEditor,
  RecordOptions,
  StatementDraft,
} from '../store/GraphEditor.js';
import type { Decision, GraphLedger } from '../store/GraphLedger.js';
import { readSummary, writeSummary } from './editSummary.js';
import { type EditPlan, planRecord, planRetract, planUpsert } from './planEdit.js';
import { planMerge } from './planMerge.js';

/** How much a write may do in the time of a request. */
export interface WriteLimits {
  /** Dependencies that it may open, close or remove. */
  readonly edges: number;
  /** Statements of a graph in which it may change what was derived for earlier times. */
  readonly derivedAgain: number;
  /** Statements of a graph in which it may move `dataThrough`, for which all fields are read anew. */
  readonly readAnew: number;
}

/** Deriving so much again takes about two seconds, reading so much anew one. */
export const WRITE_LIMITS: WriteLimits = { edges: 5_000, derivedAgain: 20_000, readAnew: 200_000 };
const { POSITIVE_INFINITY: ANY } = Number;
/** Of a write that may take as long as it takes. */
export const NO_LIMITS: WriteLimits = { edges: ANY, derivedAgain: ANY, readAnew: ANY };

/** As the schema of the API says. */
const MAX_AUTHOR = 200;
const MAX_REASON = 2_000;
const MAX_KEY = 200;

/** Edits by the rules of the seeds: what is written is checked, and what follows is derived, under the ledger's lock. */
export class Editor implements GraphEditor {
  constructor(
    private readonly ledger: GraphLedger,
    private readonly limits = WRITE_LIMITS,
  ) {}

  async recordStatements(
    drafts: readonly StatementDraft[],
    dataThrough: Day | null,
    { retract = [], ...options }: RecordOptions,
  ): Promise<Edit> {
    // Without what is retracted as it always was, so that the key of an earlier write goes on standing for it.
    const request = requestHash('recordStatements', drafts, dataThrough, ...(retract.length > 0 ? [retract] : []));
    return this.edit(request, (current, at) => planRecord(current, { drafts, dataThrough, retract }, at), options);
  }

  async retractStatements(ids: readonly string[], options: EditOptions): Promise<Edit> {
    return this.edit(requestHash('retractStatements', ids), (current) => planRetract(current, ids), options);
  }

  async upsertEntities(drafts: readonly EntityDraft[], options: EditOptions): Promise<Edit> {
    const request = requestHash('upsertEntities', drafts);
    return this.edit(request, (current, at) => planUpsert(current, drafts, at), options);
  }

  async mergeEntities(from: EntityId, into: EntityId, options: EditOptions): Promise<Edit> {
    return this.edit(requestHash('mergeEntities', from, into), (current) => planMerge(current, from, into), options);
  }

  private async edit(
    request: string,
    plan: (current: DatasetIndex, at: Instant) => EditPlan,
    { dryRun, signal, ...given }: EditOptions,
  ): Promise<Edit> {
    const note = checkNote(given);
    const decide = (current: DatasetIndex, at: Instant) =>
      decisionOf(current, plan(current, at), at, { request, limits: this.limits });
    if (dryRun) {
      const { summary } = await this.ledger.rehearse(decide, { signal });
      return { ...read(summary).edit, revision: null, at: null, dryRun, repeated: false, bookmark: null };
    }
    const { revision, repeated, bookmark } = await this.ledger.commit(note, decide, { signal });
    const done = read(revision.summary);
    if (repeated && done.request !== request) {
      const message = `The idempotency key "${note.key}" is that of another write, which made revision ${revision.number}. Give this one a key of its own.`;
      throw new GraphError('CONFLICT', message);
    }
    return { ...done.edit, revision: revision.number, at: revision.at, dryRun, repeated, bookmark };
  }
}

function read(text: string) {
  const { request, ...edit } = readSummary(text);
  return { request, edit };
}

/** Tells a request from another: what is null is as good as left out, and fields may come in any order. */
function requestHash(...asked: readonly unknown[]): string {
  return hash64(JSON.stringify(asked, (_name, value: unknown) => (isFields(value) ? given(value) : value)));
}

function isFields(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function given(fields: object): object {
  const set = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(set.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Who and why are part of the record. */
function checkNote({ author, reason, key }: RevisionNote): RevisionNote {
  checkText('author', author, MAX_AUTHOR);
  checkText('reason', reason, MAX_REASON);
  if (key !== null) checkText('key', key, MAX_KEY);
  return { author, reason, key };
}

function checkText(name: string, text: string, max: number): void {
  if (text.trim() === '' || text.length > max) throw badInput(`${name} of 1..${max} characters`, text);
}

/** What is derived again as a whole must be little: nothing else has a turn meanwhile, and other writes wait. */
function refuseMuch(current: DatasetIndex, change: FactChange, at: Instant, limits: WriteLimits): void {
  const count = current.statements.size;
  const most = changesPast(current, change, at)
    ? limits.derivedAgain
    : readsAnew(current, change)
      ? limits.readAnew
      : Number.POSITIVE_INFINITY;
  if (count <= most) return;
  const message = `Expected a write that has at most ${most} statements derived again but it has ${count}: it changes what was derived for earlier times, or the day on which all fields are read. Give it to "aigraph rederive --write FILE".`;
  throw new GraphError('CONFLICT', message);
}

function decisionOf(
  current: DatasetIndex,
  plan: EditPlan,
  at: Instant,
  { request, limits }: { readonly request: string; readonly limits: WriteLimits },
): Decision {
  refuseMuch(current, plan.change, at, limits);
  const change = deriveNext(current, plan.change, at);
  const { recorded, retracted, created, updated, merged, touchedIds } = plan;
  const edges = edgeSummary(current, change, limits.edges);
  const made = { recorded, retracted, created, updated, merged };
  const summary = writeSummary({ request, ...made, ...edges });
  return { facts: plan.change, change, touchedIds, summary };
}

function edgeSummary(current: DatasetIndex, { edges }: Change, maxEdges: number) {
  const count = edges.put.length + edges.removed.length;
  if (count > maxEdges) {
    const message = `Expected a write that affects at most ${maxEdges} dependencies but it affects ${count}. Make it in smaller parts, or give it to "aigraph rederive --write FILE".`;
    throw new GraphError('CONFLICT', message);
  }
  const put = new Set(edges.put.map(({ id }) => id));
  const idsOf = (isThere: boolean) => [...put].filter((id) => current.edges.has(id) === isThere).sort(compareIds);
  return {
    edgesOpened: idsOf(false),
    edgesClosed: idsOf(true),
    edgesRemoved: [...edges.removed].sort(compareIds),
  };
}
