import type { GraphEvent } from '../../model/event.js';
import type { EntityId } from '../../model/ids.js';
import { eventKey } from '../../model/orderKey.js';
import { type Day, firstDay, lastDay } from '../../model/time.js';
import type { ReadAt } from '../GraphStore.js';
import { saidDay } from '../saidDay.js';
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
    private readonly dataThrough: Day,
  ) {
    this.sorted = new SortedItems(events, eventKey);
    const byEntity = new Map<EntityId, number[]>();
    for (const [place, event] of this.sorted.items.entries()) {
      for (const id of new Set(event.entities.map((entity) => entities.canonical(entity)))) addTo(byEntity, id, place);
    }
    this.byEntity = byEntity;
  }

  matching(entities: readonly EntityId[] | null, from: Day | null, to: Day | null, at: ReadAt): Sequence<GraphEvent> {
    const isKnown = this.known.at(at.knownAt);
    const test = (event: GraphEvent) =>
      (from === null || from <= lastDay(event.date)) &&
      (to === null || firstDay(event.date) <= to) &&
      saidDay(event.saidOn, this.dataThrough) <= at.asOf &&
      isKnown(event.knownFrom, event.knownTo) &&
      (at.minConfidence === 'recalled' || this.isConfirmed(event));
    return this.sorted.where(test, entities && this.placesOf(entities));
  }

  private placesOf(entities: readonly EntityId[]): readonly number[] {
    const ids = new Set(entities.map((id) => this.entities.canonical(id)));
    return mergePlaces([...ids].map((id) => this.byEntity.get(id) ?? []));
  }

  private isConfirmed(event: GraphEvent): boolean {
    return event.statementIds.some((id) => this.statements.get(id)?.confidence === 'confirmed');
  }
}
