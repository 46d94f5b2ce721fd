import type { Role } from '../model/caller.js';
import type { EntityKind } from '../model/ids.js';
import type { Confidence, Qualifier } from '../model/statement.js';

/** The model's word for each value of the enums that are spelt otherwise in the schema. */
export const ENTITY_KINDS = {
  COMPANY: 'company',
  CLOUD_PROVIDER: 'cloud',
  CHIP: 'chip',
  DATACENTER: 'datacenter',
  DEAL: 'deal',
  INITIATIVE: 'initiative',
  COUNTRY: 'country',
  POLICY_EVENT: 'policy',
  TOPIC: 'topic',
  SOURCE: 'source',
} as const satisfies Record<string, EntityKind>;

export const CONFIDENCES = { RECALLED: 'recalled', CONFIRMED: 'confirmed' } as const satisfies Record<
  string,
  Confidence
>;

export const QUALIFIERS = {
  EXACT: 'exact',
  ABOUT: 'about',
  UP_TO: 'upTo',
  AT_LEAST: 'atLeast',
  REPORTED: 'reported',
} as const satisfies Record<string, Qualifier>;

export const ROLES = {
  ANONYMOUS: 'anonymous',
  READER: 'reader',
  EDITOR: 'editor',
  ADMIN: 'admin',
} as const satisfies Record<string, Role>;

export const SOURCE_READS = { DIRECT: 'direct', INDIRECT: 'indirect', NONE: 'none' } as const;
export type SourceReadWord = (typeof SOURCE_READS)[keyof typeof SOURCE_READS];
