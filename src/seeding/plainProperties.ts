import type { z } from 'zod';
import type { EntityKind } from '../model/ids.js';
import { RECORD_FORMS } from './recordForms.js';

/**
 * The claims without which a record of the kind is none, by the field that the seeds demand: every such entity has at
 * least one that stands.
 */
export const REQUIRED_PROPERTIES: ReadonlyMap<EntityKind, ReadonlyMap<string, string>> = new Map([
  ['cloud', new Map([['operatedBy', 'operated_by']])],
  [
    'deal',
    new Map([
      ['form', 'form'],
      ['parties', 'party'],
      ['announced', 'announced'],
      ['status', 'status'],
    ]),
  ],
  [
    'initiative',
    new Map([
      ['government', 'government'],
      ['form', 'initiative_form'],
      ['status', 'status'],
    ]),
  ],
  [
    'policy',
    new Map([
      ['issuedBy', 'issued_by'],
      ['action', 'action'],
      ['targets', 'targets'],
      ['date', 'date'],
    ]),
  ],
]);

const { chip, datacenter, deal } = RECORD_FORMS;

const PLAIN_VALUES: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ['chip category', chip.shape.category],
  ['datacenter status', datacenter.shape.status],
  ['datacenter geo_precision', datacenter.shape.geoPrecision],
  ['datacenter first_operational_basis', datacenter.shape.firstOperationalBasis],
  ['deal form', deal.shape.form],
  ['deal status', deal.shape.status],
  ['deal term_years', deal.shape.termYears],
]);

/** The form that the value of a plain field must have, where it is one of a few; null for any other property. */
export function plainValueForm(kind: EntityKind, property: string): z.ZodType | null {
  return PLAIN_VALUES.get(`${kind} ${property}`) ?? null;
}
