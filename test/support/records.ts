import type {
  ChipRecord,
  CloudRecord,
  CompanyRecord,
  CountryRecord,
  DatacenterRecord,
  DealRecord,
  EntityHead,
  EntityRecord,
  InitiativeRecord,
  PolicyRecord,
  SourceRecord,
  TopicRecord,
} from '../../src/model/entity.js';
import { type EntityId, type EntityKind, parseId } from '../../src/model/ids.js';

/** Makers of entity records by slug: everything unknown but what the test names. */
type With<R extends EntityRecord> = Partial<Omit<R, 'id' | 'kind'>>;

export function company(slug: string, known: With<CompanyRecord> = {}): CompanyRecord {
  return { ...head('company', slug), country: null, roles: [], hqCity: null, founded: null, parent: null, ...known };
}

export function cloud(slug: string, known: With<CloudRecord> = {}): CloudRecord {
  return { ...head('cloud', slug), country: null, operator: null, ...known };
}

export function chip(slug: string, known: With<ChipRecord> = {}): ChipRecord {
  return {
    ...head('chip', slug),
    country: null,
    category: null,
    designer: null,
    released: null,
    memoryGb: null,
    memoryType: null,
    memoryBandwidthTbs: null,
    tdpW: null,
    denseBf16Tflops: null,
    denseFp8Tflops: null,
    foundries: [],
    memorySuppliers: [],
    components: [],
    exportStatus: null,
    exportStatusSince: null,
    ...known,
  };
}

export function datacenter(slug: string, known: With<DatacenterRecord> = {}): DatacenterRecord {
  return {
    ...head('datacenter', slug),
    country: null,
    operator: null,
    owners: [],
    tenants: [],
    energyProviders: [],
    chips: [],
    region: null,
    city: null,
    latitude: null,
    longitude: null,
    geoPrecision: null,
    status: null,
    firstOperational: null,
    firstOperationalBasis: null,
    itPowerMw: null,
    sitePowerMw: null,
    plannedItPowerMw: null,
    plannedSitePowerMw: null,
    announcedPowerMw: null,
    h100Equivalents: null,
    ...known,
  };
}

/** An active, binding compute purchase. */
export function deal(slug: string, known: With<DealRecord> = {}): DealRecord {
  return {
    ...head('deal', slug),
    country: null,
    type: 'COMPUTE',
    form: 'COMPUTE_PURCHASE',
    parties: [],
    announced: null,
    start: null,
    end: null,
    termYears: null,
    termEnd: null,
    status: 'ACTIVE',
    binding: true,
    inForceFrom: null,
    inForceTo: null,
    amount: null,
    amountUsd: null,
    capacityMw: null,
    chips: [],
    datacenters: [],
    supersedes: [],
    nestedIn: [],
    expands: [],
    contingentOn: [],
    relatedTo: [],
    optionDate: null,
    fullDeploymentBy: null,
    instanceFamily: null,
    ...known,
  };
}

export function initiative(slug: string, known: With<InitiativeRecord> = {}): InitiativeRecord {
  return {
    ...head('initiative', slug),
    country: null,
    form: 'programme',
    status: 'active',
    start: null,
    end: null,
    statedYears: null,
    statedYearsLow: null,
    statedYearsHigh: null,
    budget: null,
    budgetUsd: null,
    budgetStage: 'UNKNOWN_STAGE',
    funder: 'UNKNOWN_FUNDER',
    goals: [],
    gpuCount: null,
    powerMw: null,
    leadBodies: [],
    suppliers: [],
    participants: [],
    datacenters: [],
    nestedIn: [],
    sameAs: [],
    ...known,
  };
}

export function country(code: string, known: With<CountryRecord> = {}): CountryRecord {
  const own = head('country', code);
  return { ...own, country: own.id, code, isBloc: false, memberOf: [], population: null, ...known };
}

export function policy(slug: string, known: With<PolicyRecord> = {}): PolicyRecord {
  return {
    ...head('policy', slug),
    country: null,
    action: 'restricts',
    issuer: null,
    target: null,
    date: null,
    ...known,
  };
}

export function topic(slug: string, known: With<TopicRecord> = {}): TopicRecord {
  return { ...head('topic', slug), country: null, ...known };
}

export function source(slug: string, known: With<SourceRecord> = {}): SourceRecord {
  return {
    ...head('source', slug),
    country: null,
    publisher: slug,
    url: null,
    published: null,
    medium: 'news',
    read: 'direct',
    licence: 'CC-BY-4.0',
    ...known,
  };
}

/** The record of an id of which nothing is known. */
export function bareRecord(id: EntityId): EntityRecord {
  const { kind, slug } = parseId(id);
  return MAKERS[kind](slug);
}

const MAKERS: Readonly<Record<EntityKind, (slug: string) => EntityRecord>> = {
  company,
  cloud,
  chip,
  datacenter,
  deal,
  initiative,
  country,
  policy,
  topic,
  source,
};

function head<K extends EntityKind>(kind: K, slug: string): EntityHead<K> {
  return {
    id: `${kind}:${slug}`,
    kind,
    name: slug,
    aliases: [],
    externalIds: [],
    confidence: 'confirmed',
    sources: [],
    mergedInto: null,
  };
}
