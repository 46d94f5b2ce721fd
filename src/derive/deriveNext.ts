import type { Change, RowChange } from '../model/change.js';
import type { Dataset, DatasetMeta } from '../model/dataset.js';
import { diffDatasets, diffRows } from '../model/diffDatasets.js';
import type { DependencyKind, Edge } from '../model/edge.js';
import type { EntityHead, SourceRecord } from '../model/entity.js';
import type { GraphEvent } from '../model/event.js';
import type { EntityId } from '../model/ids.js';
import type { Statement } from '../model/statement.js';
import type { Instant } from '../model/time.js';
import { changeFacts, changeStatements, type FactChange } from './changeFacts.js';
import { changesPast, renamed } from './changesPast.js';
import { closingDays } from './closingDays.js';
import { deriveDataset } from './deriveDataset.js';
import { deriveEvents, eventFrom, eventKey, eventsByKey } from './deriveEvents.js';
import { contentKey, contentsOf, edgeFrom } from './edgeContent.js';
import { FactIndex, headsById } from './FactIndex.js';
import { factsOf, headOf, withoutFlags } from './factsOf.js';
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

/** What is known at the new time. */
export class NextTime {
  readonly heads: readonly (EntityHead | SourceRecord)[];
  /** All, also withdrawn ones, in their order. */
  readonly statements: readonly Statement[];
  /** Those that the write adds or withdraws. */
  readonly touched: readonly Statement[];
  readonly meta: DatasetMeta;
  /** The deals that the touched deals supersede, or superseded until now: they read them. */
  readonly superseded: ReadonlySet<EntityId>;
  readonly #current: Dataset;
  readonly #at: Instant;
  readonly #facts: FactIndex | null;

  constructor(
    current: Dataset,
    readonly change: FactChange,
    at: Instant,
  ) {
    this.#current = current;
    this.#at = at;
    const changed = new Set(change.heads.map(({ id }) => id));
    this.heads = [...current.entities.filter(({ id }) => !changed.has(id)).map(headOf), ...change.heads];
    const before = current.statements.map(withoutFlags);
    this.statements = changeStatements(before, change, at);
    this.touched = [...before.filter((s) => isWithdrawn(s, change)), ...change.added];
    this.meta = change.meta ?? current.meta;
    const subjects = new Set(this.touched.map((s) => s.subject));
    const links = [...this.statements, ...this.touched].filter(
      (s) => s.property === 'supersedes' && subjects.has(s.subject),
    );
    this.superseded = new Set(links.map((s) => s.object).filter((id) => id !== null));
    const known = () => this.statements.filter((s) => s.retractedAt === null);
    this.#facts =
      this.touched.length === 0 ? null : new FactIndex(headsById(this.heads), known(), closingDays(this.meta));
  }

  edges(): RowChange<Edge> {
    const facts = this.#facts;
    const properties = new Set(this.touched.map((s) => s.property));
    const touched = RULES.filter(({ inputs }) => inputs.some((property) => properties.has(property)));
    // Whether a stated relation gives way to a deal is decided among all edges of a kind, whatever their rules.
    const kinds = new Set<DependencyKind>(touched.flatMap((rule) => rule.kinds));
    if (facts === null || kinds.size === 0) return { put: [], removed: [] };
    const rules = RULES.filter((rule) => rule.kinds.some((kind) => kinds.has(kind)));
    const drafts = rules.flatMap((rule) => runRule(rule, facts)).filter((draft) => kinds.has(draft.kind));
    const open = this.#current.edges.filter(({ knownTo, kind }) => knownTo === null && kinds.has(kind));
    return nextVersions(open, contentsOf(drafts), this.#at, contentKey, (item) => edgeFrom(item, this.#at, null));
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
    const facts = { meta: this.meta, entities: this.heads, statements: this.statements };
    const history = diffRows(this.#eventsOf(retitled), deriveEvents(facts, retitled));
    return { put: [...told.put, ...history.put], removed: history.removed };
  }

  #nextEvents(ids: ReadonlySet<EntityId>): RowChange<GraphEvent> {
    const facts = this.#facts;
    if (facts === null) return { put: [], removed: [] };
    const open = this.#eventsOf(ids).filter(({ knownTo }) => knownTo === null);
    const there = [...ids].filter((id) => facts.heads.has(id));
    return nextVersions(open, eventsByKey(facts, there), this.#at, eventKey, (item) => eventFrom(item, this.#at, null));
  }

  #eventsOf(ids: ReadonlySet<EntityId>): readonly GraphEvent[] {
    return this.#current.events.filter(({ entities: [subject] }) => subject !== undefined && ids.has(subject));
  }
}

function isWithdrawn(s: Statement, { retracted }: FactChange): boolean {
  return s.retractedAt === null && retracted.has(s.id);
}
