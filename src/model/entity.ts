import type { EntityId, EntityKind } from './ids.js';
import type { Confidence, Qualifier } from './statement.js';
import type { Day, PartialDate, TimeSlice } from './time.js';

export interface ExternalId {
  /** `wikidata`, `ticker`, `iso3166`, … */
  readonly scheme: string;
  readonly value: string;
}

/** What an entity is called and where that was read. All else about it is statements. */
export interface EntityHead<K extends EntityKind = EntityKind> {
  readonly id: EntityId;
  readonly kind: K;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly externalIds: readonly ExternalId[];
  readonly confidence: Confidence;
  readonly sources: readonly EntityId[];
  /** The id that it was merged into: a redirect. */
  readonly mergedInto: EntityId | null;
}

/** Plain fields common to every entity, materialised from the best claims. */
interface RecordBase<K extends EntityKind> extends EntityHead<K> {
  /** Seat, location or government; of a cloud its operator's. */
  readonly country: EntityId | null;
  /** Set when the fields were materialised for another time than the default. */
  readonly at?: TimeSlice;
}

/** An amount in its own currency as claimed. */
export interface ClaimedMoney {
  readonly amount: number;
  readonly currency: string;
  readonly qualifier: Qualifier;
  readonly saidOn: PartialDate;
  readonly statementId: string;
}

export interface CompanyRecord extends RecordBase<'company'> {
  readonly roles: readonly string[];
  readonly hqCity: string | null;
  readonly founded: PartialDate | null;
  readonly parent: EntityId | null;
}

export interface CloudRecord extends RecordBase<'cloud'> {
  readonly operator: EntityId | null;
}

export interface ChipRecord extends RecordBase<'chip'> {
  /** gpu, asic, cpu, system, lpu, wafer. */
  readonly category: string | null;
  readonly designer: EntityId | null;
  readonly released: PartialDate | null;
  readonly memoryGb: number | null;
  readonly memoryType: string | null;
  readonly memoryBandwidthTbs: number | null;
  readonly tdpW: number | null;
  readonly denseBf16Tflops: number | null;
  readonly denseFp8Tflops: number | null;
  readonly foundries: readonly { readonly company: EntityId; readonly node: string | null }[];
  readonly memorySuppliers: readonly EntityId[];
  readonly components: readonly EntityId[];
  readonly exportStatus: string | null;
  readonly exportStatusSince: PartialDate | null;
}

export interface DatacenterRecord extends RecordBase<'datacenter'> {
  readonly operator: EntityId | null;
  readonly owners: readonly EntityId[];
  readonly tenants: readonly EntityId[];
  readonly energyProviders: readonly EntityId[];
  readonly chips: readonly EntityId[];
  readonly region: string | null;
  readonly city: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** `site` or `city`. */
  readonly geoPrecision: string | null;
  /** operational, expanding, under_construction, planned, paused, cancelled. */
  readonly status: string | null;
  readonly firstOperational: PartialDate | null;
  /** actual_estimate, announced, projected. */
  readonly firstOperationalBasis: string | null;
  /** IT load now; never add to or mix with site power. */
  readonly itPowerMw: number | null;
  /** Whole-site power now. */
  readonly sitePowerMw: number | null;
  readonly plannedItPowerMw: number | null;
  readonly plannedSitePowerMw: number | null;
  /** Announced, basis unstated. */
  readonly announcedPowerMw: number | null;
  readonly h100Equivalents: number | null;
}

export const DEAL_TYPES = ['COMPUTE', 'SUPPLY', 'INVESTMENT', 'ENERGY', 'PROGRAMME'] as const;
export type DealType = (typeof DEAL_TYPES)[number];

/** The form in which a deal was made; `dealTypeOf` in deal.ts maps it to a type. */
export const DEAL_FORMS = [
  'COMPUTE_PURCHASE',
  'CLOUD_PARTNERSHIP',
  'LEASE',
  'CHIP_SUPPLY',
  'LICENCE',
  'EQUITY_INVESTMENT',
  'ACQUISITION',
  'DEBT_FINANCING',
  'ENERGY_PPA',
  'INFRASTRUCTURE_PROGRAMME',
  'JOINT_VENTURE',
  'FRAMEWORK',
] as const;
export type DealForm = (typeof DEAL_FORMS)[number];

export const DEAL_STATUSES = [
  'ACTIVE',
  'COMPLETED',
  'ANNOUNCED',
  'LETTER_OF_INTENT',
  'REPORTED',
  'PAUSED',
  'CANCELLED',
] as const;
export type DealStatus = (typeof DEAL_STATUSES)[number];

export type PartyRole = 'CUSTOMER' | 'PROVIDER' | 'PARTICIPANT';

export interface DealParty {
  readonly entity: EntityId;
  readonly role: PartyRole;
  /** The role as the source has it: `chip_supplier`, `lessor`, … */
  readonly title: string;
}

export interface DealRecord extends RecordBase<'deal'> {
  readonly type: DealType;
  readonly form: DealForm;
  readonly parties: readonly DealParty[];
  readonly announced: PartialDate | null;
  readonly start: PartialDate | null;
  readonly end: PartialDate | null;
  readonly termYears: number | null;
  /** Its last day: of the stated end, else of the term since the start; null where neither is known. */
  readonly termEnd: Day | null;
  /** Null before its announcement. */
  readonly status: DealStatus | null;
  /** Status active or completed. */
  readonly binding: boolean;
  /** First and last day in force: from the announcement to the end, pause, cancellation or supersession; null is open (or never, for `inForceFrom`). */
  readonly inForceFrom: Day | null;
  readonly inForceTo: Day | null;
  /** Best claim of the headline amount, whatever its qualifier. */
  readonly amount: ClaimedMoney | null;
  /** `amount` in USD at the rate of the year in which it was said; null without amount or rate. */
  readonly amountUsd: number | null;
  readonly capacityMw: number | null;
  readonly chips: readonly EntityId[];
  readonly datacenters: readonly EntityId[];
  readonly supersedes: readonly EntityId[];
  readonly nestedIn: readonly EntityId[];
  readonly expands: readonly EntityId[];
  readonly contingentOn: readonly EntityId[];
  readonly relatedTo: readonly EntityId[];
  /** From when an option to expand can be used, or when it lapses. */
  readonly optionDate: PartialDate | null;
  readonly fullDeploymentBy: PartialDate | null;
  readonly instanceFamily: string | null;
}

export interface InitiativeRecord extends RecordBase<'initiative'> {
  /** programme, infrastructure, fund, legislation, private_initiative, policy, model, association. */
  readonly form: string;
  /** active, operational, announced, proposed, drafting, call_preparation, reported. */
  readonly status: string;
  readonly start: PartialDate | null;
  readonly end: PartialDate | null;
  /** "over N years" where a source says so. */
  readonly statedYears: number | null;
  /** The least and the most of "over three to five years"; both the stated number where a source gives one. */
  readonly statedYearsLow: number | null;
  readonly statedYearsHigh: number | null;
  readonly budget: ClaimedMoney | null;
  readonly budgetUsd: number | null;
  readonly budgetStage: 'ANNOUNCED' | 'COMMITTED' | 'DISBURSED' | 'UNKNOWN_STAGE';
  readonly funder: 'PUBLIC' | 'PRIVATE' | 'MIXED' | 'ESTIMATE' | 'UNKNOWN_FUNDER';
  readonly goals: readonly string[];
  readonly gpuCount: number | null;
  readonly powerMw: number | null;
  readonly leadBodies: readonly EntityId[];
  /** Who supplies chips, cloud, servers or buildings, with the role as the source has it. */
  readonly suppliers: readonly { readonly entity: EntityId; readonly role: string }[];
  /** Grantees, users, tenants, investors. */
  readonly participants: readonly { readonly entity: EntityId; readonly role: string }[];
  readonly datacenters: readonly EntityId[];
  readonly nestedIn: readonly EntityId[];
  /** The deals that are the same project; never add their amounts. */
  readonly sameAs: readonly EntityId[];
}

export interface CountryRecord extends RecordBase<'country'> {
  /** ISO 3166-1 alpha-2, or `EU`. */
  readonly code: string;
  readonly isBloc: boolean;
  readonly memberOf: readonly EntityId[];
  readonly population: number | null;
}

export interface PolicyRecord extends RecordBase<'policy'> {
  /** restricts_export_to, requires_licence_for, … */
  readonly action: string;
  readonly issuer: EntityId | null;
  readonly target: EntityId | null;
  readonly date: PartialDate | null;
}

export interface TopicRecord extends RecordBase<'topic'> {}

export interface SourceRecord extends EntityHead<'source'> {
  readonly country: null;
  readonly publisher: string;
  readonly url: string | null;
  readonly published: PartialDate | null;
  /** news, press, filing, government, dataset, report, reference, legal, analysis. */
  readonly medium: string;
  /** `direct`: a stored copy was read; `indirect`: read in a document that cites it; `none`: recalled. */
  readonly read: 'direct' | 'indirect' | 'none';
  readonly licence: string;
}

/** An entity with its plain fields. */
export type EntityRecord =
  | CompanyRecord
  | CloudRecord
  | ChipRecord
  | DatacenterRecord
  | DealRecord
  | InitiativeRecord
  | CountryRecord
  | PolicyRecord
  | TopicRecord
  | SourceRecord;

/** The record of one kind. */
export type RecordOf<K extends EntityKind> = Extract<EntityRecord, { readonly kind: K }>;
