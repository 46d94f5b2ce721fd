import { describe, expect, test } from 'vitest';
import { chip, cloud, company, source } from '../support/records.js';
import { graphOf, pluck } from './graph.js';

const graph = await graphOf({
  entities: [
    company('nvidia', { name: 'Nvidia', aliases: ['NVDA'] }),
    company('nebius', { name: 'Nebius' }),
    cloud('nebius', { name: 'Nebius Cloud' }),
    chip('nvl72', { name: 'Nvidia NVL72' }),
    source('n', { name: 'Nvidia annual report' }),
  ],
});

const ids = async (args: string) =>
  pluck(await graph.ask(`{ search(${args}) { edges { node { id } } } }`), 'search.edges.node.id');

describe('search', () => {
  test('gives the best match first, with score and the name that matched', async () => {
    expect(
      await graph.ask('{ search(query: "nvda") { totalCount edges { node { id name kind } score matched } } }'),
    ).toEqual({
      search: {
        totalCount: 1,
        edges: [{ node: { id: 'company:nvidia', name: 'Nvidia', kind: 'COMPANY' }, score: 100, matched: 'NVDA' }],
      },
    });
  });

  test('completes words and forgives a typo', async () => {
    expect(await ids('query: "nebi"')).toEqual(['company:nebius', 'cloud:nebius']);
    expect(await ids('query: "nvidja"')).toContain('company:nvidia');
  });

  test('keeps to the kinds asked for, and leaves out sources unless asked', async () => {
    expect(await ids('query: "nvidia", kinds: [CHIP]')).toEqual(['chip:nvl72']);
    expect(await ids('query: "nvidia"')).not.toContain('source:n');
    expect(await ids('query: "nvidia", kinds: [SOURCE]')).toEqual(['source:n']);
  });

  test('pages', async () => {
    const first = await graph.ask('{ search(query: "nebius", first: 1) { pageInfo { endCursor hasNextPage } } }');
    const [after] = pluck(first, 'search.pageInfo.endCursor');
    expect(await ids(`query: "nebius", first: 1, after: "${after}"`)).toEqual(['cloud:nebius']);
  });

  test('refuses an empty and an overlong query', async () => {
    expect(await graph.refusal('{ search(query: " ") { totalCount } }')).toEqual([
      'Expected query of 1..200 characters but got: " ".',
    ]);
    expect(await graph.refusal(`{ search(query: "${'x'.repeat(201)}") { totalCount } }`)).toHaveLength(1);
  });
});
