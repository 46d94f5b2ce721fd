import { firstPlace } from '../../../model/firstPlace.js';
import { compareIds, type EntityKind } from '../../../model/ids.js';
import { type NameParts, partsOf } from '../../../model/scoreName.js';
import type { Steps } from '../../../model/steps.js';
import { typosAllowed } from '../../../model/text.js';
import type { SearchHit } from '../../GraphStore.js';
import { bestName, wholesOf } from '../NameIndex.js';
import { JsonRows } from './JsonRows.js';
import { LONGEST } from './NamesDraft.js';
import type { PackedEntities } from './PackedEntities.js';
import { RowsOf } from './RowsOf.js';
import type { Sections } from './Sections.js';
import { countBits, isWithinTypos, letterMask, type Units } from './typos.js';

/** Far above any page; keeps a one-letter query on a large graph from ranking everything. */
const MAX_CANDIDATES = 2_000;
/** Of these, so many that hold the very words, and so many with those that begin so. */
const MAX_EXACT = 1_000;
const MAX_PREFIX = 1_500;

/** Finds entities by name or alias: sorted terms propose candidates, `scoreName` alone ranks them. */
export class PackedNames {
  private readonly starts: Uint32Array;
  private readonly units: Uint16Array;
  /** The letters of terms, and below the places of these, in the order of their lengths. */
  private readonly masks: Uint32Array;
  private readonly byLength: Uint32Array;
  private readonly lengthStarts: Uint32Array;
  private readonly isWhole: Uint8Array;
  private readonly of: RowsOf;
  private readonly given: JsonRows;

  constructor(
    sections: Sections,
    private readonly entities: Pick<PackedEntities, 'length' | 'idOf' | 'kindOf'>,
  ) {
    this.starts = sections.uint32('names.starts');
    this.units = sections.uint16('names.units');
    this.masks = sections.uint32('names.masks');
    this.lengthStarts = sections.uint32('names.byLength.starts');
    this.byLength = sections.uint32('names.byLength.rows');
    this.isWhole = sections.uint8('names.isWhole');
    this.of = new RowsOf('names.of', sections);
    this.given = new JsonRows('names.given', sections);
  }

  /** Costs a look at each term's letters for each word of the query, and the candidates' scores. */
  search(query: string, kinds: readonly EntityKind[] | null, limit: number): readonly SearchHit[] {
    const asked = partsOf(query);
    if (asked.words.length === 0) return [];
    const wanted = kinds && new Set(kinds);
    const found = new Found((row) => wanted?.has(this.entities.kindOf(row)) ?? true);
    const wholes = wholesOf(asked);
    const words = [...new Set(asked.words)];
    for (const whole of wholes) this.addRows(found, [this.place(whole)], MAX_CANDIDATES);
    this.addAll(
      found,
      words.map((word) => [this.place(word)]),
      MAX_EXACT,
    );
    for (const whole of wholes) this.addRows(found, this.shortestWholes(whole), MAX_PREFIX);
    const similar = new Map([...words, ...wholes].map((term) => [term, this.similar(term)]));
    for (const whole of wholes) this.addRows(found, similar.get(whole) ?? [], MAX_CANDIDATES);
    this.addAll(
      found,
      words.map((word) => [...this.begun(word), ...(similar.get(word) ?? [])]),
      MAX_CANDIDATES,
    );
    const hits = [...found.rows].flatMap((row) => this.hit(asked, row) ?? []);
    return hits.sort((a, b) => b.score - a.score || compareIds(a.id, b.id)).slice(0, limit);
  }

  /** One after the other, with a pause after each. */
  *searchAll(
    names: readonly string[],
    kinds: readonly EntityKind[] | null,
    limit: number,
  ): Steps<readonly (readonly SearchHit[])[]> {
    const found: (readonly SearchHit[])[] = [];
    for (const name of names) {
      found.push(this.search(name, kinds, limit));
      yield;
    }
    return found;
  }

  private hit(asked: NameParts, row: number): SearchHit | null {
    const best = bestName(asked, JSON.parse(this.given.text(row)));
    return best && { id: this.entities.idOf(row), kind: this.entities.kindOf(row), ...best };
  }

  private addRows(found: Found, places: Iterable<number>, most: number): void {
    for (const place of places) {
      for (const row of this.of.of(place)) if (!found.add(row, most)) return;
    }
  }

  /** Those that have one of the terms of each word, by id. */
  private addAll(found: Found, words: readonly (readonly number[])[], most: number): void {
    const [only] = words;
    if (words.length === 1 && only?.length === 1) {
      this.addRows(found, only, most);
      return;
    }
    const met = new Uint8Array(this.entities.length);
    const all = Math.min(words.length, 255);
    for (const [word, places] of words.slice(0, all).entries()) {
      for (const place of places) {
        for (const row of this.of.of(place)) if (met[row] === word) met[row] = word + 1;
      }
    }
    for (let row = met.indexOf(all); row >= 0; row = met.indexOf(all, row + 1)) if (!found.add(row, most)) return;
  }

  private get termCount(): number {
    return this.masks.length;
  }

  /** The place of a term; beyond all of them where there is none. */
  private place(term: string): number {
    const place = this.firstFrom(term);
    return place < this.termCount && this.text(place) === term ? place : this.termCount;
  }

  private *begun(text: string): Generator<number> {
    const end = this.firstFrom(`${text}\uffff`);
    for (let place = this.firstFrom(text); place < end; place++) yield place;
  }

  /** Names as one word that begin so, the shortest of many. */
  private shortestWholes(text: string): readonly number[] {
    const byLength: number[][] = [];
    for (const place of this.begun(text)) {
      if (this.isWhole[place] !== 1) continue;
      const length = this.lengthOf(place);
      const list = byLength[length];
      if (list) list.push(place);
      else byLength[length] = [place];
    }
    return byLength.flat().slice(0, MAX_PREFIX);
  }

  /** Terms within the typos that a text of this length may hold. */
  private similar(text: string): readonly number[] {
    const max = typosAllowed(text.length);
    if (max === 0) return [];
    const asked: Units = { units: new Uint16Array(text.length), start: 0, end: text.length };
    for (let i = 0; i < text.length; i++) asked.units[i] = text.charCodeAt(i);
    const mask = letterMask(asked.units, 0, text.length);
    const { masks, byLength, starts, units } = this;
    const found: number[] = [];
    const first = this.lengthStarts[Math.min(LONGEST, text.length - max)] ?? 0;
    const end = this.lengthStarts[Math.min(LONGEST, text.length + max) + 1] ?? 0;
    for (let i = first; i < end; i++) {
      if (countBits((masks[i] ?? 0) ^ mask) > 2 * max) continue;
      const place = byLength[i] ?? 0;
      const term = { units, start: starts[place] ?? 0, end: starts[place + 1] ?? 0 };
      if (isWithinTypos(asked, term, max)) found.push(place);
    }
    return found;
  }

  private firstFrom(text: string): number {
    return firstPlace(0, this.termCount, (place) => this.text(place) < text);
  }

  private lengthOf(place: number): number {
    return (this.starts[place + 1] ?? 0) - (this.starts[place] ?? 0);
  }

  private text(place: number): string {
    let text = '';
    const end = this.starts[place + 1] ?? 0;
    for (let i = this.starts[place] ?? 0; i < end; i++) text += String.fromCharCode(this.units[i] ?? 0);
    return text;
  }
}

/** Rows of candidates, each once, of the kinds that were asked for. */
class Found {
  readonly rows = new Set<number>();

  constructor(private readonly isWanted: (row: number) => boolean) {}

  /** Whether there is room for more. */
  add(row: number, most: number): boolean {
    if (this.rows.size >= most) return false;
    if (this.isWanted(row)) this.rows.add(row);
    return true;
  }
}
