import type { FactChange } from '../derive/changeFacts.js';
import { changesPast, readsAnew } from '../derive/changesPast.js';
import { deriveNext } from '../derive/deriveNext.js';
import type { Change, RevisionNote } from '../model/change.js';
import type { DatasetIndex } from '../model/DatasetIndex.js';
import { badInput, GraphError } from '../model/errors.js';
import { compareIds } from '../model/ids.js';
import type { Instant } from '../model/time.js';
import type { EditRequest } from '../store/GraphEditor.js';
import type { Decision } from '../store/GraphLedger.js';
import { planRequest, requestHash } from './editRequest.js';
import { writeSummary } from './editSummary.js';

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

/** What a request makes of the graph as it stands, by the rules of the seeds. Pure. Throws what {@link GraphEditor} says. */
export function decideEdit(current: DatasetIndex, request: EditRequest, at: Instant, limits: WriteLimits): Decision {
  const plan = planRequest(current, request, at);
  refuseMuch(current, plan.change, at, limits);
  const change = deriveNext(current, plan.change, at);
  const { recorded, retracted, created, updated, merged, touchedIds } = plan;
  const edges = edgeSummary(current, change, limits.edges);
  const made = { recorded, retracted, created, updated, merged };
  const summary = writeSummary({ request: requestHash(request), ...made, ...edges });
  return { facts: plan.change, change, touchedIds, summary };
}

/** Who and why are part of the record. Throws BAD_USER_INPUT. */
export function checkNote({ author, reason, key }: RevisionNote): RevisionNote {
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
