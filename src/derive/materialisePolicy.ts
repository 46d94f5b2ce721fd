import type { EntityHead, PolicyRecord } from '../model/entity.js';
import { kindOf } from '../model/ids.js';
import type { ClaimReader } from './ClaimReader.js';
import type { MaterialiseContext } from './materialise.js';

/** A rule's country is the one that issued it, or that of the body that did. */
export function materialisePolicy(
  head: EntityHead<'policy'>,
  read: ClaimReader,
  context: MaterialiseContext,
): PolicyRecord {
  const issuer = read.object('issued_by');
  const country = issuer === null || kindOf(issuer) === 'country' ? issuer : context.countryOf(issuer);
  return {
    ...head,
    country,
    action: read.text('action') ?? 'unknown',
    issuer,
    target: read.objects('targets')[0] ?? null,
    date: read.date('date'),
  };
}
