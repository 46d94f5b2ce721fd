import type { Dataset, Facts } from '../model/dataset.js';
import { deriveEdges } from './deriveEdges.js';
import { deriveEvents } from './deriveEvents.js';
import { flagStatements } from './flagStatements.js';
import { materialiseAll } from './materialiseAll.js';
import { followedHeads, followRedirects, redirectsOf } from './redirects.js';

/**
 * Everything that a store holds, from validated facts: plain fields as of `dataThrough` by all that is known now, flags on
 * statements, edges and events with their histories. Deterministic: the order of equal facts does not change it.
 */
export function deriveDataset(facts: Facts): Dataset {
  const redirects = redirectsOf(facts.entities);
  const heads = followedHeads(
    facts.entities.filter((head) => head.mergedInto === null),
    redirects,
  );
  const statements = followRedirects(facts.statements, redirects);
  // First, because all that follows reads these records faster than the facts as they came.
  const flagged = flagStatements(statements, heads);
  const merged = { meta: facts.meta, entities: heads, statements: flagged };
  const edges = deriveEdges(merged);
  const events = deriveEvents(merged);
  const entities = materialiseAll(heads, flagged, facts.meta);
  return { meta: facts.meta, entities, redirects, statements: flagged, edges, events };
}
