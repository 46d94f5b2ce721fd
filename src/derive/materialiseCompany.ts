import type { CompanyRecord, EntityHead } from '../model/entity.js';
import type { ClaimReader } from './ClaimReader.js';

export function materialiseCompany(head: EntityHead<'company'>, read: ClaimReader): CompanyRecord {
  return {
    ...head,
    country: read.object('hq_country'),
    roles: read.texts('role'),
    hqCity: read.text('hq_city'),
    founded: read.date('founded'),
    parent: read.object('parent'),
  };
}
