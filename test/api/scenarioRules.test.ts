import { beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/model/dataset.js';
import { shippedDataset } from '../support/shippedDataset.js';
import { graphOfDataset, pluck, type TestGraph } from './graph.js';
import { AWS, GOOGLE } from './scenarios.js';

let shipped: Dataset;
let graph: TestGraph;

beforeAll(async () => {
  shipped = await shippedDataset();
  graph = await graphOfDataset(shipped);
});

describe('a scenario', () => {
  it('is of one question alone', async () => {
    const answer = await graph.ask(
      `query ($scenario: ScenarioInput) {
        before: company(id: "company:openai") { ...D }
        supposed: dependencies(of: "deal:openai-google-cloud-2026", kinds: [COMPUTE], scenario: $scenario) { totalCount }
        other: commitments(of: "company:openai", scenario: {remove: ["deal:openai-aws-2025"]}) {
          of { ...D } scenario { entitiesRemoved }
        }
        after: company(id: "company:openai") { ...D }
        unknown: node(id: "deal:openai-google-cloud-2026") { id }
      }
      fragment D on Company { dependencies(kinds: [COMPUTE], first: 100) { totalCount scenario { hypothetical } } }`,
      { scenario: { add: [GOOGLE] } },
    );
    expect(pluck(answer, 'after')).toEqual(pluck(answer, 'before'));
    expect(pluck(answer, 'before.dependencies.scenario')).toEqual([null]);
    expect(pluck(answer, 'other.of.dependencies.scenario')).toEqual([{ hypothetical: true }]);
    expect(pluck(answer, 'other.scenario.entitiesRemoved')).toEqual(['deal:openai-aws-2025']);
    expect(pluck(answer, 'unknown')).toEqual([null]);
  });

  it('shows the deal itself, its parties and what it is read as, wherever the answer leads', async () => {
    const answer = await graph.ask(
      `query ($scenario: ScenarioInput) {
        commitments(of: "company:openai", scenario: $scenario) {
          included { deal { id name announced status ... on ComputeDeal { amount { amount currency } } timeline(first: 5) { edges { node { kind date } } }
            facts(first: 50) { property sources { name } } parties { entity { id name } } } }
          of { ... on Company { deals(first: 100) { totalCount } } }
        }
        known: company(id: "company:openai") { deals(first: 100) { totalCount } }
      }`,
      { scenario: { add: [GOOGLE] } },
    );
    const included = pluck(answer, 'commitments.included').filter((one) => pluck(one, 'deal.id')[0] === GOOGLE.id);
    expect(included).toMatchObject([
      {
        deal: {
          name: GOOGLE.name,
          announced: '2026-09-30',
          status: 'ACTIVE',
          timeline: { edges: [{ node: { date: '2026-09-30' } }] },
        },
      },
    ]);
    const count = (path: string) => Number(pluck(answer, path)[0]);
    expect(count('commitments.of.deals.totalCount')).toBe(count('known.deals.totalCount') + 1);
  });

  it.each<[string, object, string]>([
    ['nothing', {}, 'Expected a scenario that adds or removes something but got: "neither".'],
    ['an unknown deal', { remove: ['deal:nothing'] }, 'No deal has the id "deal:nothing".'],
    ['an unknown statement', { remove: ['statement:0'] }, 'No statement has the id "statement:0".'],
    ['what is no id', { remove: ['aws'] }, 'Expected an id of a statement or an entity to remove but got: "aws".'],
    [
      'a company',
      { remove: ['company:nvidia'] },
      'Expected ids of statements, deals, initiatives, datacenters and policies to remove but got: "company:nvidia".',
    ],
    [
      'a deal without a form',
      { add: [{ id: 'deal:x', statements: [{ property: 'party', scope: 'customer', object: 'company:openai' }] }] },
      'add[0].statements: expected a claim of form of a new deal (The form in which the deal was made) but got: none.',
    ],
    [
      'an amount in words',
      { add: [{ id: 'deal:openai-aws-2025', statements: [{ property: 'amount', value: 'much', unit: 'USD' }] }] },
      'add[0].statements[0].value: expected a number but got: "much".',
    ],
    [
      'a deal that would have no form',
      { remove: ['statement:FORM'] },
      'Expected another claim of form of "deal:openai-aws-2025" to stand: add it, or take all of it away',
    ],
    [
      'too much',
      { remove: Array.from({ length: 51 }, (_, i) => `statement:${i}`) },
      'Expected a scenario that removes at most 50 ids but got: 51.',
    ],
    [
      'another name',
      { add: [{ id: 'company:openai', name: 'Open', statements: [{ property: 'hq_city', value: 'Oslo' }] }] },
      'add[0].name: expected no other name of an entity that is there but got: "Open".',
    ],
    [
      'a source',
      { add: [{ id: 'source:mine', statements: [] }] },
      'add[0].id: expected an id of anything but a source but got: "source:mine".',
    ],
  ])('says what was expected of %s', async (_what, scenario, message) => {
    const question = `query ($scenario: ScenarioInput) { commitments(of: "company:openai", scenario: $scenario) { totalUsd } }`;
    const form = shipped.statements.find((s) => s.subject === AWS[0] && s.property === 'form')?.id ?? '';
    const given: unknown = JSON.parse(JSON.stringify(scenario).replace('statement:FORM', form));
    expect((await graph.refusal(question, { scenario: given }))[0]).toContain(message);
  });

  it('is imagined once for all questions of a request, of which few may differ', async () => {
    const ask = (n: number) =>
      `q${n}: commitments(of: "company:openai", scenario: {add: [{id: "company:openai", statements: [{property: "hq_city", value: "City ${n}"}]}]}) { totalUsd }`;
    const many = Array.from({ length: 10 }, (_, n) => ask(n));
    await graph.ask(`{ ${many.join(' ')} again: ${ask(0).slice('q0: '.length)} }`);
    expect(await graph.refusal(`{ ${[...many, ask(10)].join(' ')} }`)).toEqual([
      'Expected at most 10 different scenarios in one request but there are more.',
    ]);
  });

  it('reads all of the answer at one time', async () => {
    const [message] = await graph.refusal(
      `query ($scenario: ScenarioInput) {
        commitments(of: "company:openai", asOf: "2026-01-01", scenario: $scenario) {
          of { dependencies(asOf: "2025-01-01") { totalCount } }
        }
      }`,
      { scenario: { remove: AWS.slice(0, 1) } },
    );
    expect(message).toContain('Expected asOf 2026-01-01 and knownAt ');
  });
});
