import { compareIds, type EntityId, type EntityKind, kindOf } from '../model/ids.js';
import { isMulti } from '../model/properties.js';
import type { Statement } from '../model/statement.js';
import type { Day } from '../model/time.js';
import { FactIndex, remembered } from './FactIndex.js';
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
  // Whether an owner is the only one.
  'owned_by',
]);

/** Of these, what relates two others may stand in between; all else relates its own ends, or the clouds of one. */
const BETWEEN: ReadonlySet<EntityKind> = new Set(['chip', 'datacenter', 'deal', 'initiative']);

/** From where facts are seen. */
export interface Outlook {
  /** The entities from which rules start that go through all deals, chips or relations. */
  readonly starts: ReadonlySet<EntityId>;
  /** Those between which relations are wanted; null for any. */
  readonly ends: ReadonlySet<EntityId> | null;
}

/**
 * The facts known at one time as seen from a few entities: rules that go through all deals, chips or relations find those
 * of these entities alone, and may look up whatever else they read. Costs what is looked up.
 */
export class LocalFacts extends FactIndex {
  readonly #facts: FactsAt;
  readonly #outlook: Outlook;
  readonly #about = new Map<string, readonly Statement[]>();
  readonly #relations = new Map<string, readonly Relation[]>();
  readonly #clouds = new Map<EntityId, readonly Relation[]>();

  constructor(facts: FactsAt, outlook: Outlook, closingDays: ReadonlySet<Day>) {
    super(facts.heads, [], closingDays);
    this.#facts = facts;
    this.#outlook = outlook;
  }

  override ids(kind: EntityKind): readonly EntityId[] {
    return [...this.#outlook.starts].filter((id) => kindOf(id) === kind && this.heads.has(id)).sort(compareIds);
  }

  override about(subject: EntityId, property: string): readonly Statement[] {
    if (!this.#outlook.starts.has(subject) && !LOOKED_UP.has(property)) {
      throw new Error(`A rule looks up ${property} of another entity: add it to LOOKED_UP.`);
    }
    return remembered(this.#about, `${subject}|${property}`, () => this.#facts.known(subject, property));
  }

  override pointingAt(object: EntityId, property: string): readonly Statement[] {
    return this.#facts.pointingAt(object, new Set([property])).filter((s) => s.retractedAt === null);
  }

  override withProperty(property: string): readonly Statement[] {
    return [...this.#outlook.starts].flatMap((subject) => this.about(subject, property));
  }

  override relations(property: string): readonly Relation[] {
    const { starts, ends } = this.#outlook;
    // Where only one object may hold at a time, claims of others decide which.
    if (ends === null || !isMulti(property)) return [...starts].flatMap((id) => this.relationsOf(id, property));
    const isWanted = (id: EntityId | null) => id !== null && (ends.has(id) || BETWEEN.has(kindOf(id)));
    const claims = [...starts].flatMap((subject) =>
      isWanted(subject) ? this.about(subject, property).filter((s) => isWanted(s.object)) : [],
    );
    return relationsOf(claims, (s) => this.saidDay(s));
  }

  override relationsOf(subject: EntityId, property: string): readonly Relation[] {
    return remembered(this.#relations, `${subject}|${property}`, () =>
      relationsOf(this.about(subject, property), (s) => this.saidDay(s)),
    );
  }

  override cloudsOf(company: EntityId): readonly Relation[] {
    return remembered(this.#clouds, company, () => {
      const clouds = new Set(this.pointingAt(company, 'operated_by').map((s) => s.subject));
      return [...clouds]
        .filter((id) => kindOf(id) === 'cloud')
        .flatMap((cloud) => this.relationsOf(cloud, 'operated_by').filter((r) => r.object === company));
    });
  }

  override all(subject: EntityId): readonly Statement[] {
    const standing = this.#facts.about(subject).filter((s) => s.retractedAt === null);
    return [...groupBy(standing, (s) => s.property).values()].flat();
  }
}
