import { z } from 'zod';
import { DEPENDENCY_KINDS } from '../model/edge.js';
import { DEAL_FORMS, DEAL_STATUSES, DEAL_TYPES } from '../model/entity.js';
import { EVENT_KINDS } from '../model/event.js';
import { CONFIDENCES, QUALIFIERS } from '../model/statement.js';
import { isPartialDate } from '../model/time.js';
import { EXPORT_VERSION } from './exportDataset.js';
import { entityForm, date as exportedDate, statementRowForm } from './exportForm.js';
import { anyId, idOf, instant, text } from './factForm.js';

// The rows of an export with all that is derived. What is derived is checked for its form, not derived again.

const day = z.string().refine((value) => value.length === 10 && isPartialDate(value), 'a day such as 2026-09-30');
const date = exportedDate.nullable();
const word = z.string().nullable();
const number = z.number().nullable();
const ids = z.array(anyId);
const roles = z.array(z.strictObject({ entity: anyId, role: z.string() }));
const money = z.strictObject({
  amount: z.number(),
  currency: z.string(),
  qualifier: z.enum(QUALIFIERS),
  saidOn: exportedDate,
  statementId: z.string(),
});

const { publication: _, ...head } = entityForm.shape;
const common = { ...head, mergedInto: z.null() };
const country = anyId.nullable();

/** An entity of each kind with its plain fields. */
export const recordForm = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    country,
    kind: z.literal('company'),
    roles: z.array(z.string()),
    hqCity: word,
    founded: date,
    parent: anyId.nullable(),
  }),
  z.strictObject({ ...common, country, kind: z.literal('cloud'), operator: anyId.nullable() }),
  z.strictObject({
    ...common,
    country,
    kind: z.literal('chip'),
    category: word,
    designer: anyId.nullable(),
    released: date,
    memoryGb: number,
    memoryType: word,
    memoryBandwidthTbs: number,
    tdpW: number,
    denseBf16Tflops: number,
    denseFp8Tflops: number,
    foundries: z.array(z.strictObject({ company: anyId, node: word })),
    memorySuppliers: ids,
    components: ids,
    exportStatus: word,
    exportStatusSince: date,
  }),
  z.strictObject({
    ...common,
    country,
    kind: z.literal('datacenter'),
    operator: anyId.nullable(),
    owners: ids,
    tenants: ids,
    energyProviders: ids,
    chips: ids,
    region: word,
    city: word,
    latitude: number,
    longitude: number,
    geoPrecision: word,
    status: word,
    firstOperational: date,
    firstOperationalBasis: word,
    itPowerMw: number,
    sitePowerMw: number,
    plannedItPowerMw: number,
    plannedSitePowerMw: number,
    announcedPowerMw: number,
    h100Equivalents: number,
  }),
  z.strictObject({
    ...common,
    country,
    kind: z.literal('deal'),
    type: z.enum(DEAL_TYPES),
    form: z.enum(DEAL_FORMS),
    parties: z.array(
      z.strictObject({ entity: anyId, role: z.enum(['CUSTOMER', 'PROVIDER', 'PARTICIPANT']), title: z.string() }),
    ),
    announced: date,
    start: date,
    end: date,
    termYears: number,
    termEnd: day.nullable(),
    status: z.enum(DEAL_STATUSES).nullable(),
    binding: z.boolean(),
    inForceFrom: day.nullable(),
    inForceTo: day.nullable(),
    amount: money.nullable(),
    amountUsd: number,
    capacityMw: number,
    chips: ids,
    datacenters: ids,
    supersedes: ids,
    nestedIn: ids,
    expands: ids,
    contingentOn: ids,
    relatedTo: ids,
    optionDate: date,
    fullDeploymentBy: date,
    instanceFamily: word,
  }),
  z.strictObject({
    ...common,
    country,
    kind: z.literal('initiative'),
    form: z.string(),
    status: z.string(),
    start: date,
    end: date,
    statedYears: number,
    statedYearsLow: number,
    statedYearsHigh: number,
    budget: money.nullable(),
    budgetUsd: number,
    budgetStage: z.enum(['ANNOUNCED', 'COMMITTED', 'DISBURSED', 'UNKNOWN_STAGE']),
    funder: z.enum(['PUBLIC', 'PRIVATE', 'MIXED', 'ESTIMATE', 'UNKNOWN_FUNDER']),
    goals: z.array(z.string()),
    gpuCount: number,
    powerMw: number,
    leadBodies: ids,
    suppliers: roles,
    participants: roles,
    datacenters: ids,
    nestedIn: ids,
    sameAs: ids,
  }),
  z.strictObject({
    ...common,
    country,
    kind: z.literal('country'),
    code: z.string(),
    isBloc: z.boolean(),
    memberOf: ids,
    population: number,
  }),
  z.strictObject({
    ...common,
    country,
    kind: z.literal('policy'),
    action: z.string(),
    issuer: anyId.nullable(),
    target: anyId.nullable(),
    date,
  }),
  z.strictObject({ ...common, country, kind: z.literal('topic') }),
  z.strictObject({
    ...common,
    country: z.null(),
    kind: z.literal('source'),
    publisher: z.string(),
    url: word,
    published: date,
    medium: z.string(),
    read: z.enum(['direct', 'indirect', 'none']),
    licence: z.string(),
  }),
]);

export const flaggedForm = statementRowForm.extend({
  best: z.boolean(),
  conflicting: z.boolean(),
  publishers: z.int().nonnegative(),
});

const statementId = statementRowForm.shape.id;

export const edgeForm = z.strictObject({
  id: z.string().regex(/^edge:[0-9a-f]{16}$/, 'an id such as "edge:0123456789abcdef"'),
  kind: z.enum(DEPENDENCY_KINDS),
  rule: text,
  from: anyId,
  to: anyId,
  validFrom: day.nullable(),
  validTo: day.nullable(),
  startUnknown: z.boolean(),
  knownFrom: instant,
  knownTo: instant.nullable(),
  prospective: z.boolean(),
  confidence: z.enum(CONFIDENCES),
  sharePercent: number,
  deal: idOf('deal').nullable(),
  statementIds: z.array(statementId).min(1, 'at least one statement'),
});

export const eventForm = z.strictObject({
  id: z.string().regex(/^event:[0-9a-f]{16}$/, 'an id such as "event:0123456789abcdef"'),
  kind: z.enum(EVENT_KINDS),
  date: exportedDate,
  saidOn: exportedDate,
  title: text,
  entities: ids.min(1, 'at least one entity'),
  sources: z.array(idOf('source')),
  statementIds: z.array(statementId),
  knownFrom: instant,
  knownTo: instant.nullable(),
});

export const derivedFirstLineForm = z.strictObject({
  format: z.literal('ai-infra-graph'),
  version: z.literal(EXPORT_VERSION),
  derived: z.literal(true),
  meta: z.unknown(),
});
