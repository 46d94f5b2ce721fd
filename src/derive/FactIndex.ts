import { bestByIdentity } from '../model/claims.js';
import type { EntityHead } from '../model/entity.js';
import { compareIds, type EntityId, type EntityKind, kindOf } from '../model/ids.js';
import type { Statement } from '../model/statement.js';
import { type Day, lastDay } from '../model/time.js';
import { type DealView, viewDeal } from './dealView.js';
import { groupBy } from './groupBy.js';
import { type Relation, relationsOf } from './relation.js';

const NONE: readonly Statement[] = [];

/** What was known at one time, arranged for the rules. Built in linear time; look-ups are remembered. */
export class FactIndex {
  readonly heads: ReadonlyMap<EntityId, EntityHead>;
  readonly #bySubject = new Map<EntityId, Map<string, Statement[]>>();
  readonly #byProperty = new Map<string, Statement[]>();
  readonly #relations = new Map<string, readonly Relation[]>();
  readonly #relationsBySubject = new Map<string, ReadonlyMap<EntityId, readonly Relation[]>>();
  readonly #closingDays: ReadonlySet<Day>;
  #clouds: ReadonlyMap<EntityId, readonly Relation[]> | null = null;
  #ids: ReadonlyMap<EntityKind, readonly EntityId[]> | null = null;
  #deals: readonly DealView[] | null = null;

  /** `closingDays`: the days that stand for when something was said where no source says when. */
  constructor(
    heads: ReadonlyMap<EntityId, EntityHead>,
    statements: readonly Statement[],
    closingDays: ReadonlySet<Day>,
  ) {
    this.heads = heads;
    this.#closingDays = closingDays;
    for (const statement of statements) {
      append(this.#byProperty, statement.property, statement);
      const bySubject = this.#bySubject.get(statement.subject);
      if (bySubject) append(bySubject, statement.property, statement);
      else this.#bySubject.set(statement.subject, new Map([[statement.property, [statement]]]));
    }
  }

  name(id: EntityId): string {
    return this.heads.get(id)?.name ?? id;
  }

  /** Ids of one kind, ascending. */
  ids(kind: EntityKind): readonly EntityId[] {
    this.#ids ??= groupBy([...this.heads.keys()].sort(compareIds), kindOf);
    return this.#ids.get(kind) ?? [];
  }

  about(subject: EntityId, property: string): readonly Statement[] {
    return this.#bySubject.get(subject)?.get(property) ?? NONE;
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
    const known = this.#relations.get(property);
    if (known) return known;
    const relations = relationsOf(this.withProperty(property), (s) => this.saidDay(s));
    this.#relations.set(property, relations);
    return relations;
  }

  relationsOf(subject: EntityId, property: string): readonly Relation[] {
    let bySubject = this.#relationsBySubject.get(property);
    if (!bySubject) {
      bySubject = groupBy(this.relations(property), (relation) => relation.subject);
      this.#relationsBySubject.set(property, bySubject);
    }
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

  /** Every statement about a deal, for the model's own reading of it. */
  all(subject: EntityId): readonly Statement[] {
    return [...(this.#bySubject.get(subject)?.values() ?? [])].flat();
  }
}

function append<K>(map: Map<K, Statement[]>, key: K, statement: Statement): void {
  const list = map.get(key);
  if (list) list.push(statement);
  else map.set(key, [statement]);
}

/** Heads by id, for any number of indexes. */
export function headsById(heads: readonly EntityHead[]): ReadonlyMap<EntityId, EntityHead> {
  return new Map(heads.map((head) => [head.id, head]));
}
