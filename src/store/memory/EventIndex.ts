import type { GraphEvent } from '../../model/event.js';
import type { EntityId } from '../../model/ids.js';
import { eventKey } from '../../model/orderKey.js';
import { firstDay, lastDay } from '../../model/time.js';
import type { DayRange, EventGroup, ReadAt } from '../GraphStore.js';
import type { EntityIndex } from './EntityIndex.js';
import { KnownTests } from './KnownTests.js';
import { addTo, mergePlaces, SortedItems } from './SortedItems.js';
import type { StatementIndex } from './StatementIndex.js';
import type { Sequence } from './takePage.js';

/** Events in chronological order, with their places by entity. */
export class EventIndex {
  private readonly sorted: SortedItems<GraphEvent>;
  private readonly known = new KnownTests();
  private readonly byEntity: ReadonlyMap<EntityId, readonly number[]>;

  constructor(
    events: readonly GraphEvent[],
    private readonly entities: EntityIndex,
    private readonly statements: StatementIndex,
  ) {
    this.sorted = new SortedItems(events, eventKey);
    const byEntity = new Map<EntityId, number[]>();
    for (const [place, event] of this.sorted.items.entries()) {
      for (const id of new Set(event.entities.map((entity) => entities.canonical(entity)))) addTo(byEntity, id, place);
    }
    this.byEntity = byEntity;
  }

  matching(group: EventGroup, { from, to }: DayRange, at: ReadAt): Sequence<GraphEvent> {
    const isKnown = this.known.at(at.knownAt);
    const test = (event: GraphEvent) =>
      (from === null || from <= lastDay(event.date)) &&
      (to === null || firstDay(event.date) <= to) &&
      lastDay(event.saidOn) <= at.asOf &&
      isKnown(event.knownFrom, event.knownTo) &&
      (at.minConfidence === 'recalled' || this.isConfirmed(event));
    return this.sorted.where(test, group && this.placesOf(group));
  }

  private placesOf(entities: readonly EntityId[]): readonly number[] {
    const ids = new Set(entities.map((id) => this.entities.canonical(id)));
    return mergePlaces([...ids].map((id) => this.byEntity.get(id) ?? []));
  }

  private isConfirmed(event: GraphEvent): boolean {
    return event.statementIds.some((id) => this.statements.get(id)?.confidence === 'confirmed');
  }
}
