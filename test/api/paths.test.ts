import { describe, expect, test } from 'vitest';
import { graphOf, pluck } from './graph.js';

const graph = await graphOf({
  edges: [
    { from: 'company:a', to: 'company:b', kind: 'CHIPS' },
    { from: 'company:b', to: 'company:d', kind: 'FABRICATION', confidence: 'recalled' },
    { from: 'company:a', to: 'company:c', kind: 'CHIPS', prospective: true },
    { from: 'company:c', to: 'company:d', kind: 'EQUIPMENT' },
    { from: 'company:a', to: 'company:d', kind: 'CAPITAL' },
  ],
});

const found = async (args: string) => {
  const answer = await graph.ask(`{ paths(${args}) { edges { node { nodes { id } } } } }`);
  return pluck(answer, 'paths.edges.node').map((path) => pluck(path, 'nodes.id').join(' '));
};

describe('paths', () => {
  test('lead from the dependent to the provider, each hop with kind and confidence', async () => {
    expect(
      await graph.ask(`{
        paths(from: "company:a", to: "company:d") {
          truncated onlyAtLowerConfidence
          edges { node { length confidence nodes { id } hops { kind from { id } to { id } } } }
        }
      }`),
    ).toEqual({
      paths: {
        truncated: false,
        onlyAtLowerConfidence: false,
        edges: [
          {
            node: {
              length: 2,
              confidence: 'RECALLED',
              nodes: [{ id: 'company:a' }, { id: 'company:b' }, { id: 'company:d' }],
              hops: [
                { kind: 'CHIPS', from: { id: 'company:a' }, to: { id: 'company:b' } },
                { kind: 'FABRICATION', from: { id: 'company:b' }, to: { id: 'company:d' } },
              ],
            },
          },
        ],
      },
    });
  });

  test('use prospects and named kinds only where asked', async () => {
    const ends = 'from: "company:a", to: "company:d"';
    expect(await found(`${ends}, prospective: true`)).toEqual([
      'company:a company:c company:d',
      'company:a company:b company:d',
    ]);
    expect(await found(`${ends}, kinds: [CAPITAL]`)).toEqual(['company:a company:d']);
  });

  test('can be walked back, or either way', async () => {
    expect(await found('from: "company:d", to: "company:a"')).toEqual([]);
    expect(await found('from: "company:d", to: "company:a", direction: DEPENDENTS')).toEqual([
      'company:d company:b company:a',
    ]);
    expect(await found('from: "company:b", to: "company:c", direction: ANY')).toEqual([
      'company:b company:d company:c',
    ]);
  });

  test('say that there are some at a lower confidence only', async () => {
    expect(
      await graph.ask(`{
        paths(from: "company:a", to: "company:d", minConfidence: CONFIRMED) { onlyAtLowerConfidence edges { node { length } } }
      }`),
    ).toEqual({ paths: { onlyAtLowerConfidence: true, edges: [] } });
  });

  test('say when there are more', async () => {
    expect(
      await graph.ask(`{
        paths(from: "company:a", to: "company:d", prospective: true, first: 1) {
          truncated edges { node { length } }
        }
      }`),
    ).toEqual({ paths: { truncated: true, edges: [{ node: { length: 2 } }] } });
  });

  test('take null for the default', async () => {
    const ends = 'from: "company:a", to: "company:d"';
    const nulls = 'kinds: null, direction: null, maxHops: null, prospective: null, minConfidence: null, first: null';
    expect(await found(`${ends}, ${nulls}`)).toEqual(await found(ends));
  });

  test('refuse too many hops, one end twice and unknown ends', async () => {
    expect(await graph.refusal('{ paths(from: "company:a", to: "company:d", maxHops: 11) { truncated } }')).toEqual([
      'Expected maxHops in 1..10 but got: 11.',
    ]);
    expect(await graph.refusal('{ paths(from: "company:a", to: "company:a") { truncated } }')).toEqual([
      'Expected another entity than "company:a" as the other end but got: "company:a".',
    ]);
    expect(await graph.refusal('{ paths(from: "company:a", to: "chip:zzz") { truncated } }')).toEqual([
      'No chip has the id "chip:zzz".',
    ]);
  });
});
