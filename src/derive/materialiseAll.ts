import type { DatasetMeta } from '../model/dataset.js';
import type { EntityHead, EntityRecord, SourceRecord } from '../model/entity.js';
import type { EntityId } from '../model/ids.js';
import type { Statement } from '../model/statement.js';
import { ClaimReader } from './ClaimReader.js';
import { groupBy } from './groupBy.js';
import { type MaterialiseContext, materialise } from './materialise.js';
import { supersededOn } from './supersededOn.js';

/**
 * The records of these heads as of `dataThrough`, by all that is known now. `statements`: at least those about the heads
 * and about whatever they read (see {@link MaterialiseContext}); withdrawn ones are passed over. Linear in both.
 */
export function materialiseAll(
  heads: readonly (EntityHead | SourceRecord)[],
  statements: readonly Statement[],
  meta: DatasetMeta,
): EntityRecord[] {
  const known = statements.filter((s) => s.retractedAt === null);
  const bySubject = groupBy(known, (s) => s.subject);
  const superseding = groupBy(
    known.filter((s) => s.property === 'supersedes'),
    (s) => s.object,
  );
  const at = { asOf: meta.dataThrough };
  const context: MaterialiseContext = {
    rates: meta.rates,
    countryOf: (company: EntityId) => new ClaimReader(bySubject.get(company) ?? [], at.asOf).object('hq_country'),
    supersededOn: (deal: EntityId) =>
      supersededOn((superseding.get(deal) ?? []).map((s) => bySubject.get(s.subject) ?? [])),
  };
  return heads.map((head) => materialise(head, bySubject.get(head.id) ?? [], at, context));
}
