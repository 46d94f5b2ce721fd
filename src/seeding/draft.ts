import type { EntityId } from '../model/ids.js';
import type { Confidence, FactValue, Qualifier } from '../model/statement.js';
import type { Instant, PartialDate } from '../model/time.js';

/** A statement before its defaults are filled in. */
export interface Draft {
  /** The field that it was read from: `start`, `facts[3]`. */
  readonly field: string;
  readonly property: string;
  readonly value?: FactValue | undefined;
  readonly object?: EntityId | undefined;
  readonly unit?: string | undefined;
  readonly scope?: string | undefined;
  readonly qualifier?: Qualifier | undefined;
  readonly validFrom?: PartialDate | undefined;
  readonly validTo?: PartialDate | undefined;
  readonly saidOn?: PartialDate | undefined;
  readonly refersTo?: PartialDate | undefined;
  readonly recordedAt?: Instant | undefined;
  readonly retractedAt?: Instant | undefined;
  readonly confidence?: Confidence | undefined;
  readonly sources?: readonly EntityId[] | undefined;
  readonly note?: string | undefined;
}
