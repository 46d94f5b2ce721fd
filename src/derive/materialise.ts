import type { EntityHead, EntityRecord, SourceRecord } from '../model/entity.js';
import type { EntityId, EntityKind } from '../model/ids.js';
import type { CurrencyRate } from '../model/money.js';
import type { Statement } from '../model/statement.js';
import type { Day } from '../model/time.js';
import { ClaimReader } from './ClaimReader.js';
import { materialiseChip } from './materialiseChip.js';
import { materialiseCloud } from './materialiseCloud.js';
import { materialiseCompany } from './materialiseCompany.js';
import { materialiseCountry } from './materialiseCountry.js';
import { materialiseDatacenter } from './materialiseDatacenter.js';
import { materialiseDeal } from './materialiseDeal.js';
import { materialiseInitiative } from './materialiseInitiative.js';
import { materialisePolicy } from './materialisePolicy.js';

/** What a record needs beyond the entity's own statements. */
export interface MaterialiseContext {
  readonly rates: readonly CurrencyRate[];
  /**
   * The country of a company's headquarters on the day; asked only for the ids that {@link countriesNeeded} gives, so
   * that these can be fetched in one batch.
   */
  countryOf(company: EntityId): EntityId | null;
  /** The day by which a deal that supersedes this one had certainly been announced; see `supersededOn.ts`. */
  supersededOn(deal: EntityId): Day | null;
}

/**
 * An entity's plain fields from the best claims of its own statements. `statements`: all of this entity that were known
 * at the time asked for; fields for which nothing had been said by `at.asOf` are null or empty. Linear in the statements.
 */
export function materialise(
  head: EntityHead | SourceRecord,
  statements: readonly Statement[],
  at: { readonly asOf: Day },
  context: MaterialiseContext,
): EntityRecord {
  if (isSource(head)) return head;
  const read = new ClaimReader(statements, at.asOf);
  if (isOf('company', head)) return materialiseCompany(head, read);
  if (isOf('cloud', head)) return materialiseCloud(head, read, context);
  if (isOf('chip', head)) return materialiseChip(head, read);
  if (isOf('datacenter', head)) return materialiseDatacenter(head, read);
  if (isOf('deal', head)) return materialiseDeal(head, statements, read, context);
  if (isOf('initiative', head)) return materialiseInitiative(head, read, context);
  if (isOf('country', head)) return materialiseCountry(head, read);
  if (isOf('policy', head)) return materialisePolicy(head, read, context);
  if (isOf('topic', head)) return { ...head, country: null };
  throw new Error(`No record is made of the kind "${head.kind}".`);
}

/** The companies whose country the record of this entity shows: of a cloud its operator, of a rule the body behind it. */
export function countriesNeeded(
  head: EntityHead,
  statements: readonly Statement[],
  at: { readonly asOf: Day },
): readonly EntityId[] {
  const property = head.kind === 'cloud' ? 'operated_by' : head.kind === 'policy' ? 'issued_by' : null;
  if (property === null) return [];
  const object = new ClaimReader(statements, at.asOf).object(property);
  return object === null ? [] : [object];
}

function isSource(head: EntityHead | SourceRecord): head is SourceRecord {
  return head.kind === 'source';
}

function isOf<K extends EntityKind>(kind: K, head: EntityHead): head is EntityHead<K> {
  return head.kind === kind;
}
