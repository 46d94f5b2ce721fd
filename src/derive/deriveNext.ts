import { compareStatements } from '../model/applyChange.js';
import type { Change, RowChange } from '../model/change.js';
import type { Dataset, DatasetMeta } from '../model/dataset.js';
import { diffDatasets, diffRows } from '../model/diffDatasets.js';
import type { DependencyKind, Edge } from '../model/edge.js';
import type { EntityHead, SourceRecord } from '../model/entity.js';
import type { GraphEvent } from '../model/event.js';
import type { EntityId } from '../model/ids.js';
import type { Statement, StatementRecord } from '../model/statement.js';
import type { Instant } from '../model/time.js';
import { changeFacts, changeStatements, type FactChange } from './changeFacts.js';
import { changesPast, renamed } from './changesPast.js';
import { closingDays } from './closingDays.js';
import { deriveDataset } from './deriveDataset.js';
import { deriveEvents, eventFrom, eventKey, eventsByKey } from './deriveEvents.js';
import { contentKey, draftsByKey, edgeFrom } from './edgeContent.js';
import { FactIndex, headsById } from './FactIndex.js';
import { factsOf, withoutFlags } from './factsOf.js';
import { nextVersions } from './nextVersions.js';
import { runRule } from './Rule.js';
import { followRedirects } from './redirects.js';
import { RULES } from './rules.js';
import { nextRecords, nextStatements } from './touchedRows.js';

/**
 * What a write at `at`, which must be later than all that is recorded, changes in a dataset: applied to `current` it gives
 * what {@link deriveDataset} makes of all facts so far. Only the new time is derived, by the rules that read a property
 * that the write touches and those that share a kind with one; where the past changes too (see {@link changesPast}) all
 * is derived again and compared. Pure. Cost of the first way: linear in the dataset, whatever the number of writes before.
 */
export function deriveNext(current: Dataset, change: FactChange, at: Instant): Change {
  if (changesPast(current, change, at)) {
    return diffDatasets(current, deriveDataset(changeFacts(factsOf(current), change, at)));
  }
  const next = new NextTime(current, { ...change, added: followRedirects(change.added, current.redirects) }, at);
  return {
    meta: change.meta,
    entities: nextRecords(current, next),
    statements: nextStatements(current, next),
    edges: next.edges(),
    events: next.events(),
    redirects: new Map(),
  };
}

/** What is known at the new time. Only what is asked for is put in order and read. */
export class NextTime {
  readonly meta: DatasetMeta;
  readonly heads: readonly (EntityHead | SourceRecord)[];
  /** The statements that the write adds or withdraws. */
  readonly touched: readonly Statement[];
  /** The deals that the touched deals supersede, or superseded until now: they read them. */
  readonly superseded: ReadonlySet<EntityId>;
  readonly #current: Dataset;
  readonly #at: Instant;
  readonly #statements: readonly (StatementRecord | Statement)[];

  constructor(
    current: Dataset,
    readonly change: FactChange,
    at: Instant,
  ) {
    this.#current = current;
    this.#at = at;
    this.meta = change.meta ?? current.meta;
    const changed = new Set(change.heads.map(({ id }) => id));
    this.heads = [...current.entities.filter(({ id }) => !changed.has(id)), ...change.heads];
    this.#statements = changeStatements(current.statements, change, at);
    this.touched = [...current.statements.filter((s) => isWithdrawn(s, change)).map(withoutFlags), ...change.added];
    const subjects = new Set(this.touched.map((s) => s.subject));
    const links = this.statements((s) => s.property === 'supersedes' && subjects.has(s.subject));
    this.superseded = new Set(links.map((s) => s.object).filter((id) => id !== null));
  }

  /** Those that `suit`, also withdrawn ones, without flags and in their order. */
  statements(suit: (s: Statement) => boolean): readonly Statement[] {
    return this.#statements.filter(suit).map(withoutFlags).sort(compareStatements);
  }

  edges(): RowChange<Edge> {
    const properties = new Set(this.touched.map((s) => s.property));
    const touched = RULES.filter(({ inputs }) => inputs.some((property) => properties.has(property)));
    // Whether a stated relation gives way to a deal is decided among all edges of a kind, whatever their rules.
    const kinds = new Set<DependencyKind>(touched.flatMap((rule) => rule.kinds));
    if (kinds.size === 0) return { put: [], removed: [] };
    const rules = RULES.filter((rule) => rule.kinds.some((kind) => kinds.has(kind)));
    const inputs = new Set(rules.flatMap((rule) => rule.inputs));
    const facts = this.#facts(this.statements((s) => inputs.has(s.property)));
    const drafts = rules.flatMap((rule) => runRule(rule, facts)).filter((draft) => kinds.has(draft.kind));
    const open = this.#current.edges.filter(({ knownTo, kind }) => knownTo === null && kinds.has(kind));
    return nextVersions(open, draftsByKey(drafts), this.#at, contentKey, ({ content }) =>
      edgeFrom(content, this.#at, null),
    );
  }

  /** Of what is touched the new time; of what has a title with another name now, all of its history. */
  events(): RowChange<GraphEvent> {
    const names = renamed(this.#current, this.change);
    const retitled = new Set<EntityId>();
    for (const { entities } of this.#current.events) {
      if (names.size > 0 && entities.some((id) => names.has(id)))
        for (const id of entities.slice(0, 1)) retitled.add(id);
    }
    const touched = new Set([...this.touched.map((s) => s.subject), ...this.superseded]);
    for (const id of retitled) touched.delete(id);
    const told = this.#nextEvents(touched);
    if (retitled.size === 0) return told;
    const facts = { meta: this.meta, entities: this.heads, statements: this.#eventFacts(retitled) };
    const history = diffRows(this.#eventsOf(retitled), deriveEvents(facts, retitled));
    return { put: [...told.put, ...history.put], removed: history.removed };
  }

  #nextEvents(ids: ReadonlySet<EntityId>): RowChange<GraphEvent> {
    if (ids.size === 0) return { put: [], removed: [] };
    const facts = this.#facts(this.#eventFacts(ids));
    const open = this.#eventsOf(ids).filter(({ knownTo }) => knownTo === null);
    const there = [...ids].filter((id) => facts.heads.has(id));
    return nextVersions(open, eventsByKey(facts, there), this.#at, eventKey, (item) => eventFrom(item, this.#at, null));
  }

  /** What events of these entities rest on: all about them, and about the deals that supersede or superseded them. */
  #eventFacts(ids: ReadonlySet<EntityId>): readonly Statement[] {
    const links = this.statements((s) => s.property === 'supersedes' && s.object !== null && ids.has(s.object));
    const subjects = new Set([...ids, ...links.map((s) => s.subject)]);
    return this.statements((s) => subjects.has(s.subject));
  }

  #facts(statements: readonly Statement[]): FactIndex {
    const known = statements.filter((s) => s.retractedAt === null);
    return new FactIndex(headsById(this.heads), known, closingDays(this.meta));
  }

  #eventsOf(ids: ReadonlySet<EntityId>): readonly GraphEvent[] {
    return this.#current.events.filter(({ entities: [subject] }) => subject !== undefined && ids.has(subject));
  }
}

function isWithdrawn(s: Statement, { retracted }: FactChange): boolean {
  return s.retractedAt === null && retracted.has(s.id);
}
