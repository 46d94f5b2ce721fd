import { isSaidBy } from '../../model/claims.js';
import type { DatasetIndex } from '../../model/DatasetIndex.js';
import { compareIds, type EntityId, kindOf } from '../../model/ids.js';
import { compareStatementKeys, statementKey } from '../../model/orderKey.js';
import type { StatementRecord } from '../../model/statement.js';
import type { Page, PageRequest, ReadAt, StatementQuery } from '../GraphStore.js';
import type { EntityIndex } from './EntityIndex.js';
import type { KnownTests } from './KnownTests.js';
import { mergeLists } from './mergeLists.js';
import { countItems, type Sequence, takePage } from './takePage.js';

/** Entities of a name whose statements are put together rather than all statements walked. */
const FEW_NAMED = 1_000;

/** Statements in the order of their keys, by subject, object and property. */
export class StatementIndex {
  constructor(
    private readonly index: DatasetIndex,
    private readonly entities: EntityIndex,
    private readonly known: KnownTests,
  ) {}

  get(id: string): StatementRecord | null {
    return this.index.statements.get(id) ?? null;
  }

  bySubject(id: EntityId, property: string | null, at: ReadAt): readonly StatementRecord[] {
    return this.read(this.index.about(this.index.canonical(id), property), property, at);
  }

  byObject(id: EntityId, property: string | null, at: ReadAt): readonly StatementRecord[] {
    return this.read(this.index.pointingAt(this.index.canonical(id)), property, at);
  }

  /** The deals of which a statement of one of the properties names the entity, each once, ascending. */
  dealsThatName(id: EntityId, properties: ReadonlySet<string>, at: ReadAt): readonly EntityId[] {
    const deals = new Set<EntityId>();
    for (const { subject, property } of this.byObject(id, null, at)) {
      if (properties.has(property) && kindOf(subject) === 'deal') deals.add(this.index.canonical(subject));
    }
    return [...deals].sort(compareIds);
  }

  list(query: StatementQuery, at: ReadAt, page: PageRequest): Page<StatementRecord> {
    return takePage(this.matching(query, at), page);
  }

  count(query: StatementQuery, at: ReadAt): number {
    return countItems(this.matching(query, at));
  }

  private read(claims: readonly StatementRecord[], property: string | null, at: ReadAt): readonly StatementRecord[] {
    const isReadAt = this.readTest(at);
    return claims.filter((s) => (property === null || s.property === property) && isReadAt(s));
  }

  private matching(query: StatementQuery, when: ReadAt): Sequence<StatementRecord> {
    const { property, confidence, publishersMax, conflicting, subjectNameContains } = query;
    const isReadAt = this.readTest(when);
    const test = (s: StatementRecord) =>
      (property === null || s.property === property) &&
      (confidence === null || s.confidence === confidence) &&
      (publishersMax === null || s.publishers <= publishersMax) &&
      (conflicting === null || s.conflicting === conflicting) &&
      (subjectNameContains === null || this.entities.foldedName(s.subject).includes(subjectNameContains)) &&
      isReadAt(s);
    const claims = this.narrow(query);
    const at = (place: number) => claimAt(claims, place);
    return { length: claims.length, key: (place) => statementKey(at(place)), item: at, test };
  }

  private narrow({ subjects, property, subjectNameContains: text }: StatementQuery): Claims {
    // Where few have a name, their statements are found soonest by them; where many have it, by a walk that meets one soon.
    const some = subjects ?? (text === null ? null : this.entities.named(text, FEW_NAMED)?.map(({ id }) => id));
    if (some) {
      const ids = new Set(some.map((id) => this.index.canonical(id)));
      return mergeLists(
        [...ids].map((id) => this.index.about(id)),
        compareStatementKeys,
      );
    }
    return property === null ? this.index.statementsInOrder : this.index.ofProperty(property);
  }

  private readTest({ asOf, knownAt, minConfidence }: ReadAt): (s: StatementRecord) => boolean {
    const isKnown = this.known.at(knownAt);
    return (s) =>
      (minConfidence === 'recalled' || s.confidence === 'confirmed') &&
      isSaidBy(s, asOf) &&
      isKnown(s.recordedAt, s.retractedAt);
  }
}

/** Claims in the order of their keys. */
type Claims = Pick<readonly StatementRecord[], 'length' | 'at'>;

function claimAt(claims: Claims, place: number): StatementRecord {
  const claim = claims.at(place);
  if (claim === undefined) throw new RangeError(`Expected a place in 0..${claims.length - 1} but got: ${place}.`);
  return claim;
}
