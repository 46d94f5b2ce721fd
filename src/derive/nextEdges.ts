import type { RowChange } from '../model/change.js';
import type { DependencyKind, Edge } from '../model/edge.js';
import type { EntityId } from '../model/ids.js';
import type { Standing } from '../model/Standing.js';
import type { Statement } from '../model/statement.js';
import type { Day, Instant } from '../model/time.js';
import type { EdgeDraft } from './EdgeDraft.js';
import { contentKey, draftsByKey, edgeFrom } from './edgeContent.js';
import type { FactsAt } from './FactsAt.js';
import { LOOKED_UP, LocalFacts } from './LocalFacts.js';
import { nextVersions } from './nextVersions.js';
import { type Rule, runRule } from './Rule.js';
import { RULES } from './rules.js';
import { outlookOn, type Pair, startsThatRead } from './starts.js';

/** The facts on both sides of a write. */
export interface Write {
  readonly current: Standing;
  readonly before: FactsAt;
  readonly after: FactsAt;
  /** The statements that it adds or withdraws. */
  readonly touched: readonly Statement[];
  readonly closingDays: ReadonlySet<Day>;
  readonly at: Instant;
}

/**
 * What a write changes in the dependencies known now. First the rules that read a property that it touches are run from
 * wherever they may come across what it touches, before and after: that shows between which pairs something changes. Then
 * all about these pairs is derived, for what is stated and what deals say of a pair is weighed together. Costs what lies
 * around the touched statements and those pairs.
 */
export function nextEdges(write: Write): RowChange<Edge> {
  const properties = new Set(write.touched.map((s) => s.property));
  const touched = RULES.filter(({ inputs }) => inputs.some((property) => properties.has(property)));
  const pairs = changedPairs(write, touched);
  if (pairs.size === 0) return { put: [], removed: [] };
  const kinds = new Set([...pairs.values()].map(({ kind }) => kind));
  const rules = RULES.filter((rule) => rule.kinds.some((kind) => kinds.has(kind)));
  const inputs = inputsOf(rules);
  const facts = new LocalFacts(write.after, outlookOn(write.after, pairs.values(), inputs), write.closingDays);
  const found = rules.flatMap((rule) => runRule(rule, facts)).filter(({ fields }) => pairs.has(keyOf(fields)));
  const open = [...pairs.values()].flatMap(({ kind, from, to }) => openEdges(write.current, kind, from, to));
  return nextVersions(open, draftsByKey(found), write.at, contentKey, ({ content }) =>
    edgeFrom(content, write.at, null),
  );
}

interface KindOfPair extends Pair {
  readonly kind: DependencyKind;
}

/** The pairs of which any rule finds something before the write that it does not find after, or the other way round. */
function changedPairs(write: Write, rules: readonly Rule[]): ReadonlyMap<string, KindOfPair> {
  const { before, after, touched, closingDays } = write;
  const changed = new Map<string, KindOfPair>();
  for (const rule of rules) {
    const inputs = new Set(rule.inputs);
    const read = touched.filter(({ property }) => inputs.has(property));
    const starts = new Set<EntityId>();
    for (const claim of read) {
      for (const facts of [before, after]) for (const id of startsThatRead(facts, claim, inputs)) starts.add(id);
    }
    // A relation that nobody looks up tells of its own ends alone; a value may tell of all that its subject has to do with.
    const isOwn = read.every(({ property, object }) => object !== null && !LOOKED_UP.has(property));
    const ends = new Set(read.flatMap(({ subject, object }) => (object === null ? [subject] : [subject, object])));
    const outlook = { starts, ends: isOwn ? ends : null };
    const was = draftsOf(rule, new LocalFacts(before, outlook, closingDays));
    const is = draftsOf(rule, new LocalFacts(after, outlook, closingDays));
    for (const [key, { fields }] of was) if (!is.has(key)) changed.set(keyOf(fields), fields);
    for (const [key, { fields }] of is) if (!was.has(key)) changed.set(keyOf(fields), fields);
  }
  return changed;
}

function draftsOf(rule: Rule, facts: LocalFacts): ReadonlyMap<string, EdgeDraft> {
  return new Map(runRule(rule, facts).map((draft) => [draft.key, draft]));
}

function keyOf({ kind, from, to }: KindOfPair): string {
  return `${kind}|${from}|${to}`;
}

function inputsOf(rules: readonly Rule[]): ReadonlySet<string> {
  return new Set(rules.flatMap((rule) => rule.inputs));
}

function openEdges(current: Standing, kind: DependencyKind, from: EntityId, to: EntityId): readonly Edge[] {
  return current.edgesFrom(from).filter((edge) => edge.to === to && edge.kind === kind && edge.knownTo === null);
}
