import { compareIds, type EntityId, type EntityKind, kindOf } from '../model/ids.js';
import type { Statement } from '../model/statement.js';
import type { Day } from '../model/time.js';
import { FactIndex } from './FactIndex.js';
import type { FactsAt } from './FactsAt.js';
import { groupBy } from './groupBy.js';
import { type Relation, relationsOf } from './relation.js';

/**
 * What rules read of another entity than the one that they start from: of the operator of a site its clouds, of a chip that
 * a deal names its designer. A claim of any other property is read where rules start from its own subject, and nowhere else.
 */
export const LOOKED_UP: ReadonlySet<string> = new Set([
  'operated_by',
  'designed_by',
  'released',
  'component',
  'fabricated_by',
  'memory_from',
  'role',
  'status',
  'first_operational',
  'announced',
  'supersedes',
  'develops_smr_for',
  'develops_fusion_for',
]);

/**
 * The facts known at one time as seen from a few entities: rules that go through all deals, chips or relations find those
 * of these entities alone, and may look up whatever else they read. Costs what is looked up.
 */
export class LocalFacts extends FactIndex {
  readonly #facts: FactsAt;
  readonly #starts: ReadonlySet<EntityId>;
  readonly #known = new Map<EntityId, ReadonlyMap<string, readonly Statement[]>>();
  readonly #relations = new Map<string, readonly Relation[]>();

  constructor(facts: FactsAt, starts: ReadonlySet<EntityId>, closingDays: ReadonlySet<Day>) {
    super(facts.heads, [], closingDays);
    this.#facts = facts;
    this.#starts = starts;
  }

  override ids(kind: EntityKind): readonly EntityId[] {
    return [...this.#starts].filter((id) => kindOf(id) === kind && this.heads.has(id)).sort(compareIds);
  }

  override about(subject: EntityId, property: string): readonly Statement[] {
    if (!this.#starts.has(subject) && !LOOKED_UP.has(property)) {
      throw new Error(`A rule looks up ${property} of another entity: add it to LOOKED_UP.`);
    }
    return this.#byProperty(subject).get(property) ?? [];
  }

  override pointingAt(object: EntityId, property: string): readonly Statement[] {
    return this.#facts.pointingAt(object, new Set([property])).filter((s) => s.retractedAt === null);
  }

  override withProperty(property: string): readonly Statement[] {
    return [...this.#starts].flatMap((subject) => this.about(subject, property));
  }

  override relations(property: string): readonly Relation[] {
    return [...this.#starts].flatMap((subject) => this.relationsOf(subject, property));
  }

  override relationsOf(subject: EntityId, property: string): readonly Relation[] {
    const key = `${subject}|${property}`;
    let relations = this.#relations.get(key);
    if (relations === undefined) {
      relations = relationsOf(this.about(subject, property), (s) => this.saidDay(s));
      this.#relations.set(key, relations);
    }
    return relations;
  }

  override cloudsOf(company: EntityId): readonly Relation[] {
    const clouds = new Set(this.pointingAt(company, 'operated_by').map((s) => s.subject));
    return [...clouds]
      .filter((id) => kindOf(id) === 'cloud')
      .flatMap((cloud) => this.relationsOf(cloud, 'operated_by').filter((r) => r.object === company));
  }

  override all(subject: EntityId): readonly Statement[] {
    return [...this.#byProperty(subject).values()].flat();
  }


  #byProperty(subject: EntityId): ReadonlyMap<string, readonly Statement[]> {
    let known = this.#known.get(subject);
    if (known === undefined) {
      const standing = this.#facts.about(subject).filter((s) => s.retractedAt === null);
      known = groupBy(standing, (s) => s.property);
      this.#known.set(subject, known);
    }
    return known;
  }
}
