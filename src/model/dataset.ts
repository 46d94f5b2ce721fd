import type { Edge } from './edge.js';
import type { EntityHead, EntityRecord, SourceRecord } from './entity.js';
import type { GraphEvent } from './event.js';
import type { EntityId } from './ids.js';
import type { CurrencyRate } from './money.js';
import type { Statement, StatementRecord } from './statement.js';
import type { Day, Instant } from './time.js';

/** What a dataset is, apart from its facts. */
export interface DatasetMeta {
  readonly title: string;
  /** `2026.09`. */
  readonly release: string;
  /** Counts writes; the embedded store always reads revision 1. */
  readonly revision: number;
  /** When the first release was published; nothing was known before. */
  readonly firstRecordedAt: Instant;
  readonly releasedAt: Instant;
  /** The day through which the data was collected; default of `asOf`. */
  readonly dataThrough: Day;
  /** Where that day was moved: the days before, ascending. They stand for when something was said that has no date. */
  readonly closedBefore?: readonly Day[];
  readonly licences: readonly { readonly licence: string; readonly covers: string }[];
  readonly citation: { readonly text: string; readonly bibtex: string };
  readonly rates: readonly CurrencyRate[];
  /** Optional packs that are loaded. */
  readonly packs: readonly string[];
}

/** Facts as read and validated, before anything is derived. */
export interface Facts {
  readonly meta: DatasetMeta;
  readonly entities: readonly (EntityHead | SourceRecord)[];
  readonly statements: readonly Statement[];
}

/** Everything that a store holds. */
export interface Dataset {
  readonly meta: DatasetMeta;
  readonly entities: readonly EntityRecord[];
  readonly redirects: ReadonlyMap<EntityId, EntityId>;
  readonly statements: readonly StatementRecord[];
  readonly edges: readonly Edge[];
  readonly events: readonly GraphEvent[];
}
