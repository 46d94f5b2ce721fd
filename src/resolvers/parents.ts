import type { Chokepoint } from '../analysis/chokepoints.js';
import type { Commitments, CommittedAmount } from '../analysis/commitments.js';
import type { ComparedInitiative, InitiativeComparison } from '../analysis/compareInitiatives.js';
import type { Concentration, ConcentrationBasis, ConcentrationBy, Share } from '../analysis/concentration.js';
import type { Excluded, SumOption } from '../analysis/dealSums.js';
import type { Exposure, ExposureChain } from '../analysis/exposure.js';
import type { Hit } from '../analysis/HitList.js';
import type { Impact } from '../analysis/impact.js';
import type { MarketResult, MarketShare } from '../analysis/marketConcentration.js';
import type { NationalDependency, NationalLevel, NationalShare } from '../analysis/nationalDependency.js';
import type { SiteChips } from '../analysis/siteChips.js';
import type { AuditRecord } from '../model/audit.js';
import type { DealAmount, DealOption, Tranche } from '../model/dealMoney.js';
import type { Edge } from '../model/edge.js';
import type {
  ChipRecord,
  ClaimedMoney,
  CloudRecord,
  CompanyRecord,
  CountryRecord,
  DatacenterRecord,
  DealRecord,
  EntityHead,
  EntityRecord,
  InitiativeRecord,
  SourceRecord,
} from '../model/entity.js';
import type { GraphEvent } from '../model/event.js';
import type { EntityId } from '../model/ids.js';
import type { Proposal } from '../model/proposal.js';
import type { Soon } from '../model/soon.js';
import type { StatementRecord } from '../model/statement.js';
import type { StatementChange } from '../model/statementChange.js';
import type { TimeSlice } from '../model/time.js';
import type { Edit } from '../store/GraphEditor.js';
import type { KnowledgeSpan, SearchHit } from '../store/GraphStore.js';
import type { Imagined } from '../store/Scenario.js';
import type { Topology } from '../store/Topology.js';
import type { ReachedEdge, Route } from './dependencies.js';

import type { ExposureQuestion } from './exposureParts.js';
import type { Connection, ConnectionEdge } from './page.js';
import type { Sensitive } from './sensitive.js';
import type { Timed } from './timeSlice.js';

/** What the resolvers of each type start from, where that is not the model's own record. */
export type NodeParent = EntityRecord | StatementParent;
/** Null where nothing has the id that a representation names. */
export type RepresentedParent = NodeParent | null;
export type StatementParent = StatementRecord & Timed;
export type ChangeParent = StatementChange & Timed;
export type EventParent = GraphEvent & Timed;
export type DependencyParent = Edge & Timed;
export type ClaimedMoneyParent = ClaimedMoney & Timed;
export type DealAmountParent = DealAmount & Timed;
export type DealOptionParent = DealOption & Timed;
export type TrancheParent = Tranche & Timed;

/** A contested amount by which an answer moves. */
export interface MovedByParent {
  readonly claim: StatementParent;
  readonly lowClaim: StatementParent;
  readonly highClaim: StatementParent;
  readonly low: number;
  readonly high: number;
  readonly effect: number;
}

export type CommitmentsParent = Omit<Commitments, 'byCounterparty' | 'included' | 'options' | 'excluded'> &
  TimeSlice &
  Sensitive & {
    readonly of: EntityRecord;
    readonly role: 'CUSTOMER' | 'PROVIDER';
    readonly openAbove: boolean;
    readonly byCounterparty: readonly CounterpartyAmountParent[];
    readonly included: readonly IncludedAmountParent[];
    readonly options: readonly CommitmentOptionParent[];
    readonly excluded: readonly ExcludedDealParent[];
  };
export type ConcentrationParent = Omit<Concentration, 'shares' | 'unknown' | 'excluded'> &
  TimeSlice &
  Sensitive & {
    readonly of: readonly EntityRecord[];
    readonly by: ConcentrationBy;
    readonly basis: ConcentrationBasis;
    readonly shares: readonly ConcentrationShareParent[];
    readonly unknown: readonly EntityRecord[];
    readonly excluded: readonly ExcludedDealParent[];
    readonly excludedSites: readonly DatacenterRecord[];
  };
export type InitiativeComparisonParent = TimeSlice &
  Sensitive &
  Pick<InitiativeComparison, 'rates'> & {
    readonly deal: DealRecord | null;
    readonly dealUsd: number | null;
    readonly dealPerYearUsd: number | null;
    readonly countriesWithout: readonly CountryRecord[];
    readonly truncated: boolean;
    readonly rows: readonly InitiativeRowParent[];
  };
export type CounterpartyAmountParent = Timed & {
  readonly entity: EntityId;
  readonly amountUsd: number;
  readonly sharePercent: number;
};
export type IncludedAmountParent = CommittedAmount & Timed;
export type CommitmentOptionParent = SumOption & Timed;
export type ExcludedDealParent = Excluded & Timed;
export type ConcentrationShareParent = Share & Timed;
export type ExposureParent = Partial<Exposure> &
  TimeSlice &
  Sensitive & {
    /** The same on another basis. */
    readonly measure: (basis: ExposureQuestion['basis']) => Promise<Exposure | null>;
    readonly basis: ExposureQuestion['basis'];
    readonly question: Omit<ExposureQuestion, 'basis'>;
  };
export type ExposureChainParent = ExposureChain & Timed;
export type ChokepointParent = Chokepoint & Timed & { readonly entity: EntityId };
export type ImpactParent = Impact &
  TimeSlice & { readonly topology: Topology; readonly at: TimeSlice; readonly removed: readonly EntityRecord[] };
export type ImpactBreakParent = Hit & { readonly topology: Topology; readonly at: TimeSlice };
export type ImpactStressParent = ImpactBreakParent;
export type MarketResultParent = MarketResult & Timed;
export type MarketShareParent = MarketShare & Timed;
export type NationalDependencyParent = NationalDependency & TimeSlice & Sensitive & { readonly country: CountryRecord };
export type NationalLevelParent = NationalLevel & Timed;
export type NationalShareParent = NationalShare & Timed;
export type NationalRowParent = NationalDependency['rows'][number] & Timed;
export type NationalChipsParent = SiteChips & Timed;
export type InitiativeRowParent = Omit<ComparedInitiative, 'initiative'> &
  Timed & { readonly initiative: InitiativeRecord; readonly currency: string };

export type ScenarioParent = TimeSlice & Imagined;

export type AuditRecordParent = AuditRecord;
export type AuditConnectionParent = Connection<AuditRecord>;
export type ProposalParent = Proposal;
export type ProposalConnectionParent = Connection<Proposal>;
export type ProposedEntityParent = EntityHead;
export interface ReviewResultParent {
  readonly proposal: Proposal;
  readonly edit: EditResultParent | null;
}

/** `seen` resolves when the request reads what the edit left. */
export type EditResultParent = Edit & { readonly seen: () => Promise<void> };
export type EditedStatementsParent = Pick<EditResultParent, 'revision' | 'seen'> & { readonly ids: readonly string[] };
export type EditedEntitiesParent = EditedStatementsParent;

export type ChangeConnectionParent = Connection<ChangeParent> & KnowledgeSpan;
export type ChipConnectionParent = Connection<ChipRecord>;
export type CloudProviderConnectionParent = Connection<CloudRecord>;
export type CompanyConnectionParent = Connection<CompanyRecord>;
export type CountryConnectionParent = Connection<CountryRecord>;
export type { CurrencyRate as CurrencyRateParent } from '../model/money.js';
export type { Customer as CustomerEdgeParent, CustomerConnection as CustomerConnectionParent } from './customers.js';
export type DatacenterConnectionParent = Connection<DatacenterRecord>;
export type DealConnectionParent = Connection<DealRecord>;
export type DependencyEdgeParent = ReachedEdge;
export type DependencyConnectionParent = Connection<EntityId, ConnectionEdge<EntityId> & ReachedEdge> &
  TimeSlice & {
    readonly truncated: boolean | (() => Soon<boolean>);
  };
export type DependencyPathParent = Route;
export type EventConnectionParent = Connection<EventParent> & TimeSlice;
export type InitiativeConnectionParent = Connection<InitiativeRecord>;
export type InvestmentConnectionParent = Connection<DealRecord>;
export type PathConnectionParent = TimeSlice & {
  readonly edges: readonly { readonly node: Route }[];
  readonly truncated: boolean;
  readonly onlyAtLowerConfidence: boolean;
};
export type SearchConnectionParent = Connection<
  Soon<EntityRecord>,
  ConnectionEdge<Soon<EntityRecord>> & Omit<SearchHit, 'node'>
>;
export type SourceConnectionParent = Connection<SourceRecord>;
export type StatementConnectionParent = Connection<StatementParent> & TimeSlice;
