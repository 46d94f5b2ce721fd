import type { DatasetIndex } from '../../model/DatasetIndex.js';
import { firstPlace } from '../../model/firstPlace.js';
import type { EntityId } from '../../model/ids.js';
import { afterMoment, changeKey, compareStatementKeys } from '../../model/orderKey.js';
import { SortedRows } from '../../model/SortedRows.js';
import type { StatementRecord } from '../../model/statement.js';
import {
  MOST_COUNTERPARTS,
  mergedIdentity,
  type StatementChange,
  statementChange,
} from '../../model/statementChange.js';
import { pausing, type Steps } from '../../model/steps.js';
import type { Instant } from '../../model/time.js';
import type { ChangedRows } from '../changedRows.js';
import type { KnowledgeSpan, Page, PageRequest } from '../GraphStore.js';
import { Made } from '../inSlices.js';
import { mergePages, type Sequence, takePage } from './takePage.js';

/** The two times at which something becomes of a statement. */
const WAYS = [true, false] as const;

/** Statements in the order in which they were recorded, and those that were withdrawn in the order in which they were. */
interface Moments {
  readonly added: SortedRows<StatementRecord>;
  readonly withdrawn: SortedRows<StatementRecord>;
}

/** What became of statements, in the order of time. */
export class ChangeIndex {
  /** Made when it is first asked for. */
  readonly moments: Made<Moments>;

  constructor(
    private readonly index: DatasetIndex,
    before: ChangeIndex | null = null,
    changed: ChangedRows<StatementRecord> | null = null,
  ) {
    const steps = () => momentsOf(index);
    const there = changed && before?.moments.atHand;
    this.moments = changed && there ? Made.of(nextMoments(there, changed), steps) : new Made(steps);
  }

  /** Costs two binary searches in each order, the page, and the claims of its subjects. */
  async page(span: KnowledgeSpan, page: PageRequest): Promise<Page<StatementChange>> {
    const moments = await this.moments.get();
    const pages = WAYS.map((isAdded) => {
      const { items, ...rest } = takePage(within(moments, isAdded, span), page);
      return { ...rest, items: items.map((statement) => ({ statement, isAdded })) };
    });
    const { items, ...rest } = mergePages(pages, page);
    return { ...rest, items: items.map(({ statement, isAdded }) => this.changeOf(statement, isAdded)) };
  }

  async count(span: KnowledgeSpan): Promise<number> {
    const moments = await this.moments.get();
    return WAYS.reduce((count, isAdded) => count + within(moments, isAdded, span).length, 0);
  }

  private changeOf(statement: StatementRecord, isAdded: boolean): StatementChange {
    const canonical = (id: EntityId) => this.index.canonical(id);
    const identity = mergedIdentity(statement, canonical);
    const when = Date.parse(momentOf(statement, isAdded));
    const found: StatementRecord[] = [];
    for (const other of this.index.about(canonical(statement.subject), statement.property)) {
      if (found.length > MOST_COUNTERPARTS) break;
      const at = isAdded ? other.retractedAt : other.recordedAt;
      if (other.id === statement.id || at === null || Date.parse(at) !== when) continue;
      if (mergedIdentity(other, canonical) === identity) found.push(other);
    }
    return statementChange(statement, isAdded, found);
  }
}

/** Those of one order that lie within the span. */
function within(moments: Moments, isAdded: boolean, { since, knownAt }: KnowledgeSpan): Sequence<StatementRecord> {
  const rows = isAdded ? moments.added : moments.withdrawn;
  const keyAt = (place: number) => keyOf(rowAt(rows, place), isAdded);
  const startOf = (key: string) => firstPlace(0, rows.length, (place) => keyAt(place) < key);
  const start = startOf(afterMoment(since));
  return {
    length: Math.max(0, startOf(afterMoment(knownAt)) - start),
    key: (place) => keyAt(start + place),
    item: (place) => rowAt(rows, start + place),
    test: () => true,
  };
}

/** Statements are in the order of their keys already: they only have to be dealt out by time. Linear. */
function* momentsOf({ statementsInOrder }: DatasetIndex): Steps<Moments> {
  const added = new ByTime();
  const withdrawn = new ByTime();
  yield* pausing(statementsInOrder, (s) => {
    added.add(s.recordedAt, s);
    if (s.retractedAt !== null) withdrawn.add(s.retractedAt, s);
  });
  return { added: added.inOrder(), withdrawn: withdrawn.inOrder() };
}

/** Statements by time. The same times come again and again: to parse each once spares most of the work. */
class ByTime {
  private readonly lists = new Map<number, StatementRecord[]>();
  private readonly byText = new Map<Instant, StatementRecord[]>();

  add(at: Instant, s: StatementRecord): void {
    const list = this.byText.get(at);
    if (list) list.push(s);
    else this.listOf(at).push(s);
  }

  inOrder(): SortedRows<StatementRecord> {
    const times = [...this.lists.keys()].sort((a, b) => a - b);
    return SortedRows.of(times.flatMap((time) => this.lists.get(time) ?? []));
  }

  private listOf(at: Instant): StatementRecord[] {
    const time = Date.parse(at);
    const list = this.lists.get(time) ?? [];
    this.lists.set(time, list);
    this.byText.set(at, list);
    return list;
  }
}

function nextMoments({ added, withdrawn }: Moments, { gone, come }: ChangedRows<StatementRecord>): Moments {
  const isWithdrawn = (s: StatementRecord) => s.retractedAt !== null;
  return {
    added: added.next(gone, come, compareIn(true)),
    withdrawn: withdrawn.next(gone.filter(isWithdrawn), come.filter(isWithdrawn), compareIn(false)),
  };
}

/** Puts statements in the order of their keys without making these. */
function compareIn(isAdded: boolean): (a: StatementRecord, b: StatementRecord) => number {
  return (a, b) => Date.parse(momentOf(a, isAdded)) - Date.parse(momentOf(b, isAdded)) || compareStatementKeys(a, b);
}

function momentOf(s: StatementRecord, isAdded: boolean): Instant {
  return isAdded ? s.recordedAt : (s.retractedAt ?? s.recordedAt);
}

function keyOf(s: StatementRecord, isAdded: boolean): string {
  return changeKey(momentOf(s, isAdded), s, isAdded);
}

function rowAt(rows: SortedRows<StatementRecord>, place: number): StatementRecord {
  const row = rows.at(place);
  if (row === undefined) throw new RangeError(`Expected a place in 0..${rows.length - 1} but got: ${place}.`);
  return row;
}
