import { z } from 'zod';
import { DEAL_FORMS, DEAL_STATUSES } from '../model/entity.js';
import type { EntityKind } from '../model/ids.js';
import { COUNTRY_CODES } from './countryCodes.js';
import {
  confidence,
  countryCode,
  date,
  evidence,
  fact,
  idOf,
  optionalEvidence,
  sourceSlug,
  sources,
  text,
} from './factForm.js';

const company = idOf('company');
const organisation = idOf('company', 'cloud');
const chip = idOf('chip');
const deal = idOf('deal');
const datacenters = z.array(idOf('datacenter')).optional();
const number = z.number();

/** Fields common to every record of an entity. */
function record<const K extends EntityKind, S extends z.ZodRawShape>(kind: K, fields: S) {
  return z.strictObject({
    id: idOf(kind),
    name: text,
    aliases: z.array(text).optional(),
    externalIds: z.record(z.string(), text).optional().meta({ description: 'By scheme: wikidata, ticker, …' }),
    ...fields,
    sources,
    confidence: confidence.optional(),
    recalled: z.array(z.string()).optional().meta({ description: 'Fields of a confirmed record that are recalled.' }),
    mergedInto: idOf(kind).optional().meta({ description: 'The record that it was merged into; the id redirects.' }),
    facts: z.array(fact).optional(),
  });
}

const withRole = z.strictObject({ role: text, entity: organisation, ...optionalEvidence });

const status = <S extends z.ZodType<string>>(value: S) =>
  z.union([value, z.array(z.strictObject({ is: value, from: date.optional(), ...optionalEvidence })).min(1)]).meta({
    description: 'A status, or its history: a list of { is, from }.',
  });

const companyForm = record('company', {
  roles: z.array(text).optional(),
  country: countryCode.optional(),
  city: text.optional(),
  founded: date.optional(),
  parent: company.optional(),
  ownedBy: z
    .array(z.strictObject({ owner: organisation, percent: number.min(0).max(100).optional(), ...optionalEvidence }))
    .optional(),
});

const cloudForm = record('cloud', {
  operatedBy: company,
  roles: z.array(text).optional(),
  country: countryCode.optional(),
  city: text.optional(),
  founded: date.optional(),
});

const chipForm = record('chip', {
  category: z.enum(['gpu', 'asic', 'cpu', 'system', 'lpu', 'wafer']).optional(),
  designedBy: company.optional(),
  codesignedWith: z.array(company).optional(),
  released: date.optional(),
  fabricatedBy: z.array(z.strictObject({ foundry: company, node: text.optional(), ...optionalEvidence })).optional(),
  memoryFrom: z.array(z.strictObject({ supplier: company, ...optionalEvidence })).optional(),
  components: z.array(chip).optional(),
  exportStatus: z.array(z.strictObject({ is: text, from: date.optional(), ...optionalEvidence })).optional(),
});

const DATACENTER_STATUSES = ['operational', 'expanding', 'under_construction', 'planned', 'paused', 'cancelled'];
const datacenterForm = record('datacenter', {
  operatedBy: organisation.optional(),
  ownedBy: z.array(organisation).optional(),
  tenants: z
    .array(
      z.union([
        organisation,
        z.strictObject({ tenant: organisation, qualifier: z.literal('reported').optional(), ...optionalEvidence }),
      ]),
    )
    .optional(),
  energyFrom: z
    .array(z.strictObject({ supplier: organisation.optional(), kind: text, ...optionalEvidence }))
    .optional(),
  country: countryCode.optional(),
  region: text.optional(),
  city: text.optional(),
  latitude: number.min(-90).max(90).optional(),
  longitude: number.min(-180).max(180).optional(),
  geoPrecision: z.enum(['site', 'city']).optional(),
  status: status(z.enum(DATACENTER_STATUSES)).optional(),
  firstOperational: date.optional(),
  firstOperationalBasis: z.enum(['actual_estimate', 'announced', 'projected']).optional(),
});

const dealForm = record('deal', {
  form: z.enum(DEAL_FORMS),
  parties: z.array(withRole).min(1).meta({ description: 'Who takes part, with the role as the source has it.' }),
  announced: date,
  start: date.optional(),
  end: date.optional(),
  termYears: number.positive().optional(),
  status: status(z.enum(DEAL_STATUSES)).meta({
    description: 'A status from the announcement on, or a list of { is, from }.',
  }),
  chips: z.array(chip).optional(),
  datacenters,
  supersedes: z.array(deal).optional(),
  nestedIn: z.array(deal).optional(),
  expands: z.array(deal).optional(),
  contingentOn: z.array(deal).optional(),
  relatedTo: z.array(deal).optional(),
});

const initiativeForm = record('initiative', {
  government: countryCode,
  form: text,
  status: text,
  start: date.optional(),
  end: date.optional(),
  goals: z.array(text).optional(),
  leadBodies: z.array(organisation).optional(),
  suppliers: z.array(withRole).optional().meta({ description: 'Who supplies chips, cloud, servers or buildings.' }),
  participants: z.array(withRole).optional().meta({ description: 'Grantees, users, tenants, investors.' }),
  datacenters,
  nestedIn: z.array(idOf('initiative')).optional(),
  sameAs: z.array(deal).optional().meta({ description: 'Deals that are the same project; never add the amounts.' }),
  contains: z.array(deal).optional().meta({ description: 'Deals that are part of it; never add the amounts.' }),
});

const countryForm = record('country', { memberOf: z.array(countryCode).optional() }).extend({
  id: idOf('country').refine(
    (id) => COUNTRY_CODES.has(id.slice('country:'.length)),
    'an id such as "country:NO" with a code of ISO 3166-1, or EU',
  ),
});

const policyForm = record('policy', {
  issuedBy: idOf('company', 'country'),
  action: text,
  targets: z.array(idOf('company', 'country', 'chip', 'topic')).min(1),
  date,
});

const topicForm = record('topic', {});

const sourceForm = z.strictObject({
  id: idOf('source'),
  name: text.meta({ description: 'Its title.' }),
  publisher: text,
  url: z.url({ error: 'an address such as https://example.org/page' }).optional(),
  published: date.optional(),
  medium: z.enum([
    'news',
    'press',
    'filing',
    'government',
    'dataset',
    'report',
    'reference',
    'legal',
    'analysis',
    'seed',
  ]),
  read: z.enum(['direct', 'indirect', 'none']).meta({
    description: 'direct: a stored copy was read. indirect: read in a document that cites it. none: recalled.',
  }),
  licence: text,
});

const relationForm = z.strictObject({ subject: organisation.or(idOf('chip', 'country')), ...fact.shape });

const marketShareForm = z.strictObject({
  market: text,
  entity: organisation,
  value: number.min(0).max(100).meta({ description: 'Percent.' }),
  qualifier: fact.shape.qualifier,
  period: date,
  measure: text.meta({ description: 'What was counted: revenue, shipments, …' }),
  region: text,
  analyst: text.optional(),
  ...evidence,
});

const currencyForm = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/, 'a currency code such as EUR'),
  year: z.int().min(1900).max(2999),
  usd: number.positive().meta({ description: 'US dollars for one unit, average of the year.' }),
  source: sourceSlug,
  confidence: confidence.optional(),
  note: text.optional(),
});

/** The form of each file of records, in the order in which they are read. */
export const RECORD_FORMS = {
  source: sourceForm,
  country: countryForm,
  topic: topicForm,
  company: companyForm,
  cloud: cloudForm,
  chip: chipForm,
  datacenter: datacenterForm,
  deal: dealForm,
  initiative: initiativeForm,
  policy: policyForm,
  relation: relationForm,
  'market-share': marketShareForm,
  currency: currencyForm,
} as const;

export type Noun = keyof typeof RECORD_FORMS;
/** The nouns whose records are entities with statements. */
export type EntityNoun = Exclude<Noun, 'source' | 'relation' | 'market-share' | 'currency'>;
export type RecordOfNoun = { readonly [N in Noun]: z.infer<(typeof RECORD_FORMS)[N]> };

/** The nouns in the order in which they are read. */
export const NOUNS = [
  'source',
  'country',
  'topic',
  'company',
  'cloud',
  'chip',
  'datacenter',
  'deal',
  'initiative',
  'policy',
  'relation',
  'market-share',
  'currency',
] as const satisfies readonly Noun[];
