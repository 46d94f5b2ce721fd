import { compareStatements } from './applyChange.js';
import type { RowChange } from './change.js';
import { firstPlace } from './firstPlace.js';
import { compareIds, type EntityId } from './ids.js';
import { compareStatementKeys } from './orderKey.js';
import { type Keys, placed, RowLists } from './RowLists.js';
import { SortedRows } from './SortedRows.js';
import type { StatementRecord } from './statement.js';
import { pausing, type Steps, sorting } from './steps.js';

type Lists<K extends string> = RowLists<K, StatementRecord>;
type Canonical = (id: EntityId) => EntityId;

/** Statements in the order of their keys, all and by what they are about, point at and say; those that cite a source. */
export class StatementLists {
  private constructor(
    readonly all: SortedRows<StatementRecord>,
    private readonly subjects: Lists<EntityId>,
    private readonly objects: Lists<EntityId>,
    private readonly properties: ReadonlyMap<string, SortedRows<StatementRecord>>,
    private readonly sources: Lists<EntityId>,
    /** The last place among the facts that a statement has or had. */
    readonly lastOrder: number,
    /** The last time, in milliseconds since 1970, at which one was recorded or withdrawn. */
    readonly lastTime: number,
  ) {}

  static *build(statements: readonly StatementRecord[], canonical: Canonical): Steps<StatementLists> {
    const subjects = yield* RowLists.build(statements, (s) => canonical(s.subject), compareStatementKeys);
    const { all, objects, sources, byProperty, lastOrder, times } = yield* inOrder(subjects, canonical);
    const properties = new Map([...byProperty].map(([property, list]) => [property, SortedRows.of(list)]));
    return new StatementLists(
      SortedRows.of(all),
      subjects,
      yield* objects.done(),
      properties,
      yield* sources.done(),
      lastOrder,
      lastOf(times),
    );
  }

  /** Those of one property are found without a walk through all. */
  about(id: EntityId, property: string | null): readonly StatementRecord[] {
    const all = this.subjects.get(id);
    if (property === null) return all;
    // Where some are about an id that was merged, those of a property are not all in one place.
    if (all[0]?.subject !== id || all.at(-1)?.subject !== id) return all.filter((s) => s.property === property);
    return all.slice(firstOf(all, property, false), firstOf(all, property, true));
  }

  pointingAt(id: EntityId): readonly StatementRecord[] {
    return this.objects.get(id);
  }

  ofProperty(property: string): SortedRows<StatementRecord> {
    return this.properties.get(property) ?? SortedRows.of([]);
  }

  /** Those that cite a source, by its id as they give it. */
  citing(source: EntityId): readonly StatementRecord[] {
    return this.sources.get(source);
  }

  /** `gone`: the rows as they were; `put`: as they are. Costs a copy of the lists in which they stand. */
  next(gone: readonly StatementRecord[], put: RowChange<StatementRecord>['put'], canonical: Canonical): StatementLists {
    const changed = <K extends string>(lists: Lists<K>, keysOf: (s: StatementRecord) => Keys<K>) =>
      lists.next(placed(gone, keysOf), placed(put, keysOf));
    const properties = new Map(this.properties);
    for (const property of new Set([...gone, ...put].map((s) => s.property))) {
      const of = (rows: readonly StatementRecord[]) => rows.filter((s) => s.property === property);
      properties.set(property, this.ofProperty(property).next(of(gone), of(put), compareStatementKeys));
    }
    const times = put.flatMap((s) => [s.recordedAt, s.retractedAt ?? s.recordedAt]);
    return new StatementLists(
      this.all.next(gone, put, compareStatementKeys),
      changed(this.subjects, (s) => canonical(s.subject)),
      changed(this.objects, objectIn(canonical)),
      properties,
      changed(this.sources, sourcesOf),
      put.reduce((last, { order }) => Math.max(last, order), this.lastOrder),
      Math.max(this.lastTime, lastOf(new Set(times))),
    );
  }

  /** After `from` was merged into `into`. */
  moved(from: EntityId, into: EntityId): StatementLists {
    const subjects = this.subjects.moved(from, into);
    const objects = this.objects.moved(from, into);
    return new StatementLists(
      this.all,
      subjects,
      objects,
      this.properties,
      this.sources,
      this.lastOrder,
      this.lastTime,
    );
  }
}

function objectIn(canonical: Canonical): (s: StatementRecord) => EntityId | null {
  return ({ object }) => (object === null ? null : canonical(object));
}

function sourcesOf({ sources }: StatementRecord): Keys<EntityId> {
  const [only] = sources;
  return only !== undefined && sources.length === 1 ? only : new Set(sources);
}

/** Among claims of one subject the first of the property, or the first beyond it. */
function firstOf(claims: readonly StatementRecord[], property: string, beyond: boolean): number {
  return firstPlace(0, claims.length, (place) => {
    const there = claims[place]?.property ?? '';
    return beyond ? there <= property : there < property;
  });
}

/** All that is found in one walk along the statements in their order: of many, each walk waits for memory at each row. */
class Gathered {
  readonly all: StatementRecord[] = [];
  readonly objects;
  readonly sources = RowLists.draft<EntityId, StatementRecord>(sourcesOf, compareStatements);
  readonly byProperty = new Map<string, StatementRecord[]>();
  readonly times = new Set<string>();
  lastOrder = -1;

  constructor(canonical: Canonical) {
    this.objects = RowLists.draft<EntityId, StatementRecord>(objectIn(canonical), compareStatementKeys, true);
  }

  add(s: StatementRecord): void {
    this.all.push(s);
    this.objects.add(s);
    this.sources.add(s);
    const list = this.byProperty.get(s.property);
    if (list) list.push(s);
    else this.byProperty.set(s.property, [s]);
    this.lastOrder = Math.max(this.lastOrder, s.order);
    this.times.add(s.recordedAt);
    if (s.retractedAt !== null) this.times.add(s.retractedAt);
  }
}

/** Subject by subject, which is far cheaper than comparing all with each other. */
function* inOrder(subjects: Lists<EntityId>, canonical: Canonical): Steps<Gathered> {
  const gathered = new Gathered(canonical);
  let isFollowed = true;
  let rows = 0;
  for (const id of yield* sorting([...subjects.keys()], compareIds)) {
    for (const s of subjects.get(id)) {
      isFollowed &&= s.subject === id;
      gathered.add(s);
      if (++rows % ROWS_A_PAUSE === 0) yield;
    }
  }
  if (isFollowed) return gathered;
  const again = new Gathered(canonical);
  yield* pausing(yield* sorting(gathered.all, compareStatementKeys), (s) => again.add(s));
  return again;
}

/** Fewer than of other work: each row goes into several lists. */
const ROWS_A_PAUSE = 1_024;

function lastOf(times: ReadonlySet<string>): number {
  let last = Number.NEGATIVE_INFINITY;
  for (const time of times) last = Math.max(last, Date.parse(time));
  return last;
}
