import { partsOf } from '../../../model/scoreName.js';
import { wholesOf } from '../NameIndex.js';
import { GrowingBytes } from './GrowingBytes.js';
import { GrowingColumn } from './GrowingColumn.js';
import { addRowsOf, rowsOf } from './RowsOf.js';
import type { SectionsDraft } from './Sections.js';
import { letterMask } from './typos.js';

/** Terms of so many letters and more are one group. */
export const LONGEST = 255;

/** The words of names, and names as one word, with the rows of entities that are called so; rows come in ascending order. */
export class NamesDraft {
  private readonly numbers = new Map<string, number>();
  /** Pairs of a term's number and a row. */
  private readonly terms = new GrowingColumn();
  private readonly rows = new GrowingColumn();
  private readonly wholes = new Set<number>();
  private readonly given = new NameRows();

  add(row: number, names: readonly string[]): void {
    this.given.push(names);
    const terms = new Set<number>();
    for (const name of names) {
      const parts = partsOf(name);
      for (const word of parts.words) terms.add(this.numberOf(word));
      for (const whole of wholesOf(parts)) {
        const number = this.numberOf(whole);
        terms.add(number);
        this.wholes.add(number);
      }
    }
    for (const term of terms) {
      this.terms.push(term);
      this.rows.push(row);
    }
  }

  /** Terms in ascending order, so that those that begin alike are neighbours. */
  done(sections: SectionsDraft): void {
    const sorted = [...this.numbers].sort(([a], [b]) => (a < b ? -1 : 1));
    const starts = new Uint32Array(sorted.length + 1);
    for (const [place, [term]] of sorted.entries()) starts[place + 1] = (starts[place] ?? 0) + term.length;
    const units = new Uint16Array(starts[sorted.length] ?? 0);
    const masks = new Uint32Array(sorted.length);
    const isWhole = new Uint8Array(sorted.length);
    const placeOf = new Uint32Array(sorted.length);
    for (const [place, [term, number]] of sorted.entries()) {
      const start = starts[place] ?? 0;
      for (let i = 0; i < term.length; i++) units[start + i] = term.charCodeAt(i);
      masks[place] = letterMask(units, start, start + term.length);
      isWhole[place] = this.wholes.has(number) ? 1 : 0;
      placeOf[number] = place;
    }
    const [terms, rows] = [this.terms, this.rows];
    const lists = rowsOf(sorted.length, (visit) => {
      for (let i = 0; i < terms.length; i++) visit(placeOf[terms.get(i)] ?? 0, rows.get(i));
    });
    this.given.done(sections);
    sections.add('names.starts', starts);
    sections.add('names.units', units);
    this.addByLength(starts, masks, sections);
    sections.add('names.isWhole', isWhole);
    addRowsOf('names.of', sections, lists);
  }

  /** A typo or two change a length by no more: most terms need not be looked at. Longest ones share a length. */
  private addByLength(starts: Uint32Array, masks: Uint32Array, sections: SectionsDraft): void {
    const byLength = rowsOf(LONGEST + 1, (visit) => {
      for (let place = 0; place < masks.length; place++) {
        visit(Math.min(LONGEST, (starts[place + 1] ?? 0) - (starts[place] ?? 0)), place);
      }
    });
    addRowsOf('names.byLength', sections, byLength);
    sections.add(
      'names.masks',
      byLength.rows.map((place) => masks[place] ?? 0),
    );
  }

  private numberOf(term: string): number {
    let number = this.numbers.get(term);
    if (number === undefined) {
      number = this.numbers.size;
      this.numbers.set(term, number);
    }
    return number;
  }
}

const encoder = new TextEncoder();

/** What entities are called, by row: their names as JSON, so that a search need not read whole records. */
class NameRows {
  private readonly bytes = new GrowingBytes('names');
  private readonly starts = new GrowingColumn();
  private readonly ends = new GrowingColumn();

  push(names: readonly string[]): void {
    this.starts.push(this.bytes.length);
    this.bytes.add(encoder.encode(JSON.stringify(names)));
    this.ends.push(this.bytes.length);
  }

  done(sections: SectionsDraft): void {
    sections.add('names.given.bytes', this.bytes.done());
    sections.add('names.given.starts', this.starts.done());
    sections.add('names.given.ends', this.ends.done());
  }
}
