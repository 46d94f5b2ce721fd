import type { SourceRecord } from '../model/entity.js';
import type { EntityId } from '../model/ids.js';
import type { Day } from '../model/time.js';

/** Whose word it is that a fact holds which no source states. */
export const HYPOTHETICAL: EntityId = 'source:hypothetical';

/** The source of what a scenario says, published on the day that is asked about. */
export function hypotheticalSource(asOf: Day): SourceRecord {
  return {
    id: HYPOTHETICAL,
    kind: 'source',
    name: 'Hypothetical: said by the scenario of this question alone',
    aliases: [],
    externalIds: [],
    country: null,
    confidence: 'confirmed',
    sources: [],
    mergedInto: null,
    publisher: 'the scenario of this question',
    url: null,
    published: asOf,
    medium: 'other',
    read: 'direct',
    licence: 'none',
  };
}
