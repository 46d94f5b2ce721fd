import type { EntityId } from './ids.js';
import type { Day, Instant, PartialDate } from './time.js';

/** How a value is meant. `upTo` is a ceiling, `atLeast` a floor, `reported` unconfirmed by a party. */
export const QUALIFIERS = ['exact', 'about', 'upTo', 'atLeast', 'reported'] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/** `confirmed`: read in a stored source. `recalled`: general knowledge, not found in a stored source. Weakest first. */
export const CONFIDENCES = ['recalled', 'confirmed'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export type FactValue = number | string | boolean;

/**
 * One claim with its evidence. It says a `value`, an `object` (a relation to another entity), or both: a relation with a
 * figure, such as a share or a stake.
 * Claims compete only within the same identity: subject, property, scope, refersTo and, for relations that may have
 * several objects (see `properties.ts`), the object.
 */
export interface Statement {
  /** `statement:` and the hash of its content, so the same claim always has the same id. */
  readonly id: string;
  readonly subject: EntityId;
  /** One of `properties.ts`, or any snake_case name of the long tail (`otherFacts`). */
  readonly property: string;
  /** What part of the subject it speaks of: a chip, phase, tranche, site, option, role. */
  readonly scope: string | null;
  readonly value: FactValue | null;
  readonly object: EntityId | null;
  /** ISO 4217 code or a unit of `units.ts`; null for text and relations. */
  readonly unit: string | null;
  readonly qualifier: Qualifier;
  readonly validFrom: PartialDate | null;
  readonly validTo: PartialDate | null;
  /** When it was said. */
  readonly saidOn: PartialDate;
  /** The first day on which it may have been said, where a coarse date was cut to the day the data was closed. */
  readonly saidNotBefore?: Day;
  /** The date that a plan or a target speaks of. */
  readonly refersTo: PartialDate | null;
  /** When the dataset learned it, and when it was withdrawn. */
  readonly recordedAt: Instant;
  readonly retractedAt: Instant | null;
  readonly confidence: Confidence;
  /** At least one. */
  readonly sources: readonly EntityId[];
  readonly note: string | null;
  /** Its place in the seeds: the last tie-break between claims. */
  readonly order: number;
}

/** What the store adds to a statement when it is written, computed over all that is known at `dataThrough`. */
export interface StatementRecord extends Statement {
  /** Whether it is the best claim of its identity. */
  readonly best: boolean;
  /** Whether another claim of its identity differs, neither within the other's range. */
  readonly conflicting: boolean;
  /** How many different publishers its sources have. */
  readonly publishers: number;
}
