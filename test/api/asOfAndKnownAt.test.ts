import { describe, expect, test } from 'vitest';
import { cloud, company, deal } from '../support/records.js';
import { dealFacts } from './facts.js';
import { graphOfFacts, pluck } from './graph.js';

const FIRST = '2026-10-01T00:00:00Z';
const LATER = '2026-11-01T00:00:00Z';

// The second deal became true on 2025-06-01, and the dataset learned of it on 2026-11-01.
const graph = await graphOfFacts({
  meta: { firstRecordedAt: FIRST, releasedAt: LATER },
  entities: [company('lab'), cloud('one'), cloud('two'), deal('old'), deal('late')],
  statements: [
    ...dealFacts('deal:old', { announced: '2025-01-01', customer: 'company:lab', provider: 'cloud:one', amount: 30 }),
    ...dealFacts('deal:late', {
      announced: '2025-06-01',
      customer: 'company:lab',
      provider: 'cloud:two',
      amount: 10,
    }).map((fact) => ({ ...fact, recordedAt: LATER })),
  ],
});

/** Before it became true and before it was learned, one of them, and after both. */
const COMBINATIONS = [
  ['2025-05-31', FIRST, false],
  ['2025-05-31', LATER, false],
  ['2025-06-01', FIRST, false],
  ['2025-06-01', LATER, true],
] as const;

describe.each(COMBINATIONS)(
  'as of %s, as known at %s, a fact recorded later than it became true: %s',
  (asOf, knownAt, isSeen) => {
    const at = `asOf: "${asOf}", knownAt: "${knownAt}"`;

    test('in facts', async () => {
      const answer = await graph.ask(`{ deal(id: "deal:late") { facts(property: "amount", ${at}) { value } } }`);
      expect(pluck(answer, 'deal.facts.value')).toEqual(isSeen ? [10] : []);
    });

    test('in dependencies', async () => {
      const answer = await graph.ask(
        `{ dependencies(of: "company:lab", kinds: [COMPUTE], prospective: true, ${at}) { edges { node { id } } } }`,
      );
      expect(pluck(answer, 'dependencies.edges.node.id')).toEqual(isSeen ? ['cloud:one', 'cloud:two'] : ['cloud:one']);
    });

    test('in commitments', async () => {
      const answer = await graph.ask(
        `{ commitments(of: "company:lab", ${at}) { totalUsd coverage { known total } byCounterparty { entity { id } } } }`,
      );
      expect(answer).toEqual({
        commitments: isSeen
          ? {
              totalUsd: 40,
              coverage: { known: 2, total: 2 },
              byCounterparty: [{ entity: { id: 'cloud:one' } }, { entity: { id: 'cloud:two' } }],
            }
          : { totalUsd: 30, coverage: { known: 1, total: 1 }, byCounterparty: [{ entity: { id: 'cloud:one' } }] },
      });
    });

    test('in concentration', async () => {
      // 75² + 25² = 6,250.
      const answer = await graph.ask(
        `{ concentration(of: "company:lab", by: CLOUD_PROVIDER, ${at}) { hhi { value } shares { sharePercent } } }`,
      );
      expect(answer).toEqual({
        concentration: isSeen
          ? { hhi: { value: 6250 }, shares: [{ sharePercent: 75 }, { sharePercent: 25 }] }
          : { hhi: { value: 10000 }, shares: [{ sharePercent: 100 }] },
      });
    });

    test('in the timeline', async () => {
      const answer = await graph.ask(`{ timeline(of: ["cloud:two"], ${at}) { edges { node { kind } } } }`);
      expect(pluck(answer, 'timeline.edges.node.kind')).toEqual(isSeen ? ['DEAL_ANNOUNCED'] : []);
    });
  },
);

test('what was withdrawn is known until then, whatever the day asked about', async () => {
  const withdrawn = await graphOfFacts({
    meta: { firstRecordedAt: FIRST, releasedAt: LATER },
    entities: [company('lab')],
    statements: [{ subject: 'company:lab', property: 'employees', value: 5, saidOn: '2025-06-01', retractedAt: LATER }],
  });
  const seen = async (asOf: string, knownAt: string) => {
    const at = `asOf: "${asOf}", knownAt: "${knownAt}"`;
    const answer = await withdrawn.ask(
      `{ company(id: "company:lab") { facts(property: "employees", ${at}) { value } } }`,
    );
    return pluck(answer, 'company.facts.value');
  };
  expect(await seen('2025-05-31', FIRST)).toEqual([]);
  expect(await seen('2025-06-01', FIRST)).toEqual([5]);
  expect(await seen('2025-05-31', LATER)).toEqual([]);
  expect(await seen('2025-06-01', LATER)).toEqual([]);
});
