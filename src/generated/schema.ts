import type { Day } from '../model/time.js';
import type { Instant } from '../model/time.js';
import type { FactValue } from '../model/statement.js';
import type { PartialDate } from '../model/time.js';
import type { Representation } from '../resolvers/subgraph.js';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AuditConnectionParent, AuditRecordParent, ChangeParent, ChangeConnectionParent, ChipConnectionParent, ClaimedMoneyParent, CloudProviderConnectionParent, CommitmentsParent, CommitmentOptionParent, CompanyConnectionParent, ConcentrationParent, ConcentrationShareParent, CounterpartyAmountParent, CountryConnectionParent, CurrencyRateParent, CustomerConnectionParent, CustomerEdgeParent, DatacenterConnectionParent, DealAmountParent, DealConnectionParent, DealOptionParent, DependencyParent, DependencyConnectionParent, DependencyEdgeParent, DependencyPathParent, EditResultParent, EditedEntitiesParent, EditedStatementsParent, EventParent, EventConnectionParent, ExcludedDealParent, ImpactBreakParent, ImpactStressParent, IncludedAmountParent, InitiativeComparisonParent, InitiativeConnectionParent, InitiativeRowParent, InvestmentConnectionParent, ImpactParent, ExposureParent, ExposureChainParent, MarketResultParent, NationalDependencyParent, NationalLevelParent, NationalShareParent, NationalRowParent, NationalChipsParent, MarketShareParent, MovedByParent, ChokepointParent, NodeParent, PathConnectionParent, ScenarioParent, ProposalParent, ProposalConnectionParent, ProposedEntityParent, ReviewResultParent, SearchConnectionParent, SourceConnectionParent, StatementParent, StatementConnectionParent, TrancheParent, RepresentedParent } from '../resolvers/parents.js';
import type { ChipRecord, CloudRecord, CompanyRecord, DealRecord, CountryRecord, DatacenterRecord, EntityRecord, InitiativeRecord, PolicyRecord, SourceRecord, TopicRecord } from '../model/entity.js';
import type { Confidence as ConfidenceWord, Qualifier as QualifierWord } from '../model/statement.js';
import type { DatasetMeta } from '../model/dataset.js';
import type { EntityKind as EntityKindWord } from '../model/ids.js';
import type { Role as RoleWord } from '../model/caller.js';
import type { SourceReadWord } from '../resolvers/enums.js';
import type { Context } from '../resolvers/context.js';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  Date: { input: Day; output: Day; }
  DateTime: { input: Instant; output: Instant; }
  FactValue: { input: FactValue; output: FactValue; }
  PartialDate: { input: PartialDate; output: PartialDate; }
  _Any: { input: Representation; output: Representation; }
  federation__FieldSet: { input: string; output: string; }
};

export type AuditAction =
  | 'APPLIED'
  | 'APPROVED'
  | 'PROPOSED'
  | 'REFUSED';

export type AuditConnection = {
  readonly edges: ReadonlyArray<AuditEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type AuditEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: AuditRecord;
};

export type AuditRecord = {
  readonly action: AuditAction;
  readonly at: Scalars['DateTime']['output'];
  readonly author: Scalars['String']['output'];
  readonly edit: EditKind;
  readonly how: IdentifiedBy;
  readonly name: Scalars['String']['output'];
  readonly number: Scalars['Int']['output'];
  readonly proposal?: Maybe<Proposal>;
  readonly proposedBy?: Maybe<Scalars['String']['output']>;
  readonly reason: Scalars['String']['output'];
  readonly requestId?: Maybe<Scalars['String']['output']>;
  readonly revision?: Maybe<Scalars['Int']['output']>;
  readonly role: Role;
  readonly touchedIds: ReadonlyArray<Scalars['ID']['output']>;
};

export type BooleanFilter = {
  readonly eq?: InputMaybe<Scalars['Boolean']['input']>;
};

export type BudgetFigures = {
  readonly currency: Scalars['String']['output'];
  readonly perHead?: Maybe<Scalars['Float']['output']>;
  readonly perYear?: Maybe<Scalars['Float']['output']>;
  readonly perYearHigh?: Maybe<Scalars['Float']['output']>;
  readonly perYearLow?: Maybe<Scalars['Float']['output']>;
  readonly total?: Maybe<Scalars['Float']['output']>;
};

export type BudgetStage =
  | 'ANNOUNCED'
  | 'COMMITTED'
  | 'DISBURSED'
  | 'UNKNOWN_STAGE';

export type BudgetStageFilter = {
  readonly eq?: InputMaybe<BudgetStage>;
  readonly in?: InputMaybe<ReadonlyArray<BudgetStage>>;
};

export type CapacityUnit =
  | 'CHIPS'
  | 'H100E'
  | 'SITES';

export type CapacityUniverse =
  | 'DOCUMENTED_SITES_ONLY';

export type Change = {
  readonly at: Scalars['DateTime']['output'];
  readonly change: ChangeKind;
  readonly replacedBy: ReadonlyArray<Statement>;
  readonly replaces: ReadonlyArray<Statement>;
  readonly statement: Statement;
  readonly truncated: Scalars['Boolean']['output'];
};

export type ChangeConnection = {
  readonly edges: ReadonlyArray<ChangeEdge>;
  readonly knownAt: Scalars['DateTime']['output'];
  readonly pageInfo: PageInfo;
  readonly since: Scalars['DateTime']['output'];
  readonly totalCount: Scalars['Int']['output'];
};

export type ChangeEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Change;
};

export type ChangeKind =
  | 'ADDED'
  | 'REPLACED'
  | 'RETRACTED';

export type Chip = Entity & Node & {
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  readonly category?: Maybe<Scalars['String']['output']>;
  readonly components: ReadonlyArray<Chip>;
  readonly country?: Maybe<Country>;
  readonly denseBf16Tflops?: Maybe<Scalars['Float']['output']>;
  readonly denseFp8Tflops?: Maybe<Scalars['Float']['output']>;
  readonly dependencies: DependencyConnection;
  readonly dependents: DependencyConnection;
  readonly designer?: Maybe<Company>;
  readonly exportControl?: Maybe<ExportControl>;
  readonly externalIds: ReadonlyArray<ExternalId>;
  readonly factCount: Scalars['Int']['output'];
  readonly facts: ReadonlyArray<Statement>;
  readonly foundries: ReadonlyArray<ChipFoundry>;
  readonly id: Scalars['ID']['output'];
  readonly kind: EntityKind;
  readonly memoryBandwidthTbs?: Maybe<Scalars['Float']['output']>;
  readonly memoryGb?: Maybe<Scalars['Float']['output']>;
  readonly memorySuppliers: ReadonlyArray<Company>;
  readonly memoryType?: Maybe<Scalars['String']['output']>;
  readonly name: Scalars['String']['output'];
  readonly released?: Maybe<Scalars['PartialDate']['output']>;
  readonly sources: ReadonlyArray<Source>;
  readonly tdpW?: Maybe<Scalars['Float']['output']>;
  readonly timeline: EventConnection;
  readonly users: DependencyConnection;
};


export type ChipDependenciesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<ReadonlyArray<DependencyKind>>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxDepth?: InputMaybe<Scalars['Int']['input']>;
  minConfidence?: InputMaybe<Confidence>;
  prospective?: InputMaybe<Scalars['Boolean']['input']>;
  transitive?: InputMaybe<Scalars['Boolean']['input']>;
};


export type ChipDependentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<ReadonlyArray<DependencyKind>>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxDepth?: InputMaybe<Scalars['Int']['input']>;
  minConfidence?: InputMaybe<Confidence>;
  prospective?: InputMaybe<Scalars['Boolean']['input']>;
  transitive?: InputMaybe<Scalars['Boolean']['input']>;
};


export type ChipFactCountArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  property?: InputMaybe<Scalars['String']['input']>;
};


export type ChipFactsArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  property?: InputMaybe<Scalars['String']['input']>;
};


export type ChipTimelineArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
};


export type ChipUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  prospective?: InputMaybe<Scalars['Boolean']['input']>;
};

export type ChipConnection = {
  readonly edges: ReadonlyArray<ChipEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type ChipEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Chip;
};

export type ChipFilter = {
  readonly and?: InputMaybe<ReadonlyArray<ChipFilter>>;
  readonly category?: InputMaybe<WordFilter>;
  readonly components?: InputMaybe<IdsFilter>;
  readonly denseBf16Tflops?: InputMaybe<FloatFilter>;
  readonly designer?: InputMaybe<IdFilter>;
  readonly exportStatus?: InputMaybe<WordFilter>;
  readonly foundries?: InputMaybe<IdsFilter>;
  readonly id?: InputMaybe<IdFilter>;
  readonly memoryBandwidthTbs?: InputMaybe<FloatFilter>;
  readonly memoryGb?: InputMaybe<FloatFilter>;
  readonly memorySuppliers?: InputMaybe<IdsFilter>;
  readonly name?: InputMaybe<StringFilter>;
  readonly not?: InputMaybe<ChipFilter>;
  readonly or?: InputMaybe<ReadonlyArray<ChipFilter>>;
  readonly released?: InputMaybe<DateFilter>;
  readonly tdpW?: InputMaybe<FloatFilter>;
};

export type ChipFoundry = {
  readonly company: Company;
  readonly node?: Maybe<Scalars['String']['output']>;
};

export type ChipOrder = {
  readonly direction?: Direction;
  readonly field: ChipOrderField;
};

export type ChipOrderField =
  | 'DENSE_BF16_TFLOPS'
  | 'MEMORY_BANDWIDTH_TBS'
  | 'MEMORY_GB'
  | 'NAME'
  | 'RELEASED'
  | 'TDP_W';

export type Chokepoint = {
  readonly breaks: Scalars['Int']['output'];
  readonly coverage: Coverage;
  readonly entity: Entity;
  readonly stresses: Scalars['Int']['output'];
  readonly weight: Scalars['Float']['output'];
};

export type ChokepointMeasure =
  | 'BREAKS'
  | 'MEGAWATT'
  | 'USD';

export type Chokepoints = {
  readonly asOf: Scalars['Date']['output'];
  readonly candidates: Scalars['Int']['output'];
  readonly knownAt: Scalars['DateTime']['output'];
  readonly ranked: ReadonlyArray<Chokepoint>;
  readonly scenario?: Maybe<Scenario>;
  readonly truncated: Scalars['Boolean']['output'];
};

export type Citation = {
  readonly bibtex: Scalars['String']['output'];
  readonly text: Scalars['String']['output'];
};

export type ClaimChoice =
  | 'BEST'
  | 'HIGH'
  | 'LOW';

export type ClaimInput = {
  readonly confidence?: InputMaybe<Confidence>;
  readonly note?: InputMaybe<Scalars['String']['input']>;
  readonly object?: InputMaybe<Scalars['ID']['input']>;
  readonly property: Scalars['String']['input'];
  readonly qualifier?: InputMaybe<Qualifier>;
  readonly refersTo?: InputMaybe<Scalars['PartialDate']['input']>;
  readonly saidOn?: InputMaybe<Scalars['PartialDate']['input']>;
  readonly scope?: InputMaybe<Scalars['String']['input']>;
  readonly sources: ReadonlyArray<Scalars['ID']['input']>;
  readonly unit?: InputMaybe<Scalars['String']['input']>;
  readonly validFrom?: InputMaybe<Scalars['PartialDate']['input']>;
  readonly validTo?: InputMaybe<Scalars['PartialDate']['input']>;
  readonly value?: InputMaybe<Scalars['FactValue']['input']>;
};

export type ClaimedMoney = {
  readonly amount: Scalars['Float']['output'];
  readonly currency: Scalars['String']['output'];
  readonly qualifier: Qualifier;
  readonly saidOn: Scalars['PartialDate']['output'];
  readonly statement: Statement;
};

export type CloudProvider = Entity & Node & {
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  readonly country?: Maybe<Country>;
  readonly customers: CustomerConnection;
  readonly datacenters: DatacenterConnection;
  readonly deals: DealConnection;
  readonly dependencies: DependencyConnection;
  readonly dependents: DependencyConnection;
  readonly externalIds: ReadonlyArray<ExternalId>;
  readonly factCount: Scalars['Int']['output'];
  readonly facts: ReadonlyArray<Statement>;
  readonly id: Scalars['ID']['output'];
  readonly kind: EntityKind;
  readonly name: Scalars['String']['output'];
  readonly operatedBy?: Maybe<Company>;
  readonly sources: ReadonlyArray<Source>;
  readonly timeline: EventConnection;
};


export type CloudProviderCustomersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type CloudProviderDatacentersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  as?: InputMaybe<SiteRole>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type CloudProviderDealsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  inForceOn?: InputMaybe<Scalars['Date']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  role?: InputMaybe<PartyRole>;
  types?: InputMaybe<ReadonlyArray<DealType>>;
  with?: InputMaybe<Scalars['ID']['input']>;
};


export type CloudProviderDependenciesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<ReadonlyArray<DependencyKind>>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxDepth?: InputMaybe<Scalars['Int']['input']>;
  minConfidence?: InputMaybe<Confidence>;
  prospective?: InputMaybe<Scalars['Boolean']['input']>;
  transitive?: InputMaybe<Scalars['Boolean']['input']>;
};


export type CloudProviderDependentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<ReadonlyArray<DependencyKind>>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxDepth?: InputMaybe<Scalars['Int']['input']>;
  minConfidence?: InputMaybe<Confidence>;
  prospective?: InputMaybe<Scalars['Boolean']['input']>;
  transitive?: InputMaybe<Scalars['Boolean']['input']>;
};


export type CloudProviderFactCountArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  property?: InputMaybe<Scalars['String']['input']>;
};


export type CloudProviderFactsArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  property?: InputMaybe<Scalars['String']['input']>;
};


export type CloudProviderTimelineArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
};

export type CloudProviderConnection = {
  readonly edges: ReadonlyArray<CloudProviderEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type CloudProviderEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: CloudProvider;
};

export type CloudProviderFilter = {
  readonly and?: InputMaybe<ReadonlyArray<CloudProviderFilter>>;
  readonly country?: InputMaybe<IdFilter>;
  readonly id?: InputMaybe<IdFilter>;
  readonly name?: InputMaybe<StringFilter>;
  readonly not?: InputMaybe<CloudProviderFilter>;
  readonly operatedBy?: InputMaybe<IdFilter>;
  readonly or?: InputMaybe<ReadonlyArray<CloudProviderFilter>>;
};

export type CloudProviderOrder = {
  readonly direction?: Direction;
  readonly field: CloudProviderOrderField;
};

export type CloudProviderOrderField =
  | 'NAME';

export type CommitmentOption = {
  readonly amountUsd?: Maybe<Scalars['Float']['output']>;
  readonly capacityMw?: Maybe<Scalars['Float']['output']>;
  readonly counted: Scalars['Boolean']['output'];
  readonly date?: Maybe<Scalars['PartialDate']['output']>;
  readonly deal: Deal;
  readonly label: Scalars['String']['output'];
  readonly statements: ReadonlyArray<Statement>;
};

export type CommitmentRole =
  | 'CUSTOMER'
  | 'PROVIDER';

export type Commitments = {
  readonly annualizedUsd: Scalars['Float']['output'];
  readonly asOf: Scalars['Date']['output'];
  readonly byCounterparty: ReadonlyArray<CounterpartyAmount>;
  readonly claims: ClaimChoice;
  readonly coverage: Coverage;
  readonly excluded: ReadonlyArray<ExcludedDeal>;
  readonly included: ReadonlyArray<IncludedAmount>;
  readonly knownAt: Scalars['DateTime']['output'];
  readonly members: ReadonlyArray<Entity>;
  readonly movedBy: ReadonlyArray<MovedBy>;
  readonly movedByCount: Scalars['Int']['output'];
  readonly of: Entity;
  readonly openAbove: Scalars['Boolean']['output'];
  readonly options: ReadonlyArray<CommitmentOption>;
  readonly rates: ReadonlyArray<CurrencyRate>;
  readonly role: CommitmentRole;
  readonly scenario?: Maybe<Scenario>;
  readonly schedule: ReadonlyArray<ScheduleYear>;
  readonly sharedUsd: Scalars['Float']['output'];
  readonly totalUsd: Scalars['Float']['output'];
  readonly unattributedUsd: Scalars['Float']['output'];
  readonly unscheduledUsd: Scalars['Float']['output'];
};


export type CommitmentsMovedByArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type Company = Entity & Node & {
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  readonly chips: ChipConnection;
  readonly clouds: ReadonlyArray<CloudProvider>;
  readonly country?: Maybe<Country>;
  readonly datacenters: DatacenterConnection;
  readonly deals: DealConnection;
  readonly dependencies: DependencyConnection;
  readonly dependents: DependencyConnection;
  readonly externalIds: ReadonlyArray<ExternalId>;
  readonly factCount: Scalars['Int']['output'];
  readonly facts: ReadonlyArray<Statement>;
  readonly founded?: Maybe<Scalars['PartialDate']['output']>;
  readonly hqCity?: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly kind: EntityKind;
  readonly name: Scalars['String']['output'];
  readonly parent?: Maybe<Company>;
  readonly roles: ReadonlyArray<Scalars['String']['output']>;
  readonly sources: ReadonlyArray<Source>;
  readonly subsidiaries: CompanyConnection;
  readonly timeline: EventConnection;
};


export type CompanyChipsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type CompanyDatacentersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  as?: InputMaybe<SiteRole>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type CompanyDealsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  inForceOn?: InputMaybe<Scalars['Date']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  role?: InputMaybe<PartyRole>;
  types?: InputMaybe<ReadonlyArray<DealType>>;
  with?: InputMaybe<Scalars['ID']['input']>;
};


export type CompanyDependenciesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<ReadonlyArray<DependencyKind>>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxDepth?: InputMaybe<Scalars['Int']['input']>;
  minConfidence?: InputMaybe<Confidence>;
  prospective?: InputMaybe<Scalars['Boolean']['input']>;
  transitive?: InputMaybe<Scalars['Boolean']['input']>;
};


export type CompanyDependentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<ReadonlyArray<DependencyKind>>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxDepth?: InputMaybe<Scalars['Int']['input']>;
  minConfidence?: InputMaybe<Confidence>;
  prospective?: InputMaybe<Scalars['Boolean']['input']>;
  transitive?: InputMaybe<Scalars['Boolean']['input']>;
};


export type CompanyFactCountArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  property?: InputMaybe<Scalars['String']['input']>;
};


export type CompanyFactsArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  property?: InputMaybe<Scalars['String']['input']>;
};


export type CompanySubsidiariesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type CompanyTimelineArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
};

export type CompanyConnection = {
  readonly edges: ReadonlyArray<CompanyEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type CompanyEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Company;
};

export type CompanyFilter = {
  readonly and?: InputMaybe<ReadonlyArray<CompanyFilter>>;
  readonly country?: InputMaybe<IdFilter>;
  readonly founded?: InputMaybe<DateFilter>;
  readonly id?: InputMaybe<IdFilter>;
  readonly name?: InputMaybe<StringFilter>;
  readonly not?: InputMaybe<CompanyFilter>;
  readonly or?: InputMaybe<ReadonlyArray<CompanyFilter>>;
  readonly parent?: InputMaybe<IdFilter>;
  readonly roles?: InputMaybe<WordsFilter>;
};

export type CompanyOrder = {
  readonly direction?: Direction;
  readonly field: CompanyOrderField;
};

export type CompanyOrderField =
  | 'FOUNDED'
  | 'NAME';

export type ComputeDeal = Deal & Entity & Node & {
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  readonly amount?: Maybe<ClaimedMoney>;
  readonly amountUsd?: Maybe<Scalars['Float']['output']>;
  readonly announced?: Maybe<Scalars['PartialDate']['output']>;
  readonly annualizedUsd?: Maybe<Scalars['Float']['output']>;
  readonly binding: Scalars['Boolean']['output'];
  readonly capacityMw?: Maybe<Scalars['Float']['output']>;
  readonly ceiling?: Maybe<DealAmount>;
  readonly chips: ReadonlyArray<Chip>;
  readonly contains: ReadonlyArray<Deal>;
  readonly contingentOn: ReadonlyArray<Deal>;
  readonly country?: Maybe<Country>;
  readonly datacenters: ReadonlyArray<Datacenter>;
  readonly dependencies: DependencyConnection;
  readonly dependents: DependencyConnection;
  readonly end?: Maybe<Scalars['PartialDate']['output']>;
  readonly expandedBy: ReadonlyArray<Deal>;
  readonly expands: ReadonlyArray<Deal>;
  readonly externalIds: ReadonlyArray<ExternalId>;
  readonly factCount: Scalars['Int']['output'];
  readonly facts: ReadonlyArray<Statement>;
  readonly firm?: Maybe<DealAmount>;
  readonly form: DealForm;
  readonly fullDeploymentBy?: Maybe<Scalars['PartialDate']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly inForce: Scalars['Boolean']['output'];
  readonly instanceFamily?: Maybe<Scalars['String']['output']>;
  readonly kind: EntityKind;
  readonly name: Scalars['String']['output'];
  readonly nestedIn: ReadonlyArray<Deal>;
  readonly notInForceBecause?: Maybe<NotInForceReason>;
  readonly optionDate?: Maybe<Scalars['PartialDate']['output']>;
  readonly options: ReadonlyArray<DealOption>;
  readonly parties: ReadonlyArray<DealParty>;
  readonly relatedTo: ReadonlyArray<Deal>;
  readonly schedule: ReadonlyArray<ScheduleYear>;
  readonly sources: ReadonlyArray<Source>;
  readonly start?: Maybe<Scalars['PartialDate']['output']>;
  readonly status?: Maybe<DealStatus>;
  readonly statusHistory: ReadonlyArray<DatedStatus>;
  readonly supersededBy: ReadonlyArray<Deal>;
  readonly supersedes: ReadonlyArray<Deal>;
  readonly termEnd?: Maybe<Scalars['Date']['output']>;
  readonly termYears?: Maybe<Scalars['Float']['output']>;
  readonly timeline: EventConnection;
  readonly type: DealType;
  readonly unscheduledUsd?: Maybe<Scalars['Float']['output']>;
};


export type ComputeDealDependenciesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<ReadonlyArray<DependencyKind>>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxDepth?: InputMaybe<Scalars['Int']['input']>;
  minConfidence?: InputMaybe<Confidence>;
  prospective?: InputMaybe<Scalars['Boolean']['input']>;
  transitive?: InputMaybe<Scalars['Boolean']['input']>;
};


export type ComputeDealDependentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<ReadonlyArray<DependencyKind>>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxDepth?: InputMaybe<Scalars['Int']['input']>;
  minConfidence?: InputMaybe<Confidence>;
  prospective?: InputMaybe<Scalars['Boolean']['input']>;
  transitive?: InputMaybe<Scalars['Boolean']['input']>;
};


export type ComputeDealFactCountArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  property?: InputMaybe<Scalars['String']['input']>;
};


export type ComputeDealFactsArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  property?: InputMaybe<Scalars['String']['input']>;
};


export type ComputeDealPartiesArgs = {
  role?: InputMaybe<PartyRole>;
};


export type ComputeDealTimelineArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
};

export type Concentration = {
  readonly asOf: Scalars['Date']['output'];
  readonly band?: Maybe<ConcentrationBand>;
  readonly basis: ConcentrationBasis;
  readonly by: ConcentrationBy;
  readonly claims: ClaimChoice;
  readonly coverage: Coverage;
  readonly excluded: ReadonlyArray<ExcludedDeal>;
  readonly excludedSites: ReadonlyArray<Datacenter>;
  readonly hhi: Hhi;
  readonly knownAt: Scalars['DateTime']['output'];
  readonly members: ReadonlyArray<Entity>;
  readonly movedBy: ReadonlyArray<MovedBy>;
  readonly movedByCount: Scalars['Int']['output'];
  readonly of: ReadonlyArray<Entity>;
  readonly rates: ReadonlyArray<CurrencyRate>;
  readonly scenario?: Maybe<Scenario>;
  readonly shares: ReadonlyArray<ConcentrationShare>;
  readonly unknown: ReadonlyArray<Entity>;
};


export type ConcentrationMovedByArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type ConcentrationBand =
  | 'HIGH'
  | 'LOW'
  | 'MODERATE';

export type ConcentrationBasis =
  | 'CHIP_COUNT'
  | 'CONTRACTED_USD'
  | 'COUNT'
  | 'MEGAWATT';

export type ConcentrationBy =
  | 'CHIP_VENDOR'
  | 'CLOUD_PROVIDER'
  | 'FOUNDRY'
  | 'PROVIDER_COUNTRY';

export type ConcentrationShare = {
  readonly amountUsd?: Maybe<Scalars['Float']['output']>;
  readonly dealCount: Scalars['Int']['output'];
  readonly entity: Entity;
  readonly sharePercent: Scalars['Float']['output'];
};

export type Confidence =
  | 'confirmed'
  | 'recalled';

export type CounterpartyAmount = {
  readonly amountUsd: Scalars['Float']['output'];
  readonly entity: Entity;
  readonly sharePercent: Scalars['Float']['output'];
};

export type Country = Entity & Node & {
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  readonly code: Scalars['String']['output'];
  readonly companies: CompanyConnection;
  readonly country?: Maybe<Country>;
  readonly datacenters: DatacenterConnection;
  readonly dependencies: DependencyConnection;
  readonly dependents: DependencyConnection;
  readonly externalIds: ReadonlyArray<ExternalId>;
  readonly factCount: Scalars['Int']['output'];
  readonly facts: ReadonlyArray<Statement>;
  readonly id: Scalars['ID']['output'];
  readonly initiatives: InitiativeConnection;
  readonly isBloc: Scalars['Boolean']['output'];
  readonly kind: EntityKind;
  readonly memberOf: ReadonlyArray<Country>;
  readonly members: ReadonlyArray<Country>;
  readonly name: Scalars['String']['output'];
  readonly population?: Maybe<Scalars['Float']['output']>;
  readonly sources: ReadonlyArray<Source>;
  readonly timeline: EventConnection;
};


export type CountryCompaniesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type CountryDatacentersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type CountryDependenciesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<ReadonlyArray<DependencyKind>>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxDepth?: InputMaybe<Scalars['Int']['input']>;
  minConfidence?: InputMaybe<Confidence>;
  prospective?: InputMaybe<Scalars['Boolean']['input']>;
  transitive?: InputMaybe<Scalars['Boolean']['input']>;
};


export type CountryDependentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<ReadonlyArray<DependencyKind>>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxDepth?: InputMaybe<Scalars['Int']['input']>;
  minConfidence?: InputMaybe<Confidence>;
  prospective?: InputMaybe<Scalars['Boolean']['input']>;
  transitive?: InputMaybe<Scalars['Boolean']['input']>;
};


export type CountryFactCountArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  property?: InputMaybe<Scalars['String']['input']>;
};


export type CountryFactsArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  property?: InputMaybe<Scalars['String']['input']>;
};


export type CountryInitiativesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type CountryTimelineArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
};

export type CountryConnection = {
  readonly edges: ReadonlyArray<CountryEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type CountryEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Country;
};

export type CountryFilter = {
  readonly and?: InputMaybe<ReadonlyArray<CountryFilter>>;
  readonly code?: InputMaybe<WordFilter>;
  readonly id?: InputMaybe<IdFilter>;
  readonly isBloc?: InputMaybe<BooleanFilter>;
  readonly memberOf?: InputMaybe<IdsFilter>;
  readonly name?: InputMaybe<StringFilter>;
  readonly not?: InputMaybe<CountryFilter>;
  readonly or?: InputMaybe<ReadonlyArray<CountryFilter>>;
  readonly population?: InputMaybe<FloatFilter>;
};

export type CountryOrder = {
  readonly direction?: Direction;
  readonly field: CountryOrderField;
};

export type CountryOrderField =
  | 'NAME'
  | 'POPULATION';

export type Coverage = {
  readonly known: Scalars['Int']['output'];
  readonly total: Scalars['Int']['output'];
};

export type CurrencyRate = {
  readonly confidence: Confidence;
  readonly currency: Scalars['String']['output'];
  readonly date: Scalars['PartialDate']['output'];
  readonly source?: Maybe<Source>;
  readonly usd: Scalars['Float']['output'];
};

export type CustomerConnection = {
  readonly edges: ReadonlyArray<CustomerEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type CustomerEdge = {
  readonly contractedUsd?: Maybe<Scalars['Float']['output']>;
  readonly cursor: Scalars['String']['output'];
  readonly deals: ReadonlyArray<Deal>;
  readonly evidence: ReadonlyArray<Statement>;
  readonly evidenceCount: Scalars['Int']['output'];
  readonly flagship: Scalars['Boolean']['output'];
  readonly node: Entity;
  readonly roles: ReadonlyArray<Scalars['String']['output']>;
};


export type CustomerEdgeEvidenceArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type Datacenter = Entity & Node & {
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  readonly announcedPowerMw?: Maybe<Scalars['Float']['output']>;
  readonly chips: ReadonlyArray<Chip>;
  readonly city?: Maybe<Scalars['String']['output']>;
  readonly country?: Maybe<Country>;
  readonly dependencies: DependencyConnection;
  readonly dependents: DependencyConnection;
  readonly energyProviders: ReadonlyArray<Entity>;
  readonly externalIds: ReadonlyArray<ExternalId>;
  readonly factCount: Scalars['Int']['output'];
  readonly facts: ReadonlyArray<Statement>;
  readonly firstOperational?: Maybe<Scalars['PartialDate']['output']>;
  readonly firstOperationalBasis?: Maybe<Scalars['String']['output']>;
  readonly geoPrecision?: Maybe<Scalars['String']['output']>;
  readonly h100Equivalents?: Maybe<Scalars['Float']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly itPowerMw?: Maybe<Scalars['Float']['output']>;
  readonly kind: EntityKind;
  readonly latitude?: Maybe<Scalars['Float']['output']>;
  readonly longitude?: Maybe<Scalars['Float']['output']>;
  readonly name: Scalars['String']['output'];
  readonly operator?: Maybe<Entity>;
  readonly owners: ReadonlyArray<Entity>;
  readonly plannedItPowerMw?: Maybe<Scalars['Float']['output']>;
  readonly plannedSitePowerMw?: Maybe<Scalars['Float']['output']>;
  readonly power: ReadonlyArray<PowerFigure>;
  readonly region?: Maybe<Scalars['String']['output']>;
  readonly sitePowerMw?: Maybe<Scalars['Float']['output']>;
  readonly sources: ReadonlyArray<Source>;
  readonly status?: Maybe<Scalars['String']['output']>;
  readonly tenants: ReadonlyArray<Entity>;
  readonly timeline: EventConnection;
};


export type DatacenterDependenciesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<ReadonlyArray<DependencyKind>>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxDepth?: InputMaybe<Scalars['Int']['input']>;
  minConfidence?: InputMaybe<Confidence>;
  prospective?: InputMaybe<Scalars['Boolean']['input']>;
  transitive?: InputMaybe<Scalars['Boolean']['input']>;
};


export type DatacenterDependentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<ReadonlyArray<DependencyKind>>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxDepth?: InputMaybe<Scalars['Int']['input']>;
  minConfidence?: InputMaybe<Confidence>;
  prospective?: InputMaybe<Scalars['Boolean']['input']>;
  transitive?: InputMaybe<Scalars['Boolean']['input']>;
};


export type DatacenterFactCountArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  property?: InputMaybe<Scalars['String']['input']>;
};


export type DatacenterFactsArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  property?: InputMaybe<Scalars['String']['input']>;
};


export type DatacenterTimelineArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
};

export type DatacenterConnection = {
  readonly edges: ReadonlyArray<DatacenterEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type DatacenterEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Datacenter;
};

export type DatacenterFilter = {
  readonly and?: InputMaybe<ReadonlyArray<DatacenterFilter>>;
  readonly chips?: InputMaybe<IdsFilter>;
  readonly country?: InputMaybe<IdFilter>;
  readonly energyProviders?: InputMaybe<IdsFilter>;
  readonly firstOperational?: InputMaybe<DateFilter>;
  readonly h100Equivalents?: InputMaybe<FloatFilter>;
  readonly id?: InputMaybe<IdFilter>;
  readonly itPowerMw?: InputMaybe<FloatFilter>;
  readonly name?: InputMaybe<StringFilter>;
  readonly not?: InputMaybe<DatacenterFilter>;
  readonly operator?: InputMaybe<IdFilter>;
  readonly or?: InputMaybe<ReadonlyArray<DatacenterFilter>>;
  readonly owners?: InputMaybe<IdsFilter>;
  readonly plannedItPowerMw?: InputMaybe<FloatFilter>;
  readonly plannedSitePowerMw?: InputMaybe<FloatFilter>;
  readonly sitePowerMw?: InputMaybe<FloatFilter>;
  readonly status?: InputMaybe<WordFilter>;
  readonly tenants?: InputMaybe<IdsFilter>;
};

export type DatacenterOrder = {
  readonly direction?: Direction;
  readonly field: DatacenterOrderField;
};

export type DatacenterOrderField =
  | 'FIRST_OPERATIONAL'
  | 'H100_EQUIVALENTS'
  | 'IT_POWER_MW'
  | 'NAME'
  | 'PLANNED_SITE_POWER_MW'
  | 'SITE_POWER_MW';

export type Dataset = {
  readonly citation: Citation;
  readonly counts: ReadonlyArray<KindCount>;
  readonly dataThrough: Scalars['Date']['output'];
  readonly dependencyCount: Scalars['Int']['output'];
  readonly firstRecordedAt: Scalars['DateTime']['output'];
  readonly licenceTerms: ReadonlyArray<LicenceTerms>;
  readonly licences: ReadonlyArray<Scalars['String']['output']>;
  readonly packs: ReadonlyArray<Scalars['String']['output']>;
  readonly rates: ReadonlyArray<CurrencyRate>;
  readonly release: Scalars['String']['output'];
  readonly releasedAt: Scalars['DateTime']['output'];
  readonly revision: Scalars['Int']['output'];
  readonly statementCount: Scalars['Int']['output'];
  readonly title: Scalars['String']['output'];
};

export type DateFilter = {
  readonly eq?: InputMaybe<Scalars['Date']['input']>;
  readonly gt?: InputMaybe<Scalars['Date']['input']>;
  readonly gte?: InputMaybe<Scalars['Date']['input']>;
  readonly isKnown?: InputMaybe<Scalars['Boolean']['input']>;
  readonly lt?: InputMaybe<Scalars['Date']['input']>;
  readonly lte?: InputMaybe<Scalars['Date']['input']>;
};

export type DatedStatus = {
  readonly from: Scalars['Date']['output'];
  readonly statement: Statement;
  readonly status: DealStatus;
};

export type Deal = {
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  readonly amount?: Maybe<ClaimedMoney>;
  readonly amountUsd?: Maybe<Scalars['Float']['output']>;
  readonly announced?: Maybe<Scalars['PartialDate']['output']>;
  readonly annualizedUsd?: Maybe<Scalars['Float']['output']>;
  readonly binding: Scalars['Boolean']['output'];
  readonly capacityMw?: Maybe<Scalars['Float']['output']>;
  readonly ceiling?: Maybe<DealAmount>;
  readonly chips: ReadonlyArray<Chip>;
  readonly contains: ReadonlyArray<Deal>;
  readonly contingentOn: ReadonlyArray<Deal>;
  readonly country?: Maybe<Country>;
  readonly datacenters: ReadonlyArray<Datacenter>;
  readonly dependencies: DependencyConnection;
  readonly dependents: DependencyConnection;
  readonly end?: Maybe<Scalars['PartialDate']['output']>;
  readonly expandedBy: ReadonlyArray<Deal>;
  readonly expands: ReadonlyArray<Deal>;
  readonly externalIds: ReadonlyArray<ExternalId>;
  readonly factCount: Scalars['Int']['output'];
  readonly facts: ReadonlyArray<Statement>;
  readonly firm?: Maybe<DealAmount>;
  readonly form: DealForm;
  readonly fullDeploymentBy?: Maybe<Scalars['PartialDate']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly inForce: Scalars['Boolean']['output'];
  readonly kind: EntityKind;
  readonly name: Scalars['String']['output'];
  readonly nestedIn: ReadonlyArray<Deal>;
  readonly notInForceBecause?: Maybe<NotInForceReason>;
  readonly optionDate?: Maybe<Scalars['PartialDate']['output']>;
  readonly options: ReadonlyArray<DealOption>;
  readonly parties: ReadonlyArray<DealParty>;
  readonly relatedTo: ReadonlyArray<Deal>;
  readonly schedule: ReadonlyArray<ScheduleYear>;
  readonly sources: ReadonlyArray<Source>;
  readonly start?: Maybe<Scalars['PartialDate']['output']>;
  readonly status?: Maybe<DealStatus>;
  readonly statusHistory: ReadonlyArray<DatedStatus>;
  readonly supersededBy: ReadonlyArray<Deal>;
  readonly supersedes: ReadonlyArray<Deal>;
  readonly termEnd?: Maybe<Scalars['Date']['output']>;
  readonly termYears?: Maybe<Scalars['Float']['output']>;
  readonly timeline: EventConnection;
  readonly type: DealType;
  readonly unscheduledUsd?: Maybe<Scalars['Float']['output']>;
};


export type DealDependenciesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<ReadonlyArray<DependencyKind>>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxDepth?: InputMaybe<Scalars['Int']['input']>;
  minConfidence?: InputMaybe<Confidence>;
  prospective?: InputMaybe<Scalars['Boolean']['input']>;
  transitive?: InputMaybe<Scalars['Boolean']['input']>;
};


export type DealDependentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<ReadonlyArray<DependencyKind>>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxDepth?: InputMaybe<Scalars['Int']['input']>;
  minConfidence?: InputMaybe<Confidence>;
  prospective?: InputMaybe<Scalars['Boolean']['input']>;
  transitive?: InputMaybe<Scalars['Boolean']['input']>;
};


export type DealFactCountArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  property?: InputMaybe<Scalars['String']['input']>;
};


export type DealFactsArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  property?: InputMaybe<Scalars['String']['input']>;
};


export type DealPartiesArgs = {
  role?: InputMaybe<PartyRole>;
};


export type DealTimelineArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
};

export type DealAmount = {
  readonly amount: Scalars['Float']['output'];
  readonly amountUsd?: Maybe<Scalars['Float']['output']>;
  readonly currency: Scalars['String']['output'];
  readonly openAbove: Scalars['Boolean']['output'];
  readonly saidOn: Scalars['PartialDate']['output'];
  readonly statements: ReadonlyArray<Statement>;
};

export type DealConnection = {
  readonly edges: ReadonlyArray<DealEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type DealEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Deal;
};

export type DealFilter = {
  readonly amountUsd?: InputMaybe<FloatFilter>;
  readonly and?: InputMaybe<ReadonlyArray<DealFilter>>;
  readonly announced?: InputMaybe<DateFilter>;
  readonly binding?: InputMaybe<BooleanFilter>;
  readonly capacityMw?: InputMaybe<FloatFilter>;
  readonly chips?: InputMaybe<IdsFilter>;
  readonly customers?: InputMaybe<IdsFilter>;
  readonly datacenters?: InputMaybe<IdsFilter>;
  readonly end?: InputMaybe<DateFilter>;
  readonly form?: InputMaybe<DealFormFilter>;
  readonly fullDeploymentBy?: InputMaybe<DateFilter>;
  readonly id?: InputMaybe<IdFilter>;
  readonly inForceOn?: InputMaybe<Scalars['Date']['input']>;
  readonly name?: InputMaybe<StringFilter>;
  readonly not?: InputMaybe<DealFilter>;
  readonly optionDate?: InputMaybe<DateFilter>;
  readonly or?: InputMaybe<ReadonlyArray<DealFilter>>;
  readonly parties?: InputMaybe<IdsFilter>;
  readonly providers?: InputMaybe<IdsFilter>;
  readonly start?: InputMaybe<DateFilter>;
  readonly status?: InputMaybe<DealStatusFilter>;
  readonly termEnd?: InputMaybe<DateFilter>;
  readonly termYears?: InputMaybe<FloatFilter>;
  readonly type?: InputMaybe<DealTypeFilter>;
};

export type DealForm =
  | 'ACQUISITION'
  | 'CHIP_SUPPLY'
  | 'CLOUD_PARTNERSHIP'
  | 'COMPUTE_PURCHASE'
  | 'DEBT_FINANCING'
  | 'ENERGY_PPA'
  | 'EQUITY_INVESTMENT'
  | 'FRAMEWORK'
  | 'INFRASTRUCTURE_PROGRAMME'
  | 'JOINT_VENTURE'
  | 'LEASE'
  | 'LICENCE';

export type DealFormFilter = {
  readonly eq?: InputMaybe<DealForm>;
  readonly in?: InputMaybe<ReadonlyArray<DealForm>>;
};

export type DealOption = {
  readonly capacityMw?: Maybe<Scalars['Float']['output']>;
  readonly date?: Maybe<Scalars['PartialDate']['output']>;
  readonly label: Scalars['String']['output'];
  readonly money?: Maybe<DealAmount>;
  readonly statements: ReadonlyArray<Statement>;
};

export type DealOrder = {
  readonly direction?: Direction;
  readonly field: DealOrderField;
};

export type DealOrderField =
  | 'AMOUNT_USD'
  | 'ANNOUNCED'
  | 'CAPACITY_MW'
  | 'NAME'
  | 'OPTION_DATE'
  | 'START'
  | 'TERM_END';

export type DealParty = {
  readonly entity: Entity;
  readonly role: PartyRole;
  readonly title: Scalars['String']['output'];
};

export type DealStatus =
  | 'ACTIVE'
  | 'ANNOUNCED'
  | 'CANCELLED'
  | 'COMPLETED'
  | 'LETTER_OF_INTENT'
  | 'PAUSED'
  | 'REPORTED';

export type DealStatusFilter = {
  readonly eq?: InputMaybe<DealStatus>;
  readonly in?: InputMaybe<ReadonlyArray<DealStatus>>;
};

export type DealType =
  | 'COMPUTE'
  | 'ENERGY'
  | 'INVESTMENT'
  | 'PROGRAMME'
  | 'SUPPLY';

export type DealTypeFilter = {
  readonly eq?: InputMaybe<DealType>;
  readonly in?: InputMaybe<ReadonlyArray<DealType>>;
};

export type Dependency = {
  readonly confidence: Confidence;
  readonly deal?: Maybe<Deal>;
  readonly evidence: ReadonlyArray<Statement>;
  readonly evidenceCount: Scalars['Int']['output'];
  readonly from: Entity;
  readonly id: Scalars['ID']['output'];
  readonly kind: DependencyKind;
  readonly prospective: Scalars['Boolean']['output'];
  readonly rule: Scalars['String']['output'];
  readonly sharePercent?: Maybe<Scalars['Float']['output']>;
  readonly startUnknown: Scalars['Boolean']['output'];
  readonly to: Entity;
  readonly validFrom?: Maybe<Scalars['Date']['output']>;
  readonly validTo?: Maybe<Scalars['Date']['output']>;
};


export type DependencyEvidenceArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type DependencyConnection = {
  readonly asOf: Scalars['Date']['output'];
  readonly edges: ReadonlyArray<DependencyEdge>;
  readonly knownAt: Scalars['DateTime']['output'];
  readonly pageInfo: PageInfo;
  readonly scenario?: Maybe<Scenario>;
  readonly totalCount: Scalars['Int']['output'];
  readonly truncated: Scalars['Boolean']['output'];
};

export type DependencyEdge = {
  readonly confidence: Confidence;
  readonly cursor: Scalars['String']['output'];
  readonly depth: Scalars['Int']['output'];
  readonly kinds: ReadonlyArray<DependencyKind>;
  readonly linkCount: Scalars['Int']['output'];
  readonly links: ReadonlyArray<Dependency>;
  readonly node: Entity;
  readonly path: DependencyPath;
};


export type DependencyEdgeLinksArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type DependencyKind =
  | 'CAPITAL'
  | 'CHIPS'
  | 'COMPONENT'
  | 'COMPUTE'
  | 'DESIGN'
  | 'ENERGY'
  | 'EQUIPMENT'
  | 'FABRICATION'
  | 'MEMORY'
  | 'OWNERSHIP'
  | 'PACKAGING'
  | 'PROGRAMME'
  | 'SERVERS'
  | 'SITE'
  | 'TOOLS'
  | 'USES';

export type DependencyPath = {
  readonly confidence: Confidence;
  readonly hops: ReadonlyArray<Dependency>;
  readonly length: Scalars['Int']['output'];
  readonly nodes: ReadonlyArray<Entity>;
};

export type Direction =
  | 'ASC'
  | 'DESC';

export type EditKind =
  | 'IMPORT'
  | 'MERGE_ENTITIES'
  | 'RECORD_STATEMENTS'
  | 'REDERIVE'
  | 'RETRACT_STATEMENTS'
  | 'UPSERT_ENTITIES';

export type EditResult = {
  readonly at?: Maybe<Scalars['DateTime']['output']>;
  readonly created: EditedEntities;
  readonly dryRun: Scalars['Boolean']['output'];
  readonly edgesClosed: EditedEdges;
  readonly edgesOpened: EditedEdges;
  readonly edgesRemoved: EditedEdges;
  readonly merged: EditedEntities;
  readonly proposal?: Maybe<Proposal>;
  readonly recorded: EditedStatements;
  readonly repeated: Scalars['Boolean']['output'];
  readonly retracted: EditedStatements;
  readonly revision?: Maybe<Scalars['Int']['output']>;
  readonly updated: EditedEntities;
};

export type EditedEdges = {
  readonly count: Scalars['Int']['output'];
  readonly ids: ReadonlyArray<Scalars['ID']['output']>;
};

export type EditedEntities = {
  readonly count: Scalars['Int']['output'];
  readonly entities?: Maybe<ReadonlyArray<Entity>>;
  readonly ids: ReadonlyArray<Scalars['ID']['output']>;
};

export type EditedStatements = {
  readonly count: Scalars['Int']['output'];
  readonly ids: ReadonlyArray<Scalars['ID']['output']>;
  readonly statements?: Maybe<ReadonlyArray<Statement>>;
};

export type EnergyDeal = Deal & Entity & Node & {
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  readonly amount?: Maybe<ClaimedMoney>;
  readonly amountUsd?: Maybe<Scalars['Float']['output']>;
  readonly announced?: Maybe<Scalars['PartialDate']['output']>;
  readonly annualizedUsd?: Maybe<Scalars['Float']['output']>;
  readonly binding: Scalars['Boolean']['output'];
  readonly capacityMw?: Maybe<Scalars['Float']['output']>;
  readonly ceiling?: Maybe<DealAmount>;
  readonly chips: ReadonlyArray<Chip>;
  readonly contains: ReadonlyArray<Deal>;
  readonly contingentOn: ReadonlyArray<Deal>;
  readonly country?: Maybe<Country>;
  readonly datacenters: ReadonlyArray<Datacenter>;
  readonly dependencies: DependencyConnection;
  readonly dependents: DependencyConnection;
  readonly end?: Maybe<Scalars['PartialDate']['output']>;
  readonly expandedBy: ReadonlyArray<Deal>;
  readonly expands: ReadonlyArray<Deal>;
  readonly externalIds: ReadonlyArray<ExternalId>;
  readonly factCount: Scalars['Int']['output'];
  readonly facts: ReadonlyArray<Statement>;
  readonly firm?: Maybe<DealAmount>;
  readonly form: DealForm;
  readonly fullDeploymentBy?: Maybe<Scalars['PartialDate']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly inForce: Scalars['Boolean']['output'];
  readonly kind: EntityKind;
  readonly name: Scalars['String']['output'];
  readonly nestedIn: ReadonlyArray<Deal>;
  readonly notInForceBecause?: Maybe<NotInForceReason>;
  readonly optionDate?: Maybe<Scalars['PartialDate']['output']>;
  readonly options: ReadonlyArray<DealOption>;
  readonly parties: ReadonlyArray<DealParty>;
  readonly relatedTo: ReadonlyArray<Deal>;
  readonly schedule: ReadonlyArray<ScheduleYear>;
  readonly sources: ReadonlyArray<Source>;
  readonly start?: Maybe<Scalars['PartialDate']['output']>;
  readonly status?: Maybe<DealStatus>;
  readonly statusHistory: ReadonlyArray<DatedStatus>;
  readonly supersededBy: ReadonlyArray<Deal>;
  readonly supersedes: ReadonlyArray<Deal>;
  readonly termEnd?: Maybe<Scalars['Date']['output']>;
  readonly termYears?: Maybe<Scalars['Float']['output']>;
  readonly timeline: EventConnection;
  readonly type: DealType;
  readonly unscheduledUsd?: Maybe<Scalars['Float']['output']>;
};


export type EnergyDealDependenciesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<ReadonlyArray<DependencyKind>>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxDepth?: InputMaybe<Scalars['Int']['input']>;
  minConfidence?: InputMaybe<Confidence>;
  prospective?: InputMaybe<Scalars['Boolean']['input']>;
  transitive?: InputMaybe<Scalars['Boolean']['input']>;
};


export type EnergyDealDependentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<ReadonlyArray<DependencyKind>>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxDepth?: InputMaybe<Scalars['Int']['input']>;
  minConfidence?: InputMaybe<Confidence>;
  prospective?: InputMaybe<Scalars['Boolean']['input']>;
  transitive?: InputMaybe<Scalars['Boolean']['input']>;
};


export type EnergyDealFactCountArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  property?: InputMaybe<Scalars['String']['input']>;
};


export type EnergyDealFactsArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  property?: InputMaybe<Scalars['String']['input']>;
};


export type EnergyDealPartiesArgs = {
  role?: InputMaybe<PartyRole>;
};


export type EnergyDealTimelineArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
};

export type Entity = {
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  readonly country?: Maybe<Country>;
  readonly dependencies: DependencyConnection;
  readonly dependents: DependencyConnection;
  readonly externalIds: ReadonlyArray<ExternalId>;
  readonly factCount: Scalars['Int']['output'];
  readonly facts: ReadonlyArray<Statement>;
  readonly id: Scalars['ID']['output'];
  readonly kind: EntityKind;
  readonly name: Scalars['String']['output'];
  readonly sources: ReadonlyArray<Source>;
  readonly timeline: EventConnection;
};


export type EntityDependenciesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<ReadonlyArray<DependencyKind>>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxDepth?: InputMaybe<Scalars['Int']['input']>;
  minConfidence?: InputMaybe<Confidence>;
  prospective?: InputMaybe<Scalars['Boolean']['input']>;
  transitive?: InputMaybe<Scalars['Boolean']['input']>;
};


export type EntityDependentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<ReadonlyArray<DependencyKind>>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxDepth?: InputMaybe<Scalars['Int']['input']>;
  minConfidence?: InputMaybe<Confidence>;
  prospective?: InputMaybe<Scalars['Boolean']['input']>;
  transitive?: InputMaybe<Scalars['Boolean']['input']>;
};


export type EntityFactCountArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  property?: InputMaybe<Scalars['String']['input']>;
};


export type EntityFactsArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  property?: InputMaybe<Scalars['String']['input']>;
};


export type EntityTimelineArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
};

export type EntityInput = {
  readonly aliases?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly confidence?: InputMaybe<Confidence>;
  readonly externalIds?: InputMaybe<ReadonlyArray<ExternalIdInput>>;
  readonly id: Scalars['ID']['input'];
  readonly name?: InputMaybe<Scalars['String']['input']>;
  readonly publication?: InputMaybe<PublicationInput>;
  readonly sources?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly statements?: InputMaybe<ReadonlyArray<ClaimInput>>;
};

export type EntityKind =
  | 'chip'
  | 'cloud'
  | 'company'
  | 'country'
  | 'datacenter'
  | 'deal'
  | 'initiative'
  | 'policy'
  | 'source'
  | 'topic';

export type Event = {
  readonly date: Scalars['PartialDate']['output'];
  readonly entities: ReadonlyArray<Entity>;
  readonly id: Scalars['ID']['output'];
  readonly kind: EventKind;
  readonly precision: Precision;
  readonly saidOn: Scalars['PartialDate']['output'];
  readonly sources: ReadonlyArray<Source>;
  readonly statements: ReadonlyArray<Statement>;
  readonly title: Scalars['String']['output'];
};

export type EventConnection = {
  readonly asOf: Scalars['Date']['output'];
  readonly edges: ReadonlyArray<EventEdge>;
  readonly knownAt: Scalars['DateTime']['output'];
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type EventEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Event;
};

export type EventKind =
  | 'CHIP_RELEASED'
  | 'DATACENTER_ONLINE'
  | 'DATACENTER_STATUS'
  | 'DEAL_ANNOUNCED'
  | 'DEAL_DEADLINE'
  | 'DEAL_END'
  | 'DEAL_OPTION'
  | 'DEAL_START'
  | 'DEAL_STATUS'
  | 'INITIATIVE_END'
  | 'INITIATIVE_START'
  | 'INITIATIVE_STATUS'
  | 'POLICY';

export type ExcludedDeal = {
  readonly deal: Deal;
  readonly reason: ExclusionReason;
};

export type ExclusionReason =
  | 'CANCELLED'
  | 'CEILING'
  | 'CONTINGENT'
  | 'ENDED'
  | 'INTERNAL'
  | 'LEASE'
  | 'NESTED'
  | 'NON_BINDING'
  | 'NO_COUNTRY'
  | 'NO_RATE'
  | 'PAUSED'
  | 'SHARED_UNSPLIT'
  | 'SUPERSEDED'
  | 'UNATTRIBUTED'
  | 'UNKNOWN_AMOUNT'
  | 'UNKNOWN_CHIPS';

export type ExportControl = {
  readonly policyEvents: ReadonlyArray<PolicyEvent>;
  readonly since?: Maybe<Scalars['PartialDate']['output']>;
  readonly status?: Maybe<Scalars['String']['output']>;
};

export type Exposure = {
  readonly asOf: Scalars['Date']['output'];
  readonly bases: ReadonlyArray<ExposureOnBasis>;
  readonly basis: ExposureBasis;
  readonly chainCount: Scalars['Int']['output'];
  readonly chains: ReadonlyArray<ExposureChain>;
  readonly claims: ClaimChoice;
  readonly coverage: Coverage;
  readonly high?: Maybe<Scalars['Float']['output']>;
  readonly knownAt: Scalars['DateTime']['output'];
  readonly low?: Maybe<Scalars['Float']['output']>;
  readonly movedBy: ReadonlyArray<MovedBy>;
  readonly movedByCount: Scalars['Int']['output'];
  readonly of: Entity;
  readonly scenario?: Maybe<Scenario>;
  readonly to: Entity;
  readonly unconditional?: Maybe<ShareInterval>;
  readonly via: ReadonlyArray<DependencyKind>;
};


export type ExposureChainsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type ExposureMovedByArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type ExposureBasis =
  | 'CHIP_COUNT'
  | 'CONTRACTED_USD'
  | 'COUNT'
  | 'MEGAWATT';

export type ExposureChain = {
  readonly item?: Maybe<Entity>;
  readonly nodes: ReadonlyArray<Entity>;
  readonly share: ShareInterval;
};

export type ExposureOnBasis = {
  readonly basis: ExposureBasis;
  readonly coverage: Coverage;
  readonly high?: Maybe<Scalars['Float']['output']>;
  readonly low?: Maybe<Scalars['Float']['output']>;
};

export type ExternalId = {
  readonly scheme: Scalars['String']['output'];
  readonly value: Scalars['String']['output'];
};

export type ExternalIdInput = {
  readonly scheme: Scalars['String']['input'];
  readonly value: Scalars['String']['input'];
};

export type FloatFilter = {
  readonly eq?: InputMaybe<Scalars['Float']['input']>;
  readonly gt?: InputMaybe<Scalars['Float']['input']>;
  readonly gte?: InputMaybe<Scalars['Float']['input']>;
  readonly isKnown?: InputMaybe<Scalars['Boolean']['input']>;
  readonly lt?: InputMaybe<Scalars['Float']['input']>;
  readonly lte?: InputMaybe<Scalars['Float']['input']>;
};

export type Funder =
  | 'ESTIMATE'
  | 'MIXED'
  | 'PRIVATE'
  | 'PUBLIC'
  | 'UNKNOWN_FUNDER';

export type FunderFilter = {
  readonly eq?: InputMaybe<Funder>;
  readonly in?: InputMaybe<ReadonlyArray<Funder>>;
};

export type Hhi = {
  readonly high?: Maybe<Scalars['Float']['output']>;
  readonly low?: Maybe<Scalars['Float']['output']>;
  readonly value?: Maybe<Scalars['Float']['output']>;
};

export type HypothesisInput = {
  readonly id: Scalars['ID']['input'];
  readonly name?: InputMaybe<Scalars['String']['input']>;
  readonly statements?: InputMaybe<ReadonlyArray<HypotheticalClaimInput>>;
};

export type HypotheticalClaimInput = {
  readonly confidence?: InputMaybe<Confidence>;
  readonly note?: InputMaybe<Scalars['String']['input']>;
  readonly object?: InputMaybe<Scalars['ID']['input']>;
  readonly property: Scalars['String']['input'];
  readonly qualifier?: InputMaybe<Qualifier>;
  readonly refersTo?: InputMaybe<Scalars['PartialDate']['input']>;
  readonly saidOn?: InputMaybe<Scalars['PartialDate']['input']>;
  readonly scope?: InputMaybe<Scalars['String']['input']>;
  readonly sources?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly unit?: InputMaybe<Scalars['String']['input']>;
  readonly validFrom?: InputMaybe<Scalars['PartialDate']['input']>;
  readonly validTo?: InputMaybe<Scalars['PartialDate']['input']>;
  readonly value?: InputMaybe<Scalars['FactValue']['input']>;
};

export type IdFilter = {
  readonly eq?: InputMaybe<Scalars['ID']['input']>;
  readonly in?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly isKnown?: InputMaybe<Scalars['Boolean']['input']>;
};

export type IdentifiedBy =
  | 'JWT'
  | 'KEY'
  | 'NOTHING'
  | 'PROCESS'
  | 'TOKEN';

export type IdsFilter = {
  readonly has?: InputMaybe<Scalars['ID']['input']>;
  readonly hasAll?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly hasAny?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly isKnown?: InputMaybe<Scalars['Boolean']['input']>;
};

export type Impact = {
  readonly affected: ImpactAffected;
  readonly asOf: Scalars['Date']['output'];
  readonly breakCount: Scalars['Int']['output'];
  readonly breaks: ReadonlyArray<ImpactBreak>;
  readonly coverage: Coverage;
  readonly knownAt: Scalars['DateTime']['output'];
  readonly removed: ReadonlyArray<Entity>;
  readonly removedCount: Scalars['Int']['output'];
  readonly scenario?: Maybe<Scenario>;
  readonly stressCount: Scalars['Int']['output'];
  readonly stresses: ReadonlyArray<ImpactStress>;
  readonly truncated: Scalars['Boolean']['output'];
};


export type ImpactBreaksArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type ImpactRemovedArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type ImpactStressesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type ImpactAffected = {
  readonly amountUsd: Scalars['Float']['output'];
  readonly deals: Coverage;
  readonly megawatts: Scalars['Float']['output'];
  readonly sites: Coverage;
};

export type ImpactBreak = {
  readonly capability: DependencyKind;
  readonly confidence: Confidence;
  readonly depth: Scalars['Int']['output'];
  readonly horizon: ImpactHorizon;
  readonly lost: ReadonlyArray<Dependency>;
  readonly lostCount: Scalars['Int']['output'];
  readonly node: Entity;
  readonly reason: Scalars['String']['output'];
};


export type ImpactBreakLostArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type ImpactHorizon =
  | 'NEW_SUPPLY'
  | 'OPERATION';

export type ImpactStress = {
  readonly alternativeCount: Scalars['Int']['output'];
  readonly alternatives: ReadonlyArray<Entity>;
  readonly capability: DependencyKind;
  readonly confidence: Confidence;
  readonly depth: Scalars['Int']['output'];
  readonly horizon: ImpactHorizon;
  readonly lost: ReadonlyArray<Dependency>;
  readonly lostCount: Scalars['Int']['output'];
  readonly lostShare: ShareInterval;
  readonly node: Entity;
  readonly reason: Scalars['String']['output'];
};


export type ImpactStressAlternativesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type ImpactStressLostArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type IncludedAmount = {
  readonly amountUsd: Scalars['Float']['output'];
  readonly candidates: ReadonlyArray<Entity>;
  readonly counterparty?: Maybe<Entity>;
  readonly deal: Deal;
  readonly isCeiling: Scalars['Boolean']['output'];
  readonly openAbove: Scalars['Boolean']['output'];
  readonly saidLater: Scalars['Boolean']['output'];
};

export type Initiative = Entity & Node & {
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  readonly budget?: Maybe<ClaimedMoney>;
  readonly budgetStage: BudgetStage;
  readonly budgetUsd?: Maybe<Scalars['Float']['output']>;
  readonly contains: ReadonlyArray<Initiative>;
  readonly country?: Maybe<Country>;
  readonly datacenters: ReadonlyArray<Datacenter>;
  readonly dependencies: DependencyConnection;
  readonly dependents: DependencyConnection;
  readonly end?: Maybe<Scalars['PartialDate']['output']>;
  readonly externalIds: ReadonlyArray<ExternalId>;
  readonly factCount: Scalars['Int']['output'];
  readonly facts: ReadonlyArray<Statement>;
  readonly form: Scalars['String']['output'];
  readonly funder: Funder;
  readonly goals: ReadonlyArray<Scalars['String']['output']>;
  readonly government?: Maybe<Country>;
  readonly gpuCount?: Maybe<Scalars['Float']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly kind: EntityKind;
  readonly leadBodies: ReadonlyArray<Entity>;
  readonly name: Scalars['String']['output'];
  readonly nestedIn: ReadonlyArray<Initiative>;
  readonly participants: ReadonlyArray<InitiativeParty>;
  readonly powerMw?: Maybe<Scalars['Float']['output']>;
  readonly sameAs: ReadonlyArray<Deal>;
  readonly sources: ReadonlyArray<Source>;
  readonly start?: Maybe<Scalars['PartialDate']['output']>;
  readonly statedYears?: Maybe<Scalars['Float']['output']>;
  readonly status: Scalars['String']['output'];
  readonly suppliers: ReadonlyArray<InitiativeParty>;
  readonly timeline: EventConnection;
};


export type InitiativeDependenciesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<ReadonlyArray<DependencyKind>>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxDepth?: InputMaybe<Scalars['Int']['input']>;
  minConfidence?: InputMaybe<Confidence>;
  prospective?: InputMaybe<Scalars['Boolean']['input']>;
  transitive?: InputMaybe<Scalars['Boolean']['input']>;
};


export type InitiativeDependentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<ReadonlyArray<DependencyKind>>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxDepth?: InputMaybe<Scalars['Int']['input']>;
  minConfidence?: InputMaybe<Confidence>;
  prospective?: InputMaybe<Scalars['Boolean']['input']>;
  transitive?: InputMaybe<Scalars['Boolean']['input']>;
};


export type InitiativeFactCountArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  property?: InputMaybe<Scalars['String']['input']>;
};


export type InitiativeFactsArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  property?: InputMaybe<Scalars['String']['input']>;
};


export type InitiativeTimelineArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
};

export type InitiativeComparison = {
  readonly asOf: Scalars['Date']['output'];
  readonly claims: ClaimChoice;
  readonly countriesWithout: ReadonlyArray<Country>;
  readonly deal?: Maybe<Deal>;
  readonly dealPerYearUsd?: Maybe<Scalars['Float']['output']>;
  readonly dealUsd?: Maybe<Scalars['Float']['output']>;
  readonly knownAt: Scalars['DateTime']['output'];
  readonly movedBy: ReadonlyArray<MovedBy>;
  readonly movedByCount: Scalars['Int']['output'];
  readonly prices: PriceBasis;
  readonly rates: ReadonlyArray<CurrencyRate>;
  readonly rows: ReadonlyArray<InitiativeRow>;
  readonly scenario?: Maybe<Scenario>;
  readonly truncated: Scalars['Boolean']['output'];
};


export type InitiativeComparisonMovedByArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type InitiativeConnection = {
  readonly edges: ReadonlyArray<InitiativeEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type InitiativeEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Initiative;
};

export type InitiativeFilter = {
  readonly and?: InputMaybe<ReadonlyArray<InitiativeFilter>>;
  readonly budgetStage?: InputMaybe<BudgetStageFilter>;
  readonly budgetUsd?: InputMaybe<FloatFilter>;
  readonly datacenters?: InputMaybe<IdsFilter>;
  readonly end?: InputMaybe<DateFilter>;
  readonly form?: InputMaybe<WordFilter>;
  readonly funder?: InputMaybe<FunderFilter>;
  readonly government?: InputMaybe<IdFilter>;
  readonly gpuCount?: InputMaybe<FloatFilter>;
  readonly id?: InputMaybe<IdFilter>;
  readonly leadBodies?: InputMaybe<IdsFilter>;
  readonly name?: InputMaybe<StringFilter>;
  readonly not?: InputMaybe<InitiativeFilter>;
  readonly or?: InputMaybe<ReadonlyArray<InitiativeFilter>>;
  readonly powerMw?: InputMaybe<FloatFilter>;
  readonly start?: InputMaybe<DateFilter>;
  readonly status?: InputMaybe<WordFilter>;
  readonly suppliers?: InputMaybe<IdsFilter>;
};

export type InitiativeOrder = {
  readonly direction?: Direction;
  readonly field: InitiativeOrderField;
};

export type InitiativeOrderField =
  | 'BUDGET_USD'
  | 'END'
  | 'GPU_COUNT'
  | 'NAME'
  | 'POWER_MW'
  | 'START';

export type InitiativeParty = {
  readonly entity: Entity;
  readonly role: Scalars['String']['output'];
};

export type InitiativeRow = {
  readonly budgetPerYearUsd?: Maybe<Scalars['Float']['output']>;
  readonly budgetUsd?: Maybe<Scalars['Float']['output']>;
  readonly chipVendors: ReadonlyArray<Entity>;
  readonly claimed?: Maybe<ClaimedMoney>;
  readonly end?: Maybe<Scalars['PartialDate']['output']>;
  readonly funder: Funder;
  readonly inCurrency: BudgetFigures;
  readonly inUsd: BudgetFigures;
  readonly initiative: Initiative;
  readonly isCeiling: Scalars['Boolean']['output'];
  readonly isFloor: Scalars['Boolean']['output'];
  readonly noPerHeadBecause?: Maybe<NoPerHeadReason>;
  readonly notComparableBecause?: Maybe<ReadonlyArray<NotComparableReason>>;
  readonly nvidiaDependence: NamedVendorDependence;
  readonly population?: Maybe<Statement>;
  readonly ratioToDeal?: Maybe<Scalars['Float']['output']>;
  readonly ratioToDealPerYear?: Maybe<Scalars['Float']['output']>;
  readonly stage: BudgetStage;
  readonly start?: Maybe<Scalars['PartialDate']['output']>;
  readonly supplierCountries: ReadonlyArray<Country>;
  readonly years?: Maybe<YearsRange>;
};

export type Interval = {
  readonly high: Scalars['Float']['output'];
  readonly low: Scalars['Float']['output'];
};

export type Investment = Deal & Entity & Node & {
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  readonly amount?: Maybe<ClaimedMoney>;
  readonly amountUsd?: Maybe<Scalars['Float']['output']>;
  readonly announced?: Maybe<Scalars['PartialDate']['output']>;
  readonly annualizedUsd?: Maybe<Scalars['Float']['output']>;
  readonly binding: Scalars['Boolean']['output'];
  readonly capacityMw?: Maybe<Scalars['Float']['output']>;
  readonly ceiling?: Maybe<DealAmount>;
  readonly chips: ReadonlyArray<Chip>;
  readonly contains: ReadonlyArray<Deal>;
  readonly contingentOn: ReadonlyArray<Deal>;
  readonly country?: Maybe<Country>;
  readonly datacenters: ReadonlyArray<Datacenter>;
  readonly dependencies: DependencyConnection;
  readonly dependents: DependencyConnection;
  readonly end?: Maybe<Scalars['PartialDate']['output']>;
  readonly expandedBy: ReadonlyArray<Deal>;
  readonly expands: ReadonlyArray<Deal>;
  readonly externalIds: ReadonlyArray<ExternalId>;
  readonly factCount: Scalars['Int']['output'];
  readonly facts: ReadonlyArray<Statement>;
  readonly firm?: Maybe<DealAmount>;
  readonly form: DealForm;
  readonly fullDeploymentBy?: Maybe<Scalars['PartialDate']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly inForce: Scalars['Boolean']['output'];
  readonly investorAmounts: ReadonlyArray<InvestorAmount>;
  readonly kind: EntityKind;
  readonly name: Scalars['String']['output'];
  readonly nestedIn: ReadonlyArray<Deal>;
  readonly notInForceBecause?: Maybe<NotInForceReason>;
  readonly optionDate?: Maybe<Scalars['PartialDate']['output']>;
  readonly options: ReadonlyArray<DealOption>;
  readonly parties: ReadonlyArray<DealParty>;
  readonly relatedTo: ReadonlyArray<Deal>;
  readonly schedule: ReadonlyArray<ScheduleYear>;
  readonly sources: ReadonlyArray<Source>;
  readonly stakePercent?: Maybe<Scalars['Float']['output']>;
  readonly start?: Maybe<Scalars['PartialDate']['output']>;
  readonly status?: Maybe<DealStatus>;
  readonly statusHistory: ReadonlyArray<DatedStatus>;
  readonly supersededBy: ReadonlyArray<Deal>;
  readonly supersedes: ReadonlyArray<Deal>;
  readonly termEnd?: Maybe<Scalars['Date']['output']>;
  readonly termYears?: Maybe<Scalars['Float']['output']>;
  readonly timeline: EventConnection;
  readonly tranches: ReadonlyArray<Tranche>;
  readonly type: DealType;
  readonly unscheduledUsd?: Maybe<Scalars['Float']['output']>;
};


export type InvestmentDependenciesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<ReadonlyArray<DependencyKind>>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxDepth?: InputMaybe<Scalars['Int']['input']>;
  minConfidence?: InputMaybe<Confidence>;
  prospective?: InputMaybe<Scalars['Boolean']['input']>;
  transitive?: InputMaybe<Scalars['Boolean']['input']>;
};


export type InvestmentDependentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<ReadonlyArray<DependencyKind>>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxDepth?: InputMaybe<Scalars['Int']['input']>;
  minConfidence?: InputMaybe<Confidence>;
  prospective?: InputMaybe<Scalars['Boolean']['input']>;
  transitive?: InputMaybe<Scalars['Boolean']['input']>;
};


export type InvestmentFactCountArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  property?: InputMaybe<Scalars['String']['input']>;
};


export type InvestmentFactsArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  property?: InputMaybe<Scalars['String']['input']>;
};


export type InvestmentPartiesArgs = {
  role?: InputMaybe<PartyRole>;
};


export type InvestmentTimelineArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
};

export type InvestmentConnection = {
  readonly edges: ReadonlyArray<InvestmentEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type InvestmentEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Investment;
};

export type InvestorAmount = {
  readonly amount: DealAmount;
  readonly investor: Entity;
};

export type KindCount = {
  readonly count: Scalars['Int']['output'];
  readonly kind: EntityKind;
};

export type LicenceTerms = {
  readonly covers: Scalars['String']['output'];
  readonly licence: Scalars['String']['output'];
};

export type MarketConcentration = {
  readonly asOf: Scalars['Date']['output'];
  readonly knownAt: Scalars['DateTime']['output'];
  readonly market: Scalars['String']['output'];
  readonly results: ReadonlyArray<MarketResult>;
  readonly scenario?: Maybe<Scenario>;
};

export type MarketResult = {
  readonly analyst?: Maybe<Scalars['String']['output']>;
  readonly band?: Maybe<ConcentrationBand>;
  readonly hhi: Hhi;
  readonly incomplete: Scalars['Boolean']['output'];
  readonly leader: Entity;
  readonly measure: Scalars['String']['output'];
  readonly period?: Maybe<Scalars['PartialDate']['output']>;
  readonly region: Scalars['String']['output'];
  readonly residualPercent: Scalars['Float']['output'];
  readonly shares: ReadonlyArray<MarketShare>;
  readonly sources: ReadonlyArray<Source>;
};

export type MarketShare = {
  readonly entity: Entity;
  readonly evidence: ReadonlyArray<Statement>;
  readonly high: Scalars['Float']['output'];
  readonly low: Scalars['Float']['output'];
  readonly sharePercent: Scalars['Float']['output'];
};

export type MergeEntitiesInput = {
  readonly author: Scalars['String']['input'];
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  readonly from: Scalars['ID']['input'];
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  readonly into: Scalars['ID']['input'];
  readonly reason: Scalars['String']['input'];
};

export type Money = {
  readonly amount: Scalars['Float']['output'];
  readonly currency: Scalars['String']['output'];
};

export type MovedBy = {
  readonly claim: Statement;
  readonly effect: Scalars['Float']['output'];
  readonly high: Scalars['Float']['output'];
  readonly highClaim: Statement;
  readonly low: Scalars['Float']['output'];
  readonly lowClaim: Statement;
};

export type Mutation = {
  readonly approveProposal: ReviewResult;
  readonly mergeEntities: EditResult;
  readonly recordStatements: EditResult;
  readonly refuseProposal: ReviewResult;
  readonly retractStatements: EditResult;
  readonly upsertEntities: EditResult;
};


export type MutationApproveProposalArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationMergeEntitiesArgs = {
  input: MergeEntitiesInput;
};


export type MutationRecordStatementsArgs = {
  input: RecordStatementsInput;
};


export type MutationRefuseProposalArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationRetractStatementsArgs = {
  input: RetractStatementsInput;
};


export type MutationUpsertEntitiesArgs = {
  input: UpsertEntitiesInput;
};

export type NamedVendorDependence =
  | 'NAMED_AMONG_OTHERS'
  | 'NOT_NAMED'
  | 'SOLE_NAMED';

export type NationalChips = {
  readonly chip: Entity;
  readonly count: Scalars['Float']['output'];
  readonly h100eEach?: Maybe<Scalars['Float']['output']>;
  readonly vendor?: Maybe<Entity>;
  readonly vendorCountry?: Maybe<Entity>;
};

export type NationalCoverage = {
  readonly known: Scalars['Int']['output'];
  readonly total: Scalars['Int']['output'];
  readonly universe: CapacityUniverse;
};

export type NationalDependency = {
  readonly asOf: Scalars['Date']['output'];
  readonly chips: NationalLevel;
  readonly claims: ClaimChoice;
  readonly country: Country;
  readonly knownAt: Scalars['DateTime']['output'];
  readonly movedBy: ReadonlyArray<MovedBy>;
  readonly movedByCount: Scalars['Int']['output'];
  readonly provider: NationalLevel;
  readonly rowCount: Scalars['Int']['output'];
  readonly rows: ReadonlyArray<NationalRow>;
  readonly scenario?: Maybe<Scenario>;
  readonly territory: NationalLevel;
  readonly unit: CapacityUnit;
};


export type NationalDependencyMovedByArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type NationalDependencyRowsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type NationalLevel = {
  readonly capacity: Scalars['Float']['output'];
  readonly coverage: NationalCoverage;
  readonly shares?: Maybe<ReadonlyArray<NationalShare>>;
};

export type NationalRow = {
  readonly capacity?: Maybe<Scalars['Float']['output']>;
  readonly chips: ReadonlyArray<NationalChips>;
  readonly counted: Scalars['Boolean']['output'];
  readonly country?: Maybe<Entity>;
  readonly onTerritory: Scalars['Boolean']['output'];
  readonly operator?: Maybe<Entity>;
  readonly operatorCountry?: Maybe<Entity>;
  readonly site: Entity;
  readonly used: Scalars['Boolean']['output'];
};

export type NationalShare = {
  readonly capacity: Scalars['Float']['output'];
  readonly entity: Entity;
  readonly sharePercent: Scalars['Float']['output'];
  readonly siteCount: Scalars['Int']['output'];
};

export type NoPerHeadReason =
  | 'NO_BUDGET'
  | 'NO_COUNTRY'
  | 'NO_POPULATION'
  | 'NO_RATE';

export type Node = {
  readonly id: Scalars['ID']['output'];
};

export type NotComparableReason =
  | 'NOT_DECIDED'
  | 'NO_BUDGET'
  | 'NO_DEAL_AMOUNT'
  | 'NO_DEAL_TERM'
  | 'NO_PERIOD'
  | 'NO_RATE'
  | 'SAME_PROJECT';

export type NotInForceReason =
  | 'CANCELLED'
  | 'ENDED'
  | 'NOT_YET_ANNOUNCED'
  | 'PAUSED'
  | 'SUPERSEDED';

export type PageInfo = {
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  readonly hasNextPage: Scalars['Boolean']['output'];
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

export type PartyRole =
  | 'CUSTOMER'
  | 'PARTICIPANT'
  | 'PROVIDER';

export type PathConnection = {
  readonly asOf: Scalars['Date']['output'];
  readonly edges: ReadonlyArray<PathEdge>;
  readonly knownAt: Scalars['DateTime']['output'];
  readonly onlyAtLowerConfidence: Scalars['Boolean']['output'];
  readonly scenario?: Maybe<Scenario>;
  readonly truncated: Scalars['Boolean']['output'];
};

export type PathDirection =
  | 'ANY'
  | 'DEPENDENCIES'
  | 'DEPENDENTS';

export type PathEdge = {
  readonly node: DependencyPath;
};

export type PolicyEvent = Entity & Node & {
  readonly action: Scalars['String']['output'];
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  readonly country?: Maybe<Country>;
  readonly date?: Maybe<Scalars['PartialDate']['output']>;
  readonly dependencies: DependencyConnection;
  readonly dependents: DependencyConnection;
  readonly externalIds: ReadonlyArray<ExternalId>;
  readonly factCount: Scalars['Int']['output'];
  readonly facts: ReadonlyArray<Statement>;
  readonly id: Scalars['ID']['output'];
  readonly issuer?: Maybe<Entity>;
  readonly kind: EntityKind;
  readonly name: Scalars['String']['output'];
  readonly sources: ReadonlyArray<Source>;
  readonly target?: Maybe<Entity>;
  readonly timeline: EventConnection;
};


export type PolicyEventDependenciesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<ReadonlyArray<DependencyKind>>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxDepth?: InputMaybe<Scalars['Int']['input']>;
  minConfidence?: InputMaybe<Confidence>;
  prospective?: InputMaybe<Scalars['Boolean']['input']>;
  transitive?: InputMaybe<Scalars['Boolean']['input']>;
};


export type PolicyEventDependentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<ReadonlyArray<DependencyKind>>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxDepth?: InputMaybe<Scalars['Int']['input']>;
  minConfidence?: InputMaybe<Confidence>;
  prospective?: InputMaybe<Scalars['Boolean']['input']>;
  transitive?: InputMaybe<Scalars['Boolean']['input']>;
};


export type PolicyEventFactCountArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  property?: InputMaybe<Scalars['String']['input']>;
};


export type PolicyEventFactsArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  property?: InputMaybe<Scalars['String']['input']>;
};


export type PolicyEventTimelineArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
};

export type PowerBasis =
  | 'IT'
  | 'SITE'
  | 'UNSTATED';

export type PowerFigure = {
  readonly basis: PowerBasis;
  readonly powerMw: Scalars['Float']['output'];
  readonly stage: PowerStage;
};

export type PowerStage =
  | 'ANNOUNCED'
  | 'OPERATIONAL'
  | 'PLANNED';

export type Precision =
  | 'DAY'
  | 'HALF'
  | 'MONTH'
  | 'QUARTER'
  | 'YEAR';

export type PriceBasis =
  | 'NOMINAL';

export type Programme = Deal & Entity & Node & {
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  readonly amount?: Maybe<ClaimedMoney>;
  readonly amountUsd?: Maybe<Scalars['Float']['output']>;
  readonly announced?: Maybe<Scalars['PartialDate']['output']>;
  readonly annualizedUsd?: Maybe<Scalars['Float']['output']>;
  readonly binding: Scalars['Boolean']['output'];
  readonly capacityMw?: Maybe<Scalars['Float']['output']>;
  readonly ceiling?: Maybe<DealAmount>;
  readonly chips: ReadonlyArray<Chip>;
  readonly contains: ReadonlyArray<Deal>;
  readonly contingentOn: ReadonlyArray<Deal>;
  readonly country?: Maybe<Country>;
  readonly datacenters: ReadonlyArray<Datacenter>;
  readonly dependencies: DependencyConnection;
  readonly dependents: DependencyConnection;
  readonly end?: Maybe<Scalars['PartialDate']['output']>;
  readonly expandedBy: ReadonlyArray<Deal>;
  readonly expands: ReadonlyArray<Deal>;
  readonly externalIds: ReadonlyArray<ExternalId>;
  readonly factCount: Scalars['Int']['output'];
  readonly facts: ReadonlyArray<Statement>;
  readonly firm?: Maybe<DealAmount>;
  readonly form: DealForm;
  readonly fullDeploymentBy?: Maybe<Scalars['PartialDate']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly inForce: Scalars['Boolean']['output'];
  readonly initiatives: ReadonlyArray<Initiative>;
  readonly kind: EntityKind;
  readonly name: Scalars['String']['output'];
  readonly nestedIn: ReadonlyArray<Deal>;
  readonly notInForceBecause?: Maybe<NotInForceReason>;
  readonly optionDate?: Maybe<Scalars['PartialDate']['output']>;
  readonly options: ReadonlyArray<DealOption>;
  readonly parties: ReadonlyArray<DealParty>;
  readonly relatedTo: ReadonlyArray<Deal>;
  readonly schedule: ReadonlyArray<ScheduleYear>;
  readonly sources: ReadonlyArray<Source>;
  readonly start?: Maybe<Scalars['PartialDate']['output']>;
  readonly status?: Maybe<DealStatus>;
  readonly statusHistory: ReadonlyArray<DatedStatus>;
  readonly supersededBy: ReadonlyArray<Deal>;
  readonly supersedes: ReadonlyArray<Deal>;
  readonly termEnd?: Maybe<Scalars['Date']['output']>;
  readonly termYears?: Maybe<Scalars['Float']['output']>;
  readonly timeline: EventConnection;
  readonly type: DealType;
  readonly unscheduledUsd?: Maybe<Scalars['Float']['output']>;
};


export type ProgrammeDependenciesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<ReadonlyArray<DependencyKind>>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxDepth?: InputMaybe<Scalars['Int']['input']>;
  minConfidence?: InputMaybe<Confidence>;
  prospective?: InputMaybe<Scalars['Boolean']['input']>;
  transitive?: InputMaybe<Scalars['Boolean']['input']>;
};


export type ProgrammeDependentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<ReadonlyArray<DependencyKind>>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxDepth?: InputMaybe<Scalars['Int']['input']>;
  minConfidence?: InputMaybe<Confidence>;
  prospective?: InputMaybe<Scalars['Boolean']['input']>;
  transitive?: InputMaybe<Scalars['Boolean']['input']>;
};


export type ProgrammeFactCountArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  property?: InputMaybe<Scalars['String']['input']>;
};


export type ProgrammeFactsArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  property?: InputMaybe<Scalars['String']['input']>;
};


export type ProgrammePartiesArgs = {
  role?: InputMaybe<PartyRole>;
};


export type ProgrammeTimelineArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
};

export type Proposal = {
  readonly author: Scalars['String']['output'];
  readonly claims: ReadonlyArray<ProposedClaim>;
  readonly decidedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly decidedBy?: Maybe<Scalars['String']['output']>;
  readonly decisionReason?: Maybe<Scalars['String']['output']>;
  readonly edges: ReadonlyArray<ProposedEdge>;
  readonly edit: EditKind;
  readonly effect: EditResult;
  readonly entities: ReadonlyArray<ProposedEntity>;
  readonly id: Scalars['ID']['output'];
  readonly proposedAt: Scalars['DateTime']['output'];
  readonly proposedBy: Scalars['String']['output'];
  readonly reason: Scalars['String']['output'];
  readonly revision?: Maybe<Scalars['Int']['output']>;
  readonly status: ProposalStatus;
  readonly touchedIds: ReadonlyArray<Scalars['ID']['output']>;
  readonly withdrawn: ReadonlyArray<Statement>;
};

export type ProposalConnection = {
  readonly edges: ReadonlyArray<ProposalEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type ProposalEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Proposal;
};

export type ProposalStatus =
  | 'APPROVED'
  | 'OPEN'
  | 'REFUSED';

export type ProposedClaim = {
  readonly confidence: Confidence;
  readonly note?: Maybe<Scalars['String']['output']>;
  readonly object?: Maybe<Scalars['ID']['output']>;
  readonly property: Scalars['String']['output'];
  readonly qualifier: Qualifier;
  readonly refersTo?: Maybe<Scalars['PartialDate']['output']>;
  readonly saidOn: Scalars['PartialDate']['output'];
  readonly scope?: Maybe<Scalars['String']['output']>;
  readonly sources: ReadonlyArray<Scalars['ID']['output']>;
  readonly subject: Scalars['ID']['output'];
  readonly unit?: Maybe<Scalars['String']['output']>;
  readonly validFrom?: Maybe<Scalars['PartialDate']['output']>;
  readonly validTo?: Maybe<Scalars['PartialDate']['output']>;
  readonly value?: Maybe<Scalars['FactValue']['output']>;
};

export type ProposedEdge = {
  readonly change: ProposedEdgeChange;
  readonly from: Scalars['ID']['output'];
  readonly kind: DependencyKind;
  readonly to: Scalars['ID']['output'];
};

export type ProposedEdgeChange =
  | 'CLOSED'
  | 'OPENED'
  | 'REMOVED';

export type ProposedEntity = {
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly kind: EntityKind;
  readonly mergedInto?: Maybe<Scalars['ID']['output']>;
  readonly name: Scalars['String']['output'];
};

export type PublicationInput = {
  readonly licence?: InputMaybe<Scalars['String']['input']>;
  readonly medium?: InputMaybe<Scalars['String']['input']>;
  readonly published?: InputMaybe<Scalars['PartialDate']['input']>;
  readonly publisher?: InputMaybe<Scalars['String']['input']>;
  readonly read?: InputMaybe<SourceRead>;
  readonly url?: InputMaybe<Scalars['String']['input']>;
};

export type Qualifier =
  | 'about'
  | 'atLeast'
  | 'exact'
  | 'reported'
  | 'upTo';

export type Query = {
  readonly _entities: ReadonlyArray<Maybe<_Entity>>;
  readonly _service: _Service;
  readonly audit: AuditConnection;
  readonly changes: ChangeConnection;
  readonly chip?: Maybe<Chip>;
  readonly chips: ChipConnection;
  readonly chokepoints: Chokepoints;
  readonly cloudProvider?: Maybe<CloudProvider>;
  readonly cloudProviders: CloudProviderConnection;
  readonly commitments: Commitments;
  readonly companies: CompanyConnection;
  readonly company?: Maybe<Company>;
  readonly compareInitiatives: InitiativeComparison;
  readonly concentration: Concentration;
  readonly countries: CountryConnection;
  readonly country?: Maybe<Country>;
  readonly datacenter?: Maybe<Datacenter>;
  readonly datacenters: DatacenterConnection;
  readonly dataset: Dataset;
  readonly deal?: Maybe<Deal>;
  readonly deals: DealConnection;
  readonly dependencies: DependencyConnection;
  readonly dependents: DependencyConnection;
  readonly exposure: Exposure;
  readonly impact: Impact;
  readonly initiative?: Maybe<Initiative>;
  readonly initiatives: InitiativeConnection;
  readonly investment?: Maybe<Investment>;
  readonly investments: InvestmentConnection;
  readonly marketConcentration: MarketConcentration;
  readonly nationalDependency: NationalDependency;
  readonly node?: Maybe<Node>;
  readonly nodes: ReadonlyArray<Maybe<Node>>;
  readonly paths: PathConnection;
  readonly proposal?: Maybe<Proposal>;
  readonly proposals: ProposalConnection;
  readonly resolve: ReadonlyArray<ResolvedName>;
  readonly search: SearchConnection;
  readonly source?: Maybe<Source>;
  readonly sources: SourceConnection;
  readonly statements: StatementConnection;
  readonly timeline: EventConnection;
};


export type Query_EntitiesArgs = {
  representations: ReadonlyArray<Scalars['_Any']['input']>;
};


export type QueryAuditArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  author?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  since?: InputMaybe<Scalars['DateTime']['input']>;
};


export type QueryChangesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  since: Scalars['DateTime']['input'];
};


export type QueryChipArgs = {
  id: Scalars['ID']['input'];
};


export type QueryChipsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ChipFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ChipOrder>;
};


export type QueryChokepointsArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  by?: InputMaybe<ChokepointMeasure>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<ReadonlyArray<DependencyKind>>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  minConfidence?: InputMaybe<Confidence>;
  prospective?: InputMaybe<Scalars['Boolean']['input']>;
  scenario?: InputMaybe<ScenarioInput>;
};


export type QueryCloudProviderArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCloudProvidersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CloudProviderFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<CloudProviderOrder>;
};


export type QueryCommitmentsArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  claims?: InputMaybe<ClaimChoice>;
  group?: InputMaybe<Scalars['Boolean']['input']>;
  includeCeilings?: InputMaybe<Scalars['Boolean']['input']>;
  includeNonBinding?: InputMaybe<Scalars['Boolean']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  of: Scalars['ID']['input'];
  role?: InputMaybe<CommitmentRole>;
  scenario?: InputMaybe<ScenarioInput>;
  strictAsOf?: InputMaybe<Scalars['Boolean']['input']>;
  types?: InputMaybe<ReadonlyArray<DealType>>;
};


export type QueryCompaniesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CompanyFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<CompanyOrder>;
};


export type QueryCompanyArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCompareInitiativesArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  claims?: InputMaybe<ClaimChoice>;
  countries?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  currency?: InputMaybe<Scalars['String']['input']>;
  deal?: InputMaybe<Scalars['ID']['input']>;
  ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  scenario?: InputMaybe<ScenarioInput>;
};


export type QueryConcentrationArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  basis?: InputMaybe<ConcentrationBasis>;
  by: ConcentrationBy;
  claims?: InputMaybe<ClaimChoice>;
  group?: InputMaybe<Scalars['Boolean']['input']>;
  includeCeilings?: InputMaybe<Scalars['Boolean']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  of: ReadonlyArray<Scalars['ID']['input']>;
  scenario?: InputMaybe<ScenarioInput>;
  strictAsOf?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryCountriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CountryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<CountryOrder>;
};


export type QueryCountryArgs = {
  id: Scalars['ID']['input'];
};


export type QueryDatacenterArgs = {
  id: Scalars['ID']['input'];
};


export type QueryDatacentersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DatacenterFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<DatacenterOrder>;
};


export type QueryDealArgs = {
  id: Scalars['ID']['input'];
};


export type QueryDealsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DealFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<DealOrder>;
};


export type QueryDependenciesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<ReadonlyArray<DependencyKind>>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxDepth?: InputMaybe<Scalars['Int']['input']>;
  minConfidence?: InputMaybe<Confidence>;
  of: Scalars['ID']['input'];
  prospective?: InputMaybe<Scalars['Boolean']['input']>;
  scenario?: InputMaybe<ScenarioInput>;
  transitive?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryDependentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<ReadonlyArray<DependencyKind>>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxDepth?: InputMaybe<Scalars['Int']['input']>;
  minConfidence?: InputMaybe<Confidence>;
  of: Scalars['ID']['input'];
  prospective?: InputMaybe<Scalars['Boolean']['input']>;
  scenario?: InputMaybe<ScenarioInput>;
  transitive?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryExposureArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  basis?: InputMaybe<ExposureBasis>;
  claims?: InputMaybe<ClaimChoice>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  of: Scalars['ID']['input'];
  prospective?: InputMaybe<Scalars['Boolean']['input']>;
  scenario?: InputMaybe<ScenarioInput>;
  to: Scalars['ID']['input'];
  via?: InputMaybe<ReadonlyArray<DependencyKind>>;
};


export type QueryImpactArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  kinds?: InputMaybe<ReadonlyArray<DependencyKind>>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  minConfidence?: InputMaybe<Confidence>;
  only?: InputMaybe<ReadonlyArray<DependencyKind>>;
  prospective?: InputMaybe<Scalars['Boolean']['input']>;
  remove: ReadonlyArray<Scalars['ID']['input']>;
  scenario?: InputMaybe<ScenarioInput>;
};


export type QueryInitiativeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryInitiativesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InitiativeFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<InitiativeOrder>;
};


export type QueryInvestmentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryInvestmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DealFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<DealOrder>;
};


export type QueryMarketConcentrationArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  market: Scalars['String']['input'];
  period?: InputMaybe<Scalars['PartialDate']['input']>;
  scenario?: InputMaybe<ScenarioInput>;
};


export type QueryNationalDependencyArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  claims?: InputMaybe<ClaimChoice>;
  country: Scalars['ID']['input'];
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  scenario?: InputMaybe<ScenarioInput>;
};


export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryNodesArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


export type QueryPathsArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  direction?: InputMaybe<PathDirection>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from: Scalars['ID']['input'];
  kinds?: InputMaybe<ReadonlyArray<DependencyKind>>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  maxHops?: InputMaybe<Scalars['Int']['input']>;
  minConfidence?: InputMaybe<Confidence>;
  prospective?: InputMaybe<Scalars['Boolean']['input']>;
  scenario?: InputMaybe<ScenarioInput>;
  to: Scalars['ID']['input'];
};


export type QueryProposalArgs = {
  id: Scalars['ID']['input'];
};


export type QueryProposalsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  status?: InputMaybe<ProposalStatus>;
};


export type QueryResolveArgs = {
  kinds?: InputMaybe<ReadonlyArray<EntityKind>>;
  names: ReadonlyArray<Scalars['String']['input']>;
};


export type QuerySearchArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<ReadonlyArray<EntityKind>>;
  last?: InputMaybe<Scalars['Int']['input']>;
  query: Scalars['String']['input'];
};


export type QuerySourceArgs = {
  id: Scalars['ID']['input'];
};


export type QuerySourcesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SourceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<SourceOrder>;
};


export type QueryStatementsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<StatementFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryTimelineArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  of?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  to?: InputMaybe<Scalars['Date']['input']>;
};

export type RecordStatementsInput = {
  readonly author: Scalars['String']['input'];
  readonly dataThrough?: InputMaybe<Scalars['Date']['input']>;
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  readonly reason: Scalars['String']['input'];
  readonly retract?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly statements: ReadonlyArray<StatementInput>;
};

export type ResolveCandidate = {
  readonly entity: Entity;
  readonly match: Scalars['Boolean']['output'];
  readonly matched: Scalars['String']['output'];
  readonly score: Scalars['Float']['output'];
};

export type ResolvedName = {
  readonly candidates: ReadonlyArray<ResolveCandidate>;
  readonly name: Scalars['String']['output'];
};

export type RetractStatementsInput = {
  readonly author: Scalars['String']['input'];
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  readonly ids: ReadonlyArray<Scalars['ID']['input']>;
  readonly reason: Scalars['String']['input'];
};

export type ReviewResult = {
  readonly edit?: Maybe<EditResult>;
  readonly proposal: Proposal;
};

export type Role =
  | 'admin'
  | 'anonymous'
  | 'editor'
  | 'reader';

export type Scenario = {
  readonly added: ReadonlyArray<Statement>;
  readonly asOf: Scalars['Date']['output'];
  readonly dependenciesAdded: Scalars['Int']['output'];
  readonly dependenciesRemoved: Scalars['Int']['output'];
  readonly entitiesAdded: ReadonlyArray<Entity>;
  readonly entitiesRemoved: ReadonlyArray<Scalars['ID']['output']>;
  readonly hypothetical: Scalars['Boolean']['output'];
  readonly knownAt: Scalars['DateTime']['output'];
  readonly removed: ReadonlyArray<Scalars['ID']['output']>;
};

export type ScenarioInput = {
  readonly add?: InputMaybe<ReadonlyArray<HypothesisInput>>;
  readonly remove?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

export type ScheduleBasis =
  | 'PRO_RATA'
  | 'TRANCHE';

export type ScheduleYear = {
  readonly amountUsd: Scalars['Float']['output'];
  readonly basis: ScheduleBasis;
  readonly year: Scalars['Int']['output'];
};

export type SearchConnection = {
  readonly edges: ReadonlyArray<SearchEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type SearchEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly matched: Scalars['String']['output'];
  readonly node: Entity;
  readonly score: Scalars['Float']['output'];
};

export type ShareInterval = {
  readonly high: Scalars['Float']['output'];
  readonly low: Scalars['Float']['output'];
};

export type SiteRole =
  | 'ENERGY_PROVIDER'
  | 'OPERATOR'
  | 'OWNER'
  | 'TENANT';

export type Source = Entity & Node & {
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  readonly country?: Maybe<Country>;
  readonly dependencies: DependencyConnection;
  readonly dependents: DependencyConnection;
  readonly externalIds: ReadonlyArray<ExternalId>;
  readonly factCount: Scalars['Int']['output'];
  readonly facts: ReadonlyArray<Statement>;
  readonly id: Scalars['ID']['output'];
  readonly kind: EntityKind;
  readonly licence: Scalars['String']['output'];
  readonly medium: Scalars['String']['output'];
  readonly name: Scalars['String']['output'];
  readonly published?: Maybe<Scalars['PartialDate']['output']>;
  readonly publisher: Scalars['String']['output'];
  readonly read: SourceRead;
  readonly sources: ReadonlyArray<Source>;
  readonly timeline: EventConnection;
  readonly title: Scalars['String']['output'];
  readonly url?: Maybe<Scalars['String']['output']>;
};


export type SourceDependenciesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<ReadonlyArray<DependencyKind>>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxDepth?: InputMaybe<Scalars['Int']['input']>;
  minConfidence?: InputMaybe<Confidence>;
  prospective?: InputMaybe<Scalars['Boolean']['input']>;
  transitive?: InputMaybe<Scalars['Boolean']['input']>;
};


export type SourceDependentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<ReadonlyArray<DependencyKind>>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxDepth?: InputMaybe<Scalars['Int']['input']>;
  minConfidence?: InputMaybe<Confidence>;
  prospective?: InputMaybe<Scalars['Boolean']['input']>;
  transitive?: InputMaybe<Scalars['Boolean']['input']>;
};


export type SourceFactCountArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  property?: InputMaybe<Scalars['String']['input']>;
};


export type SourceFactsArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  property?: InputMaybe<Scalars['String']['input']>;
};


export type SourceTimelineArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
};

export type SourceConnection = {
  readonly edges: ReadonlyArray<SourceEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type SourceEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Source;
};

export type SourceFilter = {
  readonly and?: InputMaybe<ReadonlyArray<SourceFilter>>;
  readonly id?: InputMaybe<IdFilter>;
  readonly licence?: InputMaybe<WordFilter>;
  readonly medium?: InputMaybe<WordFilter>;
  readonly name?: InputMaybe<StringFilter>;
  readonly not?: InputMaybe<SourceFilter>;
  readonly or?: InputMaybe<ReadonlyArray<SourceFilter>>;
  readonly published?: InputMaybe<DateFilter>;
  readonly publisher?: InputMaybe<StringFilter>;
  readonly read?: InputMaybe<SourceReadFilter>;
};

export type SourceOrder = {
  readonly direction?: Direction;
  readonly field: SourceOrderField;
};

export type SourceOrderField =
  | 'NAME'
  | 'PUBLISHED'
  | 'PUBLISHER';

export type SourceRead =
  | 'direct'
  | 'indirect'
  | 'none';

export type SourceReadFilter = {
  readonly eq?: InputMaybe<SourceRead>;
  readonly in?: InputMaybe<ReadonlyArray<SourceRead>>;
};

export type Statement = Node & {
  readonly best: Scalars['Boolean']['output'];
  readonly confidence: Confidence;
  readonly conflicting: Scalars['Boolean']['output'];
  readonly id: Scalars['ID']['output'];
  readonly note?: Maybe<Scalars['String']['output']>;
  readonly object?: Maybe<Entity>;
  readonly property: Scalars['String']['output'];
  readonly publishers: Scalars['Int']['output'];
  readonly qualifier: Qualifier;
  readonly recordedAt: Scalars['DateTime']['output'];
  readonly refersTo?: Maybe<Scalars['PartialDate']['output']>;
  readonly retractedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly saidOn: Scalars['PartialDate']['output'];
  readonly scope?: Maybe<Scalars['String']['output']>;
  readonly sources: ReadonlyArray<Source>;
  readonly subject: Entity;
  readonly unit?: Maybe<Scalars['String']['output']>;
  readonly validFrom?: Maybe<Scalars['PartialDate']['output']>;
  readonly validTo?: Maybe<Scalars['PartialDate']['output']>;
  readonly value?: Maybe<Scalars['FactValue']['output']>;
};

export type StatementConnection = {
  readonly asOf: Scalars['Date']['output'];
  readonly edges: ReadonlyArray<StatementEdge>;
  readonly knownAt: Scalars['DateTime']['output'];
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type StatementEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Statement;
};

export type StatementFilter = {
  readonly confidence?: InputMaybe<Confidence>;
  readonly conflicting?: InputMaybe<Scalars['Boolean']['input']>;
  readonly property?: InputMaybe<Scalars['String']['input']>;
  readonly publishersMax?: InputMaybe<Scalars['Int']['input']>;
  readonly subject?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly subjectNameContains?: InputMaybe<Scalars['String']['input']>;
};

export type StatementInput = {
  readonly confidence?: InputMaybe<Confidence>;
  readonly note?: InputMaybe<Scalars['String']['input']>;
  readonly object?: InputMaybe<Scalars['ID']['input']>;
  readonly property: Scalars['String']['input'];
  readonly qualifier?: InputMaybe<Qualifier>;
  readonly refersTo?: InputMaybe<Scalars['PartialDate']['input']>;
  readonly saidOn?: InputMaybe<Scalars['PartialDate']['input']>;
  readonly scope?: InputMaybe<Scalars['String']['input']>;
  readonly sources: ReadonlyArray<Scalars['ID']['input']>;
  readonly subject: Scalars['ID']['input'];
  readonly unit?: InputMaybe<Scalars['String']['input']>;
  readonly validFrom?: InputMaybe<Scalars['PartialDate']['input']>;
  readonly validTo?: InputMaybe<Scalars['PartialDate']['input']>;
  readonly value?: InputMaybe<Scalars['FactValue']['input']>;
};

export type StringFilter = {
  readonly contains?: InputMaybe<Scalars['String']['input']>;
  readonly eq?: InputMaybe<Scalars['String']['input']>;
  readonly in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly isKnown?: InputMaybe<Scalars['Boolean']['input']>;
  readonly startsWith?: InputMaybe<Scalars['String']['input']>;
};

export type SupplyDeal = Deal & Entity & Node & {
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  readonly amount?: Maybe<ClaimedMoney>;
  readonly amountUsd?: Maybe<Scalars['Float']['output']>;
  readonly announced?: Maybe<Scalars['PartialDate']['output']>;
  readonly annualizedUsd?: Maybe<Scalars['Float']['output']>;
  readonly binding: Scalars['Boolean']['output'];
  readonly capacityMw?: Maybe<Scalars['Float']['output']>;
  readonly ceiling?: Maybe<DealAmount>;
  readonly chips: ReadonlyArray<Chip>;
  readonly contains: ReadonlyArray<Deal>;
  readonly contingentOn: ReadonlyArray<Deal>;
  readonly country?: Maybe<Country>;
  readonly datacenters: ReadonlyArray<Datacenter>;
  readonly dependencies: DependencyConnection;
  readonly dependents: DependencyConnection;
  readonly end?: Maybe<Scalars['PartialDate']['output']>;
  readonly expandedBy: ReadonlyArray<Deal>;
  readonly expands: ReadonlyArray<Deal>;
  readonly externalIds: ReadonlyArray<ExternalId>;
  readonly factCount: Scalars['Int']['output'];
  readonly facts: ReadonlyArray<Statement>;
  readonly firm?: Maybe<DealAmount>;
  readonly form: DealForm;
  readonly fullDeploymentBy?: Maybe<Scalars['PartialDate']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly inForce: Scalars['Boolean']['output'];
  readonly kind: EntityKind;
  readonly name: Scalars['String']['output'];
  readonly nestedIn: ReadonlyArray<Deal>;
  readonly notInForceBecause?: Maybe<NotInForceReason>;
  readonly optionDate?: Maybe<Scalars['PartialDate']['output']>;
  readonly options: ReadonlyArray<DealOption>;
  readonly parties: ReadonlyArray<DealParty>;
  readonly relatedTo: ReadonlyArray<Deal>;
  readonly schedule: ReadonlyArray<ScheduleYear>;
  readonly sources: ReadonlyArray<Source>;
  readonly start?: Maybe<Scalars['PartialDate']['output']>;
  readonly status?: Maybe<DealStatus>;
  readonly statusHistory: ReadonlyArray<DatedStatus>;
  readonly supersededBy: ReadonlyArray<Deal>;
  readonly supersedes: ReadonlyArray<Deal>;
  readonly termEnd?: Maybe<Scalars['Date']['output']>;
  readonly termYears?: Maybe<Scalars['Float']['output']>;
  readonly timeline: EventConnection;
  readonly type: DealType;
  readonly unscheduledUsd?: Maybe<Scalars['Float']['output']>;
};


export type SupplyDealDependenciesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<ReadonlyArray<DependencyKind>>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxDepth?: InputMaybe<Scalars['Int']['input']>;
  minConfidence?: InputMaybe<Confidence>;
  prospective?: InputMaybe<Scalars['Boolean']['input']>;
  transitive?: InputMaybe<Scalars['Boolean']['input']>;
};


export type SupplyDealDependentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<ReadonlyArray<DependencyKind>>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxDepth?: InputMaybe<Scalars['Int']['input']>;
  minConfidence?: InputMaybe<Confidence>;
  prospective?: InputMaybe<Scalars['Boolean']['input']>;
  transitive?: InputMaybe<Scalars['Boolean']['input']>;
};


export type SupplyDealFactCountArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  property?: InputMaybe<Scalars['String']['input']>;
};


export type SupplyDealFactsArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  property?: InputMaybe<Scalars['String']['input']>;
};


export type SupplyDealPartiesArgs = {
  role?: InputMaybe<PartyRole>;
};


export type SupplyDealTimelineArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
};

export type Topic = Entity & Node & {
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  readonly country?: Maybe<Country>;
  readonly dependencies: DependencyConnection;
  readonly dependents: DependencyConnection;
  readonly externalIds: ReadonlyArray<ExternalId>;
  readonly factCount: Scalars['Int']['output'];
  readonly facts: ReadonlyArray<Statement>;
  readonly id: Scalars['ID']['output'];
  readonly kind: EntityKind;
  readonly name: Scalars['String']['output'];
  readonly sources: ReadonlyArray<Source>;
  readonly timeline: EventConnection;
};


export type TopicDependenciesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<ReadonlyArray<DependencyKind>>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxDepth?: InputMaybe<Scalars['Int']['input']>;
  minConfidence?: InputMaybe<Confidence>;
  prospective?: InputMaybe<Scalars['Boolean']['input']>;
  transitive?: InputMaybe<Scalars['Boolean']['input']>;
};


export type TopicDependentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<ReadonlyArray<DependencyKind>>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxDepth?: InputMaybe<Scalars['Int']['input']>;
  minConfidence?: InputMaybe<Confidence>;
  prospective?: InputMaybe<Scalars['Boolean']['input']>;
  transitive?: InputMaybe<Scalars['Boolean']['input']>;
};


export type TopicFactCountArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  property?: InputMaybe<Scalars['String']['input']>;
};


export type TopicFactsArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  property?: InputMaybe<Scalars['String']['input']>;
};


export type TopicTimelineArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
};

export type Tranche = {
  readonly amount: Scalars['Float']['output'];
  readonly amountUsd?: Maybe<Scalars['Float']['output']>;
  readonly currency: Scalars['String']['output'];
  readonly date?: Maybe<Scalars['Date']['output']>;
  readonly statements: ReadonlyArray<Statement>;
};

export type UpsertEntitiesInput = {
  readonly author: Scalars['String']['input'];
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  readonly entities: ReadonlyArray<EntityInput>;
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  readonly reason: Scalars['String']['input'];
};

export type WordFilter = {
  readonly eq?: InputMaybe<Scalars['String']['input']>;
  readonly in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly isKnown?: InputMaybe<Scalars['Boolean']['input']>;
};

export type WordsFilter = {
  readonly has?: InputMaybe<Scalars['String']['input']>;
  readonly hasAny?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly isKnown?: InputMaybe<Scalars['Boolean']['input']>;
};

export type YearsRange = {
  readonly least?: Maybe<Scalars['Float']['output']>;
  readonly most: Scalars['Float']['output'];
  readonly value: Scalars['Float']['output'];
};

export type _Entity = Chip | CloudProvider | Company | ComputeDeal | Country | Datacenter | EnergyDeal | Initiative | Investment | PolicyEvent | Programme | Source | Statement | SupplyDeal | Topic;

export type _Service = {
  readonly sdl: Scalars['String']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = {}, TContext = {}, TArgs = {}> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = {}, TContext = {}, TArgs = {}> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = {}, TContext = {}> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = {}, TContext = {}> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = {}, TParent = {}, TContext = {}, TArgs = {}> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AuditAction: AuditAction;
  AuditConnection: ResolverTypeWrapper<AuditConnectionParent>;
  AuditEdge: ResolverTypeWrapper<Omit<AuditEdge, 'node'> & { node: ResolversTypes['AuditRecord'] }>;
  AuditRecord: ResolverTypeWrapper<AuditRecordParent>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  BooleanFilter: BooleanFilter;
  BudgetFigures: ResolverTypeWrapper<BudgetFigures>;
  BudgetStage: BudgetStage;
  BudgetStageFilter: BudgetStageFilter;
  CapacityUnit: CapacityUnit;
  CapacityUniverse: CapacityUniverse;
  Change: ResolverTypeWrapper<ChangeParent>;
  ChangeConnection: ResolverTypeWrapper<ChangeConnectionParent>;
  ChangeEdge: ResolverTypeWrapper<Omit<ChangeEdge, 'node'> & { node: ResolversTypes['Change'] }>;
  ChangeKind: ChangeKind;
  Chip: ResolverTypeWrapper<ChipRecord>;
  ChipConnection: ResolverTypeWrapper<ChipConnectionParent>;
  ChipEdge: ResolverTypeWrapper<Omit<ChipEdge, 'node'> & { node: ResolversTypes['Chip'] }>;
  ChipFilter: ChipFilter;
  ChipFoundry: ResolverTypeWrapper<Omit<ChipFoundry, 'company'> & { company: ResolversTypes['Company'] }>;
  ChipOrder: ChipOrder;
  ChipOrderField: ChipOrderField;
  Chokepoint: ResolverTypeWrapper<ChokepointParent>;
  ChokepointMeasure: ChokepointMeasure;
  Chokepoints: ResolverTypeWrapper<Omit<Chokepoints, 'ranked' | 'scenario'> & { ranked: ReadonlyArray<ResolversTypes['Chokepoint']>, scenario?: Maybe<ResolversTypes['Scenario']> }>;
  Citation: ResolverTypeWrapper<Citation>;
  ClaimChoice: ClaimChoice;
  ClaimInput: ClaimInput;
  ClaimedMoney: ResolverTypeWrapper<ClaimedMoneyParent>;
  CloudProvider: ResolverTypeWrapper<CloudRecord>;
  CloudProviderConnection: ResolverTypeWrapper<CloudProviderConnectionParent>;
  CloudProviderEdge: ResolverTypeWrapper<Omit<CloudProviderEdge, 'node'> & { node: ResolversTypes['CloudProvider'] }>;
  CloudProviderFilter: CloudProviderFilter;
  CloudProviderOrder: CloudProviderOrder;
  CloudProviderOrderField: CloudProviderOrderField;
  CommitmentOption: ResolverTypeWrapper<CommitmentOptionParent>;
  CommitmentRole: CommitmentRole;
  Commitments: ResolverTypeWrapper<CommitmentsParent>;
  Company: ResolverTypeWrapper<CompanyRecord>;
  CompanyConnection: ResolverTypeWrapper<CompanyConnectionParent>;
  CompanyEdge: ResolverTypeWrapper<Omit<CompanyEdge, 'node'> & { node: ResolversTypes['Company'] }>;
  CompanyFilter: CompanyFilter;
  CompanyOrder: CompanyOrder;
  CompanyOrderField: CompanyOrderField;
  ComputeDeal: ResolverTypeWrapper<DealRecord>;
  Concentration: ResolverTypeWrapper<ConcentrationParent>;
  ConcentrationBand: ConcentrationBand;
  ConcentrationBasis: ConcentrationBasis;
  ConcentrationBy: ConcentrationBy;
  ConcentrationShare: ResolverTypeWrapper<ConcentrationShareParent>;
  Confidence: ResolverTypeWrapper<ConfidenceWord>;
  CounterpartyAmount: ResolverTypeWrapper<CounterpartyAmountParent>;
  Country: ResolverTypeWrapper<CountryRecord>;
  CountryConnection: ResolverTypeWrapper<CountryConnectionParent>;
  CountryEdge: ResolverTypeWrapper<Omit<CountryEdge, 'node'> & { node: ResolversTypes['Country'] }>;
  CountryFilter: CountryFilter;
  CountryOrder: CountryOrder;
  CountryOrderField: CountryOrderField;
  Coverage: ResolverTypeWrapper<Coverage>;
  CurrencyRate: ResolverTypeWrapper<CurrencyRateParent>;
  CustomerConnection: ResolverTypeWrapper<CustomerConnectionParent>;
  CustomerEdge: ResolverTypeWrapper<CustomerEdgeParent>;
  Datacenter: ResolverTypeWrapper<DatacenterRecord>;
  DatacenterConnection: ResolverTypeWrapper<DatacenterConnectionParent>;
  DatacenterEdge: ResolverTypeWrapper<Omit<DatacenterEdge, 'node'> & { node: ResolversTypes['Datacenter'] }>;
  DatacenterFilter: DatacenterFilter;
  DatacenterOrder: DatacenterOrder;
  DatacenterOrderField: DatacenterOrderField;
  Dataset: ResolverTypeWrapper<DatasetMeta>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateFilter: DateFilter;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DatedStatus: ResolverTypeWrapper<Omit<DatedStatus, 'statement'> & { statement: ResolversTypes['Statement'] }>;
  Deal: ResolverTypeWrapper<DealRecord>;
  DealAmount: ResolverTypeWrapper<DealAmountParent>;
  DealConnection: ResolverTypeWrapper<DealConnectionParent>;
  DealEdge: ResolverTypeWrapper<Omit<DealEdge, 'node'> & { node: ResolversTypes['Deal'] }>;
  DealFilter: DealFilter;
  DealForm: DealForm;
  DealFormFilter: DealFormFilter;
  DealOption: ResolverTypeWrapper<DealOptionParent>;
  DealOrder: DealOrder;
  DealOrderField: DealOrderField;
  DealParty: ResolverTypeWrapper<Omit<DealParty, 'entity'> & { entity: ResolversTypes['Entity'] }>;
  DealStatus: DealStatus;
  DealStatusFilter: DealStatusFilter;
  DealType: DealType;
  DealTypeFilter: DealTypeFilter;
  Dependency: ResolverTypeWrapper<DependencyParent>;
  DependencyConnection: ResolverTypeWrapper<DependencyConnectionParent>;
  DependencyEdge: ResolverTypeWrapper<DependencyEdgeParent>;
  DependencyKind: DependencyKind;
  DependencyPath: ResolverTypeWrapper<DependencyPathParent>;
  Direction: Direction;
  EditKind: EditKind;
  EditResult: ResolverTypeWrapper<EditResultParent>;
  EditedEdges: ResolverTypeWrapper<EditedEdges>;
  EditedEntities: ResolverTypeWrapper<EditedEntitiesParent>;
  EditedStatements: ResolverTypeWrapper<EditedStatementsParent>;
  EnergyDeal: ResolverTypeWrapper<DealRecord>;
  Entity: ResolverTypeWrapper<EntityRecord>;
  EntityInput: EntityInput;
  EntityKind: ResolverTypeWrapper<EntityKindWord>;
  Event: ResolverTypeWrapper<EventParent>;
  EventConnection: ResolverTypeWrapper<EventConnectionParent>;
  EventEdge: ResolverTypeWrapper<Omit<EventEdge, 'node'> & { node: ResolversTypes['Event'] }>;
  EventKind: EventKind;
  ExcludedDeal: ResolverTypeWrapper<ExcludedDealParent>;
  ExclusionReason: ExclusionReason;
  ExportControl: ResolverTypeWrapper<Omit<ExportControl, 'policyEvents'> & { policyEvents: ReadonlyArray<ResolversTypes['PolicyEvent']> }>;
  Exposure: ResolverTypeWrapper<ExposureParent>;
  ExposureBasis: ExposureBasis;
  ExposureChain: ResolverTypeWrapper<ExposureChainParent>;
  ExposureOnBasis: ResolverTypeWrapper<Omit<ExposureOnBasis, 'coverage'> & { coverage: ResolversTypes['Coverage'] }>;
  ExternalId: ResolverTypeWrapper<ExternalId>;
  ExternalIdInput: ExternalIdInput;
  FactValue: ResolverTypeWrapper<Scalars['FactValue']['output']>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  FloatFilter: FloatFilter;
  Funder: Funder;
  FunderFilter: FunderFilter;
  Hhi: ResolverTypeWrapper<Hhi>;
  HypothesisInput: HypothesisInput;
  HypotheticalClaimInput: HypotheticalClaimInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  IdFilter: IdFilter;
  IdentifiedBy: IdentifiedBy;
  IdsFilter: IdsFilter;
  Impact: ResolverTypeWrapper<ImpactParent>;
  ImpactAffected: ResolverTypeWrapper<Omit<ImpactAffected, 'deals' | 'sites'> & { deals: ResolversTypes['Coverage'], sites: ResolversTypes['Coverage'] }>;
  ImpactBreak: ResolverTypeWrapper<ImpactBreakParent>;
  ImpactHorizon: ImpactHorizon;
  ImpactStress: ResolverTypeWrapper<ImpactStressParent>;
  IncludedAmount: ResolverTypeWrapper<IncludedAmountParent>;
  Initiative: ResolverTypeWrapper<InitiativeRecord>;
  InitiativeComparison: ResolverTypeWrapper<InitiativeComparisonParent>;
  InitiativeConnection: ResolverTypeWrapper<InitiativeConnectionParent>;
  InitiativeEdge: ResolverTypeWrapper<Omit<InitiativeEdge, 'node'> & { node: ResolversTypes['Initiative'] }>;
  InitiativeFilter: InitiativeFilter;
  InitiativeOrder: InitiativeOrder;
  InitiativeOrderField: InitiativeOrderField;
  InitiativeParty: ResolverTypeWrapper<Omit<InitiativeParty, 'entity'> & { entity: ResolversTypes['Entity'] }>;
  InitiativeRow: ResolverTypeWrapper<InitiativeRowParent>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Interval: ResolverTypeWrapper<Interval>;
  Investment: ResolverTypeWrapper<DealRecord>;
  InvestmentConnection: ResolverTypeWrapper<InvestmentConnectionParent>;
  InvestmentEdge: ResolverTypeWrapper<Omit<InvestmentEdge, 'node'> & { node: ResolversTypes['Investment'] }>;
  InvestorAmount: ResolverTypeWrapper<Omit<InvestorAmount, 'amount' | 'investor'> & { amount: ResolversTypes['DealAmount'], investor: ResolversTypes['Entity'] }>;
  KindCount: ResolverTypeWrapper<Omit<KindCount, 'kind'> & { kind: ResolversTypes['EntityKind'] }>;
  LicenceTerms: ResolverTypeWrapper<LicenceTerms>;
  MarketConcentration: ResolverTypeWrapper<Omit<MarketConcentration, 'results' | 'scenario'> & { results: ReadonlyArray<ResolversTypes['MarketResult']>, scenario?: Maybe<ResolversTypes['Scenario']> }>;
  MarketResult: ResolverTypeWrapper<MarketResultParent>;
  MarketShare: ResolverTypeWrapper<MarketShareParent>;
  MergeEntitiesInput: MergeEntitiesInput;
  Money: ResolverTypeWrapper<Money>;
  MovedBy: ResolverTypeWrapper<MovedByParent>;
  Mutation: ResolverTypeWrapper<{}>;
  NamedVendorDependence: NamedVendorDependence;
  NationalChips: ResolverTypeWrapper<NationalChipsParent>;
  NationalCoverage: ResolverTypeWrapper<NationalCoverage>;
  NationalDependency: ResolverTypeWrapper<NationalDependencyParent>;
  NationalLevel: ResolverTypeWrapper<NationalLevelParent>;
  NationalRow: ResolverTypeWrapper<NationalRowParent>;
  NationalShare: ResolverTypeWrapper<NationalShareParent>;
  NoPerHeadReason: NoPerHeadReason;
  Node: ResolverTypeWrapper<NodeParent>;
  NotComparableReason: NotComparableReason;
  NotInForceReason: NotInForceReason;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PartialDate: ResolverTypeWrapper<Scalars['PartialDate']['output']>;
  PartyRole: PartyRole;
  PathConnection: ResolverTypeWrapper<PathConnectionParent>;
  PathDirection: PathDirection;
  PathEdge: ResolverTypeWrapper<Omit<PathEdge, 'node'> & { node: ResolversTypes['DependencyPath'] }>;
  PolicyEvent: ResolverTypeWrapper<PolicyRecord>;
  PowerBasis: PowerBasis;
  PowerFigure: ResolverTypeWrapper<PowerFigure>;
  PowerStage: PowerStage;
  Precision: Precision;
  PriceBasis: PriceBasis;
  Programme: ResolverTypeWrapper<DealRecord>;
  Proposal: ResolverTypeWrapper<ProposalParent>;
  ProposalConnection: ResolverTypeWrapper<ProposalConnectionParent>;
  ProposalEdge: ResolverTypeWrapper<Omit<ProposalEdge, 'node'> & { node: ResolversTypes['Proposal'] }>;
  ProposalStatus: ProposalStatus;
  ProposedClaim: ResolverTypeWrapper<Omit<ProposedClaim, 'confidence' | 'qualifier'> & { confidence: ResolversTypes['Confidence'], qualifier: ResolversTypes['Qualifier'] }>;
  ProposedEdge: ResolverTypeWrapper<ProposedEdge>;
  ProposedEdgeChange: ProposedEdgeChange;
  ProposedEntity: ResolverTypeWrapper<ProposedEntityParent>;
  PublicationInput: PublicationInput;
  Qualifier: ResolverTypeWrapper<QualifierWord>;
  Query: ResolverTypeWrapper<{}>;
  RecordStatementsInput: RecordStatementsInput;
  ResolveCandidate: ResolverTypeWrapper<Omit<ResolveCandidate, 'entity'> & { entity: ResolversTypes['Entity'] }>;
  ResolvedName: ResolverTypeWrapper<Omit<ResolvedName, 'candidates'> & { candidates: ReadonlyArray<ResolversTypes['ResolveCandidate']> }>;
  RetractStatementsInput: RetractStatementsInput;
  ReviewResult: ResolverTypeWrapper<ReviewResultParent>;
  Role: ResolverTypeWrapper<RoleWord>;
  Scenario: ResolverTypeWrapper<ScenarioParent>;
  ScenarioInput: ScenarioInput;
  ScheduleBasis: ScheduleBasis;
  ScheduleYear: ResolverTypeWrapper<ScheduleYear>;
  SearchConnection: ResolverTypeWrapper<SearchConnectionParent>;
  SearchEdge: ResolverTypeWrapper<Omit<SearchEdge, 'node'> & { node: ResolversTypes['Entity'] }>;
  ShareInterval: ResolverTypeWrapper<ShareInterval>;
  SiteRole: SiteRole;
  Source: ResolverTypeWrapper<SourceRecord>;
  SourceConnection: ResolverTypeWrapper<SourceConnectionParent>;
  SourceEdge: ResolverTypeWrapper<Omit<SourceEdge, 'node'> & { node: ResolversTypes['Source'] }>;
  SourceFilter: SourceFilter;
  SourceOrder: SourceOrder;
  SourceOrderField: SourceOrderField;
  SourceRead: ResolverTypeWrapper<SourceReadWord>;
  SourceReadFilter: SourceReadFilter;
  Statement: ResolverTypeWrapper<StatementParent>;
  StatementConnection: ResolverTypeWrapper<StatementConnectionParent>;
  StatementEdge: ResolverTypeWrapper<Omit<StatementEdge, 'node'> & { node: ResolversTypes['Statement'] }>;
  StatementFilter: StatementFilter;
  StatementInput: StatementInput;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  StringFilter: StringFilter;
  SupplyDeal: ResolverTypeWrapper<DealRecord>;
  Topic: ResolverTypeWrapper<TopicRecord>;
  Tranche: ResolverTypeWrapper<TrancheParent>;
  UpsertEntitiesInput: UpsertEntitiesInput;
  WordFilter: WordFilter;
  WordsFilter: WordsFilter;
  YearsRange: ResolverTypeWrapper<YearsRange>;
  _Any: ResolverTypeWrapper<Scalars['_Any']['output']>;
  _Entity: ResolverTypeWrapper<RepresentedParent>;
  _Service: ResolverTypeWrapper<_Service>;
  federation__FieldSet: ResolverTypeWrapper<Scalars['federation__FieldSet']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AuditConnection: AuditConnectionParent;
  AuditEdge: Omit<AuditEdge, 'node'> & { node: ResolversParentTypes['AuditRecord'] };
  AuditRecord: AuditRecordParent;
  Boolean: Scalars['Boolean']['output'];
  BooleanFilter: BooleanFilter;
  BudgetFigures: BudgetFigures;
  BudgetStageFilter: BudgetStageFilter;
  Change: ChangeParent;
  ChangeConnection: ChangeConnectionParent;
  ChangeEdge: Omit<ChangeEdge, 'node'> & { node: ResolversParentTypes['Change'] };
  Chip: ChipRecord;
  ChipConnection: ChipConnectionParent;
  ChipEdge: Omit<ChipEdge, 'node'> & { node: ResolversParentTypes['Chip'] };
  ChipFilter: ChipFilter;
  ChipFoundry: Omit<ChipFoundry, 'company'> & { company: ResolversParentTypes['Company'] };
  ChipOrder: ChipOrder;
  Chokepoint: ChokepointParent;
  Chokepoints: Omit<Chokepoints, 'ranked' | 'scenario'> & { ranked: ReadonlyArray<ResolversParentTypes['Chokepoint']>, scenario?: Maybe<ResolversParentTypes['Scenario']> };
  Citation: Citation;
  ClaimInput: ClaimInput;
  ClaimedMoney: ClaimedMoneyParent;
  CloudProvider: CloudRecord;
  CloudProviderConnection: CloudProviderConnectionParent;
  CloudProviderEdge: Omit<CloudProviderEdge, 'node'> & { node: ResolversParentTypes['CloudProvider'] };
  CloudProviderFilter: CloudProviderFilter;
  CloudProviderOrder: CloudProviderOrder;
  CommitmentOption: CommitmentOptionParent;
  Commitments: CommitmentsParent;
  Company: CompanyRecord;
  CompanyConnection: CompanyConnectionParent;
  CompanyEdge: Omit<CompanyEdge, 'node'> & { node: ResolversParentTypes['Company'] };
  CompanyFilter: CompanyFilter;
  CompanyOrder: CompanyOrder;
  ComputeDeal: DealRecord;
  Concentration: ConcentrationParent;
  ConcentrationShare: ConcentrationShareParent;
  CounterpartyAmount: CounterpartyAmountParent;
  Country: CountryRecord;
  CountryConnection: CountryConnectionParent;
  CountryEdge: Omit<CountryEdge, 'node'> & { node: ResolversParentTypes['Country'] };
  CountryFilter: CountryFilter;
  CountryOrder: CountryOrder;
  Coverage: Coverage;
  CurrencyRate: CurrencyRateParent;
  CustomerConnection: CustomerConnectionParent;
  CustomerEdge: CustomerEdgeParent;
  Datacenter: DatacenterRecord;
  DatacenterConnection: DatacenterConnectionParent;
  DatacenterEdge: Omit<DatacenterEdge, 'node'> & { node: ResolversParentTypes['Datacenter'] };
  DatacenterFilter: DatacenterFilter;
  DatacenterOrder: DatacenterOrder;
  Dataset: DatasetMeta;
  Date: Scalars['Date']['output'];
  DateFilter: DateFilter;
  DateTime: Scalars['DateTime']['output'];
  DatedStatus: Omit<DatedStatus, 'statement'> & { statement: ResolversParentTypes['Statement'] };
  Deal: DealRecord;
  DealAmount: DealAmountParent;
  DealConnection: DealConnectionParent;
  DealEdge: Omit<DealEdge, 'node'> & { node: ResolversParentTypes['Deal'] };
  DealFilter: DealFilter;
  DealFormFilter: DealFormFilter;
  DealOption: DealOptionParent;
  DealOrder: DealOrder;
  DealParty: Omit<DealParty, 'entity'> & { entity: ResolversParentTypes['Entity'] };
  DealStatusFilter: DealStatusFilter;
  DealTypeFilter: DealTypeFilter;
  Dependency: DependencyParent;
  DependencyConnection: DependencyConnectionParent;
  DependencyEdge: DependencyEdgeParent;
  DependencyPath: DependencyPathParent;
  EditResult: EditResultParent;
  EditedEdges: EditedEdges;
  EditedEntities: EditedEntitiesParent;
  EditedStatements: EditedStatementsParent;
  EnergyDeal: DealRecord;
  Entity: EntityRecord;
  EntityInput: EntityInput;
  Event: EventParent;
  EventConnection: EventConnectionParent;
  EventEdge: Omit<EventEdge, 'node'> & { node: ResolversParentTypes['Event'] };
  ExcludedDeal: ExcludedDealParent;
  ExportControl: Omit<ExportControl, 'policyEvents'> & { policyEvents: ReadonlyArray<ResolversParentTypes['PolicyEvent']> };
  Exposure: ExposureParent;
  ExposureChain: ExposureChainParent;
  ExposureOnBasis: Omit<ExposureOnBasis, 'coverage'> & { coverage: ResolversParentTypes['Coverage'] };
  ExternalId: ExternalId;
  ExternalIdInput: ExternalIdInput;
  FactValue: Scalars['FactValue']['output'];
  Float: Scalars['Float']['output'];
  FloatFilter: FloatFilter;
  FunderFilter: FunderFilter;
  Hhi: Hhi;
  HypothesisInput: HypothesisInput;
  HypotheticalClaimInput: HypotheticalClaimInput;
  ID: Scalars['ID']['output'];
  IdFilter: IdFilter;
  IdsFilter: IdsFilter;
  Impact: ImpactParent;
  ImpactAffected: Omit<ImpactAffected, 'deals' | 'sites'> & { deals: ResolversParentTypes['Coverage'], sites: ResolversParentTypes['Coverage'] };
  ImpactBreak: ImpactBreakParent;
  ImpactStress: ImpactStressParent;
  IncludedAmount: IncludedAmountParent;
  Initiative: InitiativeRecord;
  InitiativeComparison: InitiativeComparisonParent;
  InitiativeConnection: InitiativeConnectionParent;
  InitiativeEdge: Omit<InitiativeEdge, 'node'> & { node: ResolversParentTypes['Initiative'] };
  InitiativeFilter: InitiativeFilter;
  InitiativeOrder: InitiativeOrder;
  InitiativeParty: Omit<InitiativeParty, 'entity'> & { entity: ResolversParentTypes['Entity'] };
  InitiativeRow: InitiativeRowParent;
  Int: Scalars['Int']['output'];
  Interval: Interval;
  Investment: DealRecord;
  InvestmentConnection: InvestmentConnectionParent;
  InvestmentEdge: Omit<InvestmentEdge, 'node'> & { node: ResolversParentTypes['Investment'] };
  InvestorAmount: Omit<InvestorAmount, 'amount' | 'investor'> & { amount: ResolversParentTypes['DealAmount'], investor: ResolversParentTypes['Entity'] };
  KindCount: KindCount;
  LicenceTerms: LicenceTerms;
  MarketConcentration: Omit<MarketConcentration, 'results' | 'scenario'> & { results: ReadonlyArray<ResolversParentTypes['MarketResult']>, scenario?: Maybe<ResolversParentTypes['Scenario']> };
  MarketResult: MarketResultParent;
  MarketShare: MarketShareParent;
  MergeEntitiesInput: MergeEntitiesInput;
  Money: Money;
  MovedBy: MovedByParent;
  Mutation: {};
  NationalChips: NationalChipsParent;
  NationalCoverage: NationalCoverage;
  NationalDependency: NationalDependencyParent;
  NationalLevel: NationalLevelParent;
  NationalRow: NationalRowParent;
  NationalShare: NationalShareParent;
  Node: NodeParent;
  PageInfo: PageInfo;
  PartialDate: Scalars['PartialDate']['output'];
  PathConnection: PathConnectionParent;
  PathEdge: Omit<PathEdge, 'node'> & { node: ResolversParentTypes['DependencyPath'] };
  PolicyEvent: PolicyRecord;
  PowerFigure: PowerFigure;
  Programme: DealRecord;
  Proposal: ProposalParent;
  ProposalConnection: ProposalConnectionParent;
  ProposalEdge: Omit<ProposalEdge, 'node'> & { node: ResolversParentTypes['Proposal'] };
  ProposedClaim: ProposedClaim;
  ProposedEdge: ProposedEdge;
  ProposedEntity: ProposedEntityParent;
  PublicationInput: PublicationInput;
  Query: {};
  RecordStatementsInput: RecordStatementsInput;
  ResolveCandidate: Omit<ResolveCandidate, 'entity'> & { entity: ResolversParentTypes['Entity'] };
  ResolvedName: Omit<ResolvedName, 'candidates'> & { candidates: ReadonlyArray<ResolversParentTypes['ResolveCandidate']> };
  RetractStatementsInput: RetractStatementsInput;
  ReviewResult: ReviewResultParent;
  Scenario: ScenarioParent;
  ScenarioInput: ScenarioInput;
  ScheduleYear: ScheduleYear;
  SearchConnection: SearchConnectionParent;
  SearchEdge: Omit<SearchEdge, 'node'> & { node: ResolversParentTypes['Entity'] };
  ShareInterval: ShareInterval;
  Source: SourceRecord;
  SourceConnection: SourceConnectionParent;
  SourceEdge: Omit<SourceEdge, 'node'> & { node: ResolversParentTypes['Source'] };
  SourceFilter: SourceFilter;
  SourceOrder: SourceOrder;
  SourceReadFilter: SourceReadFilter;
  Statement: StatementParent;
  StatementConnection: StatementConnectionParent;
  StatementEdge: Omit<StatementEdge, 'node'> & { node: ResolversParentTypes['Statement'] };
  StatementFilter: StatementFilter;
  StatementInput: StatementInput;
  String: Scalars['String']['output'];
  StringFilter: StringFilter;
  SupplyDeal: DealRecord;
  Topic: TopicRecord;
  Tranche: TrancheParent;
  UpsertEntitiesInput: UpsertEntitiesInput;
  WordFilter: WordFilter;
  WordsFilter: WordsFilter;
  YearsRange: YearsRange;
  _Any: Scalars['_Any']['output'];
  _Entity: RepresentedParent;
  _Service: _Service;
  federation__FieldSet: Scalars['federation__FieldSet']['output'];
};

export type KeyDirectiveArgs = {
  fields: Scalars['federation__FieldSet']['input'];
  resolvable?: Maybe<Scalars['Boolean']['input']>;
};

export type KeyDirectiveResolver<Result, Parent, ContextType = Context, Args = KeyDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ShareableDirectiveArgs = { };

export type ShareableDirectiveResolver<Result, Parent, ContextType = Context, Args = ShareableDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AuditConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditConnection'] = ResolversParentTypes['AuditConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AuditEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AuditEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditEdge'] = ResolversParentTypes['AuditEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuditRecord'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AuditRecordResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditRecord'] = ResolversParentTypes['AuditRecord']> = {
  action?: Resolver<ResolversTypes['AuditAction'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  author?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  edit?: Resolver<ResolversTypes['EditKind'], ParentType, ContextType>;
  how?: Resolver<ResolversTypes['IdentifiedBy'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  proposal?: Resolver<Maybe<ResolversTypes['Proposal']>, ParentType, ContextType>;
  proposedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  requestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  revision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  touchedIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BudgetFiguresResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BudgetFigures'] = ResolversParentTypes['BudgetFigures']> = {
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  perHead?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  perYear?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  perYearHigh?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  perYearLow?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Change'] = ResolversParentTypes['Change']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  change?: Resolver<ResolversTypes['ChangeKind'], ParentType, ContextType>;
  replacedBy?: Resolver<ReadonlyArray<ResolversTypes['Statement']>, ParentType, ContextType>;
  replaces?: Resolver<ReadonlyArray<ResolversTypes['Statement']>, ParentType, ContextType>;
  statement?: Resolver<ResolversTypes['Statement'], ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChangeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeConnection'] = ResolversParentTypes['ChangeConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ChangeEdge']>, ParentType, ContextType>;
  knownAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChangeEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeEdge'] = ResolversParentTypes['ChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Change'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChipResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Chip'] = ResolversParentTypes['Chip']> = {
  aliases?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  components?: Resolver<ReadonlyArray<ResolversTypes['Chip']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['Country']>, ParentType, ContextType>;
  denseBf16Tflops?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  denseFp8Tflops?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  dependencies?: Resolver<ResolversTypes['DependencyConnection'], ParentType, ContextType, RequireFields<ChipDependenciesArgs, 'minConfidence' | 'prospective' | 'transitive'>>;
  dependents?: Resolver<ResolversTypes['DependencyConnection'], ParentType, ContextType, RequireFields<ChipDependentsArgs, 'minConfidence' | 'prospective' | 'transitive'>>;
  designer?: Resolver<Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  exportControl?: Resolver<Maybe<ResolversTypes['ExportControl']>, ParentType, ContextType>;
  externalIds?: Resolver<ReadonlyArray<ResolversTypes['ExternalId']>, ParentType, ContextType>;
  factCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType, Partial<ChipFactCountArgs>>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['Statement']>, ParentType, ContextType, RequireFields<ChipFactsArgs, 'first'>>;
  foundries?: Resolver<ReadonlyArray<ResolversTypes['ChipFoundry']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['EntityKind'], ParentType, ContextType>;
  memoryBandwidthTbs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  memoryGb?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  memorySuppliers?: Resolver<ReadonlyArray<ResolversTypes['Company']>, ParentType, ContextType>;
  memoryType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  released?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  tdpW?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  timeline?: Resolver<ResolversTypes['EventConnection'], ParentType, ContextType, Partial<ChipTimelineArgs>>;
  users?: Resolver<ResolversTypes['DependencyConnection'], ParentType, ContextType, RequireFields<ChipUsersArgs, 'prospective'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChipConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChipConnection'] = ResolversParentTypes['ChipConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ChipEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChipEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChipEdge'] = ResolversParentTypes['ChipEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Chip'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChipFoundryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChipFoundry'] = ResolversParentTypes['ChipFoundry']> = {
  company?: Resolver<ResolversTypes['Company'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChokepointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Chokepoint'] = ResolversParentTypes['Chokepoint']> = {
  breaks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  entity?: Resolver<ResolversTypes['Entity'], ParentType, ContextType>;
  stresses?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  weight?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChokepointsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Chokepoints'] = ResolversParentTypes['Chokepoints']> = {
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  candidates?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  knownAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  ranked?: Resolver<ReadonlyArray<ResolversTypes['Chokepoint']>, ParentType, ContextType>;
  scenario?: Resolver<Maybe<ResolversTypes['Scenario']>, ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CitationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Citation'] = ResolversParentTypes['Citation']> = {
  bibtex?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ClaimedMoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClaimedMoney'] = ResolversParentTypes['ClaimedMoney']> = {
  amount?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  qualifier?: Resolver<ResolversTypes['Qualifier'], ParentType, ContextType>;
  saidOn?: Resolver<ResolversTypes['PartialDate'], ParentType, ContextType>;
  statement?: Resolver<ResolversTypes['Statement'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CloudProviderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CloudProvider'] = ResolversParentTypes['CloudProvider']> = {
  aliases?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['Country']>, ParentType, ContextType>;
  customers?: Resolver<ResolversTypes['CustomerConnection'], ParentType, ContextType, Partial<CloudProviderCustomersArgs>>;
  datacenters?: Resolver<ResolversTypes['DatacenterConnection'], ParentType, ContextType, Partial<CloudProviderDatacentersArgs>>;
  deals?: Resolver<ResolversTypes['DealConnection'], ParentType, ContextType, Partial<CloudProviderDealsArgs>>;
  dependencies?: Resolver<ResolversTypes['DependencyConnection'], ParentType, ContextType, RequireFields<CloudProviderDependenciesArgs, 'minConfidence' | 'prospective' | 'transitive'>>;
  dependents?: Resolver<ResolversTypes['DependencyConnection'], ParentType, ContextType, RequireFields<CloudProviderDependentsArgs, 'minConfidence' | 'prospective' | 'transitive'>>;
  externalIds?: Resolver<ReadonlyArray<ResolversTypes['ExternalId']>, ParentType, ContextType>;
  factCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType, Partial<CloudProviderFactCountArgs>>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['Statement']>, ParentType, ContextType, RequireFields<CloudProviderFactsArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['EntityKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operatedBy?: Resolver<Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  timeline?: Resolver<ResolversTypes['EventConnection'], ParentType, ContextType, Partial<CloudProviderTimelineArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CloudProviderConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CloudProviderConnection'] = ResolversParentTypes['CloudProviderConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CloudProviderEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CloudProviderEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CloudProviderEdge'] = ResolversParentTypes['CloudProviderEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CloudProvider'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommitmentOptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommitmentOption'] = ResolversParentTypes['CommitmentOption']> = {
  amountUsd?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  capacityMw?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  counted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  deal?: Resolver<ResolversTypes['Deal'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  statements?: Resolver<ReadonlyArray<ResolversTypes['Statement']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommitmentsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Commitments'] = ResolversParentTypes['Commitments']> = {
  annualizedUsd?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  byCounterparty?: Resolver<ReadonlyArray<ResolversTypes['CounterpartyAmount']>, ParentType, ContextType>;
  claims?: Resolver<ResolversTypes['ClaimChoice'], ParentType, ContextType>;
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  excluded?: Resolver<ReadonlyArray<ResolversTypes['ExcludedDeal']>, ParentType, ContextType>;
  included?: Resolver<ReadonlyArray<ResolversTypes['IncludedAmount']>, ParentType, ContextType>;
  knownAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  members?: Resolver<ReadonlyArray<ResolversTypes['Entity']>, ParentType, ContextType>;
  movedBy?: Resolver<ReadonlyArray<ResolversTypes['MovedBy']>, ParentType, ContextType, RequireFields<CommitmentsMovedByArgs, 'first'>>;
  movedByCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  of?: Resolver<ResolversTypes['Entity'], ParentType, ContextType>;
  openAbove?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  options?: Resolver<ReadonlyArray<ResolversTypes['CommitmentOption']>, ParentType, ContextType>;
  rates?: Resolver<ReadonlyArray<ResolversTypes['CurrencyRate']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['CommitmentRole'], ParentType, ContextType>;
  scenario?: Resolver<Maybe<ResolversTypes['Scenario']>, ParentType, ContextType>;
  schedule?: Resolver<ReadonlyArray<ResolversTypes['ScheduleYear']>, ParentType, ContextType>;
  sharedUsd?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  totalUsd?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  unattributedUsd?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  unscheduledUsd?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CompanyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Company'] = ResolversParentTypes['Company']> = {
  aliases?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  chips?: Resolver<ResolversTypes['ChipConnection'], ParentType, ContextType, Partial<CompanyChipsArgs>>;
  clouds?: Resolver<ReadonlyArray<ResolversTypes['CloudProvider']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['Country']>, ParentType, ContextType>;
  datacenters?: Resolver<ResolversTypes['DatacenterConnection'], ParentType, ContextType, Partial<CompanyDatacentersArgs>>;
  deals?: Resolver<ResolversTypes['DealConnection'], ParentType, ContextType, Partial<CompanyDealsArgs>>;
  dependencies?: Resolver<ResolversTypes['DependencyConnection'], ParentType, ContextType, RequireFields<CompanyDependenciesArgs, 'minConfidence' | 'prospective' | 'transitive'>>;
  dependents?: Resolver<ResolversTypes['DependencyConnection'], ParentType, ContextType, RequireFields<CompanyDependentsArgs, 'minConfidence' | 'prospective' | 'transitive'>>;
  externalIds?: Resolver<ReadonlyArray<ResolversTypes['ExternalId']>, ParentType, ContextType>;
  factCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType, Partial<CompanyFactCountArgs>>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['Statement']>, ParentType, ContextType, RequireFields<CompanyFactsArgs, 'first'>>;
  founded?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  hqCity?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['EntityKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Company']>, ParentType, ContextType>;
  roles?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  subsidiaries?: Resolver<ResolversTypes['CompanyConnection'], ParentType, ContextType, Partial<CompanySubsidiariesArgs>>;
  timeline?: Resolver<ResolversTypes['EventConnection'], ParentType, ContextType, Partial<CompanyTimelineArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CompanyConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompanyConnection'] = ResolversParentTypes['CompanyConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CompanyEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CompanyEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompanyEdge'] = ResolversParentTypes['CompanyEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Company'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ComputeDealResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ComputeDeal'] = ResolversParentTypes['ComputeDeal']> = {
  aliases?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  amount?: Resolver<Maybe<ResolversTypes['ClaimedMoney']>, ParentType, ContextType>;
  amountUsd?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  announced?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  annualizedUsd?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  binding?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  capacityMw?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  ceiling?: Resolver<Maybe<ResolversTypes['DealAmount']>, ParentType, ContextType>;
  chips?: Resolver<ReadonlyArray<ResolversTypes['Chip']>, ParentType, ContextType>;
  contains?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  contingentOn?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['Country']>, ParentType, ContextType>;
  datacenters?: Resolver<ReadonlyArray<ResolversTypes['Datacenter']>, ParentType, ContextType>;
  dependencies?: Resolver<ResolversTypes['DependencyConnection'], ParentType, ContextType, RequireFields<ComputeDealDependenciesArgs, 'minConfidence' | 'prospective' | 'transitive'>>;
  dependents?: Resolver<ResolversTypes['DependencyConnection'], ParentType, ContextType, RequireFields<ComputeDealDependentsArgs, 'minConfidence' | 'prospective' | 'transitive'>>;
  end?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  expandedBy?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  expands?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  externalIds?: Resolver<ReadonlyArray<ResolversTypes['ExternalId']>, ParentType, ContextType>;
  factCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType, Partial<ComputeDealFactCountArgs>>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['Statement']>, ParentType, ContextType, RequireFields<ComputeDealFactsArgs, 'first'>>;
  firm?: Resolver<Maybe<ResolversTypes['DealAmount']>, ParentType, ContextType>;
  form?: Resolver<ResolversTypes['DealForm'], ParentType, ContextType>;
  fullDeploymentBy?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inForce?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  instanceFamily?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['EntityKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nestedIn?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  notInForceBecause?: Resolver<Maybe<ResolversTypes['NotInForceReason']>, ParentType, ContextType>;
  optionDate?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  options?: Resolver<ReadonlyArray<ResolversTypes['DealOption']>, ParentType, ContextType>;
  parties?: Resolver<ReadonlyArray<ResolversTypes['DealParty']>, ParentType, ContextType, Partial<ComputeDealPartiesArgs>>;
  relatedTo?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  schedule?: Resolver<ReadonlyArray<ResolversTypes['ScheduleYear']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  start?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['DealStatus']>, ParentType, ContextType>;
  statusHistory?: Resolver<ReadonlyArray<ResolversTypes['DatedStatus']>, ParentType, ContextType>;
  supersededBy?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  supersedes?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  termEnd?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  termYears?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  timeline?: Resolver<ResolversTypes['EventConnection'], ParentType, ContextType, Partial<ComputeDealTimelineArgs>>;
  type?: Resolver<ResolversTypes['DealType'], ParentType, ContextType>;
  unscheduledUsd?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConcentrationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Concentration'] = ResolversParentTypes['Concentration']> = {
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  band?: Resolver<Maybe<ResolversTypes['ConcentrationBand']>, ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['ConcentrationBasis'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['ConcentrationBy'], ParentType, ContextType>;
  claims?: Resolver<ResolversTypes['ClaimChoice'], ParentType, ContextType>;
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  excluded?: Resolver<ReadonlyArray<ResolversTypes['ExcludedDeal']>, ParentType, ContextType>;
  excludedSites?: Resolver<ReadonlyArray<ResolversTypes['Datacenter']>, ParentType, ContextType>;
  hhi?: Resolver<ResolversTypes['Hhi'], ParentType, ContextType>;
  knownAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  members?: Resolver<ReadonlyArray<ResolversTypes['Entity']>, ParentType, ContextType>;
  movedBy?: Resolver<ReadonlyArray<ResolversTypes['MovedBy']>, ParentType, ContextType, RequireFields<ConcentrationMovedByArgs, 'first'>>;
  movedByCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  of?: Resolver<ReadonlyArray<ResolversTypes['Entity']>, ParentType, ContextType>;
  rates?: Resolver<ReadonlyArray<ResolversTypes['CurrencyRate']>, ParentType, ContextType>;
  scenario?: Resolver<Maybe<ResolversTypes['Scenario']>, ParentType, ContextType>;
  shares?: Resolver<ReadonlyArray<ResolversTypes['ConcentrationShare']>, ParentType, ContextType>;
  unknown?: Resolver<ReadonlyArray<ResolversTypes['Entity']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConcentrationShareResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConcentrationShare'] = ResolversParentTypes['ConcentrationShare']> = {
  amountUsd?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  dealCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  entity?: Resolver<ResolversTypes['Entity'], ParentType, ContextType>;
  sharePercent?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConfidenceResolvers = { CONFIRMED: 'confirmed', RECALLED: 'recalled' };

export type CounterpartyAmountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CounterpartyAmount'] = ResolversParentTypes['CounterpartyAmount']> = {
  amountUsd?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  entity?: Resolver<ResolversTypes['Entity'], ParentType, ContextType>;
  sharePercent?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CountryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Country'] = ResolversParentTypes['Country']> = {
  aliases?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  companies?: Resolver<ResolversTypes['CompanyConnection'], ParentType, ContextType, Partial<CountryCompaniesArgs>>;
  country?: Resolver<Maybe<ResolversTypes['Country']>, ParentType, ContextType>;
  datacenters?: Resolver<ResolversTypes['DatacenterConnection'], ParentType, ContextType, Partial<CountryDatacentersArgs>>;
  dependencies?: Resolver<ResolversTypes['DependencyConnection'], ParentType, ContextType, RequireFields<CountryDependenciesArgs, 'minConfidence' | 'prospective' | 'transitive'>>;
  dependents?: Resolver<ResolversTypes['DependencyConnection'], ParentType, ContextType, RequireFields<CountryDependentsArgs, 'minConfidence' | 'prospective' | 'transitive'>>;
  externalIds?: Resolver<ReadonlyArray<ResolversTypes['ExternalId']>, ParentType, ContextType>;
  factCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType, Partial<CountryFactCountArgs>>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['Statement']>, ParentType, ContextType, RequireFields<CountryFactsArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  initiatives?: Resolver<ResolversTypes['InitiativeConnection'], ParentType, ContextType, Partial<CountryInitiativesArgs>>;
  isBloc?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['EntityKind'], ParentType, ContextType>;
  memberOf?: Resolver<ReadonlyArray<ResolversTypes['Country']>, ParentType, ContextType>;
  members?: Resolver<ReadonlyArray<ResolversTypes['Country']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  population?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  timeline?: Resolver<ResolversTypes['EventConnection'], ParentType, ContextType, Partial<CountryTimelineArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CountryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CountryConnection'] = ResolversParentTypes['CountryConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CountryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CountryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CountryEdge'] = ResolversParentTypes['CountryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Country'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CoverageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Coverage'] = ResolversParentTypes['Coverage']> = {
  known?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CurrencyRateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CurrencyRate'] = ResolversParentTypes['CurrencyRate']> = {
  confidence?: Resolver<ResolversTypes['Confidence'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['PartialDate'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['Source']>, ParentType, ContextType>;
  usd?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CustomerConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomerConnection'] = ResolversParentTypes['CustomerConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CustomerEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CustomerEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomerEdge'] = ResolversParentTypes['CustomerEdge']> = {
  contractedUsd?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  deals?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  evidence?: Resolver<ReadonlyArray<ResolversTypes['Statement']>, ParentType, ContextType, RequireFields<CustomerEdgeEvidenceArgs, 'first'>>;
  evidenceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  flagship?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Entity'], ParentType, ContextType>;
  roles?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DatacenterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Datacenter'] = ResolversParentTypes['Datacenter']> = {
  aliases?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  announcedPowerMw?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  chips?: Resolver<ReadonlyArray<ResolversTypes['Chip']>, ParentType, ContextType>;
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['Country']>, ParentType, ContextType>;
  dependencies?: Resolver<ResolversTypes['DependencyConnection'], ParentType, ContextType, RequireFields<DatacenterDependenciesArgs, 'minConfidence' | 'prospective' | 'transitive'>>;
  dependents?: Resolver<ResolversTypes['DependencyConnection'], ParentType, ContextType, RequireFields<DatacenterDependentsArgs, 'minConfidence' | 'prospective' | 'transitive'>>;
  energyProviders?: Resolver<ReadonlyArray<ResolversTypes['Entity']>, ParentType, ContextType>;
  externalIds?: Resolver<ReadonlyArray<ResolversTypes['ExternalId']>, ParentType, ContextType>;
  factCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType, Partial<DatacenterFactCountArgs>>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['Statement']>, ParentType, ContextType, RequireFields<DatacenterFactsArgs, 'first'>>;
  firstOperational?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  firstOperationalBasis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  geoPrecision?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  h100Equivalents?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  itPowerMw?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['EntityKind'], ParentType, ContextType>;
  latitude?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  longitude?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operator?: Resolver<Maybe<ResolversTypes['Entity']>, ParentType, ContextType>;
  owners?: Resolver<ReadonlyArray<ResolversTypes['Entity']>, ParentType, ContextType>;
  plannedItPowerMw?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  plannedSitePowerMw?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  power?: Resolver<ReadonlyArray<ResolversTypes['PowerFigure']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sitePowerMw?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tenants?: Resolver<ReadonlyArray<ResolversTypes['Entity']>, ParentType, ContextType>;
  timeline?: Resolver<ResolversTypes['EventConnection'], ParentType, ContextType, Partial<DatacenterTimelineArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DatacenterConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DatacenterConnection'] = ResolversParentTypes['DatacenterConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DatacenterEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DatacenterEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DatacenterEdge'] = ResolversParentTypes['DatacenterEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Datacenter'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DatasetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Dataset'] = ResolversParentTypes['Dataset']> = {
  citation?: Resolver<ResolversTypes['Citation'], ParentType, ContextType>;
  counts?: Resolver<ReadonlyArray<ResolversTypes['KindCount']>, ParentType, ContextType>;
  dataThrough?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  dependencyCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  firstRecordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  licenceTerms?: Resolver<ReadonlyArray<ResolversTypes['LicenceTerms']>, ParentType, ContextType>;
  licences?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  packs?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  rates?: Resolver<ReadonlyArray<ResolversTypes['CurrencyRate']>, ParentType, ContextType>;
  release?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  releasedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  statementCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DatedStatusResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DatedStatus'] = ResolversParentTypes['DatedStatus']> = {
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  statement?: Resolver<ResolversTypes['Statement'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DealStatus'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DealResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Deal'] = ResolversParentTypes['Deal']> = {
  __resolveType: TypeResolveFn<'ComputeDeal' | 'EnergyDeal' | 'Investment' | 'Programme' | 'SupplyDeal', ParentType, ContextType>;
  aliases?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  amount?: Resolver<Maybe<ResolversTypes['ClaimedMoney']>, ParentType, ContextType>;
  amountUsd?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  announced?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  annualizedUsd?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  binding?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  capacityMw?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  ceiling?: Resolver<Maybe<ResolversTypes['DealAmount']>, ParentType, ContextType>;
  chips?: Resolver<ReadonlyArray<ResolversTypes['Chip']>, ParentType, ContextType>;
  contains?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  contingentOn?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['Country']>, ParentType, ContextType>;
  datacenters?: Resolver<ReadonlyArray<ResolversTypes['Datacenter']>, ParentType, ContextType>;
  dependencies?: Resolver<ResolversTypes['DependencyConnection'], ParentType, ContextType, RequireFields<DealDependenciesArgs, 'minConfidence' | 'prospective' | 'transitive'>>;
  dependents?: Resolver<ResolversTypes['DependencyConnection'], ParentType, ContextType, RequireFields<DealDependentsArgs, 'minConfidence' | 'prospective' | 'transitive'>>;
  end?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  expandedBy?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  expands?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  externalIds?: Resolver<ReadonlyArray<ResolversTypes['ExternalId']>, ParentType, ContextType>;
  factCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType, Partial<DealFactCountArgs>>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['Statement']>, ParentType, ContextType, RequireFields<DealFactsArgs, 'first'>>;
  firm?: Resolver<Maybe<ResolversTypes['DealAmount']>, ParentType, ContextType>;
  form?: Resolver<ResolversTypes['DealForm'], ParentType, ContextType>;
  fullDeploymentBy?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inForce?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['EntityKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nestedIn?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  notInForceBecause?: Resolver<Maybe<ResolversTypes['NotInForceReason']>, ParentType, ContextType>;
  optionDate?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  options?: Resolver<ReadonlyArray<ResolversTypes['DealOption']>, ParentType, ContextType>;
  parties?: Resolver<ReadonlyArray<ResolversTypes['DealParty']>, ParentType, ContextType, Partial<DealPartiesArgs>>;
  relatedTo?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  schedule?: Resolver<ReadonlyArray<ResolversTypes['ScheduleYear']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  start?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['DealStatus']>, ParentType, ContextType>;
  statusHistory?: Resolver<ReadonlyArray<ResolversTypes['DatedStatus']>, ParentType, ContextType>;
  supersededBy?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  supersedes?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  termEnd?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  termYears?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  timeline?: Resolver<ResolversTypes['EventConnection'], ParentType, ContextType, Partial<DealTimelineArgs>>;
  type?: Resolver<ResolversTypes['DealType'], ParentType, ContextType>;
  unscheduledUsd?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type DealAmountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DealAmount'] = ResolversParentTypes['DealAmount']> = {
  amount?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  amountUsd?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  openAbove?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  saidOn?: Resolver<ResolversTypes['PartialDate'], ParentType, ContextType>;
  statements?: Resolver<ReadonlyArray<ResolversTypes['Statement']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DealConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DealConnection'] = ResolversParentTypes['DealConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DealEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DealEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DealEdge'] = ResolversParentTypes['DealEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Deal'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DealOptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DealOption'] = ResolversParentTypes['DealOption']> = {
  capacityMw?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  money?: Resolver<Maybe<ResolversTypes['DealAmount']>, ParentType, ContextType>;
  statements?: Resolver<ReadonlyArray<ResolversTypes['Statement']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DealPartyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DealParty'] = ResolversParentTypes['DealParty']> = {
  entity?: Resolver<ResolversTypes['Entity'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['PartyRole'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DependencyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Dependency'] = ResolversParentTypes['Dependency']> = {
  confidence?: Resolver<ResolversTypes['Confidence'], ParentType, ContextType>;
  deal?: Resolver<Maybe<ResolversTypes['Deal']>, ParentType, ContextType>;
  evidence?: Resolver<ReadonlyArray<ResolversTypes['Statement']>, ParentType, ContextType, RequireFields<DependencyEvidenceArgs, 'first'>>;
  evidenceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Entity'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DependencyKind'], ParentType, ContextType>;
  prospective?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sharePercent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  startUnknown?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Entity'], ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DependencyConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DependencyConnection'] = ResolversParentTypes['DependencyConnection']> = {
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['DependencyEdge']>, ParentType, ContextType>;
  knownAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  scenario?: Resolver<Maybe<ResolversTypes['Scenario']>, ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DependencyEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DependencyEdge'] = ResolversParentTypes['DependencyEdge']> = {
  confidence?: Resolver<ResolversTypes['Confidence'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  depth?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kinds?: Resolver<ReadonlyArray<ResolversTypes['DependencyKind']>, ParentType, ContextType>;
  linkCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  links?: Resolver<ReadonlyArray<ResolversTypes['Dependency']>, ParentType, ContextType, RequireFields<DependencyEdgeLinksArgs, 'first'>>;
  node?: Resolver<ResolversTypes['Entity'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['DependencyPath'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DependencyPathResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DependencyPath'] = ResolversParentTypes['DependencyPath']> = {
  confidence?: Resolver<ResolversTypes['Confidence'], ParentType, ContextType>;
  hops?: Resolver<ReadonlyArray<ResolversTypes['Dependency']>, ParentType, ContextType>;
  length?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Entity']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EditResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EditResult'] = ResolversParentTypes['EditResult']> = {
  at?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  created?: Resolver<ResolversTypes['EditedEntities'], ParentType, ContextType>;
  dryRun?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  edgesClosed?: Resolver<ResolversTypes['EditedEdges'], ParentType, ContextType>;
  edgesOpened?: Resolver<ResolversTypes['EditedEdges'], ParentType, ContextType>;
  edgesRemoved?: Resolver<ResolversTypes['EditedEdges'], ParentType, ContextType>;
  merged?: Resolver<ResolversTypes['EditedEntities'], ParentType, ContextType>;
  proposal?: Resolver<Maybe<ResolversTypes['Proposal']>, ParentType, ContextType>;
  recorded?: Resolver<ResolversTypes['EditedStatements'], ParentType, ContextType>;
  repeated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  retracted?: Resolver<ResolversTypes['EditedStatements'], ParentType, ContextType>;
  revision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  updated?: Resolver<ResolversTypes['EditedEntities'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EditedEdgesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EditedEdges'] = ResolversParentTypes['EditedEdges']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ids?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EditedEntitiesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EditedEntities'] = ResolversParentTypes['EditedEntities']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  entities?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Entity']>>, ParentType, ContextType>;
  ids?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EditedStatementsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EditedStatements'] = ResolversParentTypes['EditedStatements']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ids?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  statements?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Statement']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EnergyDealResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnergyDeal'] = ResolversParentTypes['EnergyDeal']> = {
  aliases?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  amount?: Resolver<Maybe<ResolversTypes['ClaimedMoney']>, ParentType, ContextType>;
  amountUsd?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  announced?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  annualizedUsd?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  binding?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  capacityMw?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  ceiling?: Resolver<Maybe<ResolversTypes['DealAmount']>, ParentType, ContextType>;
  chips?: Resolver<ReadonlyArray<ResolversTypes['Chip']>, ParentType, ContextType>;
  contains?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  contingentOn?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['Country']>, ParentType, ContextType>;
  datacenters?: Resolver<ReadonlyArray<ResolversTypes['Datacenter']>, ParentType, ContextType>;
  dependencies?: Resolver<ResolversTypes['DependencyConnection'], ParentType, ContextType, RequireFields<EnergyDealDependenciesArgs, 'minConfidence' | 'prospective' | 'transitive'>>;
  dependents?: Resolver<ResolversTypes['DependencyConnection'], ParentType, ContextType, RequireFields<EnergyDealDependentsArgs, 'minConfidence' | 'prospective' | 'transitive'>>;
  end?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  expandedBy?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  expands?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  externalIds?: Resolver<ReadonlyArray<ResolversTypes['ExternalId']>, ParentType, ContextType>;
  factCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType, Partial<EnergyDealFactCountArgs>>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['Statement']>, ParentType, ContextType, RequireFields<EnergyDealFactsArgs, 'first'>>;
  firm?: Resolver<Maybe<ResolversTypes['DealAmount']>, ParentType, ContextType>;
  form?: Resolver<ResolversTypes['DealForm'], ParentType, ContextType>;
  fullDeploymentBy?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inForce?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['EntityKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nestedIn?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  notInForceBecause?: Resolver<Maybe<ResolversTypes['NotInForceReason']>, ParentType, ContextType>;
  optionDate?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  options?: Resolver<ReadonlyArray<ResolversTypes['DealOption']>, ParentType, ContextType>;
  parties?: Resolver<ReadonlyArray<ResolversTypes['DealParty']>, ParentType, ContextType, Partial<EnergyDealPartiesArgs>>;
  relatedTo?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  schedule?: Resolver<ReadonlyArray<ResolversTypes['ScheduleYear']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  start?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['DealStatus']>, ParentType, ContextType>;
  statusHistory?: Resolver<ReadonlyArray<ResolversTypes['DatedStatus']>, ParentType, ContextType>;
  supersededBy?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  supersedes?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  termEnd?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  termYears?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  timeline?: Resolver<ResolversTypes['EventConnection'], ParentType, ContextType, Partial<EnergyDealTimelineArgs>>;
  type?: Resolver<ResolversTypes['DealType'], ParentType, ContextType>;
  unscheduledUsd?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EntityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Entity'] = ResolversParentTypes['Entity']> = {
  __resolveType: TypeResolveFn<'Chip' | 'CloudProvider' | 'Company' | 'ComputeDeal' | 'Country' | 'Datacenter' | 'EnergyDeal' | 'Initiative' | 'Investment' | 'PolicyEvent' | 'Programme' | 'Source' | 'SupplyDeal' | 'Topic', ParentType, ContextType>;
  aliases?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['Country']>, ParentType, ContextType>;
  dependencies?: Resolver<ResolversTypes['DependencyConnection'], ParentType, ContextType, RequireFields<EntityDependenciesArgs, 'minConfidence' | 'prospective' | 'transitive'>>;
  dependents?: Resolver<ResolversTypes['DependencyConnection'], ParentType, ContextType, RequireFields<EntityDependentsArgs, 'minConfidence' | 'prospective' | 'transitive'>>;
  externalIds?: Resolver<ReadonlyArray<ResolversTypes['ExternalId']>, ParentType, ContextType>;
  factCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType, Partial<EntityFactCountArgs>>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['Statement']>, ParentType, ContextType, RequireFields<EntityFactsArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['EntityKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  timeline?: Resolver<ResolversTypes['EventConnection'], ParentType, ContextType, Partial<EntityTimelineArgs>>;
};

export type EntityKindResolvers = { CHIP: 'chip', CLOUD_PROVIDER: 'cloud', COMPANY: 'company', COUNTRY: 'country', DATACENTER: 'datacenter', DEAL: 'deal', INITIATIVE: 'initiative', POLICY_EVENT: 'policy', SOURCE: 'source', TOPIC: 'topic' };

export type EventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Event'] = ResolversParentTypes['Event']> = {
  date?: Resolver<ResolversTypes['PartialDate'], ParentType, ContextType>;
  entities?: Resolver<ReadonlyArray<ResolversTypes['Entity']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['EventKind'], ParentType, ContextType>;
  precision?: Resolver<ResolversTypes['Precision'], ParentType, ContextType>;
  saidOn?: Resolver<ResolversTypes['PartialDate'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  statements?: Resolver<ReadonlyArray<ResolversTypes['Statement']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EventConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventConnection'] = ResolversParentTypes['EventConnection']> = {
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['EventEdge']>, ParentType, ContextType>;
  knownAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EventEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventEdge'] = ResolversParentTypes['EventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ExcludedDealResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExcludedDeal'] = ResolversParentTypes['ExcludedDeal']> = {
  deal?: Resolver<ResolversTypes['Deal'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['ExclusionReason'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ExportControlResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExportControl'] = ResolversParentTypes['ExportControl']> = {
  policyEvents?: Resolver<ReadonlyArray<ResolversTypes['PolicyEvent']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ExposureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Exposure'] = ResolversParentTypes['Exposure']> = {
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  bases?: Resolver<ReadonlyArray<ResolversTypes['ExposureOnBasis']>, ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['ExposureBasis'], ParentType, ContextType>;
  chainCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  chains?: Resolver<ReadonlyArray<ResolversTypes['ExposureChain']>, ParentType, ContextType, RequireFields<ExposureChainsArgs, 'first'>>;
  claims?: Resolver<ResolversTypes['ClaimChoice'], ParentType, ContextType>;
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  high?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  knownAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  low?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  movedBy?: Resolver<ReadonlyArray<ResolversTypes['MovedBy']>, ParentType, ContextType, RequireFields<ExposureMovedByArgs, 'first'>>;
  movedByCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  of?: Resolver<ResolversTypes['Entity'], ParentType, ContextType>;
  scenario?: Resolver<Maybe<ResolversTypes['Scenario']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Entity'], ParentType, ContextType>;
  unconditional?: Resolver<Maybe<ResolversTypes['ShareInterval']>, ParentType, ContextType>;
  via?: Resolver<ReadonlyArray<ResolversTypes['DependencyKind']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ExposureChainResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExposureChain'] = ResolversParentTypes['ExposureChain']> = {
  item?: Resolver<Maybe<ResolversTypes['Entity']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Entity']>, ParentType, ContextType>;
  share?: Resolver<ResolversTypes['ShareInterval'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ExposureOnBasisResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExposureOnBasis'] = ResolversParentTypes['ExposureOnBasis']> = {
  basis?: Resolver<ResolversTypes['ExposureBasis'], ParentType, ContextType>;
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  high?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  low?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ExternalIdResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExternalId'] = ResolversParentTypes['ExternalId']> = {
  scheme?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface FactValueScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['FactValue'], any> {
  name: 'FactValue';
}

export type HhiResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Hhi'] = ResolversParentTypes['Hhi']> = {
  high?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  low?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ImpactResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Impact'] = ResolversParentTypes['Impact']> = {
  affected?: Resolver<ResolversTypes['ImpactAffected'], ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  breakCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  breaks?: Resolver<ReadonlyArray<ResolversTypes['ImpactBreak']>, ParentType, ContextType, RequireFields<ImpactBreaksArgs, 'first'>>;
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  knownAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  removed?: Resolver<ReadonlyArray<ResolversTypes['Entity']>, ParentType, ContextType, RequireFields<ImpactRemovedArgs, 'first'>>;
  removedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  scenario?: Resolver<Maybe<ResolversTypes['Scenario']>, ParentType, ContextType>;
  stressCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stresses?: Resolver<ReadonlyArray<ResolversTypes['ImpactStress']>, ParentType, ContextType, RequireFields<ImpactStressesArgs, 'first'>>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ImpactAffectedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImpactAffected'] = ResolversParentTypes['ImpactAffected']> = {
  amountUsd?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  deals?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  megawatts?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  sites?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ImpactBreakResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImpactBreak'] = ResolversParentTypes['ImpactBreak']> = {
  capability?: Resolver<ResolversTypes['DependencyKind'], ParentType, ContextType>;
  confidence?: Resolver<ResolversTypes['Confidence'], ParentType, ContextType>;
  depth?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  horizon?: Resolver<ResolversTypes['ImpactHorizon'], ParentType, ContextType>;
  lost?: Resolver<ReadonlyArray<ResolversTypes['Dependency']>, ParentType, ContextType, RequireFields<ImpactBreakLostArgs, 'first'>>;
  lostCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Entity'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ImpactStressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImpactStress'] = ResolversParentTypes['ImpactStress']> = {
  alternativeCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  alternatives?: Resolver<ReadonlyArray<ResolversTypes['Entity']>, ParentType, ContextType, RequireFields<ImpactStressAlternativesArgs, 'first'>>;
  capability?: Resolver<ResolversTypes['DependencyKind'], ParentType, ContextType>;
  confidence?: Resolver<ResolversTypes['Confidence'], ParentType, ContextType>;
  depth?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  horizon?: Resolver<ResolversTypes['ImpactHorizon'], ParentType, ContextType>;
  lost?: Resolver<ReadonlyArray<ResolversTypes['Dependency']>, ParentType, ContextType, RequireFields<ImpactStressLostArgs, 'first'>>;
  lostCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lostShare?: Resolver<ResolversTypes['ShareInterval'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Entity'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IncludedAmountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IncludedAmount'] = ResolversParentTypes['IncludedAmount']> = {
  amountUsd?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  candidates?: Resolver<ReadonlyArray<ResolversTypes['Entity']>, ParentType, ContextType>;
  counterparty?: Resolver<Maybe<ResolversTypes['Entity']>, ParentType, ContextType>;
  deal?: Resolver<ResolversTypes['Deal'], ParentType, ContextType>;
  isCeiling?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  openAbove?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  saidLater?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InitiativeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Initiative'] = ResolversParentTypes['Initiative']> = {
  aliases?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  budget?: Resolver<Maybe<ResolversTypes['ClaimedMoney']>, ParentType, ContextType>;
  budgetStage?: Resolver<ResolversTypes['BudgetStage'], ParentType, ContextType>;
  budgetUsd?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  contains?: Resolver<ReadonlyArray<ResolversTypes['Initiative']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['Country']>, ParentType, ContextType>;
  datacenters?: Resolver<ReadonlyArray<ResolversTypes['Datacenter']>, ParentType, ContextType>;
  dependencies?: Resolver<ResolversTypes['DependencyConnection'], ParentType, ContextType, RequireFields<InitiativeDependenciesArgs, 'minConfidence' | 'prospective' | 'transitive'>>;
  dependents?: Resolver<ResolversTypes['DependencyConnection'], ParentType, ContextType, RequireFields<InitiativeDependentsArgs, 'minConfidence' | 'prospective' | 'transitive'>>;
  end?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  externalIds?: Resolver<ReadonlyArray<ResolversTypes['ExternalId']>, ParentType, ContextType>;
  factCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType, Partial<InitiativeFactCountArgs>>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['Statement']>, ParentType, ContextType, RequireFields<InitiativeFactsArgs, 'first'>>;
  form?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  funder?: Resolver<ResolversTypes['Funder'], ParentType, ContextType>;
  goals?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  government?: Resolver<Maybe<ResolversTypes['Country']>, ParentType, ContextType>;
  gpuCount?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['EntityKind'], ParentType, ContextType>;
  leadBodies?: Resolver<ReadonlyArray<ResolversTypes['Entity']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nestedIn?: Resolver<ReadonlyArray<ResolversTypes['Initiative']>, ParentType, ContextType>;
  participants?: Resolver<ReadonlyArray<ResolversTypes['InitiativeParty']>, ParentType, ContextType>;
  powerMw?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  sameAs?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  start?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  statedYears?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  suppliers?: Resolver<ReadonlyArray<ResolversTypes['InitiativeParty']>, ParentType, ContextType>;
  timeline?: Resolver<ResolversTypes['EventConnection'], ParentType, ContextType, Partial<InitiativeTimelineArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InitiativeComparisonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InitiativeComparison'] = ResolversParentTypes['InitiativeComparison']> = {
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  claims?: Resolver<ResolversTypes['ClaimChoice'], ParentType, ContextType>;
  countriesWithout?: Resolver<ReadonlyArray<ResolversTypes['Country']>, ParentType, ContextType>;
  deal?: Resolver<Maybe<ResolversTypes['Deal']>, ParentType, ContextType>;
  dealPerYearUsd?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  dealUsd?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  knownAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  movedBy?: Resolver<ReadonlyArray<ResolversTypes['MovedBy']>, ParentType, ContextType, RequireFields<InitiativeComparisonMovedByArgs, 'first'>>;
  movedByCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  prices?: Resolver<ResolversTypes['PriceBasis'], ParentType, ContextType>;
  rates?: Resolver<ReadonlyArray<ResolversTypes['CurrencyRate']>, ParentType, ContextType>;
  rows?: Resolver<ReadonlyArray<ResolversTypes['InitiativeRow']>, ParentType, ContextType>;
  scenario?: Resolver<Maybe<ResolversTypes['Scenario']>, ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InitiativeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InitiativeConnection'] = ResolversParentTypes['InitiativeConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['InitiativeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InitiativeEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InitiativeEdge'] = ResolversParentTypes['InitiativeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Initiative'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InitiativePartyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InitiativeParty'] = ResolversParentTypes['InitiativeParty']> = {
  entity?: Resolver<ResolversTypes['Entity'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InitiativeRowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InitiativeRow'] = ResolversParentTypes['InitiativeRow']> = {
  budgetPerYearUsd?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  budgetUsd?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  chipVendors?: Resolver<ReadonlyArray<ResolversTypes['Entity']>, ParentType, ContextType>;
  claimed?: Resolver<Maybe<ResolversTypes['ClaimedMoney']>, ParentType, ContextType>;
  end?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  funder?: Resolver<ResolversTypes['Funder'], ParentType, ContextType>;
  inCurrency?: Resolver<ResolversTypes['BudgetFigures'], ParentType, ContextType>;
  inUsd?: Resolver<ResolversTypes['BudgetFigures'], ParentType, ContextType>;
  initiative?: Resolver<ResolversTypes['Initiative'], ParentType, ContextType>;
  isCeiling?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isFloor?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  noPerHeadBecause?: Resolver<Maybe<ResolversTypes['NoPerHeadReason']>, ParentType, ContextType>;
  notComparableBecause?: Resolver<Maybe<ReadonlyArray<ResolversTypes['NotComparableReason']>>, ParentType, ContextType>;
  nvidiaDependence?: Resolver<ResolversTypes['NamedVendorDependence'], ParentType, ContextType>;
  population?: Resolver<Maybe<ResolversTypes['Statement']>, ParentType, ContextType>;
  ratioToDeal?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  ratioToDealPerYear?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  stage?: Resolver<ResolversTypes['BudgetStage'], ParentType, ContextType>;
  start?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  supplierCountries?: Resolver<ReadonlyArray<ResolversTypes['Country']>, ParentType, ContextType>;
  years?: Resolver<Maybe<ResolversTypes['YearsRange']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IntervalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Interval'] = ResolversParentTypes['Interval']> = {
  high?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  low?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvestmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Investment'] = ResolversParentTypes['Investment']> = {
  aliases?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  amount?: Resolver<Maybe<ResolversTypes['ClaimedMoney']>, ParentType, ContextType>;
  amountUsd?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  announced?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  annualizedUsd?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  binding?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  capacityMw?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  ceiling?: Resolver<Maybe<ResolversTypes['DealAmount']>, ParentType, ContextType>;
  chips?: Resolver<ReadonlyArray<ResolversTypes['Chip']>, ParentType, ContextType>;
  contains?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  contingentOn?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['Country']>, ParentType, ContextType>;
  datacenters?: Resolver<ReadonlyArray<ResolversTypes['Datacenter']>, ParentType, ContextType>;
  dependencies?: Resolver<ResolversTypes['DependencyConnection'], ParentType, ContextType, RequireFields<InvestmentDependenciesArgs, 'minConfidence' | 'prospective' | 'transitive'>>;
  dependents?: Resolver<ResolversTypes['DependencyConnection'], ParentType, ContextType, RequireFields<InvestmentDependentsArgs, 'minConfidence' | 'prospective' | 'transitive'>>;
  end?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  expandedBy?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  expands?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  externalIds?: Resolver<ReadonlyArray<ResolversTypes['ExternalId']>, ParentType, ContextType>;
  factCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType, Partial<InvestmentFactCountArgs>>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['Statement']>, ParentType, ContextType, RequireFields<InvestmentFactsArgs, 'first'>>;
  firm?: Resolver<Maybe<ResolversTypes['DealAmount']>, ParentType, ContextType>;
  form?: Resolver<ResolversTypes['DealForm'], ParentType, ContextType>;
  fullDeploymentBy?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inForce?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  investorAmounts?: Resolver<ReadonlyArray<ResolversTypes['InvestorAmount']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['EntityKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nestedIn?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  notInForceBecause?: Resolver<Maybe<ResolversTypes['NotInForceReason']>, ParentType, ContextType>;
  optionDate?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  options?: Resolver<ReadonlyArray<ResolversTypes['DealOption']>, ParentType, ContextType>;
  parties?: Resolver<ReadonlyArray<ResolversTypes['DealParty']>, ParentType, ContextType, Partial<InvestmentPartiesArgs>>;
  relatedTo?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  schedule?: Resolver<ReadonlyArray<ResolversTypes['ScheduleYear']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  stakePercent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  start?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['DealStatus']>, ParentType, ContextType>;
  statusHistory?: Resolver<ReadonlyArray<ResolversTypes['DatedStatus']>, ParentType, ContextType>;
  supersededBy?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  supersedes?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  termEnd?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  termYears?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  timeline?: Resolver<ResolversTypes['EventConnection'], ParentType, ContextType, Partial<InvestmentTimelineArgs>>;
  tranches?: Resolver<ReadonlyArray<ResolversTypes['Tranche']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['DealType'], ParentType, ContextType>;
  unscheduledUsd?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvestmentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvestmentConnection'] = ResolversParentTypes['InvestmentConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['InvestmentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvestmentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvestmentEdge'] = ResolversParentTypes['InvestmentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Investment'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvestorAmountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvestorAmount'] = ResolversParentTypes['InvestorAmount']> = {
  amount?: Resolver<ResolversTypes['DealAmount'], ParentType, ContextType>;
  investor?: Resolver<ResolversTypes['Entity'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type KindCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['KindCount'] = ResolversParentTypes['KindCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['EntityKind'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LicenceTermsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LicenceTerms'] = ResolversParentTypes['LicenceTerms']> = {
  covers?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  licence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MarketConcentrationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarketConcentration'] = ResolversParentTypes['MarketConcentration']> = {
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  knownAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  market?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  results?: Resolver<ReadonlyArray<ResolversTypes['MarketResult']>, ParentType, ContextType>;
  scenario?: Resolver<Maybe<ResolversTypes['Scenario']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MarketResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarketResult'] = ResolversParentTypes['MarketResult']> = {
  analyst?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  band?: Resolver<Maybe<ResolversTypes['ConcentrationBand']>, ParentType, ContextType>;
  hhi?: Resolver<ResolversTypes['Hhi'], ParentType, ContextType>;
  incomplete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  leader?: Resolver<ResolversTypes['Entity'], ParentType, ContextType>;
  measure?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  period?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  region?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  residualPercent?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  shares?: Resolver<ReadonlyArray<ResolversTypes['MarketShare']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MarketShareResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarketShare'] = ResolversParentTypes['MarketShare']> = {
  entity?: Resolver<ResolversTypes['Entity'], ParentType, ContextType>;
  evidence?: Resolver<ReadonlyArray<ResolversTypes['Statement']>, ParentType, ContextType>;
  high?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  low?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  sharePercent?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MovedByResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MovedBy'] = ResolversParentTypes['MovedBy']> = {
  claim?: Resolver<ResolversTypes['Statement'], ParentType, ContextType>;
  effect?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  high?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  highClaim?: Resolver<ResolversTypes['Statement'], ParentType, ContextType>;
  low?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  lowClaim?: Resolver<ResolversTypes['Statement'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  approveProposal?: Resolver<ResolversTypes['ReviewResult'], ParentType, ContextType, RequireFields<MutationApproveProposalArgs, 'id' | 'reason'>>;
  mergeEntities?: Resolver<ResolversTypes['EditResult'], ParentType, ContextType, RequireFields<MutationMergeEntitiesArgs, 'input'>>;
  recordStatements?: Resolver<ResolversTypes['EditResult'], ParentType, ContextType, RequireFields<MutationRecordStatementsArgs, 'input'>>;
  refuseProposal?: Resolver<ResolversTypes['ReviewResult'], ParentType, ContextType, RequireFields<MutationRefuseProposalArgs, 'id' | 'reason'>>;
  retractStatements?: Resolver<ResolversTypes['EditResult'], ParentType, ContextType, RequireFields<MutationRetractStatementsArgs, 'input'>>;
  upsertEntities?: Resolver<ResolversTypes['EditResult'], ParentType, ContextType, RequireFields<MutationUpsertEntitiesArgs, 'input'>>;
};

export type NationalChipsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NationalChips'] = ResolversParentTypes['NationalChips']> = {
  chip?: Resolver<ResolversTypes['Entity'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  h100eEach?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  vendor?: Resolver<Maybe<ResolversTypes['Entity']>, ParentType, ContextType>;
  vendorCountry?: Resolver<Maybe<ResolversTypes['Entity']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NationalCoverageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NationalCoverage'] = ResolversParentTypes['NationalCoverage']> = {
  known?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  universe?: Resolver<ResolversTypes['CapacityUniverse'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NationalDependencyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NationalDependency'] = ResolversParentTypes['NationalDependency']> = {
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  chips?: Resolver<ResolversTypes['NationalLevel'], ParentType, ContextType>;
  claims?: Resolver<ResolversTypes['ClaimChoice'], ParentType, ContextType>;
  country?: Resolver<ResolversTypes['Country'], ParentType, ContextType>;
  knownAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  movedBy?: Resolver<ReadonlyArray<ResolversTypes['MovedBy']>, ParentType, ContextType, RequireFields<NationalDependencyMovedByArgs, 'first'>>;
  movedByCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['NationalLevel'], ParentType, ContextType>;
  rowCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rows?: Resolver<ReadonlyArray<ResolversTypes['NationalRow']>, ParentType, ContextType, RequireFields<NationalDependencyRowsArgs, 'first'>>;
  scenario?: Resolver<Maybe<ResolversTypes['Scenario']>, ParentType, ContextType>;
  territory?: Resolver<ResolversTypes['NationalLevel'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['CapacityUnit'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NationalLevelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NationalLevel'] = ResolversParentTypes['NationalLevel']> = {
  capacity?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  coverage?: Resolver<ResolversTypes['NationalCoverage'], ParentType, ContextType>;
  shares?: Resolver<Maybe<ReadonlyArray<ResolversTypes['NationalShare']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NationalRowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NationalRow'] = ResolversParentTypes['NationalRow']> = {
  capacity?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  chips?: Resolver<ReadonlyArray<ResolversTypes['NationalChips']>, ParentType, ContextType>;
  counted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['Entity']>, ParentType, ContextType>;
  onTerritory?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  operator?: Resolver<Maybe<ResolversTypes['Entity']>, ParentType, ContextType>;
  operatorCountry?: Resolver<Maybe<ResolversTypes['Entity']>, ParentType, ContextType>;
  site?: Resolver<ResolversTypes['Entity'], ParentType, ContextType>;
  used?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NationalShareResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NationalShare'] = ResolversParentTypes['NationalShare']> = {
  capacity?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  entity?: Resolver<ResolversTypes['Entity'], ParentType, ContextType>;
  sharePercent?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  siteCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Chip' | 'CloudProvider' | 'Company' | 'ComputeDeal' | 'Country' | 'Datacenter' | 'EnergyDeal' | 'Initiative' | 'Investment' | 'PolicyEvent' | 'Programme' | 'Source' | 'Statement' | 'SupplyDeal' | 'Topic', ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface PartialDateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PartialDate'], any> {
  name: 'PartialDate';
}

export type PathConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PathConnection'] = ResolversParentTypes['PathConnection']> = {
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['PathEdge']>, ParentType, ContextType>;
  knownAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  onlyAtLowerConfidence?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  scenario?: Resolver<Maybe<ResolversTypes['Scenario']>, ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PathEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PathEdge'] = ResolversParentTypes['PathEdge']> = {
  node?: Resolver<ResolversTypes['DependencyPath'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PolicyEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PolicyEvent'] = ResolversParentTypes['PolicyEvent']> = {
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  aliases?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['Country']>, ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  dependencies?: Resolver<ResolversTypes['DependencyConnection'], ParentType, ContextType, RequireFields<PolicyEventDependenciesArgs, 'minConfidence' | 'prospective' | 'transitive'>>;
  dependents?: Resolver<ResolversTypes['DependencyConnection'], ParentType, ContextType, RequireFields<PolicyEventDependentsArgs, 'minConfidence' | 'prospective' | 'transitive'>>;
  externalIds?: Resolver<ReadonlyArray<ResolversTypes['ExternalId']>, ParentType, ContextType>;
  factCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType, Partial<PolicyEventFactCountArgs>>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['Statement']>, ParentType, ContextType, RequireFields<PolicyEventFactsArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  issuer?: Resolver<Maybe<ResolversTypes['Entity']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['EntityKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  target?: Resolver<Maybe<ResolversTypes['Entity']>, ParentType, ContextType>;
  timeline?: Resolver<ResolversTypes['EventConnection'], ParentType, ContextType, Partial<PolicyEventTimelineArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PowerFigureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PowerFigure'] = ResolversParentTypes['PowerFigure']> = {
  basis?: Resolver<ResolversTypes['PowerBasis'], ParentType, ContextType>;
  powerMw?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  stage?: Resolver<ResolversTypes['PowerStage'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProgrammeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Programme'] = ResolversParentTypes['Programme']> = {
  aliases?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  amount?: Resolver<Maybe<ResolversTypes['ClaimedMoney']>, ParentType, ContextType>;
  amountUsd?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  announced?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  annualizedUsd?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  binding?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  capacityMw?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  ceiling?: Resolver<Maybe<ResolversTypes['DealAmount']>, ParentType, ContextType>;
  chips?: Resolver<ReadonlyArray<ResolversTypes['Chip']>, ParentType, ContextType>;
  contains?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  contingentOn?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['Country']>, ParentType, ContextType>;
  datacenters?: Resolver<ReadonlyArray<ResolversTypes['Datacenter']>, ParentType, ContextType>;
  dependencies?: Resolver<ResolversTypes['DependencyConnection'], ParentType, ContextType, RequireFields<ProgrammeDependenciesArgs, 'minConfidence' | 'prospective' | 'transitive'>>;
  dependents?: Resolver<ResolversTypes['DependencyConnection'], ParentType, ContextType, RequireFields<ProgrammeDependentsArgs, 'minConfidence' | 'prospective' | 'transitive'>>;
  end?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  expandedBy?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  expands?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  externalIds?: Resolver<ReadonlyArray<ResolversTypes['ExternalId']>, ParentType, ContextType>;
  factCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType, Partial<ProgrammeFactCountArgs>>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['Statement']>, ParentType, ContextType, RequireFields<ProgrammeFactsArgs, 'first'>>;
  firm?: Resolver<Maybe<ResolversTypes['DealAmount']>, ParentType, ContextType>;
  form?: Resolver<ResolversTypes['DealForm'], ParentType, ContextType>;
  fullDeploymentBy?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inForce?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  initiatives?: Resolver<ReadonlyArray<ResolversTypes['Initiative']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['EntityKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nestedIn?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  notInForceBecause?: Resolver<Maybe<ResolversTypes['NotInForceReason']>, ParentType, ContextType>;
  optionDate?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  options?: Resolver<ReadonlyArray<ResolversTypes['DealOption']>, ParentType, ContextType>;
  parties?: Resolver<ReadonlyArray<ResolversTypes['DealParty']>, ParentType, ContextType, Partial<ProgrammePartiesArgs>>;
  relatedTo?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  schedule?: Resolver<ReadonlyArray<ResolversTypes['ScheduleYear']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  start?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['DealStatus']>, ParentType, ContextType>;
  statusHistory?: Resolver<ReadonlyArray<ResolversTypes['DatedStatus']>, ParentType, ContextType>;
  supersededBy?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  supersedes?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  termEnd?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  termYears?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  timeline?: Resolver<ResolversTypes['EventConnection'], ParentType, ContextType, Partial<ProgrammeTimelineArgs>>;
  type?: Resolver<ResolversTypes['DealType'], ParentType, ContextType>;
  unscheduledUsd?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProposalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Proposal'] = ResolversParentTypes['Proposal']> = {
  author?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  claims?: Resolver<ReadonlyArray<ResolversTypes['ProposedClaim']>, ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  decidedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decisionReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['ProposedEdge']>, ParentType, ContextType>;
  edit?: Resolver<ResolversTypes['EditKind'], ParentType, ContextType>;
  effect?: Resolver<ResolversTypes['EditResult'], ParentType, ContextType>;
  entities?: Resolver<ReadonlyArray<ResolversTypes['ProposedEntity']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  proposedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  proposedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ProposalStatus'], ParentType, ContextType>;
  touchedIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  withdrawn?: Resolver<ReadonlyArray<ResolversTypes['Statement']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProposalConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProposalConnection'] = ResolversParentTypes['ProposalConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ProposalEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProposalEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProposalEdge'] = ResolversParentTypes['ProposalEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Proposal'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProposedClaimResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProposedClaim'] = ResolversParentTypes['ProposedClaim']> = {
  confidence?: Resolver<ResolversTypes['Confidence'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  object?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  property?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  qualifier?: Resolver<ResolversTypes['Qualifier'], ParentType, ContextType>;
  refersTo?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  saidOn?: Resolver<ResolversTypes['PartialDate'], ParentType, ContextType>;
  scope?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['FactValue']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProposedEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProposedEdge'] = ResolversParentTypes['ProposedEdge']> = {
  change?: Resolver<ResolversTypes['ProposedEdgeChange'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DependencyKind'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProposedEntityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProposedEntity'] = ResolversParentTypes['ProposedEntity']> = {
  aliases?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['EntityKind'], ParentType, ContextType>;
  mergedInto?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QualifierResolvers = { ABOUT: 'about', AT_LEAST: 'atLeast', EXACT: 'exact', REPORTED: 'reported', UP_TO: 'upTo' };

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  _entities?: Resolver<ReadonlyArray<Maybe<ResolversTypes['_Entity']>>, ParentType, ContextType, RequireFields<Query_EntitiesArgs, 'representations'>>;
  _service?: Resolver<ResolversTypes['_Service'], ParentType, ContextType>;
  audit?: Resolver<ResolversTypes['AuditConnection'], ParentType, ContextType, Partial<QueryAuditArgs>>;
  changes?: Resolver<ResolversTypes['ChangeConnection'], ParentType, ContextType, RequireFields<QueryChangesArgs, 'since'>>;
  chip?: Resolver<Maybe<ResolversTypes['Chip']>, ParentType, ContextType, RequireFields<QueryChipArgs, 'id'>>;
  chips?: Resolver<ResolversTypes['ChipConnection'], ParentType, ContextType, RequireFields<QueryChipsArgs, 'orderBy'>>;
  chokepoints?: Resolver<ResolversTypes['Chokepoints'], ParentType, ContextType, RequireFields<QueryChokepointsArgs, 'by' | 'first' | 'minConfidence' | 'prospective'>>;
  cloudProvider?: Resolver<Maybe<ResolversTypes['CloudProvider']>, ParentType, ContextType, RequireFields<QueryCloudProviderArgs, 'id'>>;
  cloudProviders?: Resolver<ResolversTypes['CloudProviderConnection'], ParentType, ContextType, RequireFields<QueryCloudProvidersArgs, 'orderBy'>>;
  commitments?: Resolver<ResolversTypes['Commitments'], ParentType, ContextType, RequireFields<QueryCommitmentsArgs, 'claims' | 'group' | 'includeCeilings' | 'includeNonBinding' | 'of' | 'role' | 'strictAsOf'>>;
  companies?: Resolver<ResolversTypes['CompanyConnection'], ParentType, ContextType, RequireFields<QueryCompaniesArgs, 'orderBy'>>;
  company?: Resolver<Maybe<ResolversTypes['Company']>, ParentType, ContextType, RequireFields<QueryCompanyArgs, 'id'>>;
  compareInitiatives?: Resolver<ResolversTypes['InitiativeComparison'], ParentType, ContextType, RequireFields<QueryCompareInitiativesArgs, 'claims' | 'currency'>>;
  concentration?: Resolver<ResolversTypes['Concentration'], ParentType, ContextType, RequireFields<QueryConcentrationArgs, 'basis' | 'by' | 'claims' | 'group' | 'includeCeilings' | 'of' | 'strictAsOf'>>;
  countries?: Resolver<ResolversTypes['CountryConnection'], ParentType, ContextType, RequireFields<QueryCountriesArgs, 'orderBy'>>;
  country?: Resolver<Maybe<ResolversTypes['Country']>, ParentType, ContextType, RequireFields<QueryCountryArgs, 'id'>>;
  datacenter?: Resolver<Maybe<ResolversTypes['Datacenter']>, ParentType, ContextType, RequireFields<QueryDatacenterArgs, 'id'>>;
  datacenters?: Resolver<ResolversTypes['DatacenterConnection'], ParentType, ContextType, RequireFields<QueryDatacentersArgs, 'orderBy'>>;
  dataset?: Resolver<ResolversTypes['Dataset'], ParentType, ContextType>;
  deal?: Resolver<Maybe<ResolversTypes['Deal']>, ParentType, ContextType, RequireFields<QueryDealArgs, 'id'>>;
  deals?: Resolver<ResolversTypes['DealConnection'], ParentType, ContextType, RequireFields<QueryDealsArgs, 'orderBy'>>;
  dependencies?: Resolver<ResolversTypes['DependencyConnection'], ParentType, ContextType, RequireFields<QueryDependenciesArgs, 'minConfidence' | 'of' | 'prospective' | 'transitive'>>;
  dependents?: Resolver<ResolversTypes['DependencyConnection'], ParentType, ContextType, RequireFields<QueryDependentsArgs, 'minConfidence' | 'of' | 'prospective' | 'transitive'>>;
  exposure?: Resolver<ResolversTypes['Exposure'], ParentType, ContextType, RequireFields<QueryExposureArgs, 'claims' | 'of' | 'prospective' | 'to' | 'via'>>;
  impact?: Resolver<ResolversTypes['Impact'], ParentType, ContextType, RequireFields<QueryImpactArgs, 'minConfidence' | 'prospective' | 'remove'>>;
  initiative?: Resolver<Maybe<ResolversTypes['Initiative']>, ParentType, ContextType, RequireFields<QueryInitiativeArgs, 'id'>>;
  initiatives?: Resolver<ResolversTypes['InitiativeConnection'], ParentType, ContextType, RequireFields<QueryInitiativesArgs, 'orderBy'>>;
  investment?: Resolver<Maybe<ResolversTypes['Investment']>, ParentType, ContextType, RequireFields<QueryInvestmentArgs, 'id'>>;
  investments?: Resolver<ResolversTypes['InvestmentConnection'], ParentType, ContextType, RequireFields<QueryInvestmentsArgs, 'orderBy'>>;
  marketConcentration?: Resolver<ResolversTypes['MarketConcentration'], ParentType, ContextType, RequireFields<QueryMarketConcentrationArgs, 'market'>>;
  nationalDependency?: Resolver<ResolversTypes['NationalDependency'], ParentType, ContextType, RequireFields<QueryNationalDependencyArgs, 'claims' | 'country'>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  paths?: Resolver<ResolversTypes['PathConnection'], ParentType, ContextType, RequireFields<QueryPathsArgs, 'direction' | 'first' | 'from' | 'maxHops' | 'minConfidence' | 'prospective' | 'to'>>;
  proposal?: Resolver<Maybe<ResolversTypes['Proposal']>, ParentType, ContextType, RequireFields<QueryProposalArgs, 'id'>>;
  proposals?: Resolver<ResolversTypes['ProposalConnection'], ParentType, ContextType, Partial<QueryProposalsArgs>>;
  resolve?: Resolver<ReadonlyArray<ResolversTypes['ResolvedName']>, ParentType, ContextType, RequireFields<QueryResolveArgs, 'names'>>;
  search?: Resolver<ResolversTypes['SearchConnection'], ParentType, ContextType, RequireFields<QuerySearchArgs, 'query'>>;
  source?: Resolver<Maybe<ResolversTypes['Source']>, ParentType, ContextType, RequireFields<QuerySourceArgs, 'id'>>;
  sources?: Resolver<ResolversTypes['SourceConnection'], ParentType, ContextType, RequireFields<QuerySourcesArgs, 'orderBy'>>;
  statements?: Resolver<ResolversTypes['StatementConnection'], ParentType, ContextType, Partial<QueryStatementsArgs>>;
  timeline?: Resolver<ResolversTypes['EventConnection'], ParentType, ContextType, Partial<QueryTimelineArgs>>;
};

export type ResolveCandidateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResolveCandidate'] = ResolversParentTypes['ResolveCandidate']> = {
  entity?: Resolver<ResolversTypes['Entity'], ParentType, ContextType>;
  match?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  matched?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ResolvedNameResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResolvedName'] = ResolversParentTypes['ResolvedName']> = {
  candidates?: Resolver<ReadonlyArray<ResolversTypes['ResolveCandidate']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReviewResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewResult'] = ResolversParentTypes['ReviewResult']> = {
  edit?: Resolver<Maybe<ResolversTypes['EditResult']>, ParentType, ContextType>;
  proposal?: Resolver<ResolversTypes['Proposal'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RoleResolvers = { ADMIN: 'admin', ANONYMOUS: 'anonymous', EDITOR: 'editor', READER: 'reader' };

export type ScenarioResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Scenario'] = ResolversParentTypes['Scenario']> = {
  added?: Resolver<ReadonlyArray<ResolversTypes['Statement']>, ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  dependenciesAdded?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  dependenciesRemoved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  entitiesAdded?: Resolver<ReadonlyArray<ResolversTypes['Entity']>, ParentType, ContextType>;
  entitiesRemoved?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  hypothetical?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  knownAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  removed?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ScheduleYearResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScheduleYear'] = ResolversParentTypes['ScheduleYear']> = {
  amountUsd?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['ScheduleBasis'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SearchConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchConnection'] = ResolversParentTypes['SearchConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SearchEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SearchEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchEdge'] = ResolversParentTypes['SearchEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  matched?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Entity'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ShareIntervalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShareInterval'] = ResolversParentTypes['ShareInterval']> = {
  high?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  low?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SourceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Source'] = ResolversParentTypes['Source']> = {
  aliases?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['Country']>, ParentType, ContextType>;
  dependencies?: Resolver<ResolversTypes['DependencyConnection'], ParentType, ContextType, RequireFields<SourceDependenciesArgs, 'minConfidence' | 'prospective' | 'transitive'>>;
  dependents?: Resolver<ResolversTypes['DependencyConnection'], ParentType, ContextType, RequireFields<SourceDependentsArgs, 'minConfidence' | 'prospective' | 'transitive'>>;
  externalIds?: Resolver<ReadonlyArray<ResolversTypes['ExternalId']>, ParentType, ContextType>;
  factCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType, Partial<SourceFactCountArgs>>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['Statement']>, ParentType, ContextType, RequireFields<SourceFactsArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['EntityKind'], ParentType, ContextType>;
  licence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  medium?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  published?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  publisher?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  read?: Resolver<ResolversTypes['SourceRead'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  timeline?: Resolver<ResolversTypes['EventConnection'], ParentType, ContextType, Partial<SourceTimelineArgs>>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SourceConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SourceConnection'] = ResolversParentTypes['SourceConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SourceEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SourceEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SourceEdge'] = ResolversParentTypes['SourceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SourceReadResolvers = { DIRECT: 'direct', INDIRECT: 'indirect', NONE: 'none' };

export type StatementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Statement'] = ResolversParentTypes['Statement']> = {
  best?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  confidence?: Resolver<ResolversTypes['Confidence'], ParentType, ContextType>;
  conflicting?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  object?: Resolver<Maybe<ResolversTypes['Entity']>, ParentType, ContextType>;
  property?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  publishers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  qualifier?: Resolver<ResolversTypes['Qualifier'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  refersTo?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  retractedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  saidOn?: Resolver<ResolversTypes['PartialDate'], ParentType, ContextType>;
  scope?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['Entity'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['FactValue']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StatementConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StatementConnection'] = ResolversParentTypes['StatementConnection']> = {
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['StatementEdge']>, ParentType, ContextType>;
  knownAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StatementEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StatementEdge'] = ResolversParentTypes['StatementEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Statement'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SupplyDealResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SupplyDeal'] = ResolversParentTypes['SupplyDeal']> = {
  aliases?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  amount?: Resolver<Maybe<ResolversTypes['ClaimedMoney']>, ParentType, ContextType>;
  amountUsd?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  announced?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  annualizedUsd?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  binding?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  capacityMw?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  ceiling?: Resolver<Maybe<ResolversTypes['DealAmount']>, ParentType, ContextType>;
  chips?: Resolver<ReadonlyArray<ResolversTypes['Chip']>, ParentType, ContextType>;
  contains?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  contingentOn?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['Country']>, ParentType, ContextType>;
  datacenters?: Resolver<ReadonlyArray<ResolversTypes['Datacenter']>, ParentType, ContextType>;
  dependencies?: Resolver<ResolversTypes['DependencyConnection'], ParentType, ContextType, RequireFields<SupplyDealDependenciesArgs, 'minConfidence' | 'prospective' | 'transitive'>>;
  dependents?: Resolver<ResolversTypes['DependencyConnection'], ParentType, ContextType, RequireFields<SupplyDealDependentsArgs, 'minConfidence' | 'prospective' | 'transitive'>>;
  end?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  expandedBy?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  expands?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  externalIds?: Resolver<ReadonlyArray<ResolversTypes['ExternalId']>, ParentType, ContextType>;
  factCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType, Partial<SupplyDealFactCountArgs>>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['Statement']>, ParentType, ContextType, RequireFields<SupplyDealFactsArgs, 'first'>>;
  firm?: Resolver<Maybe<ResolversTypes['DealAmount']>, ParentType, ContextType>;
  form?: Resolver<ResolversTypes['DealForm'], ParentType, ContextType>;
  fullDeploymentBy?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inForce?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['EntityKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nestedIn?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  notInForceBecause?: Resolver<Maybe<ResolversTypes['NotInForceReason']>, ParentType, ContextType>;
  optionDate?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  options?: Resolver<ReadonlyArray<ResolversTypes['DealOption']>, ParentType, ContextType>;
  parties?: Resolver<ReadonlyArray<ResolversTypes['DealParty']>, ParentType, ContextType, Partial<SupplyDealPartiesArgs>>;
  relatedTo?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  schedule?: Resolver<ReadonlyArray<ResolversTypes['ScheduleYear']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  start?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['DealStatus']>, ParentType, ContextType>;
  statusHistory?: Resolver<ReadonlyArray<ResolversTypes['DatedStatus']>, ParentType, ContextType>;
  supersededBy?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  supersedes?: Resolver<ReadonlyArray<ResolversTypes['Deal']>, ParentType, ContextType>;
  termEnd?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  termYears?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  timeline?: Resolver<ResolversTypes['EventConnection'], ParentType, ContextType, Partial<SupplyDealTimelineArgs>>;
  type?: Resolver<ResolversTypes['DealType'], ParentType, ContextType>;
  unscheduledUsd?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TopicResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Topic'] = ResolversParentTypes['Topic']> = {
  aliases?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['Country']>, ParentType, ContextType>;
  dependencies?: Resolver<ResolversTypes['DependencyConnection'], ParentType, ContextType, RequireFields<TopicDependenciesArgs, 'minConfidence' | 'prospective' | 'transitive'>>;
  dependents?: Resolver<ResolversTypes['DependencyConnection'], ParentType, ContextType, RequireFields<TopicDependentsArgs, 'minConfidence' | 'prospective' | 'transitive'>>;
  externalIds?: Resolver<ReadonlyArray<ResolversTypes['ExternalId']>, ParentType, ContextType>;
  factCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType, Partial<TopicFactCountArgs>>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['Statement']>, ParentType, ContextType, RequireFields<TopicFactsArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['EntityKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  timeline?: Resolver<ResolversTypes['EventConnection'], ParentType, ContextType, Partial<TopicTimelineArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TrancheResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Tranche'] = ResolversParentTypes['Tranche']> = {
  amount?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  amountUsd?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  statements?: Resolver<ReadonlyArray<ResolversTypes['Statement']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type YearsRangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['YearsRange'] = ResolversParentTypes['YearsRange']> = {
  least?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  most?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface _AnyScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['_Any'], any> {
  name: '_Any';
}

export type _EntityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['_Entity'] = ResolversParentTypes['_Entity']> = {
  __resolveType: TypeResolveFn<'Chip' | 'CloudProvider' | 'Company' | 'ComputeDeal' | 'Country' | 'Datacenter' | 'EnergyDeal' | 'Initiative' | 'Investment' | 'PolicyEvent' | 'Programme' | 'Source' | 'Statement' | 'SupplyDeal' | 'Topic', ParentType, ContextType>;
};

export type _ServiceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['_Service'] = ResolversParentTypes['_Service']> = {
  sdl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface Federation__FieldSetScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['federation__FieldSet'], any> {
  name: 'federation__FieldSet';
}

export type Resolvers<ContextType = Context> = {
  AuditConnection?: AuditConnectionResolvers<ContextType>;
  AuditEdge?: AuditEdgeResolvers<ContextType>;
  AuditRecord?: AuditRecordResolvers<ContextType>;
  BudgetFigures?: BudgetFiguresResolvers<ContextType>;
  Change?: ChangeResolvers<ContextType>;
  ChangeConnection?: ChangeConnectionResolvers<ContextType>;
  ChangeEdge?: ChangeEdgeResolvers<ContextType>;
  Chip?: ChipResolvers<ContextType>;
  ChipConnection?: ChipConnectionResolvers<ContextType>;
  ChipEdge?: ChipEdgeResolvers<ContextType>;
  ChipFoundry?: ChipFoundryResolvers<ContextType>;
  Chokepoint?: ChokepointResolvers<ContextType>;
  Chokepoints?: ChokepointsResolvers<ContextType>;
  Citation?: CitationResolvers<ContextType>;
  ClaimedMoney?: ClaimedMoneyResolvers<ContextType>;
  CloudProvider?: CloudProviderResolvers<ContextType>;
  CloudProviderConnection?: CloudProviderConnectionResolvers<ContextType>;
  CloudProviderEdge?: CloudProviderEdgeResolvers<ContextType>;
  CommitmentOption?: CommitmentOptionResolvers<ContextType>;
  Commitments?: CommitmentsResolvers<ContextType>;
  Company?: CompanyResolvers<ContextType>;
  CompanyConnection?: CompanyConnectionResolvers<ContextType>;
  CompanyEdge?: CompanyEdgeResolvers<ContextType>;
  ComputeDeal?: ComputeDealResolvers<ContextType>;
  Concentration?: ConcentrationResolvers<ContextType>;
  ConcentrationShare?: ConcentrationShareResolvers<ContextType>;
  Confidence?: ConfidenceResolvers;
  CounterpartyAmount?: CounterpartyAmountResolvers<ContextType>;
  Country?: CountryResolvers<ContextType>;
  CountryConnection?: CountryConnectionResolvers<ContextType>;
  CountryEdge?: CountryEdgeResolvers<ContextType>;
  Coverage?: CoverageResolvers<ContextType>;
  CurrencyRate?: CurrencyRateResolvers<ContextType>;
  CustomerConnection?: CustomerConnectionResolvers<ContextType>;
  CustomerEdge?: CustomerEdgeResolvers<ContextType>;
  Datacenter?: DatacenterResolvers<ContextType>;
  DatacenterConnection?: DatacenterConnectionResolvers<ContextType>;
  DatacenterEdge?: DatacenterEdgeResolvers<ContextType>;
  Dataset?: DatasetResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DatedStatus?: DatedStatusResolvers<ContextType>;
  Deal?: DealResolvers<ContextType>;
  DealAmount?: DealAmountResolvers<ContextType>;
  DealConnection?: DealConnectionResolvers<ContextType>;
  DealEdge?: DealEdgeResolvers<ContextType>;
  DealOption?: DealOptionResolvers<ContextType>;
  DealParty?: DealPartyResolvers<ContextType>;
  Dependency?: DependencyResolvers<ContextType>;
  DependencyConnection?: DependencyConnectionResolvers<ContextType>;
  DependencyEdge?: DependencyEdgeResolvers<ContextType>;
  DependencyPath?: DependencyPathResolvers<ContextType>;
  EditResult?: EditResultResolvers<ContextType>;
  EditedEdges?: EditedEdgesResolvers<ContextType>;
  EditedEntities?: EditedEntitiesResolvers<ContextType>;
  EditedStatements?: EditedStatementsResolvers<ContextType>;
  EnergyDeal?: EnergyDealResolvers<ContextType>;
  Entity?: EntityResolvers<ContextType>;
  EntityKind?: EntityKindResolvers;
  Event?: EventResolvers<ContextType>;
  EventConnection?: EventConnectionResolvers<ContextType>;
  EventEdge?: EventEdgeResolvers<ContextType>;
  ExcludedDeal?: ExcludedDealResolvers<ContextType>;
  ExportControl?: ExportControlResolvers<ContextType>;
  Exposure?: ExposureResolvers<ContextType>;
  ExposureChain?: ExposureChainResolvers<ContextType>;
  ExposureOnBasis?: ExposureOnBasisResolvers<ContextType>;
  ExternalId?: ExternalIdResolvers<ContextType>;
  FactValue?: GraphQLScalarType;
  Hhi?: HhiResolvers<ContextType>;
  Impact?: ImpactResolvers<ContextType>;
  ImpactAffected?: ImpactAffectedResolvers<ContextType>;
  ImpactBreak?: ImpactBreakResolvers<ContextType>;
  ImpactStress?: ImpactStressResolvers<ContextType>;
  IncludedAmount?: IncludedAmountResolvers<ContextType>;
  Initiative?: InitiativeResolvers<ContextType>;
  InitiativeComparison?: InitiativeComparisonResolvers<ContextType>;
  InitiativeConnection?: InitiativeConnectionResolvers<ContextType>;
  InitiativeEdge?: InitiativeEdgeResolvers<ContextType>;
  InitiativeParty?: InitiativePartyResolvers<ContextType>;
  InitiativeRow?: InitiativeRowResolvers<ContextType>;
  Interval?: IntervalResolvers<ContextType>;
  Investment?: InvestmentResolvers<ContextType>;
  InvestmentConnection?: InvestmentConnectionResolvers<ContextType>;
  InvestmentEdge?: InvestmentEdgeResolvers<ContextType>;
  InvestorAmount?: InvestorAmountResolvers<ContextType>;
  KindCount?: KindCountResolvers<ContextType>;
  LicenceTerms?: LicenceTermsResolvers<ContextType>;
  MarketConcentration?: MarketConcentrationResolvers<ContextType>;
  MarketResult?: MarketResultResolvers<ContextType>;
  MarketShare?: MarketShareResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  MovedBy?: MovedByResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NationalChips?: NationalChipsResolvers<ContextType>;
  NationalCoverage?: NationalCoverageResolvers<ContextType>;
  NationalDependency?: NationalDependencyResolvers<ContextType>;
  NationalLevel?: NationalLevelResolvers<ContextType>;
  NationalRow?: NationalRowResolvers<ContextType>;
  NationalShare?: NationalShareResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PartialDate?: GraphQLScalarType;
  PathConnection?: PathConnectionResolvers<ContextType>;
  PathEdge?: PathEdgeResolvers<ContextType>;
  PolicyEvent?: PolicyEventResolvers<ContextType>;
  PowerFigure?: PowerFigureResolvers<ContextType>;
  Programme?: ProgrammeResolvers<ContextType>;
  Proposal?: ProposalResolvers<ContextType>;
  ProposalConnection?: ProposalConnectionResolvers<ContextType>;
  ProposalEdge?: ProposalEdgeResolvers<ContextType>;
  ProposedClaim?: ProposedClaimResolvers<ContextType>;
  ProposedEdge?: ProposedEdgeResolvers<ContextType>;
  ProposedEntity?: ProposedEntityResolvers<ContextType>;
  Qualifier?: QualifierResolvers;
  Query?: QueryResolvers<ContextType>;
  ResolveCandidate?: ResolveCandidateResolvers<ContextType>;
  ResolvedName?: ResolvedNameResolvers<ContextType>;
  ReviewResult?: ReviewResultResolvers<ContextType>;
  Role?: RoleResolvers;
  Scenario?: ScenarioResolvers<ContextType>;
  ScheduleYear?: ScheduleYearResolvers<ContextType>;
  SearchConnection?: SearchConnectionResolvers<ContextType>;
  SearchEdge?: SearchEdgeResolvers<ContextType>;
  ShareInterval?: ShareIntervalResolvers<ContextType>;
  Source?: SourceResolvers<ContextType>;
  SourceConnection?: SourceConnectionResolvers<ContextType>;
  SourceEdge?: SourceEdgeResolvers<ContextType>;
  SourceRead?: SourceReadResolvers;
  Statement?: StatementResolvers<ContextType>;
  StatementConnection?: StatementConnectionResolvers<ContextType>;
  StatementEdge?: StatementEdgeResolvers<ContextType>;
  SupplyDeal?: SupplyDealResolvers<ContextType>;
  Topic?: TopicResolvers<ContextType>;
  Tranche?: TrancheResolvers<ContextType>;
  YearsRange?: YearsRangeResolvers<ContextType>;
  _Any?: GraphQLScalarType;
  _Entity?: _EntityResolvers<ContextType>;
  _Service?: _ServiceResolvers<ContextType>;
  federation__FieldSet?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = Context> = {
  key?: KeyDirectiveResolver<any, any, ContextType>;
  shareable?: ShareableDirectiveResolver<any, any, ContextType>;
};
