import { bestByIdentity } from '../model/claims.js';
import type { EntityHead } from '../model/entity.js';
import { compareIds, type EntityId, type EntityKind, kindOf } from '../model/ids.js';
import type { Statement } from '../model/statement.js';
import { type Day, lastDay } from '../model/time.js';
import { type DealView, viewDeal } from './dealView.js';
import { groupBy } from './groupBy.js';
import { type Relation, relationsOf } from './relation.js';

const NONE: readonly Statement[] = [];

/** The entities that are there. */
export type Heads = Pick<ReadonlyMap<EntityId, EntityHead>, 'get' | 'has' | 'values'>;

/**
 * What was known at one time, arranged for the rules. Built in linear time; what a look-up needs beyond the properties is
 * arranged when it is first asked for: of a large dataset the rules ask for a small part by subject.
 */
export class FactIndex {
  readonly heads: Heads;
  readonly #byProperty: ReadonlyMap<string, readonly Statement[]>;
  readonly #bySubject = new Map<string, ReadonlyMap<EntityId, readonly Statement[]>>();
  readonly #byObject = new Map<string, ReadonlyMap<EntityId | null, readonly Statement[]>>();
  readonly #ofKind = new Map<EntityKind, ReadonlyMap<EntityId, readonly Statement[]>>();
  readonly #relations = new Map<string, readonly Relation[]>();
  readonly #relationsBySubject = new Map<string, ReadonlyMap<EntityId, readonly Relation[]>>();
  readonly #closingDays: ReadonlySet<Day>;
  #clouds: ReadonlyMap<EntityId, readonly Relation[]> | null = null;
  readonly #ids = new Map<EntityKind, readonly EntityId[]>();
  #deals: readonly DealView[] | null = null;

  /** `closingDays`: the days that stand for when something was said where no source says when. */
  constructor(heads: Heads, statements: readonly Statement[], closingDays: ReadonlySet<Day>) {
    this.heads = heads;
    this.#closingDays = closingDays;
    this.#byProperty = groupBy(statements, (s) => s.property);
  }

  name(id: EntityId): string {
    return this.heads.get(id)?.name ?? id;
  }

  /** Ids of one kind, ascending. */
  ids(kind: EntityKind): readonly EntityId[] {
    return remembered(this.#ids, kind, () => {
      return [...this.heads.values()].flatMap((head) => (head.kind === kind ? [head.id] : [])).sort(compareIds);
    });
  }

  about(subject: EntityId, property: string): readonly Statement[] {
    const bySubject = remembered(this.#bySubject, property, () => {
      return groupBy(this.withProperty(property), (s) => s.subject);
    });
    return bySubject.get(subject) ?? NONE;
  }

  /** Statements of a property that point at the entity. */
  pointingAt(object: EntityId, property: string): readonly Statement[] {
    const byObject = remembered(this.#byObject, property, () => groupBy(this.withProperty(property), (s) => s.object));
    return byObject.get(object) ?? NONE;
  }

  withProperty(property: string): readonly Statement[] {
    return this.#byProperty.get(property) ?? NONE;
  }

  /** The best claim about the entity as a whole. */
  best(subject: EntityId, property: string): Statement | null {
    const whole = this.about(subject, property).filter((s) => s.scope === null && s.refersTo === null);
    return bestByIdentity(whole)[0] ?? null;
  }

  /** The day by which it had certainly been said; null where neither the claim nor a source of it has a date. */
  saidDay(s: Statement): Day | null {
    const day = lastDay(s.saidOn);
    return this.#closingDays.has(day) && s.sources.every((id) => this.#isUndated(id)) ? null : day;
  }

  #isUndated(source: EntityId): boolean {
    const head = this.heads.get(source);
    return head !== undefined && 'published' in head && head.published === null;
  }

  /** All relations of a property, as ties between their subject and object. */
  relations(property: string): readonly Relation[] {
    return remembered(this.#relations, property, () => {
      return relationsOf(this.withProperty(property), (s) => this.saidDay(s));
    });
  }

  relationsOf(subject: EntityId, property: string): readonly Relation[] {
    const bySubject = remembered(this.#relationsBySubject, property, () => {
      return groupBy(this.relations(property), (relation) => relation.subject);
    });
    return bySubject.get(subject) ?? [];
  }

  /** The clouds that a company runs: their `operated_by` relations. */
  cloudsOf(company: EntityId): readonly Relation[] {
    if (!this.#clouds) {
      const clouds = this.relations('operated_by').filter((r) => kindOf(r.subject) === 'cloud');
      this.#clouds = groupBy(clouds, (relation) => relation.object);
    }
    return this.#clouds.get(company) ?? [];
  }

  /** What organisations of this name do: chip_designer, foundry, memory, … */
  rolesOf(company: EntityId): ReadonlySet<string> {
    return new Set(this.about(company, 'role').map((s) => String(s.value)));
  }

  deals(): readonly DealView[] {
    this.#deals ??= this.ids('deal').map((id) => viewDeal(this, id));
    return this.#deals;
  }

  /** Every statement about a deal, for the model's own reading of it: property by property. */
  all(subject: EntityId): readonly Statement[] {
    const kind = kindOf(subject);
    const ofKind = remembered(this.#ofKind, kind, () => {
      const about = [...this.#byProperty.values()].map((list) => list.filter((s) => kindOf(s.subject) === kind));
      return groupBy(about.flat(), (s) => s.subject);
    });
    return ofKind.get(subject) ?? NONE;
  }
}

/** The value of a key, made when it is first asked for. */
export function remembered<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  let value = known.get(key);
  if (value === undefined) {
    value = make();
    known.set(key, value);
  }
  return value;
}

/** Heads by id, for any number of indexes. */
export function headsById(heads: readonly EntityHead[]): ReadonlyMap<EntityId, EntityHead> {
  return new Map(heads.map((head) => [head.id, head]));
}
