import type { Dataset } from '../../model/dataset.js';
import { compareIds, type EntityId, kindOf } from '../../model/ids.js';
import type { EntityIndex } from './EntityIndex.js';

/** Which deals an entity was ever a party to, and which deals speak of a deal. */
export class DealIndex {
  private readonly byParty: ReadonlyMap<EntityId, readonly EntityId[]>;
  private readonly pointing: ReadonlyMap<EntityId, readonly EntityId[]>;

  constructor(
    dataset: Pick<Dataset, 'entities' | 'statements'>,
    private readonly entities: EntityIndex,
  ) {
    const byParty = new DealSets(entities);
    const pointing = new DealSets(entities);
    for (const s of dataset.statements) {
      if (s.object === null || kindOf(s.subject) !== 'deal') continue;
      if (s.property === 'party') byParty.add(s.object, s.subject);
      if (RELATIONS.has(s.property)) pointing.add(s.object, s.subject);
    }
    for (const record of dataset.entities) {
      if (record.kind !== 'deal') continue;
      for (const party of record.parties) byParty.add(party.entity, record.id);
      for (const other of [record.supersedes, record.nestedIn, record.expands].flat()) pointing.add(other, record.id);
    }
    this.byParty = byParty.sorted();
    this.pointing = pointing.sorted();
  }

  ofParty(id: EntityId): readonly EntityId[] {
    return this.byParty.get(this.entities.canonical(id)) ?? [];
  }

  pointingAt(id: EntityId): readonly EntityId[] {
    return this.pointing.get(this.entities.canonical(id)) ?? [];
  }
}

/** What changes how much of the other deal counts. */
const RELATIONS: ReadonlySet<string> = new Set(['supersedes', 'nested_in', 'expands']);

class DealSets {
  private readonly sets = new Map<EntityId, Set<EntityId>>();

  constructor(private readonly entities: EntityIndex) {}

  add(of: EntityId, deal: EntityId): void {
    const id = this.entities.canonical(of);
    const set = this.sets.get(id) ?? new Set();
    this.sets.set(id, set.add(this.entities.canonical(deal)));
  }

  sorted(): ReadonlyMap<EntityId, readonly EntityId[]> {
    return new Map([...this.sets].map(([id, deals]) => [id, [...deals].sort(compareIds)]));
  }
}
