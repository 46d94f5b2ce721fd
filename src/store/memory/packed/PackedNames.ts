import { firstPlace } from '../../../model/firstPlace.js';
import type { EntityKind } from '../../../model/ids.js';
import { type NameParts, partsOf } from '../../../model/scoreName.js';
import type { Steps } from '../../../model/steps.js';
import { typosAllowed } from '../../../model/text.js';
import type { SearchHit } from '../../GraphStore.js';
import { bestName, type NameMatch, wholesOf } from '../NameIndex.js';
import { Candidates } from './Candidates.js';
import { JsonRows } from './JsonRows.js';
import { LONGEST } from './NamesDraft.js';
import type { KindRange, PackedEntities } from './PackedEntities.js';
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
  private readonly found: Candidates;

  constructor(
    sections: Sections,
    private readonly entities: Pick<PackedEntities, 'length' | 'idOf' | 'kindOf' | 'ofKind'>,
  ) {
    this.starts = sections.uint32('names.starts');
    this.units = sections.uint16('names.units');
    this.masks = sections.uint32('names.masks');
    this.lengthStarts = sections.uint32('names.byLength.starts');
    this.byLength = sections.uint32('names.byLength.rows');
    this.isWhole = sections.uint8('names.isWhole');
    this.of = new RowsOf('names.of', sections);
    this.given = new JsonRows('names.given', sections);
    this.found = new Candidates(entities.length);
  }

  /** Costs a look at each term's letters for each word of the query, and the candidates' scores. */
  search(query: string, kinds: readonly EntityKind[] | null, limit: number): readonly SearchHit[] {
    const asked = partsOf(query);
    if (asked.words.length === 0) return [];
    const { found } = this;
    found.reset(this.rangesOf(kinds));
    const wholes = wholesOf(asked);
    const words = [...new Set(asked.words)];
    for (const whole of wholes) this.addTerms([this.place(whole)], MAX_CANDIDATES);
    const exact = words.map((word) => [this.of.of(this.place(word))]);
    found.addCommon(exact, MAX_EXACT);
    for (const whole of wholes) this.addTerms(this.shortestWholes(whole), MAX_PREFIX);
    const similar = new Map([...words, ...wholes].map((term) => [term, this.similar(term)]));
    for (const whole of wholes) this.addTerms(similar.get(whole) ?? [], MAX_CANDIDATES);
    const like = words.map((word) => [this.begunRows(word), ...(similar.get(word) ?? []).map((at) => this.of.of(at))]);
    found.addCommon(like, MAX_CANDIDATES);
    return this.ranked(asked, limit);
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

  /** Rows are in the order of ids, which that of equal scores stays. */
  private ranked(asked: NameParts, limit: number): readonly SearchHit[] {
    const ranked: { readonly row: number; readonly best: NameMatch }[] = [];
    this.found.each((row) => {
      const best = bestName(asked, JSON.parse(this.given.text(row)));
      if (best) ranked.push({ row, best });
    });
    ranked.sort((a, b) => b.best.score - a.best.score);
    return ranked
      .slice(0, limit)
      .map(({ row, best }) => ({ id: this.entities.idOf(row), kind: this.entities.kindOf(row), ...best }));
  }

  /** Rows of the kinds, null for all, ascending. */
  private rangesOf(kinds: readonly EntityKind[] | null): readonly KindRange[] {
    if (kinds === null) return [{ start: 0, end: this.entities.length }];
    return [...new Set(kinds)].map((kind) => this.entities.ofKind(kind)).sort((a, b) => a.start - b.start);
  }

  private addTerms(places: Iterable<number>, most: number): void {
    for (const place of places) if (!this.found.add(this.of.of(place), most)) return;
  }

  private get termCount(): number {
    return this.masks.length;
  }

  /** The place of a term; beyond all of them where there is none. */
  private place(term: string): number {
    const place = this.firstFrom(term);
    return place < this.termCount && this.text(place) === term ? place : this.termCount;
  }

  /** From the first of the terms that begin so to behind the last. */
  private begun(text: string): readonly [first: number, end: number] {
    return [this.firstFrom(text), this.firstFrom(`${text}\uffff`)];
  }

  /** Rows that have a term that begins so, some of them more than once. */
  private begunRows(text: string): Uint32Array {
    return this.of.between(...this.begun(text));
  }

  /** Names as one word that begin so, the shortest of many. */
  private *shortestWholes(text: string): Generator<number> {
    const [first, end] = this.begun(text);
    const { byLength, lengthStarts } = this;
    let left = MAX_PREFIX;
    for (let length = Math.min(text.length, LONGEST); length <= LONGEST; length++) {
      const last = lengthStarts[length + 1] ?? 0;
      let i = firstPlace(lengthStarts[length] ?? 0, last, (at) => (byLength[at] ?? 0) < first);
      for (; i < last; i++) {
        const place = byLength[i] ?? 0;
        if (place >= end) break;
        if (this.isWhole[place] !== 1) continue;
        if (left-- === 0) return;
        yield place;
      }
    }
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

  private text(place: number): string {
    let text = '';
    const end = this.starts[place + 1] ?? 0;
    for (let i = this.starts[place] ?? 0; i < end; i++) text += String.fromCharCode(this.units[i] ?? 0);
    return text;
  }
}
