import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange } from '../../src/model/applyChange.js';
import { DatasetIndex } from '../../src/model/DatasetIndex.js';
import type { Dataset } from '../../src/model/dataset.js';
import { diffDatasets } from '../../src/model/diffDatasets.js';
import type { EntityId } from '../../src/model/ids.js';
import { randomGraph } from '../neo4j/randomGraph.js';

const RUNS = 200;

/** Every third graph that follows another keeps its redirects and adds to them. */
function followedBy(from: Dataset, to: Dataset): Dataset {
  return { ...to, redirects: new Map([...from.redirects, ...to.redirects]) };
}

describe('DatasetIndex', () => {
  it('changes as its rows do, and finds what one made anew finds', () => {
    fc.assert(
      fc.property(randomGraph, randomGraph, (from, other) => {
        const to = followedBy(from, other);
        const change = diffDatasets(from, to);
        const before = DatasetIndex.of(from);
        const found = findings(before, from);
        const after = before.next(change, 7);
        const rows = applyChange(from, change, 7);
        expect(after.rows()).toEqual(rows);
        expect(findings(after, to)).toEqual(findings(DatasetIndex.of(rows), to));
        // Whoever still reads the earlier one sees it as it was.
        expect(findings(before, from)).toEqual(found);
      }),
      { numRuns: RUNS },
    );
  });
});

/** All that it gives for any id or property that rows name. */
function findings(index: DatasetIndex, { entities, statements, edges }: Dataset) {
  const ids = new Set<EntityId>(entities.map(({ id }) => id));
  for (const s of statements) for (const id of [s.subject, s.object ?? s.subject, ...s.sources]) ids.add(id);
  for (const { from, to } of edges) ids.add(from).add(to);
  for (const id of index.redirects.keys()) ids.add(id);
  const properties = new Set(statements.map((s) => s.property));
  return {
    all: Array.from(index.statementsInOrder, ({ id }) => id),
    properties: [...properties].map((property) => [...index.ofProperty(property)]),
    of: [...ids].map((id) => ({
      id,
      canonical: index.canonical(id),
      isMerged: index.isMerged(id),
      about: index.about(id),
      aboutProperties: [...properties].map((property) => index.about(id, property)),
      pointingAt: index.pointingAt(id),
      citing: index.citing(id),
      edgesFrom: index.edgesFrom(id),
      edgesTo: index.edgesTo(id),
      events: index.eventsOf(id),
    })),
  };
}
