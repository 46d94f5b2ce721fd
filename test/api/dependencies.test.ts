import { describe, expect, test } from 'vitest';
import { cloud, company, deal } from '../support/records.js';
import { graphOf, pluck } from './graph.js';

const graph = await graphOf({
  entities: [company('lab', { name: 'Lab' }), cloud('c'), company('op'), deal('one'), deal('two')],
  statements: [{ id: 'statement:why', subject: 'deal:one', property: 'party', scope: 'provider', object: 'cloud:c' }],
  edges: [
    { from: 'company:lab', to: 'cloud:c', kind: 'COMPUTE', deal: 'deal:one', statementIds: ['statement:why'] },
    { from: 'company:lab', to: 'cloud:c', kind: 'COMPUTE', deal: 'deal:two', validFrom: '2026-01-01', rule: 'second' },
    { from: 'company:lab', to: 'company:vendor', kind: 'CHIPS', confidence: 'recalled', sharePercent: 60 },
    { from: 'company:lab', to: 'company:later', kind: 'CHIPS', prospective: true },
    { from: 'company:lab', to: 'company:fund', kind: 'CAPITAL' },
    { from: 'cloud:c', to: 'company:op', kind: 'OWNERSHIP' },
    { from: 'cloud:c', to: 'company:vendor', kind: 'CHIPS' },
    { from: 'company:vendor', to: 'company:fab', kind: 'FABRICATION' },
  ],
});

const reached = async (args: string) => {
  const answer = await graph.ask(`{ dependencies(of: "company:lab", ${args}) { edges { node { id } depth } } }`);
  const ids = pluck(answer, 'dependencies.edges.node.id');
  const depths = pluck(answer, 'dependencies.edges.depth');
  return ids.map((id, i) => `${depths[i]} ${id}`);
};

describe('dependencies', () => {
  test('are direct by default, without capital, ownership and what is prospective', async () => {
    expect(await reached('first: 10')).toEqual(['1 cloud:c', '1 company:vendor']);
  });

  test('go on through others, nearest first, and from a cloud to its operator', async () => {
    expect(await reached('transitive: true')).toEqual([
      '1 cloud:c',
      '1 company:vendor',
      '2 company:fab',
      '2 company:op',
    ]);
    expect(await reached('maxDepth: 2, kinds: [COMPUTE, CHIPS]')).toEqual(['1 cloud:c', '1 company:vendor']);
  });

  test('are narrowed by kind, confidence, day, and widened to prospects', async () => {
    expect(await reached('kinds: [CAPITAL]')).toEqual(['1 company:fund']);
    expect(await reached('minConfidence: CONFIRMED')).toEqual(['1 cloud:c']);
    expect(await reached('prospective: true')).toEqual(['1 cloud:c', '1 company:later', '1 company:vendor']);
  });

  test('show every direct link with its deal and evidence', async () => {
    const links = async (asOf: string) =>
      pluck(
        await graph.ask(`{
          dependencies(of: "company:lab", kinds: [COMPUTE], asOf: "${asOf}") {
            edges { links { kind rule from { id } to { id } deal { id } validFrom evidence { property sources { id } } } }
          }
        }`),
        'dependencies.edges.links',
      );
    const first = {
      kind: 'COMPUTE',
      rule: 'test',
      from: { id: 'company:lab' },
      to: { id: 'cloud:c' },
      deal: { id: 'deal:one' },
      validFrom: null,
      evidence: [{ property: 'party', sources: [{ id: 'source:s1' }] }],
    };
    expect(await links('2025-12-31')).toEqual([first]);
    const later = await links('2026-01-01');
    expect(later).toHaveLength(2);
    expect(later).toContainEqual(first);
  });

  test('carry a witness path whose hops say what they are and how sure', async () => {
    const answer = await graph.ask(`{
      dependencies(of: "company:lab", transitive: true) {
        edges {
          node { id } kinds confidence
          path { length confidence nodes { id } hops { kind from { id } to { id } confidence sharePercent } }
        }
      }
    }`);
    const [fab] = pluck(answer, 'dependencies.edges').filter((edge) => pluck(edge, 'node.id')[0] === 'company:fab');
    // Two ways of two hops: through the cloud's vendor it would be three; the direct one is only recalled.
    expect(fab).toEqual({
      node: { id: 'company:fab' },
      kinds: ['FABRICATION'],
      confidence: 'RECALLED',
      path: {
        length: 2,
        confidence: 'RECALLED',
        nodes: [{ id: 'company:lab' }, { id: 'company:vendor' }, { id: 'company:fab' }],
        hops: [
          {
            kind: 'CHIPS',
            from: { id: 'company:lab' },
            to: { id: 'company:vendor' },
            confidence: 'RECALLED',
            sharePercent: 60,
          },
          {
            kind: 'FABRICATION',
            from: { id: 'company:vendor' },
            to: { id: 'company:fab' },
            confidence: 'CONFIRMED',
            sharePercent: null,
          },
        ],
      },
    });
  });

  test('are counted and paged without gaps', async () => {
    const seen: unknown[] = [];
    let after: unknown = null;
    for (let pages = 0; pages < 4; pages++) {
      const page = await graph.ask(
        `query ($after: String) {
          dependencies(of: "company:lab", transitive: true, first: 1, after: $after) {
            totalCount truncated edges { node { id } } pageInfo { endCursor hasNextPage }
          }
        }`,
        { after },
      );
      expect(pluck(page, 'dependencies.totalCount')).toEqual([4]);
      expect(pluck(page, 'dependencies.truncated')).toEqual([false]);
      seen.push(...pluck(page, 'dependencies.edges.node.id'));
      [after] = pluck(page, 'dependencies.pageInfo.endCursor');
      expect(pluck(page, 'dependencies.pageInfo.hasNextPage')).toEqual([pages < 3]);
    }
    expect(seen).toEqual(['cloud:c', 'company:vendor', 'company:fab', 'company:op']);
  });

  test('are the same from the entity itself', async () => {
    const answer = await graph.ask('{ company(id: "company:lab") { dependencies { edges { node { id } } } } }');
    expect(pluck(answer, 'company.dependencies.edges.node.id')).toEqual(['cloud:c', 'company:vendor']);
  });

  test('refuse an unknown id with a suggestion, and a depth out of range', async () => {
    expect(await graph.refusal('{ dependencies(of: "company:labs") { totalCount } }')).toEqual([
      'No company has the id "company:labs". Did you mean "company:lab"?',
    ]);
    expect(await graph.refusal('{ dependencies(of: "company:lab", maxDepth: 0) { totalCount } }')).toEqual([
      'Expected maxDepth in 1..10 but got: 0.',
    ]);
  });
});

describe('dependents', () => {
  test('are found the other way, with paths from the entity asked about', async () => {
    const answer = await graph.ask(`{
      dependents(of: "company:fab", transitive: true) { edges { node { id } depth path { nodes { id } hops { from { id } } } } }
    }`);
    expect(pluck(answer, 'dependents.edges.node.id')).toEqual(['company:vendor', 'cloud:c', 'company:lab']);
    const [, , lab] = pluck(answer, 'dependents.edges.path');
    expect(pluck(lab, 'nodes.id')).toEqual(['company:fab', 'company:vendor', 'company:lab']);
    expect(pluck(lab, 'hops.from.id')).toEqual(['company:vendor', 'company:lab']);
  });
});
