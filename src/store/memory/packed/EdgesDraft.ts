import type { Edge } from '../../../model/edge.js';
import { epochDay } from '../../../model/time.js';
import { CONFIRMED, NEVER_FORGOTTEN, NO_END, NO_START } from '../../ArrayTopology.js';
import { asGiven, columnsFor, ends, flagsOf, sortBy, uint32 } from '../../buildTopology.js';
import { writeEdge } from './edgeBytes.js';
import { GrowingBytes } from './GrowingBytes.js';
import { GrowingColumn } from './GrowingColumn.js';
import { HashedIdsDraft, permuted } from './HashedIds.js';
import { type IdPoolDraft, NO_ID } from './IdPool.js';
import type { SectionsDraft } from './Sections.js';
import { TextPoolDraft } from './TextPool.js';

/** Edges as they come, and then as the topology has them: a row is an edge's number there. */
export class EdgesDraft {
  readonly ids = new HashedIdsDraft('edge:');
  private readonly bytes = new GrowingBytes('edges');
  private readonly offset = new GrowingColumn();
  private readonly from = new GrowingColumn();
  private readonly to = new GrowingColumn();
  private readonly flags = new GrowingColumn();
  private readonly knownFrom = new GrowingColumn();
  private readonly knownTo = new GrowingColumn();
  private readonly validFrom = new GrowingColumn();
  private readonly validTo = new GrowingColumn();

  private readonly texts = new TextPoolDraft();

  constructor(private readonly entities: IdPoolDraft) {}

  /** Whether its id is new; else it is left out. */
  add(edge: Edge): boolean {
    if (!this.ids.push(edge.id)) return false;
    this.offset.push(this.bytes.length);
    this.from.push(this.entities.numberOf(edge.from));
    this.to.push(this.entities.numberOf(edge.to));
    this.flags.push(flagsOf(edge));
    this.knownFrom.push(this.texts.numberOf(edge.knownFrom));
    this.knownTo.push(edge.knownTo === null ? NO_ID : this.texts.numberOf(edge.knownTo));
    this.validFrom.push(edge.validFrom === null ? NO_ID : this.texts.numberOf(edge.validFrom));
    this.validTo.push(edge.validTo === null ? NO_ID : this.texts.numberOf(edge.validTo));
    writeEdge(edge, this.bytes, this.entities, this.texts);
    return true;
  }

  /** `order`: the ids' numbers in the order of ids. */
  done(order: Uint32Array, sections: SectionsDraft): void {
    const { nodeOf, nodes } = this.numberNodes(order);
    const from = this.from.take().map((number) => nodeOf[number] ?? 0);
    const to = this.to.take().map((number) => nodeOf[number] ?? 0);
    const rows = this.sorted(from, to, nodes.length);
    const { outStart, inStart, inEdges, ...given } = ends(permuted(from, rows), permuted(to, rows), nodes.length);
    sections.add('edges.nodes', nodes);
    sections.add('edges.nodeOf', nodeOf);
    for (const [name, column] of Object.entries({ outStart, inStart, inEdges, from: given.from, to: given.to })) {
      sections.add(`edges.${name}`, column);
    }
    sections.add('edges.bytes', this.bytes.done());
    sections.add('edges.offset', permuted(this.offset.take(), rows));
    this.addTimes(rows, sections);
    this.ids.done('edges', rows, sections);
    this.texts.done('edges.texts', sections);
  }

  /** Nodes are the entities that have edges, in the order of their ids. */
  private numberNodes(order: Uint32Array) {
    const isUsed = new Uint8Array(order.length);
    for (const column of [this.from, this.to]) for (const number of column.done()) isUsed[number] = 1;
    const nodes = Uint32Array.from(order.filter((number) => isUsed[number] === 1));
    const nodeOf = uint32(order.length).fill(NO_ID);
    for (const [node, number] of nodes.entries()) nodeOf[number] = node;
    return { nodeOf, nodes };
  }

  /** By dependent, provider, confidence descending, id: the order of the topology. */
  private sorted(from: Uint32Array, to: Uint32Array, nodeCount: number): Uint32Array {
    const order = sortBy(from, sortBy(to, asGiven(to.length), nodeCount), nodeCount);
    const confirmed = (row: number) => this.flags.get(row) & CONFIRMED;
    const compare = (a: number, b: number) => confirmed(b) - confirmed(a) || this.ids.compare(a, b);
    for (let start = 0, end = 1; start < order.length; start = end, end++) {
      const first = order[start] ?? 0;
      const isParallel = (row: number | undefined) =>
        row !== undefined && from[row] === from[first] && to[row] === to[first];
      while (isParallel(order[end])) end++;
      if (end - start > 1) order.subarray(start, end).sort(compare);
    }
    return order;
  }

  private addTimes(rows: Uint32Array, sections: SectionsDraft): void {
    const columns = columnsFor(rows.length);
    const { instants, placeOf } = this.numberInstants();
    const dayOf = new Map<number, number>();
    const day = (number: number) => {
      const known = dayOf.get(number) ?? epochDay(this.texts.texts[number] ?? '');
      dayOf.set(number, known);
      return known;
    };
    const dayOr = (number: number, open: number) => (number === NO_ID ? open : day(number));
    for (let place = 0; place < rows.length; place++) {
      const row = rows[place] ?? 0;
      const forgotten = this.knownTo.get(row);
      columns.validFrom[place] = dayOr(this.validFrom.get(row), NO_START);
      columns.validTo[place] = dayOr(this.validTo.get(row), NO_END);
      columns.knownFrom[place] = placeOf.get(this.knownFrom.get(row)) ?? 0;
      columns.knownTo[place] = forgotten === NO_ID ? NEVER_FORGOTTEN : (placeOf.get(forgotten) ?? 0);
      columns.flags[place] = this.flags.get(row);
    }
    const { validFrom, validTo, knownFrom, knownTo, flags } = columns;
    for (const [name, column] of Object.entries({ validFrom, validTo, knownFrom, knownTo, flags, instants })) {
      sections.add(`edges.${name}`, column);
    }
  }

  /** The distinct times of knowledge, ascending, and the place there of each text. */
  private numberInstants() {
    const parsed = new Map<number, number>();
    for (const column of [this.knownFrom, this.knownTo]) {
      for (const text of column.done()) {
        if (text !== NO_ID && !parsed.has(text)) parsed.set(text, Date.parse(this.texts.texts[text] ?? ''));
      }
    }
    const ascending = [...new Set(parsed.values())].sort((a, b) => a - b);
    const instants = new Float64Array(new SharedArrayBuffer(ascending.length * 8));
    instants.set(ascending);
    const places = new Map(ascending.map((ms, place) => [ms, place]));
    return { instants, placeOf: new Map([...parsed].map(([text, ms]) => [text, places.get(ms) ?? 0])) };
  }
}
