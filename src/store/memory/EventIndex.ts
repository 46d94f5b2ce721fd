import type { DatasetIndex } from '../../model/DatasetIndex.js';
import type { GraphEvent } from '../../model/event.js';
import { compareEventKeys, eventKey } from '../../model/orderKey.js';
import type { ChangedRows } from '../changedRows.js';
import type { DayRange, EventGroup, ReadAt } from '../GraphStore.js';
import { Made } from '../inSlices.js';
import { eventTest } from './eventTest.js';
import type { KnownTests } from './KnownTests.js';
import { mergeLists } from './mergeLists.js';
import { SortedItems } from './SortedItems.js';
import type { Sequence } from './takePage.js';

/** Events in chronological order, all and by entity. */
export class EventIndex {
  /** Made when all are first asked for. */
  readonly all: Made<SortedItems<GraphEvent>>;

  constructor(
    private readonly index: DatasetIndex,
    private readonly known: KnownTests,
    before: EventIndex | null = null,
    changed: ChangedRows<GraphEvent> | null = null,
  ) {
    const sort = () => SortedItems.build([...index.events.values()], eventKey);
    const there = changed && before?.all.atHand;
    this.all = changed && there ? Made.of(there.next(changed.gone, changed.come), sort) : new Made(sort);
  }

  async matching(group: EventGroup, range: DayRange, at: ReadAt): Promise<Sequence<GraphEvent>> {
    const test = eventTest(range, at, this.known, (id) => this.isConfirmed(id));
    if (group === null) return (await this.all.get()).where(test);
    const ids = new Set(group.map((id) => this.index.canonical(id)));
    const events = mergeLists(
      [...ids].map((id) => this.index.eventsOf(id)),
      compareEventKeys,
    );
    const item = (place: number) => eventAt(events, place);
    return { length: events.length, key: (place) => eventKey(item(place)), item, test };
  }

  private isConfirmed(statement: string): boolean {
    return this.index.statements.get(statement)?.confidence === 'confirmed';
  }
}

function eventAt(events: readonly GraphEvent[], place: number): GraphEvent {
  const event = events[place];
  if (event === undefined) throw new RangeError(`Expected a place in 0..${events.length - 1} but got: ${place}.`);
  return event;
}
