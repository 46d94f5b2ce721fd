import type { CloudRecord, EntityHead } from '../model/entity.js';
import type { ClaimReader } from './ClaimReader.js';
import type { MaterialiseContext } from './materialise.js';

/** A cloud's country is that of the company that runs it, else the one stated of the cloud itself. */
export function materialiseCloud(
  head: EntityHead<'cloud'>,
  read: ClaimReader,
  context: MaterialiseContext,
): CloudRecord {
  const operator = read.object('operated_by');
  return { ...head, country: (operator && context.countryOf(operator)) ?? read.object('hq_country'), operator };
}
