import { compareStatements } from './applyChange.js';
import type { RowChange } from './change.js';
import { type Compare, changeSorted } from './changeSorted.js';
import { compareIds, type EntityId } from './ids.js';
import { compareStatementKeys } from './orderKey.js';
import { type Placed, RowLists } from './RowLists.js';
import type { ShardedMap } from './ShardedMap.js';
import type { StatementRecord } from './statement.js';
import { pausing, type Steps, sorting } from './steps.js';

type Lists<K extends string> = RowLists<K, StatementRecord>;
type Canonical = (id: EntityId) => EntityId;

/** Statements in the order of their keys, all and by what they are about, point at and say; those that cite a source. */
export class StatementLists {
  private constructor(
    readonly all: readonly StatementRecord[],
    private readonly subjects: Lists<EntityId>,
    private readonly objects: Lists<EntityId>,
    private readonly properties: Lists<string>,
    private readonly sources: Lists<EntityId>,
    /** The last place among the facts that a statement has or had. */
    readonly lastOrder: number,
    /** The last time, in milliseconds since 1970, at which one was recorded or withdrawn. */
    readonly lastTime: number,
  ) {}

  static *build(statements: ShardedMap<string, StatementRecord>, canonical: Canonical): Steps<StatementLists> {
    const compare = compareStatementKeys;
    const expected = { expected: statements.size / 8, areSorted: false };
    const subjects = yield* RowLists.build(statements.values(), (s) => [canonical(s.subject)], compare, expected);
    const all = yield* inOrder(subjects);
    const sorted = { ...expected, areSorted: true };
    const objects = yield* RowLists.build(
      all,
      (s) => (s.object === null ? [] : [canonical(s.object)]),
      compare,
      sorted,
    );
    const properties = yield* RowLists.build(all, (s) => [s.property], compare, { expected: 1, areSorted: true });
    const bySource: Compare<StatementRecord> = compareStatements;
    const sources = yield* RowLists.build(all, (s) => new Set(s.sources), bySource, { expected: 1, areSorted: false });
    let lastOrder = -1;
    const times = new Set<string>();
    yield* pausing(all, (s) => {
      lastOrder = Math.max(lastOrder, s.order);
      times.add(s.recordedAt);
      if (s.retractedAt !== null) times.add(s.retractedAt);
    });
    return new StatementLists(all, subjects, objects, properties, sources, lastOrder, lastOf(times));
  }

  about(id: EntityId): readonly StatementRecord[] {
    return this.subjects.get(id);
  }

  pointingAt(id: EntityId): readonly StatementRecord[] {
    return this.objects.get(id);
  }

  ofProperty(property: string): readonly StatementRecord[] {
    return this.properties.get(property);
  }

  /** Those that cite a source, by its id as they give it. */
  citing(source: EntityId): readonly StatementRecord[] {
    return this.sources.get(source);
  }

  /** `gone`: the rows as they were; `put`: as they are. Costs a copy of the lists in which they stand. */
  next(gone: readonly StatementRecord[], put: RowChange<StatementRecord>['put'], canonical: Canonical): StatementLists {
    const place = <K extends string>(rows: readonly StatementRecord[], keys: (s: StatementRecord) => Iterable<K>) =>
      rows.flatMap((row) => Array.from(keys(row), (key): Placed<K, StatementRecord> => ({ key, row })));
    const changed = <K extends string>(lists: Lists<K>, keys: (s: StatementRecord) => Iterable<K>) =>
      lists.next(place(gone, keys), place(put, keys));
    const times = put.flatMap((s) => [s.recordedAt, s.retractedAt ?? s.recordedAt]);
    return new StatementLists(
      changeSorted(this.all, gone, put, compareStatementKeys),
      changed(this.subjects, (s) => [canonical(s.subject)]),
      changed(this.objects, (s) => (s.object === null ? [] : [canonical(s.object)])),
      changed(this.properties, (s) => [s.property]),
      changed(this.sources, (s) => new Set(s.sources)),
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

/** Subject by subject, which is far cheaper than comparing all with each other. */
function* inOrder(subjects: Lists<EntityId>): Steps<readonly StatementRecord[]> {
  const all: StatementRecord[] = [];
  const ids = yield* sorting([...subjects.keys()], compareIds);
  let isFollowed = true;
  yield* pausing(ids, (id) => {
    for (const s of subjects.get(id)) {
      isFollowed &&= s.subject === id;
      all.push(s);
    }
  });
  return isFollowed ? all : yield* sorting(all, compareStatementKeys);
}

function lastOf(times: ReadonlySet<string>): number {
  let last = Number.NEGATIVE_INFINITY;
  for (const time of times) last = Math.max(last, Date.parse(time));
  return last;
}
