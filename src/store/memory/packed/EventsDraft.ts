import type { GraphEvent } from '../../../model/event.js';
import { eventKey } from '../../../model/orderKey.js';
import { GrowingBytes } from './GrowingBytes.js';
import { GrowingColumn } from './GrowingColumn.js';
import { permuted } from './HashedIds.js';
import type { IdPoolDraft } from './IdPool.js';
import { addRowsOf, rowsOf } from './RowsOf.js';
import type { SectionsDraft } from './Sections.js';

const encoder = new TextEncoder();

/** Events as they come, and then in the order of `eventKey`, all and by entity. */
export class EventsDraft {
  private readonly bytes = new GrowingBytes('events');
  private readonly starts = new GrowingColumn();
  private readonly ends = new GrowingColumn();
  private readonly keys: string[] = [];
  private readonly involved: number[][] = [];

  constructor(private readonly entities: IdPoolDraft) {}

  get length(): number {
    return this.keys.length;
  }

  add(event: GraphEvent): void {
    this.keys.push(eventKey(event));
    this.involved.push(event.entities.map((id) => this.entities.numberOf(id)));
    this.starts.push(this.bytes.length);
    this.bytes.add(encoder.encode(JSON.stringify(event)));
    this.ends.push(this.bytes.length);
  }

  done(canonical: (number: number) => number, sections: SectionsDraft): void {
    const order = Uint32Array.from(
      this.keys.map((key, row) => ({ key, row })).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)),
      ({ row }) => row,
    );
    const lists = rowsOf(this.entities.length, (visit) => {
      for (const [place, row] of order.entries()) {
        for (const number of new Set(this.involved[row]?.map(canonical))) visit(number, place);
      }
    });
    sections.add('events.bytes', this.bytes.done());
    sections.add('events.starts', permuted(this.starts.done(), order));
    sections.add('events.ends', permuted(this.ends.done(), order));
    addRowsOf('events.of', sections, lists);
  }
}
