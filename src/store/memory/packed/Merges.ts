import { canonicalIn } from '../../../model/canonical.js';
import type { EntityId } from '../../../model/ids.js';
import type { Sections } from './Sections.js';

/** Which ids lead to which. */
export class Merges {
  private readonly leads: ReadonlyMap<EntityId, EntityId>;
  private readonly from = new Map<EntityId, EntityId[]>();

  constructor(leads: Iterable<readonly [EntityId, EntityId]>) {
    this.leads = new Map(leads);
    for (const id of this.leads.keys()) {
      const into = this.canonical(id);
      if (into !== id) this.from.set(into, [...(this.from.get(into) ?? []), id]);
    }
  }

  static in(sections: Sections): Merges {
    return new Merges(JSON.parse(sections.text('merged')));
  }

  /** The id itself, or that of the entity that it was merged into. */
  canonical(id: EntityId): EntityId {
    return canonicalIn(this.leads, id);
  }

  /** Whether the id leads to another. */
  isMerged(id: EntityId): boolean {
    return this.leads.has(id);
  }

  /** A canonical id and all that lead to it. */
  allOf(id: EntityId): readonly EntityId[] {
    const from = this.from.get(id);
    return from === undefined ? [id] : [id, ...from];
  }
}
