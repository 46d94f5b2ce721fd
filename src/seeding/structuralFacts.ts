import type { EntityId } from '../model/ids.js';
import type { FactValue } from '../model/statement.js';
import type { PartialDate } from '../model/time.js';
import type { Draft } from './draft.js';
import type { RecordOfNoun } from './recordForms.js';

/** What the plain fields of a company say, as statements. */
export function companyFacts(record: RecordOfNoun['company']): Draft[] {
  return [
    ...values('roles', 'role', record.roles),
    ...objects('country', 'hq_country', [record.country]),
    ...values('city', 'hq_city', [record.city]),
    ...values('founded', 'founded', [record.founded]),
    ...objects('parent', 'parent', [record.parent]),
    ...each('ownedBy', record.ownedBy, ({ owner, percent, ...rest }) => ({
      property: 'owned_by',
      object: owner,
      value: percent,
      ...rest,
    })),
  ];
}

/** What the plain fields of a cloud say, as statements. */
export function cloudFacts(record: RecordOfNoun['cloud']): Draft[] {
  return [
    // A cloud has had an operator for as long as it has been there.
    { field: 'operatedBy', property: 'operated_by', object: record.operatedBy, validFrom: record.founded },
    ...values('roles', 'role', record.roles),
    ...objects('country', 'hq_country', [record.country]),
    ...values('city', 'hq_city', [record.city]),
    ...values('founded', 'founded', [record.founded]),
  ];
}

/** What the plain fields of a chip say, as statements. */
export function chipFacts(record: RecordOfNoun['chip']): Draft[] {
  return [
    ...values('category', 'category', [record.category]),
    ...objects('designedBy', 'designed_by', [record.designedBy]),
    ...objects('codesignedWith', 'codesigned_with', record.codesignedWith),
    ...values('released', 'released', [record.released]),
    ...each('fabricatedBy', record.fabricatedBy, ({ foundry, node, ...rest }) => ({
      property: 'fabricated_by',
      object: foundry,
      value: node,
      ...rest,
    })),
    ...each('memoryFrom', record.memoryFrom, ({ supplier, ...rest }) => ({
      property: 'memory_from',
      object: supplier,
      ...rest,
    })),
    ...objects('components', 'component', record.components),
    ...statuses('exportStatus', 'export_status', record.exportStatus),
  ];
}

/** What the plain fields of a datacenter say, as statements. */
export function datacenterFacts(record: RecordOfNoun['datacenter']): Draft[] {
  return [
    ...objects('operatedBy', 'operated_by', [record.operatedBy]),
    ...objects('ownedBy', 'owned_by', record.ownedBy),
    ...each('tenants', record.tenants, (tenant) => {
      if (typeof tenant === 'string') return { property: 'tenant', object: tenant };
      const { tenant: object, ...rest } = tenant;
      return { property: 'tenant', object, ...rest };
    }),
    // Without a named supplier there is no relation: how the site is powered is then a text.
    ...each('energyFrom', record.energyFrom, ({ supplier, kind, ...rest }) =>
      supplier === undefined
        ? { property: 'energy_kind', value: kind, ...rest }
        : { property: 'energy_from', object: supplier, scope: kind, ...rest },
    ),
    ...objects('country', 'located_in', [record.country]),
    ...values('region', 'region', [record.region]),
    ...values('city', 'city', [record.city]),
    ...values('latitude', 'latitude', [record.latitude]),
    ...values('longitude', 'longitude', [record.longitude]),
    ...values('geoPrecision', 'geo_precision', [record.geoPrecision]),
    ...statuses('status', 'status', record.status),
    ...values('firstOperational', 'first_operational', [record.firstOperational]),
    ...values('firstOperationalBasis', 'first_operational_basis', [record.firstOperationalBasis]),
  ];
}

/** What the plain fields of a deal say, as statements. A single status holds from the announcement on. */
export function dealFacts(record: RecordOfNoun['deal']): Draft[] {
  return [
    ...values('form', 'form', [record.form]),
    ...withRoles('parties', 'party', record.parties),
    ...values('announced', 'announced', [record.announced]),
    ...values('start', 'start', [record.start]),
    ...values('end', 'end', [record.end]),
    ...values('termYears', 'term_years', [record.termYears]),
    ...statuses('status', 'status', record.status, record.announced),
    ...objects('chips', 'chip', record.chips),
    ...objects('datacenters', 'datacenter', record.datacenters),
    ...objects('supersedes', 'supersedes', record.supersedes),
    ...objects('nestedIn', 'nested_in', record.nestedIn),
    ...objects('expands', 'expands', record.expands),
    ...objects('contingentOn', 'contingent_on', record.contingentOn),
    ...objects('relatedTo', 'related_to', record.relatedTo),
  ];
}

/** What the plain fields of an initiative say, as statements. */
export function initiativeFacts(record: RecordOfNoun['initiative']): Draft[] {
  return [
    ...objects('government', 'government', [record.government]),
    ...values('form', 'initiative_form', [record.form]),
    ...statuses('status', 'status', record.status),
    ...values('start', 'start', [record.start]),
    ...values('end', 'end', [record.end]),
    ...values('goals', 'goal', record.goals),
    ...objects('leadBodies', 'lead_body', record.leadBodies),
    ...withRoles('suppliers', 'supplier', record.suppliers),
    ...withRoles('participants', 'participant', record.participants),
    ...objects('datacenters', 'datacenter', record.datacenters),
    ...objects('nestedIn', 'nested_in', record.nestedIn),
    ...objects('sameAs', 'same_as', record.sameAs),
    ...objects('contains', 'contains', record.contains),
  ];
}

/** The memberships of a country, as statements. */
export function countryFacts(record: RecordOfNoun['country']): Draft[] {
  return objects('memberOf', 'member_of', record.memberOf);
}

/** What the plain fields of a policy event say, as statements. */
export function policyFacts(record: RecordOfNoun['policy']): Draft[] {
  return [
    ...objects('issuedBy', 'issued_by', [record.issuedBy]),
    ...values('action', 'action', [record.action]),
    ...objects('targets', 'targets', record.targets),
    ...values('date', 'date', [record.date]),
  ];
}

type DraftOf = Omit<Draft, 'field'>;

function values(field: string, property: string, given: readonly (FactValue | undefined)[] = []): Draft[] {
  return given.flatMap((value) => (value === undefined ? [] : [{ field, property, value }]));
}

function objects(field: string, property: string, given: readonly (EntityId | undefined)[] = []): Draft[] {
  return given.flatMap((object) => (object === undefined ? [] : [{ field, property, object }]));
}

function each<T>(field: string, given: readonly T[] = [], draftOf: (item: T) => DraftOf): Draft[] {
  return given.map((item, i) => ({ field: `${field}[${i}]`, ...draftOf(item) }));
}

interface WithRole {
  readonly role: string;
  readonly entity: EntityId;
}

function withRoles<T extends WithRole>(field: string, property: string, given: readonly T[] | undefined): Draft[] {
  return each(field, given, ({ role, entity, ...rest }) => ({ property, object: entity, scope: role, ...rest }));
}

type Statuses =
  | string
  | readonly ({ readonly is: string; readonly from?: PartialDate | undefined } & Partial<DraftOf>)[];

function statuses(field: string, property: string, given: Statuses | undefined, since?: PartialDate): Draft[] {
  if (given === undefined) return [];
  if (typeof given === 'string') return [{ field, property, value: given, validFrom: since }];
  return each(field, given, ({ is, from, ...rest }) => ({ property, value: is, validFrom: from, ...rest }));
}
