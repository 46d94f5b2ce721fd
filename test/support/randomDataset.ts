import fc from 'fast-check';
import type { Dataset } from '../../src/model/dataset.js';
import { DEPENDENCY_KINDS } from '../../src/model/edge.js';
import type { EntityId } from '../../src/model/ids.js';
import { company } from './records.js';
import { edge, event, smallDataset, statement } from './smallDataset.js';

const ids = ['company:a', 'company:b', 'cloud:c', 'chip:d'] as const satisfies readonly EntityId[];
const id = fc.constantFrom<EntityId>(...ids);
const slug = fc.constantFrom('a', 'b', 'e', 'f');

/** Datasets of a few rows that need not follow from one another: for tests of what treats rows as rows. */
export const randomDataset: fc.Arbitrary<Dataset> = fc
  .record({
    companies: fc.uniqueArray(fc.record({ slug, name: fc.string({ maxLength: 3 }), aliases: fc.array(fc.string()) }), {
      selector: (c) => c.slug,
    }),
    statements: fc.uniqueArray(
      fc.record({ subject: id, order: fc.nat(3), value: fc.oneof(fc.nat(2), fc.string(), fc.boolean()) }),
      { selector: (s) => `${s.subject} ${s.value}` },
    ),
    edges: fc.uniqueArray(fc.record({ from: id, to: id, kind: fc.constantFrom(...DEPENDENCY_KINDS) }), {
      selector: (e) => `${e.from} ${e.to} ${e.kind}`,
    }),
    closed: fc.option(fc.constant('2027-01-01T00:00:00.000Z')),
    dates: fc.uniqueArray(fc.constantFrom('2025', '2025-03', '2026-01-01')),
    redirects: fc.uniqueArray(fc.tuple(fc.constantFrom<EntityId>('company:x', 'company:y'), id), {
      selector: ([from]) => from,
    }),
    title: fc.string(),
    revision: fc.nat(5),
  })
  .map(({ companies, statements, edges, closed, dates, redirects, title, revision }) => ({
    ...smallDataset({
      entities: companies.map(({ slug: name, ...known }) => company(name, known)),
      redirects,
      meta: { title, revision },
    }),
    // The same ids whatever the order and the end, so that rows differ under one id.
    statements: statements.map(({ order, ...s }) => ({ ...statement({ property: 'note', ...s }), order })),
    edges: edges.map((e) => ({ ...edge(e), knownTo: closed })),
    events: dates.map((date) => ({ ...event({ date, entities: ['company:a'] }), knownTo: closed })),
  }));

/** The rows of a dataset in one order, without its revision, for comparing datasets whose rows may come in any. */
export function inOneOrder(dataset: Dataset) {
  const sorted = <T extends { readonly id: string }>(rows: readonly T[]) =>
    [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    meta: { ...dataset.meta, revision: 0 },
    entities: sorted(dataset.entities),
    statements: sorted(dataset.statements),
    edges: sorted(dataset.edges),
    events: sorted(dataset.events),
    redirects: [...dataset.redirects].sort(([a], [b]) => (a < b ? -1 : 1)),
  };
}
