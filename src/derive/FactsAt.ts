import { compareStatements } from '../model/applyChange.js';
import type { EntityHead, EntityRecord, SourceRecord } from '../model/entity.js';
import type { EntityId } from '../model/ids.js';
import type { Standing } from '../model/Standing.js';
import type { Statement, StatementRecord } from '../model/statement.js';
import type { Instant } from '../model/time.js';
import type { FactChange } from './changeFacts.js';
import type { Heads } from './FactIndex.js';
import { groupBy } from './groupBy.js';

type Claim = StatementRecord | Statement;

/** The facts before or after a write, found by what they are about, withdrawn ones too. */
export class FactsAt {
  /** Of those that are there; asked for one by one. */
  readonly heads: Heads = {
    get: (id) => this.head(id),
    has: (id) => this.head(id) !== undefined,
    values: () => [].values(),
  };
  readonly #current: Standing;
  readonly #change: FactChange;
  readonly #at: Instant;
  readonly #heads: ReadonlyMap<EntityId, EntityHead | SourceRecord>;
  readonly #bySubject: ReadonlyMap<EntityId, readonly Statement[]>;
  readonly #byObject: ReadonlyMap<EntityId | null, readonly Statement[]>;

  /** `change`: of which the redirects are followed; it moves no id. */
  constructor(current: Standing, change: FactChange, at: Instant) {
    this.#current = current;
    this.#change = change;
    this.#at = at;
    this.#heads = new Map(change.heads.map((head) => [head.id, head]));
    this.#bySubject = groupBy(change.added, (s) => s.subject);
    this.#byObject = groupBy(change.added, (s) => s.object);
  }

  head(id: EntityId): EntityHead | SourceRecord | EntityRecord | undefined {
    if (this.#change.gone?.has(id)) return undefined;
    return this.#heads.get(id) ?? this.#current.entities.get(id);
  }

  /** In their order. */
  about(id: EntityId): readonly Claim[] {
    return this.#after(this.#current.about(id), this.#bySubject.get(id)).sort(compareStatements);
  }

  /** Those that stand and are of a property, in their order. */
  known(id: EntityId, property: string): readonly Claim[] {
    const added = this.#bySubject.get(id)?.filter((s) => s.property === property);
    const claims = this.#after(this.#current.about(id, property), added);
    return claims.filter((s) => s.retractedAt === null).sort(compareStatements);
  }

  /** Those of the properties alone: to a hub many may point. */
  pointingAt(id: EntityId, properties: ReadonlySet<string>): readonly Claim[] {
    const suit = (s: Claim) => properties.has(s.property);
    const there = this.#current.pointingAt(id).filter(suit);
    return this.#after(there, this.#byObject.get(id)?.filter(suit)).sort(compareStatements);
  }

  /** The subjects of those. */
  naming(id: EntityId, properties: ReadonlySet<string>): ReadonlySet<EntityId> {
    const subjects = new Set<EntityId>();
    for (const claims of [this.#current.pointingAt(id), this.#byObject.get(id) ?? []]) {
      for (const s of claims) if (properties.has(s.property)) subjects.add(s.subject);
    }
    return subjects;
  }

  citing(source: EntityId): readonly Claim[] {
    const added = this.#change.added.filter((s) => s.sources.includes(source));
    return this.#after(this.#current.citing(source), added).sort(compareStatements);
  }

  #after(there: readonly StatementRecord[], added: readonly Statement[] = []): Claim[] {
    const { retracted } = this.#change;
    const at = this.#at;
    const isWithdrawn = (s: StatementRecord) => s.retractedAt === null && retracted.has(s.id);
    const kept = retracted.size === 0 ? there : there.map((s) => (isWithdrawn(s) ? { ...s, retractedAt: at } : s));
    return [...kept, ...added];
  }
}
