import { isSaidBy } from '../../model/claims.js';
import { compareIds, type EntityId, kindOf } from '../../model/ids.js';
import { statementKey } from '../../model/orderKey.js';
import type { StatementRecord } from '../../model/statement.js';
import type { Page, PageRequest, ReadAt, StatementQuery } from '../GraphStore.js';
import type { EntityIndex } from './EntityIndex.js';
import { KnownTests } from './KnownTests.js';
import { addTo, mergePlaces, SortedItems } from './SortedItems.js';
import { countItems, type Sequence, takePage } from './takePage.js';

/** Entities of a name whose statements are put together rather than all statements walked. */
const FEW_NAMED = 1_000;

type Places = ReadonlyMap<string, readonly number[]>;

/** Statements in the order of their keys, with their places by subject, object and property. */
export class StatementIndex {
  private readonly sorted: SortedItems<StatementRecord>;
  private readonly byId = new Map<string, StatementRecord>();
  private readonly subjects: Places;
  private readonly objects: Places;
  private readonly properties: Places;
  private readonly known = new KnownTests();

  constructor(
    statements: readonly StatementRecord[],
    private readonly entities: EntityIndex,
  ) {
    this.sorted = new SortedItems(statements, statementKey);
    const subjects = new Map<string, number[]>();
    const objects = new Map<string, number[]>();
    const properties = new Map<string, number[]>();
    for (const [place, s] of this.sorted.items.entries()) {
      this.byId.set(s.id, s);
      addTo(subjects, entities.canonical(s.subject), place);
      if (s.object !== null) addTo(objects, entities.canonical(s.object), place);
      addTo(properties, s.property, place);
    }
    this.subjects = subjects;
    this.objects = objects;
    this.properties = properties;
  }

  get(id: string): StatementRecord | null {
    return this.byId.get(id) ?? null;
  }

  bySubject(id: EntityId, property: string | null, at: ReadAt): readonly StatementRecord[] {
    return this.read(this.subjects.get(this.entities.canonical(id)), property, at);
  }

  byObject(id: EntityId, property: string | null, at: ReadAt): readonly StatementRecord[] {
    return this.read(this.objects.get(this.entities.canonical(id)), property, at);
  }

  /** The deals of which a statement of one of the properties names the entity, each once, ascending. */
  dealsThatName(id: EntityId, properties: ReadonlySet<string>, at: ReadAt): readonly EntityId[] {
    const deals = new Set<EntityId>();
    for (const { subject, property } of this.byObject(id, null, at)) {
      if (properties.has(property) && kindOf(subject) === 'deal') deals.add(this.entities.canonical(subject));
    }
    return [...deals].sort(compareIds);
  }

  list(query: StatementQuery, at: ReadAt, page: PageRequest): Page<StatementRecord> {
    return takePage(this.matching(query, at), page);
  }

  count(query: StatementQuery, at: ReadAt): number {
    return countItems(this.matching(query, at));
  }

  private read(places: readonly number[] | undefined, property: string | null, at: ReadAt): readonly StatementRecord[] {
    const found: StatementRecord[] = [];
    const isReadAt = this.readTest(at);
    for (const place of places ?? []) {
      const s = this.sorted.at(place);
      if ((property === null || s.property === property) && isReadAt(s)) found.push(s);
    }
    return found;
  }

  private matching(query: StatementQuery, at: ReadAt): Sequence<StatementRecord> {
    const { property, confidence, publishersMax, conflicting, subjectNameContains } = query;
    const isReadAt = this.readTest(at);
    const test = (s: StatementRecord) =>
      (property === null || s.property === property) &&
      (confidence === null || s.confidence === confidence) &&
      (publishersMax === null || s.publishers <= publishersMax) &&
      (conflicting === null || s.conflicting === conflicting) &&
      (subjectNameContains === null || this.entities.foldedName(s.subject).includes(subjectNameContains)) &&
      isReadAt(s);
    return this.sorted.where(test, this.narrow(query));
  }

  private narrow({ subjects, property, subjectNameContains: text }: StatementQuery): readonly number[] | null {
    // Where few have a name, their statements are found soonest by them; where many have it, by a walk that meets one soon.
    const some = subjects ?? (text === null ? null : this.entities.named(text, FEW_NAMED)?.map(({ id }) => id));
    if (some) {
      const ids = new Set(some.map((id) => this.entities.canonical(id)));
      return mergePlaces([...ids].map((id) => this.subjects.get(id) ?? []));
    }
    return property === null ? null : (this.properties.get(property) ?? []);
  }

  private readTest({ asOf, knownAt, minConfidence }: ReadAt): (s: StatementRecord) => boolean {
    const isKnown = this.known.at(knownAt);
    return (s) =>
      (minConfidence === 'recalled' || s.confidence === 'confirmed') &&
      isSaidBy(s, asOf) &&
      isKnown(s.recordedAt, s.retractedAt);
  }
}
