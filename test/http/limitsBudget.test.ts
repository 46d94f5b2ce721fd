import { getIntrospectionQuery } from 'graphql';
import { describe, expect, it } from 'vitest';
import { RevisedSource } from '../support/RevisedSource.js';
import { company } from '../support/records.js';
import { edge, smallDataset } from '../support/smallDataset.js';
import { graphServer } from './graphServer.js';

const GRAPH = smallDataset({
  entities: ['lab', 'maker'].map((slug) => company(slug, { name: slug })),
  edges: [edge({ from: 'company:lab', to: 'company:maker', kind: 'CHIPS' })],
});
const ASK_COST = [['graph-cost', 'true']] as const;
/** 2 + 100 × (node, name, page of dependencies of 6 and edges, 100 × (node and name)) */
const LARGE = `{ companies(first: 100) { edges { node { name dependencies(first: 100) { edges { node {
  name dependencies(first: 100) { edges { node { name } } } } } } } } } }`;

async function server(costBudget?: number) {
  const source = await RevisedSource.of(GRAPH);
  return graphServer({ source, ...(costBudget === undefined ? {} : { limits: { costBudget } }) });
}

describe('the budget of a query', () => {
  it('refuses what costs more before anything is read', async () => {
    const { ask } = await server();
    // 2 + 100 × (2 + 7 + 100 × (2 + 7 + 100 × 2))
    const total = 2 + 100 * (9 + 100 * (9 + 100 * 2));
    expect(await ask(LARGE)).toMatchObject({
      status: 400,
      body: {
        errors: [
          {
            message: `Expected a query that costs at most 200000 but it costs ${total}, most of it for "companies.edges.node.dependencies.edges.node.dependencies.edges.node.name". Ask for shorter lists with first, or in several requests.`,
            extensions: { code: 'QUERY_TOO_EXPENSIVE', cost: { total, budget: 200_000 } },
          },
        ],
      },
    });
  });

  it('sees sizes in variables', async () => {
    const { url } = await server(100);
    const send = async (variables: unknown) => {
      const query = 'query ($n: Int = 5) { companies(first: $n) { edges { node { name } } } }';
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      return JSON.stringify(await response.json()).match(/"code":"(\w+)"/)?.[1];
    };
    expect(await send({})).toBeUndefined();
    expect(await send({ n: 49 })).toBeUndefined();
    expect(await send({ n: 50 })).toBe('QUERY_TOO_EXPENSIVE');
    // graphql-js refuses it and executes nothing.
    expect(await send({ n: 'many' })).toBe('BAD_USER_INPUT');
  });

  it('tells the cost to who asks for it', async () => {
    const { ask } = await server();
    const query = '{ company(id: "company:lab") { name } }';
    expect((await ask(query, ASK_COST)).body).toEqual({
      data: { company: { name: 'lab' } },
      extensions: { revision: 1, cost: { total: 2, budget: 200_000 } },
    });
    expect((await ask(query)).body).toEqual({ data: { company: { name: 'lab' } }, extensions: { revision: 1 } });
  });

  it('lets tools read the schema', async () => {
    const { ask } = await server();
    const { body } = await ask(getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true }), ASK_COST);
    expect(body).toMatchObject({
      data: { __schema: { queryType: { name: 'Query' } } },
      extensions: { cost: { total: expect.any(Number) } },
    });
  });
});
