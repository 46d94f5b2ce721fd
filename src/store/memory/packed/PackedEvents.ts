import type { GraphEvent } from '../../../model/event.js';
import type { EntityId } from '../../../model/ids.js';
import { eventKey } from '../../../model/orderKey.js';
import type { DayRange, EventGroup, Page, PageRequest, ReadAt } from '../../GraphStore.js';
import { inSlices } from '../../inSlices.js';
import { eventTest } from '../eventTest.js';
import type { KnownTests } from '../KnownTests.js';
import { countSteps, pageSteps, type Sequence } from '../takePage.js';
import { type IdPool, NO_ID } from './IdPool.js';
import { JsonRows } from './JsonRows.js';
import type { Merges } from './Merges.js';
import type { PackedStatements } from './PackedStatements.js';
import { listOfRows, mergedRows, type Rows, rangeOfRows } from './Rows.js';
import { RowsOf } from './RowsOf.js';
import type { Sections } from './Sections.js';

/** Events by their rows, which are numbered in the order of their keys. */
export class PackedEvents {
  private readonly rows: JsonRows;
  private readonly of: RowsOf;

  constructor(
    sections: Sections,
    private readonly ids: IdPool,
    private readonly merges: Merges,
    private readonly statements: PackedStatements,
    private readonly known: KnownTests,
  ) {
    this.rows = new JsonRows('events', sections);
    this.of = new RowsOf('events.of', sections);
  }

  page(group: EventGroup, range: DayRange, at: ReadAt, page: PageRequest): Promise<Page<GraphEvent>> {
    return inSlices(pageSteps(this.matching(group, range, at), page));
  }

  count(group: EventGroup, range: DayRange, at: ReadAt): Promise<number> {
    return inSlices(countSteps(this.matching(group, range, at)));
  }

  private matching(group: EventGroup, range: DayRange, at: ReadAt): Sequence<GraphEvent> {
    const test = eventTest(range, at, this.known, (id) => this.statements.isConfirmed(id));
    const rows = this.rowsOf(group);
    const item = (place: number): GraphEvent => JSON.parse(this.rows.text(rows.at(place)));
    return { length: rows.length, key: (place) => eventKey(item(place)), item, test };
  }

  private rowsOf(group: EventGroup): Rows {
    if (group === null) return rangeOfRows(0, this.rows.length);
    const ids: ReadonlySet<EntityId> = new Set(group.map((id) => this.merges.canonical(id)));
    return mergedRows(
      [...ids].map((id) => {
        const number = this.ids.number(id);
        return number === NO_ID ? rangeOfRows(0, 0) : listOfRows(this.of.of(number));
      }),
    );
  }
}
