import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pluck } from './graph.js';
import { type ShippedServer, startShippedServer } from './shippedServer.js';

let server: ShippedServer;
beforeAll(async () => {
  server = await startShippedServer();
});
afterAll(() => server.close());

describe('5. Who depends on Nvidia, directly and through others?', () => {
  test('dependents with their depth and one witness path each', async () => {
    const answer = await server.ask(`{
      dependents(of: "company:nvidia", transitive: true, first: 100) {
        totalCount truncated
        edges { node { id } depth kinds confidence path { nodes { id } hops { kind evidence { sources { id } } } } }
      }
    }`);
    expect(pluck(answer, 'dependents.truncated')).toEqual([false]);
    const edges = pluck(answer, 'dependents.edges');
    expect(pluck(answer, 'dependents.edges.node.id')).toEqual(
      expect.arrayContaining(['chip:gb300', 'cloud:aws', 'cloud:coreweave', 'company:openai']),
    );
    for (const edge of edges) {
      const nodes = pluck(edge, 'path.nodes.id');
      expect(nodes.length).toBe(Number(pluck(edge, 'depth')[0]) + 1);
      expect([nodes[0], nodes.at(-1)]).toEqual(['company:nvidia', pluck(edge, 'node.id')[0]]);
      expect(pluck(edge, 'path.hops.evidence.sources.id').length).toBeGreaterThan(0);
    }
  });
});

describe('6. How is OpenAI connected to ASML?', () => {
  const paths = (args: string) =>
    server.ask(`{
      paths(from: "company:openai", to: "company:asml", ${args}) {
        onlyAtLowerConfidence
        edges { node { length nodes { id } hops { prospective evidence { property sources { id } } } } }
      }
    }`);

  test('through TSMC among others, shortest first, with evidence for each hop', async () => {
    const answer = await paths('first: 100');
    const found = pluck(answer, 'paths.edges.node');
    const lengths = found.map((path) => Number(pluck(path, 'length')[0]));
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
    expect(lengths[0]).toBe(3);
    expect(found.some((path) => pluck(path, 'nodes.id').at(-2) === 'company:tsmc')).toBe(true);
    for (const hop of pluck(answer, 'paths.edges.node.hops')) {
      expect(pluck(hop, 'prospective')).toEqual([false]);
      expect(pluck(hop, 'evidence.sources.id').length).toBeGreaterThan(0);
    }
  });

  test('in two hops only by a letter of intent on memory, which is a prospect', async () => {
    const answer = await paths('first: 2, prospective: true');
    expect(pluck(answer, 'paths.edges.node').map((path) => pluck(path, 'nodes.id').join(' '))).toEqual([
      'company:openai company:samsung-electronics company:asml',
      'company:openai company:sk-hynix company:asml',
    ]);
    expect(pluck(answer, 'paths.edges.node.hops').map((hop) => pluck(hop, 'prospective')[0])).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  test('not at all by what is confirmed, because the equipment is only recalled; the answer says so', async () => {
    expect(await paths('minConfidence: CONFIRMED')).toEqual({ paths: { onlyAtLowerConfidence: true, edges: [] } });
  });
});

describe('16. Which chips does Amazon design itself, who makes them, and who uses them?', () => {
  test('Trainium, Inferentia and Graviton, with foundry and users', async () => {
    const answer = await server.ask(`{
      company(id: "company:amazon") {
        chips(first: 20) { edges { node { id foundries { company { id } node } users { edges { node { id } } } } } }
      }
    }`);
    const chips = new Map(pluck(answer, 'company.chips.edges.node').map((node) => [pluck(node, 'id')[0], node]));
    expect([...chips.keys()]).toEqual([
      'chip:graviton4',
      'chip:inferentia2',
      'chip:trainium1',
      'chip:trainium2',
      'chip:trainium3',
      'chip:trainium4',
    ]);
    expect(chips.get('chip:trainium2')).toMatchObject({
      foundries: [{ company: { id: 'company:tsmc' }, node: '5 nm' }],
    });
    expect(pluck(chips.get('chip:trainium2'), 'users.edges.node.id')).toEqual(
      expect.arrayContaining(['cloud:aws', 'company:anthropic', 'datacenter:new-carlisle']),
    );
  });
});

describe('17. Which datacenters serve OpenAI, where, with how many MW, and who powers them?', () => {
  test('tenant, operator and owner apart, and MW with its basis', async () => {
    const answer = await server.ask(`{
      datacenters(filter: { tenants: { has: "company:openai" } }, first: 100) {
        totalCount
        edges {
          node {
            id city country { id } tenants { id } operator { id } owners { id } energyProviders { id }
            power { powerMw basis stage }
          }
        }
      }
    }`);
    const sites = pluck(answer, 'datacenters.edges.node');
    expect(sites).toHaveLength(Number(pluck(answer, 'datacenters.totalCount')[0]));
    const abilene = sites.find((site) => pluck(site, 'id')[0] === 'datacenter:stargate-abilene');
    expect(abilene).toEqual({
      id: 'datacenter:stargate-abilene',
      city: 'Abilene',
      country: { id: 'country:US' },
      tenants: [{ id: 'company:openai' }],
      operator: { id: 'company:crusoe' },
      owners: [{ id: 'company:blue-owl' }, { id: 'company:crusoe' }],
      energyProviders: [{ id: 'company:aep' }, { id: 'company:lancium' }],
      power: [
        { powerMw: 421, basis: 'IT', stage: 'OPERATIONAL' },
        { powerMw: 590, basis: 'SITE', stage: 'OPERATIONAL' },
        { powerMw: 843, basis: 'IT', stage: 'PLANNED' },
        { powerMw: 1_180, basis: 'SITE', stage: 'PLANNED' },
      ],
    });
  });
});
