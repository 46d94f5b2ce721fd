import type { Dataset, Facts } from '../model/dataset.js';
import type { EntityHead, EntityRecord, SourceRecord } from '../model/entity.js';
import type { EntityId } from '../model/ids.js';
import type { Statement } from '../model/statement.js';
import { ClaimReader } from './ClaimReader.js';
import { deriveEdges } from './deriveEdges.js';
import { deriveEvents } from './deriveEvents.js';
import { flagStatements } from './flagStatements.js';
import { groupBy } from './groupBy.js';
import { type MaterialiseContext, materialise } from './materialise.js';
import { followRedirects, redirectsOf } from './redirects.js';
import { supersededOn } from './supersededOn.js';

/**
 * Everything that a store holds, from validated facts: plain fields as of `dataThrough` by all that is known now, flags on
 * statements, edges and events with their histories. Deterministic: the order of equal facts does not change it.
 */
export function deriveDataset(facts: Facts): Dataset {
  const redirects = redirectsOf(facts.entities);
  const heads = facts.entities.filter((head) => head.mergedInto === null);
  const statements = followRedirects(facts.statements, redirects);
  const merged = { meta: facts.meta, entities: heads, statements };
  return {
    meta: facts.meta,
    entities: materialiseAll(heads, statements, facts),
    redirects,
    statements: flagStatements(statements, heads),
    edges: deriveEdges(merged),
    events: deriveEvents(merged),
  };
}

function materialiseAll(
  heads: readonly (EntityHead | SourceRecord)[],
  statements: readonly Statement[],
  { meta }: Facts,
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
