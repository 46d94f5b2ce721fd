import { type EntityId, kindOf } from '../../../model/ids.js';
import { statementKey } from '../../../model/orderKey.js';
import type { StatementRecord } from '../../../model/statement.js';
import type { Page, PageRequest, ReadAt, StatementQuery } from '../../GraphStore.js';
import { inSlices } from '../../inSlices.js';
import type { KnownTests } from '../KnownTests.js';
import { countSteps, pageSteps, type Sequence } from '../takePage.js';
import { ClaimClasses } from './ClaimClasses.js';
import { ByteReader } from './GrowingBytes.js';
import { HashedIds } from './HashedIds.js';
import { type IdPool, NO_ID } from './IdPool.js';
import type { Merges } from './Merges.js';
import { each, listOfRows, mergedRows, type Rows, rangeOfRows } from './Rows.js';
import { RowsOf } from './RowsOf.js';
import type { Sections } from './Sections.js';
import { readStatement } from './statementBytes.js';
import { TextPool } from './TextPool.js';

/** Which entities a folded text names: `few` where they are few, `has` for any of them. */
export interface NamedEntities {
  readonly few: readonly EntityId[] | null;
  has(id: EntityId): boolean;
}

/** Statements by their rows, which are numbered in the order of their keys. Columns decide; records are made of what is read. */
export class PackedStatements {
  readonly length: number;
  private readonly hashed: HashedIds;
  private readonly reader: ByteReader;
  private readonly texts: TextPool;
  private readonly offset: Uint32Array;
  private readonly subject: Uint32Array;
  private readonly property: Uint32Array;
  private readonly claimClass: Uint32Array;
  private readonly ofSubject: Uint32Array;
  private readonly ofObject: RowsOf;
  private readonly rowsOfProperty: RowsOf;
  private readonly classes: ClaimClasses;
  private readonly properties: readonly string[];

  constructor(
    sections: Sections,
    private readonly ids: IdPool,
    private readonly merges: Merges,
    known: KnownTests,
  ) {
    this.hashed = new HashedIds('statements', 'statement:', sections);
    this.length = this.hashed.length;
    this.reader = new ByteReader(sections.uint8('statements.bytes'));
    this.texts = new TextPool('statements.texts', sections);
    this.offset = sections.uint32('statements.offset');
    this.subject = sections.uint32('statements.subject');
    this.property = sections.uint32('statements.property');
    this.claimClass = sections.uint32('statements.class');
    this.ofSubject = sections.uint32('statements.ofSubject');
    this.ofObject = new RowsOf('statements.byObject', sections);
    this.rowsOfProperty = new RowsOf('statements.byProperty', sections);
    this.classes = new ClaimClasses(sections, known);
    this.properties = JSON.parse(sections.text('statements.properties'));
  }

  get(id: string): StatementRecord | null {
    const row = this.hashed.row(id);
    return row < 0 ? null : this.record(row);
  }

  isConfirmed(id: string): boolean {
    const row = this.hashed.row(id);
    return row >= 0 && this.classes.at(this.claimClass[row] ?? 0).confidence === 'confirmed';
  }

  record(row: number): StatementRecord {
    this.reader.at = this.offset[row] ?? 0;
    return {
      id: this.hashed.id(row),
      subject: this.ids.id(this.subject[row] ?? NO_ID),
      property: this.properties[this.property[row] ?? 0] ?? '',
      ...readStatement(this.reader, this.ids, this.texts),
      ...this.classes.at(this.claimClass[row] ?? 0),
    };
  }

  /** The rows about a canonical id. */
  about(id: EntityId): Rows {
    return mergedRows(
      this.merges.allOf(id).map((one) => {
        const number = this.ids.number(one);
        if (number === NO_ID) return NOTHING;
        return rangeOfRows(this.ofSubject[number * 2] ?? 0, this.ofSubject[number * 2 + 1] ?? 0);
      }),
    );
  }

  bySubject(id: EntityId, property: string | null, at: ReadAt): readonly StatementRecord[] {
    return this.read(this.about(this.merges.canonical(id)), property, at);
  }

  byObject(id: EntityId, property: string | null, at: ReadAt): readonly StatementRecord[] {
    return this.read(this.pointingAt(id), property, at);
  }

  /** The deals of which a statement of one of the properties names the entity, each once, ascending. */
  dealsThatName(id: EntityId, properties: ReadonlySet<string>, at: ReadAt): readonly EntityId[] {
    const numbers = new Set(this.properties.flatMap((name, number) => (properties.has(name) ? [number] : [])));
    const isReadAt = this.classes.readTest(at);
    const deals = new Set<EntityId>();
    for (const row of each(this.pointingAt(id))) {
      if (!numbers.has(this.property[row] ?? 0) || !isReadAt(this.claimClass[row] ?? 0)) continue;
      const subject = this.ids.id(this.subject[row] ?? NO_ID);
      if (kindOf(subject) === 'deal') deals.add(this.merges.canonical(subject));
    }
    return [...deals].sort();
  }

  async list(
    query: StatementQuery,
    at: ReadAt,
    page: PageRequest,
    named: NamedEntities | null,
  ): Promise<Page<StatementRecord>> {
    const { items, ...rest } = await inSlices(pageSteps(this.matching(query, at, named), page));
    return { ...rest, items: items.map((row) => this.record(row)) };
  }

  count(query: StatementQuery, at: ReadAt, named: NamedEntities | null): Promise<number> {
    return inSlices(countSteps(this.matching(query, at, named)));
  }

  key(row: number): string {
    return statementKey(this.record(row));
  }

  /** Of rows about one id, or of all, those of a property. */
  ofProperty(rows: Rows, property: string): Rows {
    const number = this.properties.indexOf(property);
    return listOfRows([...each(rows)].filter((row) => this.property[row] === number));
  }

  private pointingAt(id: EntityId): Rows {
    const number = this.ids.number(this.merges.canonical(id));
    return number === NO_ID ? NOTHING : listOfRows(this.ofObject.of(number));
  }

  private read(rows: Rows, property: string | null, at: ReadAt): readonly StatementRecord[] {
    const isReadAt = this.classes.readTest(at);
    const number = property === null ? null : this.properties.indexOf(property);
    const found: StatementRecord[] = [];
    for (const row of each(rows)) {
      if ((number === null || this.property[row] === number) && isReadAt(this.claimClass[row] ?? 0)) {
        found.push(this.record(row));
      }
    }
    return found;
  }

  private matching(query: StatementQuery, at: ReadAt, named: NamedEntities | null): Sequence<number> {
    const { property, confidence, publishersMax, conflicting } = query;
    const number = property === null ? null : this.properties.indexOf(property);
    const passes = this.classes.readTest(
      at,
      (one) =>
        (confidence === null || one.confidence === confidence) &&
        (publishersMax === null || one.publishers <= publishersMax) &&
        (conflicting === null || one.conflicting === conflicting),
    );
    const test = (row: number) =>
      (number === null || this.property[row] === number) &&
      passes(this.claimClass[row] ?? 0) &&
      (named === null || named.has(this.merges.canonical(this.ids.id(this.subject[row] ?? NO_ID))));
    const rows = this.narrow(query, number, named);
    return { length: rows.length, key: (place) => this.key(rows.at(place)), item: (place) => rows.at(place), test };
  }

  private narrow({ subjects }: StatementQuery, property: number | null, named: NamedEntities | null): Rows {
    const some = subjects ?? named?.few ?? null;
    if (some) {
      const ids = new Set(some.map((id) => this.merges.canonical(id)));
      return mergedRows([...ids].map((id) => this.about(id)));
    }
    if (property === null) return rangeOfRows(0, this.length);
    return property < 0 ? NOTHING : listOfRows(this.rowsOfProperty.of(property));
  }
}

const NOTHING: Rows = rangeOfRows(0, 0);
