import { beforeAll, describe, expect, it } from 'vitest';
import { deriveDataset } from '../../src/derive/deriveDataset.js';
import { factsOf, headOf } from '../../src/derive/factsOf.js';
import type { Dataset } from '../../src/model/dataset.js';
import { toId } from '../../src/model/ids.js';
import { deal } from '../support/records.js';
import { shippedDataset } from '../support/shippedDataset.js';
import { type StatementSpec, statement } from '../support/smallDataset.js';
import { graphOfDataset, pluck, type TestGraph } from './graph.js';

let shipped: Dataset;
let graph: TestGraph;

beforeAll(async () => {
  shipped = await shippedDataset();
  graph = await graphOfDataset(shipped);
});

/** All the analyses, of what the questions below change. */
const ANALYSES = `
fragment Analyses on Query {
  concentration(of: "company:openai", by: CLOUD_PROVIDER, scenario: $scenario) {
    hhi { value low high } coverage { known total } shares { entity { id } sharePercent amountUsd } excluded { deal { id } reason }
  }
  byVendor: concentration(of: "company:openai", by: CHIP_VENDOR, scenario: $scenario) {
    hhi { value low high } shares { entity { id } sharePercent } excluded { deal { id } reason }
  }
  exposure(of: "company:openai", to: "company:nvidia", scenario: $scenario) {
    low high unconditional { low high } coverage { known total } chains(first: 5) { nodes { id name } share { low high } }
  }
  commitments(of: "company:openai", scenario: $scenario) {
    totalUsd annualizedUsd unscheduledUsd coverage { known total }
    byCounterparty { entity { id } amountUsd } schedule { year amountUsd } excluded { deal { id name } reason }
  }
  sold: commitments(of: "company:google", role: PROVIDER, scenario: $scenario) {
    totalUsd byCounterparty { entity { id name } amountUsd }
  }
  dependencies(of: "company:openai", first: 100, scenario: $scenario) {
    totalCount edges { depth kinds confidence node { id name } path { hops { kind from { id } to { id } } } }
  }
  dependents(of: "cloud:aws", first: 100, scenario: $scenario) { totalCount edges { kinds node { id } } }
  paths(from: "company:openai", to: "company:tsmc", first: 3, scenario: $scenario) {
    truncated edges { node { length nodes { id } } }
  }
  impact(remove: ["company:google"], scenario: $scenario) {
    breakCount stressCount breaks(first: 20) { capability depth node { id } }
    stresses(first: 20) { capability node { id } lostShare { low high } }
  }
  chokepoints(first: 3, scenario: $scenario) { ranked { entity { id } breaks } }
  compareInitiatives(countries: ["country:IN", "country:EU"], deal: "deal:openai-oracle-stargate", scenario: $scenario) {
    rows { initiative { id } budgetUsd ratioToDeal }
  }
  nationalDependency(country: "country:US", scenario: $scenario) {
    provider { coverage { known total } shares { entity { id } sharePercent } } rowCount
  }
  marketConcentration(market: "cloud_infrastructure", scenario: $scenario) { results { hhi { value } } }
}`;
const ALL = `query ($scenario: ScenarioInput) { ...Analyses } ${ANALYSES}`;

const AMOUNT = { property: 'amount', value: 50_000_000_000, unit: 'USD' };
const GOOGLE = {
  id: 'deal:openai-google-cloud-2026',
  name: 'OpenAI–Google Cloud 2026',
  statements: [
    { property: 'form', value: 'COMPUTE_PURCHASE' },
    { property: 'party', scope: 'customer', object: 'company:openai' },
    { property: 'party', scope: 'provider', object: 'cloud:google-cloud' },
    AMOUNT,
  ],
};
const AWS = ['deal:openai-aws-2025', 'deal:openai-aws-2026-expansion'];

/** The shipped facts without some, and all that follows from them. */
function without(isGone: (s: Dataset['statements'][number]) => boolean, gone: readonly string[] = []): Dataset {
  const facts = factsOf(shipped);
  const left = new Set(shipped.statements.filter((s) => !isGone(s)).map(({ id }) => id));
  return deriveDataset({
    ...facts,
    entities: facts.entities.filter(({ id }) => !gone.includes(id)),
    statements: facts.statements.filter(({ id }) => left.has(id)),
  });
}

describe('what if', () => {
  it('OpenAI signs another 50 billion with Google Cloud', async () => {
    const answer = await graph.ask(
      `query ($scenario: ScenarioInput) {
        known: concentration(of: "company:openai", by: CLOUD_PROVIDER) { ...C }
        supposed: concentration(of: "company:openai", by: CLOUD_PROVIDER, scenario: $scenario) { ...C }
        exposed: exposure(of: "company:openai", to: "cloud:google-cloud") { ...E }
        supposedExposed: exposure(of: "company:openai", to: "cloud:google-cloud", scenario: $scenario) { ...E }
      }
      fragment C on Concentration {
        hhi { value } shares { entity { id } sharePercent amountUsd } scenario { ...S }
      }
      fragment E on Exposure { low high coverage { known total } scenario { ...S } }
      fragment S on Scenario {
        hypothetical asOf added { property value subject { id name } sources { id name } } removed
        entitiesAdded { id name kind } entitiesRemoved dependenciesAdded dependenciesRemoved
      }`,
      { scenario: { add: [GOOGLE] } },
    );
    // 300, 250 and 138 billion of 688; then with 50 of 738: 40.65², 33.88², 18.70², 6.78².
    expect(pluck(answer, 'known.hhi.value')).toEqual([expect.closeTo(3624.087, 3)]);
    expect(pluck(answer, 'supposed.hhi.value')).toEqual([expect.closeTo(3195.555, 3)]);
    expect(pluck(answer, 'supposed.shares.entity.id')).toEqual([
      'cloud:oci',
      'cloud:azure',
      'cloud:aws',
      'cloud:google-cloud',
    ]);
    // With 20 billion of chips that it buys itself.
    expect(pluck(answer, 'exposed.low')).toEqual([0]);
    expect(pluck(answer, 'supposedExposed.low')).toEqual([expect.closeTo(50 / 758, 6)]);
    expect(pluck(answer, 'known.scenario')).toEqual([null]);
    expect(pluck(answer, 'supposed.scenario')).toMatchObject([
      {
        hypothetical: true,
        asOf: '2026-09-30',
        removed: [],
        entitiesAdded: [{ id: GOOGLE.id, name: GOOGLE.name, kind: 'DEAL' }],
        entitiesRemoved: [],
        dependenciesRemoved: 0,
      },
    ]);
    const added = pluck(answer, 'supposed.scenario.added');
    expect(new Set(pluck(added, 'property'))).toEqual(new Set(['form', 'party', 'amount', 'announced', 'status']));
    expect(new Set(pluck(added, 'sources.id'))).toEqual(new Set(['source:hypothetical']));
    expect(pluck(answer, 'supposed.scenario')).toEqual(pluck(answer, 'supposedExposed.scenario'));
  });

  it('the deals with AWS were not there', async () => {
    const question = `query ($scenario: ScenarioInput) {
      commitments(of: "company:openai", scenario: $scenario) {
        totalUsd byCounterparty { entity { id } amountUsd } scenario { removed entitiesRemoved dependenciesRemoved }
      }
      dependencies(of: "company:openai", kinds: [COMPUTE], scenario: $scenario) { edges { node { id } } }
    }`;
    const known = await graph.ask(question);
    const supposed = await graph.ask(question, { scenario: { remove: AWS } });
    const total = (answer: unknown) => Number(pluck(answer, 'commitments.totalUsd')[0]);
    expect(total(known) - total(supposed)).toBe(138_000_000_000);
    expect(pluck(supposed, 'commitments.scenario.entitiesRemoved')).toEqual(AWS);
    expect(pluck(supposed, 'commitments.scenario.removed').length).toBeGreaterThan(20);
    expect(pluck(known, 'dependencies.edges.node.id')).toContain('cloud:aws');
  });

  it('answers as on facts that say so, whatever is asked', async () => {
    const facts = factsOf(shipped);
    const order = Math.max(...facts.statements.map((s) => s.order)) + 1;
    const subject = toId(GOOGLE.id);
    const claims: readonly Omit<StatementSpec, 'subject'>[] = [
      ...GOOGLE.statements.map((claim) => ({ ...claim, object: 'object' in claim ? toId(claim.object) : null })),
      { property: 'announced', value: '2026-09-30' },
      { property: 'status', value: 'ACTIVE', validFrom: '2026-09-30' },
    ];
    const dated = facts.entities.find((head) => 'published' in head && head.published !== null);
    const sources = dated ? [dated.id] : [];
    const recordedAt = facts.statements[0]?.recordedAt ?? '';
    const said = claims.map((claim, i) =>
      statement({ saidOn: '2026-09-30', recordedAt, ...claim, subject, sources, order: order + i }),
    );
    const real = await graphOfDataset(
      deriveDataset({
        ...facts,
        entities: [...facts.entities, headOf(deal('openai-google-cloud-2026', { name: GOOGLE.name }))],
        statements: [...facts.statements, ...said],
      }),
    );
    expect(await graph.ask(ALL, { scenario: { add: [GOOGLE] } })).toEqual(await real.ask(ALL));
  });

  it('answers as on facts without what is taken away, whatever is asked', async () => {
    const isGone = (s: { subject: string; object: string | null }) =>
      AWS.includes(s.subject) || (s.object !== null && AWS.includes(s.object));
    const real = await graphOfDataset(without(isGone, AWS));
    expect(await graph.ask(ALL, { scenario: { remove: AWS } })).toEqual(await real.ask(ALL));
    const some = shipped.statements.filter(({ property }) => ['customer_of', 'amount', 'tenant'].includes(property));
    for (const place of [0, 40, 80]) {
      const one = some[place];
      const left = await graphOfDataset(without(({ id }) => id === one?.id));
      expect(await graph.ask(ALL, { scenario: { remove: [one?.id] } })).toEqual(await left.ask(ALL));
    }
  });

  it('changes nothing where it adds and takes away the same', async () => {
    const known = await graph.ask(ALL);
    expect(await graph.ask(ALL, { scenario: { add: [GOOGLE], remove: [GOOGLE.id] } })).toEqual(known);
    const amount = shipped.statements.find((s) => s.subject === AWS[0] && s.property === 'amount');
    if (!amount) throw new Error('No amount.');
    const { id, subject, property, value, unit, saidOn, sources } = amount;
    const same = { property, value, unit, saidOn, sources };
    expect(await graph.ask(ALL, { scenario: { add: [{ id: subject, statements: [same] }], remove: [id] } })).toEqual(
      known,
    );
  });

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
    expect((await graph.refusal(question, { scenario }))[0]).toContain(message);
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
