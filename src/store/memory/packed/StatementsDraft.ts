import { ascii } from '../../../model/orderKey.js';
import type { StatementRecord } from '../../../model/statement.js';
import { asGiven, sortBy, startsOf } from '../../buildTopology.js';
import { ClaimClassesDraft } from './ClaimClasses.js';
import { GrowingBytes } from './GrowingBytes.js';
import { GrowingColumn } from './GrowingColumn.js';
import { HashedIdsDraft, permuted } from './HashedIds.js';
import { type IdPoolDraft, NO_ID } from './IdPool.js';
import { addRowsOf, rowsOf } from './RowsOf.js';
import type { SectionsDraft } from './Sections.js';
import { writeStatement } from './statementBytes.js';
import { TextPoolDraft } from './TextPool.js';

/** Statements as they come, and then in the order of `statementKey` with the lists in which they are found. */
export class StatementsDraft {
  readonly ids = new HashedIdsDraft('statement:');
  private readonly classes = new ClaimClassesDraft();
  private readonly bytes = new GrowingBytes('statements');
  private readonly offset = new GrowingColumn();
  private readonly subject = new GrowingColumn();
  private readonly property = new GrowingColumn();
  private readonly scope = new GrowingColumn();
  private readonly object = new GrowingColumn();
  private readonly order = new GrowingColumn();
  private readonly claimClass = new GrowingColumn();

  private readonly texts = new TextPoolDraft();

  constructor(private readonly entities: IdPoolDraft) {}

  /** Whether its id is new; else it is left out. */
  add(s: StatementRecord): boolean {
    if (!this.ids.push(s.id)) return false;
    this.offset.push(this.bytes.length);
    this.subject.push(this.entities.numberOf(s.subject));
    this.property.push(this.texts.numberOf(s.property));
    this.scope.push(this.texts.numberOf(s.scope ?? ''));
    this.object.push(s.object === null ? NO_ID : this.entities.numberOf(s.object));
    this.order.push(s.order);
    this.claimClass.push(this.classes.numberOf(s));
    writeStatement(s, this.bytes, this.entities, this.texts);
    return true;
  }

  /** Sorts the rows; gives the row of each place. `rank`: the places of the ids of entities. */
  addIds(rank: Uint32Array, sections: SectionsDraft): Uint32Array {
    const order = this.sorted(rank);
    for (const column of [this.scope, this.order]) column.take();
    this.ids.done('statements', order, sections);
    return order;
  }

  /** `canonical`: of an id's number, the number of that into which it was merged. */
  addLists(
    order: Uint32Array,
    rank: Uint32Array,
    canonical: (number: number) => number,
    sections: SectionsDraft,
  ): void {
    const { length } = this.entities;
    const subject = permuted(this.subject.take(), order);
    const property = this.numberProperties(permuted(this.property.take(), order), sections);
    const object = permuted(this.object.take(), order);
    const claimClass = permuted(this.claimClass.take(), order);
    sections.add('statements.bytes', this.bytes.done());
    sections.add('statements.offset', permuted(this.offset.take(), order));
    sections.add('statements.subject', subject);
    sections.add('statements.property', property.column);
    sections.add('statements.class', claimClass);
    sections.add('statements.ofSubject', firstOf(subject, rank));
    addRowsOf('statements.byObject', sections, rowsOf(length, eachOf(object, canonical)));
    addRowsOf(
      'statements.byProperty',
      sections,
      rowsOf(
        property.count,
        eachOf(property.column, (number) => number),
      ),
    );
    this.addMoments(claimClass, sections);
    this.classes.done(sections);
    this.texts.done('statements.texts', sections);
  }

  private sorted(rank: Uint32Array): Uint32Array {
    const [subject, property, scope, order] = [this.subject, this.property, this.scope, this.order];
    const placeOf = subject.done().map((number) => rank[number] ?? 0);
    const bySubject = sortBy(placeOf, asGiven(placeOf.length), rank.length);
    const properties = ranksOf(property.done(), this.texts, (text) => text);
    const scopes = ranksOf(scope.done(), this.texts, ascii);
    const compare = (a: number, b: number) =>
      (properties.get(property.get(a)) ?? 0) - (properties.get(property.get(b)) ?? 0) ||
      (scopes.get(scope.get(a)) ?? 0) - (scopes.get(scope.get(b)) ?? 0) ||
      order.get(a) - order.get(b) ||
      this.ids.compare(a, b);
    const starts = startsOf(placeOf, rank.length);
    for (let place = 0; place < rank.length; place++) {
      const [start, end] = [starts[place] ?? 0, starts[place + 1] ?? 0];
      if (end - start > 1) bySubject.subarray(start, end).sort(compare);
    }
    return bySubject;
  }

  /** Properties are few: numbered apart from other texts. */
  private numberProperties(column: Uint32Array, sections: SectionsDraft) {
    const numbers = new Map<number, number>();
    for (const [row, text] of column.entries()) {
      const number = numbers.get(text) ?? numbers.size;
      if (number === numbers.size) numbers.set(text, number);
      column[row] = number;
    }
    sections.addJson(
      'statements.properties',
      [...numbers.keys()].map((text) => this.texts.texts[text]),
    );
    return { column, count: numbers.size };
  }

  /** The rows in the order in which they were recorded, and those that were withdrawn in the order in which they were. */
  private addMoments(claimClass: Uint32Array, sections: SectionsDraft): void {
    const { classes } = this.classes;
    for (const [name, momentOf] of [
      ['added', classes.map((one) => Date.parse(one.recordedAt))],
      ['withdrawn', classes.map((one) => (one.retractedAt === null ? null : Date.parse(one.retractedAt)))],
    ] as const) {
      const times = [...new Set(momentOf.flatMap((time) => time ?? []))].sort((a, b) => a - b);
      const places = new Map(times.map((time, place) => [time, place]));
      const placeOf = momentOf.map((time) => (time === null ? NO_ID : (places.get(time) ?? 0)));
      addRowsOf(
        `statements.${name}`,
        sections,
        rowsOf(
          times.length,
          eachOf(claimClass, (one) => placeOf[one] ?? NO_ID),
        ),
      );
      sections.add(`statements.${name}.times`, Float64Array.from(times));
    }
  }
}

/** Pairs of what a value leads to, if anything, and its place. */
function eachOf(values: Uint32Array, lead: (value: number) => number) {
  return (visit: (number: number, row: number) => void) => {
    for (let row = 0; row < values.length; row++) {
      const value = values[row] ?? NO_ID;
      const number = value === NO_ID ? NO_ID : lead(value);
      if (number !== NO_ID) visit(number, row);
    }
  };
}

/** Where the rows about each id begin and end, two for each id. */
function firstOf(subject: Uint32Array, rank: Uint32Array): Uint32Array {
  const range = new Uint32Array(new SharedArrayBuffer(rank.length * 8));
  for (let row = 0; row < subject.length; row++) {
    const number = subject[row] ?? 0;
    if (row === 0 || subject[row - 1] !== number) range[number * 2] = row;
    range[number * 2 + 1] = row + 1;
  }
  return range;
}

/** The place of each text that is in use among these, by what it is ordered by; equals share one. */
function ranksOf(numbers: Uint32Array, { texts }: TextPoolDraft, keyOf: (text: string) => string) {
  const used = new Set<number>();
  for (const number of numbers) used.add(number);
  const keys = new Map([...used].map((number) => [number, keyOf(texts[number] ?? '')]));
  const places = new Map([...new Set(keys.values())].sort().map((key, place) => [key, place]));
  return new Map([...keys].map(([number, key]) => [number, places.get(key) ?? 0]));
}
