import type { CountryRecord, EntityHead } from '../model/entity.js';
import { parseId } from '../model/ids.js';
import type { ClaimReader } from './ClaimReader.js';

const BLOCS: ReadonlySet<string> = new Set(['EU']);

export function materialiseCountry(head: EntityHead<'country'>, read: ClaimReader): CountryRecord {
  const code = parseId(head.id).slug;
  return {
    ...head,
    country: head.id,
    code,
    isBloc: BLOCS.has(code),
    memberOf: read.objects('member_of'),
    population: read.number('population'),
  };
}
