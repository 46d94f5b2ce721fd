import { beforeAll, describe, expect, it } from 'vitest';
import { deriveDataset } from '../../src/derive/deriveDataset.js';
import { factsOf, headOf } from '../../src/derive/factsOf.js';
import type { Dataset } from '../../src/model/dataset.js';
import { toId } from '../../src/model/ids.js';
import { deal } from '../support/records.js';
import { shippedDataset } from '../support/shippedDataset.js';
import { type StatementSpec, statement } from '../support/smallDataset.js';
import { graphOfDataset, pluck, type TestGraph } from './graph.js';
import { AWS, GOOGLE } from './scenarios.js';

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

  it('AWS had 40 % of the market instead of 29', async () => {
    const question = `query ($scenario: ScenarioInput) {
      marketConcentration(market: "cloud_infrastructure", period: "2025-Q3", scenario: $scenario) {
        results { hhi { low high } shares { entity { id } sharePercent evidence { id sources { id } } } }
      }
    }`;
    const known = await graph.ask(question);
    const claims = pluck(known, 'marketConcentration.results.shares');
    const remove = claims
      .filter((share) => pluck(share, 'entity.id')[0] === 'cloud:aws')
      .flatMap((share) => pluck(share, 'evidence.id'));
    const scope = 'cloud_infrastructure|enterprise_cloud_infrastructure_spend|worldwide|Synergy Research Group';
    const share = { property: 'market_share', scope, value: 40, unit: 'percent', refersTo: '2025-Q3' };
    const supposed = await graph.ask(question, {
      scenario: { add: [{ id: 'cloud:aws', statements: [share] }], remove },
    });
    // 29² + 20² + 13² + 3² with 35 left; 40² + 20² + 13² + 3² = 2,178 with 24 left: 2,178 + 24² = 2,754.
    expect(pluck(known, 'marketConcentration.results.hhi')).toEqual([{ low: 1_419, high: 2_644 }]);
    expect(pluck(supposed, 'marketConcentration.results.hhi')).toEqual([{ low: 2_178, high: 2_754 }]);
    // 90 + 20 + 13 by one source.
    const sources = new Set(pluck(claims, 'evidence.sources.id'));
    const tooMuch = { ...share, value: 90, sources: [...sources] };
    const [message] = await graph.refusal(question, {
      scenario: { add: [{ id: 'cloud:aws', statements: [tooMuch] }], remove },
    });
    expect(message).toContain('add up to at most 100 but got: 123.');
  });

  it('a French site of Microsoft were as large as all that run in the Union', async () => {
    const question = `query ($scenario: ScenarioInput) {
      nationalDependency(country: "country:EU", scenario: $scenario) {
        provider { capacity coverage { known total } shares { entity { id } sharePercent } }
        rows(first: 1) { site { id name } capacity operator { name } }
        scenario { entitiesAdded { id } dependenciesAdded }
      }
    }`;
    const known = await graph.ask(question);
    const capacity = Number(pluck(known, 'nationalDependency.provider.capacity')[0]);
    const answer = await graph.ask(question, {
      scenario: {
        add: [
          {
            id: 'datacenter:marseille-1',
            name: 'Marseille 1',
            statements: [
              { property: 'located_in', object: 'country:FR' },
              { property: 'operated_by', object: 'cloud:azure' },
              { property: 'status', value: 'operational', validFrom: '2026-01-01' },
              { property: 'h100_equivalents', value: capacity },
            ],
          },
        ],
      },
    });
    expect(pluck(answer, 'nationalDependency.provider.capacity')).toEqual([2 * capacity]);
    expect(pluck(answer, 'nationalDependency.provider.shares')[0]).toEqual({
      entity: { id: 'country:US' },
      sharePercent: 50,
    });
    expect(pluck(answer, 'nationalDependency.rows')).toEqual([
      { site: { id: 'datacenter:marseille-1', name: 'Marseille 1' }, capacity, operator: { name: 'Microsoft Azure' } },
    ]);
    expect(pluck(answer, 'nationalDependency.scenario.entitiesAdded.id')).toEqual(['datacenter:marseille-1']);
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
});
