import type { EntityId } from './ids.js';
import type { Confidence } from './statement.js';
import type { Day, Instant } from './time.js';

/** The kinds of derived dependency; an edge points from the dependent to its provider. */
export const DEPENDENCY_KINDS = [
  'COMPUTE',
  'CHIPS',
  'USES',
  'COMPONENT',
  'DESIGN',
  'FABRICATION',
  'MEMORY',
  'PACKAGING',
  'TOOLS',
  'EQUIPMENT',
  'SERVERS',
  'SITE',
  'ENERGY',
  'CAPITAL',
  'OWNERSHIP',
  'PROGRAMME',
] as const;
export type DependencyKind = (typeof DEPENDENCY_KINDS)[number];

/** Left out of `dependencies`, `dependents` and `paths` unless named, save cloud → operating company. */
export const OPT_IN_KINDS: ReadonlySet<DependencyKind> = new Set(['CAPITAL', 'OWNERSHIP', 'PROGRAMME']);

/** One version of a derived dependency. Never entered by hand: `derive/` makes it from statements. */
export interface Edge {
  /** `edge:` and the hash of what makes it. */
  readonly id: string;
  readonly kind: DependencyKind;
  /** The rule that derived it, for instance `compute-deal`. */
  readonly rule: string;
  /** The dependent. */
  readonly from: EntityId;
  /** The provider. */
  readonly to: EntityId;
  /** First and last day (inclusive) on which it holds; null is open. */
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
  /** Undated in the facts: `validFrom` is then the day of its earliest source. */
  readonly startUnknown: boolean;
  /** From when, and until when (exclusive), the dataset knew it. */
  readonly knownFrom: Instant;
  readonly knownTo: Instant | null;
  /** It rests on a letter of intent, an announcement, a report, or supply that has not begun. */
  readonly prospective: boolean;
  readonly confidence: Confidence;
  /** Stated share of the dependent's need, in percent, where a fact gives one. */
  readonly sharePercent: number | null;
  /** The deal that it rests on, if one. */
  readonly deal: EntityId | null;
  /** The evidence. */
  readonly statementIds: readonly string[];
}
