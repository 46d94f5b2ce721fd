import { z } from 'zod';
import { DEAL_FORMS, DEAL_STATUSES } from '../model/entity.js';
import type { EntityKind } from '../model/ids.js';
import { COUNTRY_CODES } from './countryCodes.js';
import { confidence, countryCode, date, fact, idOf, optionalEvidence, sources, text } from './factForm.js';
import { currencyForm, marketShareForm, relationForm, sourceForm } from './otherForms.js';
import {
  COMPANY_ROLES,
  offering,
  PARTICIPANT_ROLES,
  PARTY_ROLES,
  SUPPLIER_ROLES,
  saying,
  type Words,
} from './suggested.js';

const company = idOf('company');
const organisation = idOf('company', 'cloud');
const chip = idOf('chip');
const deal = idOf('deal');
const deals = z.array(deal).optional();
const datacenters = saying('datacenter', z.array(idOf('datacenter')).optional());
const number = z.number();

/** Fields common to every record of an entity. */
function record<const K extends EntityKind, S extends z.ZodRawShape>(kind: K, fields: S) {
  return z.strictObject({
    id: idOf(kind).meta({ description: `Id of the ${kind}: "${kind}:" and a slug. It never changes.` }),
    name: text.meta({ description: 'The name by which people know it.' }),
    aliases: z.array(text).optional().meta({ description: 'Other names, by which it is found too.' }),
    externalIds: z
      .record(z.string(), text)
      .optional()
      .meta({ description: 'Ids elsewhere, by scheme: wikidata, ticker (NASDAQ:NVDA), iso3166, …' }),
    ...fields,
    sources: sources.meta({
      description:
        'Slugs from source.yaml in which the plain fields were read. At least one, but for added facts alone.',
    }),
    confidence: confidence.optional(),
    recalled: z
      .array(z.string())
      .optional()
      .meta({ description: 'Plain fields of a confirmed record that are general knowledge, read in no source.' }),
    mergedInto: idOf(kind).optional().meta({ description: 'The record that it was merged into; the id redirects.' }),
    facts: z.array(fact).optional().meta({ description: 'Claims about it, each with its own sources.' }),
  });
}

/** Organisations with their roles, as the property says. */
const withRoles = (property: string, words: Words) => {
  const role = offering(text, words, 'The role, in the words of the source.', 'Another role.');
  const entity = organisation.meta({ description: 'Who.' });
  return saying(property, z.array(z.strictObject({ role, entity, ...optionalEvidence })));
};

const from = date.optional().meta({ description: 'From when on.' });

const history = <S extends z.ZodType<string>>(value: S) =>
  z.array(z.strictObject({ is: value.meta({ description: 'The status.' }), from, ...optionalEvidence })).min(1);

const status = <S extends z.ZodType<string>>(value: S) =>
  z.union([value, history(value)]).meta({ description: 'A status, or its history: a list of { is, from } in order.' });

/** What companies and clouds have in common. */
const seat = {
  roles: saying('role', z.array(offering(text, COMPANY_ROLES, 'A role.', 'Another role.')).optional()),
  country: saying('hq_country', countryCode.optional()),
  city: saying('hq_city', text.optional()),
  founded: saying('founded', date.optional()),
};

const percent = number.min(0).max(100).optional().meta({ description: 'The stake in percent, where known.' });
const owner = organisation.meta({ description: 'The owner.' });

const companyForm = record('company', {
  ...seat,
  parent: saying('parent', company.optional()),
  ownedBy: z
    .array(z.strictObject({ owner, percent, ...optionalEvidence }))
    .optional()
    .meta({ description: 'Its owners.' }),
});

const cloudForm = record('cloud', { operatedBy: saying('operated_by', company), ...seat });

const foundry = company.meta({ description: 'The foundry.' });
const node = text.optional().meta({ description: 'The process node, such as N3P.' });
const supplier = company.meta({ description: 'The maker of the memory.' });

const chipForm = record('chip', {
  category: saying('category', z.enum(['gpu', 'asic', 'cpu', 'system', 'lpu', 'wafer']).optional()),
  designedBy: saying('designed_by', company.optional()),
  codesignedWith: saying('codesigned_with', z.array(company).optional()),
  released: saying('released', date.optional()),
  fabricatedBy: z
    .array(z.strictObject({ foundry, node, ...optionalEvidence }))
    .optional()
    .meta({ description: 'Who makes it, on which process.' }),
  memoryFrom: saying('memory_from', z.array(z.strictObject({ supplier, ...optionalEvidence })).optional()),
  components: saying('component', z.array(chip).optional()),
  exportStatus: saying('export_status', history(text).optional()),
});

const DATACENTER_STATUSES = ['operational', 'expanding', 'under_construction', 'planned', 'paused', 'cancelled'];
const qualifier = z.literal('reported').optional().meta({ description: 'reported: no party has confirmed it.' });
const tenant = organisation.meta({ description: 'The tenant.' });
const kind = text.meta({ description: 'The kind of supply: grid, onsite_gas_plant, solar, …' });
const energySupplier = organisation.optional().meta({ description: 'Who supplies it, where known.' });

const datacenterForm = record('datacenter', {
  operatedBy: saying('operated_by', organisation.optional()),
  ownedBy: saying('owned_by', z.array(organisation).optional()),
  tenants: saying(
    'tenant',
    z.array(z.union([organisation, z.strictObject({ tenant, qualifier, ...optionalEvidence })])).optional(),
  ),
  energyFrom: z
    .array(z.strictObject({ supplier: energySupplier, kind, ...optionalEvidence }))
    .optional()
    .meta({ description: 'Who powers it, and how.' }),
  country: saying('located_in', countryCode.optional()),
  region: saying('region', text.optional()),
  city: saying('city', text.optional()),
  latitude: saying('latitude', number.min(-90).max(90).optional()),
  longitude: saying('longitude', number.min(-180).max(180).optional()),
  geoPrecision: saying('geo_precision', z.enum(['site', 'city']).optional()),
  status: status(z.enum(DATACENTER_STATUSES)).optional(),
  firstOperational: saying('first_operational', date.optional()),
  firstOperationalBasis: saying(
    'first_operational_basis',
    z.enum(['actual_estimate', 'announced', 'projected']).optional(),
  ),
});

const dealForm = record('deal', {
  form: saying('form', z.enum(DEAL_FORMS)),
  parties: withRoles('party', PARTY_ROLES).min(1).meta({ description: 'Who takes part, and as what.' }),
  announced: saying('announced', date),
  start: saying('start', date.optional()),
  end: saying('end', date.optional()),
  termYears: saying('term_years', number.positive().optional()).meta({ description: 'Its term in years.' }),
  status: status(z.enum(DEAL_STATUSES)).meta({
    description: 'A status from the announcement on, or its history: a list of { is, from } in order.',
  }),
  chips: saying('chip', z.array(chip).optional()),
  datacenters,
  supersedes: saying('supersedes', deals),
  nestedIn: saying('nested_in', deals),
  expands: saying('expands', deals),
  contingentOn: saying('contingent_on', deals),
  relatedTo: saying('related_to', deals),
});

const initiativeForm = record('initiative', {
  government: saying('government', countryCode),
  form: saying('initiative_form', text),
  status: text.meta({ description: 'active, operational, proposed, reported, announced, drafting, …' }),
  start: saying('start', date.optional()),
  end: saying('end', date.optional()),
  goals: z.array(text).optional().meta({ description: 'What it is to reach.' }),
  leadBodies: saying('lead_body', z.array(organisation).optional()),
  suppliers: withRoles('supplier', SUPPLIER_ROLES)
    .optional()
    .meta({ description: 'Who supplies chips, cloud, servers or buildings.' }),
  participants: withRoles('participant', PARTICIPANT_ROLES)
    .optional()
    .meta({ description: 'Grantees, users, tenants, investors.' }),
  datacenters,
  nestedIn: saying('nested_in', z.array(idOf('initiative')).optional()),
  sameAs: saying('same_as', deals),
  contains: saying('contains', deals),
});

const countryForm = record('country', { memberOf: saying('member_of', z.array(countryCode).optional()) }).extend({
  id: idOf('country')
    .refine(
      (id) => COUNTRY_CODES.has(id.slice('country:'.length)),
      'an id such as "country:NO" with a code of ISO 3166-1, or EU',
    )
    .meta({ description: 'Id of the country: "country:" and its ISO 3166-1 code, or EU.' }),
});

const policyForm = record('policy', {
  issuedBy: saying('issued_by', idOf('company', 'country')),
  action: saying('action', text),
  targets: saying('targets', z.array(idOf('company', 'country', 'chip', 'topic')).min(1)),
  date: saying('date', date),
});

const topicForm = record('topic', {});

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

/** Whether the records of the noun are entities with statements. */
export function isEntityNoun(noun: Noun): noun is EntityNoun {
  return 'facts' in RECORD_FORMS[noun].shape;
}
