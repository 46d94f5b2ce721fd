import type { EntityId } from './ids.js';
import type { Instant, PartialDate } from './time.js';

export const EVENT_KINDS = [
  'DEAL_ANNOUNCED',
  'DEAL_STATUS',
  'DEAL_START',
  'DEAL_END',
  'DEAL_OPTION',
  'DEAL_DEADLINE',
  'CHIP_RELEASED',
  'DATACENTER_ONLINE',
  'DATACENTER_STATUS',
  'INITIATIVE_START',
  'INITIATIVE_END',
  'INITIATIVE_STATUS',
  'POLICY',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Something that happened or is planned on a date, made by `derive/` from statements. */
export interface GraphEvent {
  /** `event:` and the hash of what makes it. */
  readonly id: string;
  readonly kind: EventKind;
  readonly date: PartialDate;
  /** When it was said; an event said after `asOf` is not part of that answer. */
  readonly saidOn: PartialDate;
  readonly title: string;
  readonly entities: readonly EntityId[];
  readonly sources: readonly EntityId[];
  readonly statementIds: readonly string[];
  readonly knownFrom: Instant;
  readonly knownTo: Instant | null;
}
