import { firstPlace } from '../../../model/firstPlace.js';
import type { EntityId } from '../../../model/ids.js';
import { changeKey } from '../../../model/orderKey.js';
import type { StatementRecord } from '../../../model/statement.js';
import {
  MOST_COUNTERPARTS,
  mergedIdentity,
  type StatementChange,
  statementChange,
} from '../../../model/statementChange.js';
import type { KnowledgeSpan, Page, PageRequest } from '../../GraphStore.js';
import { mergePages, type Sequence, takePage } from '../takePage.js';
import type { Merges } from './Merges.js';
import type { PackedStatements } from './PackedStatements.js';
import { each } from './Rows.js';
import type { Sections } from './Sections.js';

/** The two times at which something becomes of a statement. */
const WAYS = [true, false] as const;

/** What became of statements, in the order of time; within a time rows are in the order of their keys. */
export class PackedChanges {
  private readonly added: Moments;
  private readonly withdrawn: Moments;

  constructor(
    sections: Sections,
    private readonly statements: PackedStatements,
    private readonly merges: Merges,
  ) {
    this.added = momentsIn(sections, 'added');
    this.withdrawn = momentsIn(sections, 'withdrawn');
  }

  /** Costs two binary searches in each order, the page, and the claims of its subjects. */
  page(span: KnowledgeSpan, page: PageRequest): Page<StatementChange> {
    const pages = WAYS.map((isAdded) => {
      const { items, ...rest } = takePage(this.within(isAdded, span), page);
      return { ...rest, items: items.map((row) => ({ row, isAdded })) };
    });
    const { items, ...rest } = mergePages(pages, page);
    return { ...rest, items: items.map(({ row, isAdded }) => this.changeOf(this.statements.record(row), isAdded)) };
  }

  count(span: KnowledgeSpan): number {
    return WAYS.reduce((count, isAdded) => count + this.within(isAdded, span).length, 0);
  }

  private within(isAdded: boolean, { since, knownAt }: KnowledgeSpan): Sequence<number> {
    const { rows, starts, times } = isAdded ? this.added : this.withdrawn;
    const startAfter = (at: string) => {
      const time = Date.parse(at);
      return starts[firstPlace(0, times.length, (place) => (times[place] ?? 0) <= time)] ?? 0;
    };
    const start = startAfter(since);
    const item = (place: number) => rows[start + place] ?? 0;
    return {
      length: Math.max(0, startAfter(knownAt) - start),
      key: (place) => this.key(item(place), isAdded),
      item,
      test: () => true,
    };
  }

  private key(row: number, isAdded: boolean): string {
    const s = this.statements.record(row);
    return changeKey(momentOf(s, isAdded), s, isAdded);
  }

  private changeOf(statement: StatementRecord, isAdded: boolean): StatementChange {
    const canonical = (id: EntityId) => this.merges.canonical(id);
    const identity = mergedIdentity(statement, canonical);
    const when = Date.parse(momentOf(statement, isAdded));
    const found: StatementRecord[] = [];
    const rows = this.statements.about(canonical(statement.subject));
    for (const row of each(this.statements.ofProperty(rows, statement.property))) {
      if (found.length > MOST_COUNTERPARTS) break;
      const other = this.statements.record(row);
      const at = isAdded ? other.retractedAt : other.recordedAt;
      if (other.id === statement.id || at === null || Date.parse(at) !== when) continue;
      if (mergedIdentity(other, canonical) === identity) found.push(other);
    }
    return statementChange(statement, isAdded, found);
  }
}

/** Rows by the place of their time among the distinct times, ascending. */
interface Moments {
  readonly rows: Uint32Array;
  readonly starts: Uint32Array;
  readonly times: Float64Array;
}

function momentsIn(sections: Sections, name: string): Moments {
  return {
    rows: sections.uint32(`statements.${name}.rows`),
    starts: sections.uint32(`statements.${name}.starts`),
    times: sections.float64(`statements.${name}.times`),
  };
}

function momentOf(s: StatementRecord, isAdded: boolean): string {
  return isAdded ? s.recordedAt : (s.retractedAt ?? s.recordedAt);
}
