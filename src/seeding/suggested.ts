import type { z } from 'zod';
import { PROPERTIES } from '../model/properties.js';
import { CURRENCIES, UNITS } from '../model/units.js';

/** Words that editors offer, with what each means. Others are allowed wherever the reader allows them. */
export type Words = ReadonlyMap<string, string>;

export const COMPANY_ROLES: Words = new Map([
  ['ai_lab', 'Trains models.'],
  ['cloud_provider', 'Sells cloud.'],
  ['neocloud', 'Sells cloud that consists mostly of accelerators.'],
  ['hyperscaler', 'Runs one of the largest clouds.'],
  ['datacenter_operator', 'Runs datacenters.'],
  ['chip_designer', 'Designs chips.'],
  ['foundry', 'Makes chips that others design.'],
  ['memory', 'Makes memory.'],
  ['packaging', 'Packages chips.'],
  ['lithography', 'Makes lithography machines.'],
  ['equipment', 'Makes other machines and parts for chip making.'],
  ['eda', 'Makes chip-design software.'],
  ['ip', 'Licenses designs of processors.'],
  ['server_oem', 'Makes servers.'],
  ['networking', 'Makes networks.'],
  ['energy_provider', 'Sells electricity or develops plants.'],
  ['telecom', 'Runs networks for the public.'],
  ['investor', 'Invests.'],
  ['sovereign_fund', 'Invests for a state.'],
  ['government', 'Is a government or a public body.'],
  ['research_infrastructure', 'Runs computers for research.'],
  ['other', 'Something else.'],
]);

const CUSTOMER = 'Counts as the customer.';
const PROVIDER = 'Counts as the provider.';
const PARTICIPANT = 'Takes part, neither as customer nor as provider.';

export const PARTY_ROLES: Words = new Map([
  ...['customer', 'offtaker', 'lessee', 'borrower', 'investee', 'licensee'].map((role) => [role, CUSTOMER] as const),
  ...['provider', 'supplier', 'seller', 'lessor', 'lender', 'investor', 'licensor'].map(
    (role) => [role, PROVIDER] as const,
  ),
  ...['partner', 'developer', 'operator', 'chip_supplier', 'technology_partner', 'host', 'acquirer', 'target'].map(
    (role) => [role, PARTICIPANT] as const,
  ),
]);

export const SUPPLIER_ROLES: Words = new Map([
  ['GPU supplier', 'Sells accelerators to it.'],
  ['chip supplier', 'Sells other chips to it.'],
  ['system supplier', 'Sells machines to it.'],
  ['server supplier', 'Sells servers to it.'],
  ['networking', 'Sells networks to it.'],
  ['cloud provider', 'Sells cloud to it.'],
  ['cloud partner', 'Provides cloud together with it.'],
  ['operator', 'Runs it.'],
  ['developer', 'Builds it.'],
]);

export const PARTICIPANT_ROLES: Words = new Map([
  ['consortium', 'Is a member of its consortium.'],
  ['grantee', 'Receives its money.'],
  ['investor', 'Invests in it.'],
  ['corporate user', 'Uses it.'],
  ['model developer', 'Trains models on it.'],
  ['tenant', 'Rents part of it.'],
]);

/** The properties that the code reads, with what they say and their units. */
export const PROPERTY_WORDS: Words = new Map(
  [...PROPERTIES].map(([name, { description, unit }]) => [
    name,
    unit === null ? description : `${description} In ${unit}.`,
  ]),
);

export const UNIT_WORDS: Words = new Map([...UNITS, ...[...CURRENCIES].map((code) => [code, 'currency'] as const)]);

/** The text form with words that editors offer. `others` says what another text means. */
export function offering<S extends z.ZodType>(form: S, words: Words, description: string, others?: string): S {
  const known = [...words].map(([word, meaning]) => ({ const: word, description: meaning }));
  return form.meta({ description, anyOf: others === undefined ? known : [...known, { description: others }] });
}

/** The form described as the property that it becomes. */
export function saying<S extends z.ZodType>(property: string, form: S): S {
  return form.meta({ description: PROPERTIES.get(property)?.description ?? property });
}
