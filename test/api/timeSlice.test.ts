import { describe, expect, test } from 'vitest';
import { company, datacenter, deal } from '../support/records.js';
import { dealFacts } from './facts.js';
import { graphOfFacts, pluck } from './graph.js';

const FIRST = '2026-10-01T00:00:00Z';
const LATER = '2026-11-01T00:00:00Z';

const graph = await graphOfFacts({
  meta: { firstRecordedAt: FIRST, releasedAt: LATER },
  entities: [datacenter('site'), company('lab'), company('op'), deal('buy')],
  statements: [
    { subject: 'datacenter:site', property: 'it_power_mw', value: 50, unit: 'MW', saidOn: '2025-03-01' },
    { subject: 'datacenter:site', property: 'it_power_mw', value: 90, unit: 'MW', saidOn: '2026-03-01' },
    {
      subject: 'datacenter:site',
      property: 'it_power_mw',
      value: 99,
      unit: 'MW',
      saidOn: '2026-04-01',
      recordedAt: LATER,
    },
    { subject: 'datacenter:site', property: 'tenant', object: 'company:lab', saidOn: '2025-01-01' },
    { subject: 'datacenter:site', property: 'operated_by', object: 'company:op', saidOn: '2025-01-01' },
    ...dealFacts('deal:buy', {
      announced: '2025-02-01',
      customer: 'company:lab',
      provider: 'cloud:c',
      amount: 100,
      more: [{ property: 'status', value: 'PAUSED', validFrom: '2026-01-15', saidOn: '2026-01-15' }],
    }),
  ],
});

test('an answer as of a day lists no deal that was announced later', async () => {
  const deals = await graphOfFacts({
    entities: [company('lab'), deal('old'), deal('new'), deal('undated')],
    statements: [
      { subject: 'cloud:c', property: 'operated_by', object: 'company:op' },
      ...dealFacts('deal:old', { announced: '2025-02-01', customer: 'company:lab', provider: 'cloud:c', amount: 1 }),
      ...dealFacts('deal:new', {
        announced: '2026-02-01',
        customer: 'company:lab',
        provider: 'cloud:c',
        amount: 2,
        more: [
          { property: 'supersedes', object: 'deal:old' },
          { property: 'expands', object: 'deal:old' },
        ],
      }),
      { subject: 'deal:undated', property: 'party', scope: 'provider', object: 'cloud:c', saidOn: '2025-03-01' },
    ],
  });
  const on = async (asOf: string) => {
    const answer = await deals.ask(`{
      dependencies(of: "company:lab", kinds: [COMPUTE], prospective: true, asOf: "${asOf}") {
        edges { node { ... on CloudProvider {
          deals { totalCount edges { node { id announced supersededBy { id } expandedBy { id } } } }
        } } }
      }
    }`);
    const list = pluck(answer, 'dependencies.edges.node.deals.edges.node');
    return list.map((one) => [...pluck(one, 'id'), ...pluck(one, 'supersededBy.id'), ...pluck(one, 'expandedBy.id')]);
  };
  expect(await on('2025-02-28')).toEqual([['deal:old']]);
  expect(await on('2025-06-15')).toEqual([['deal:old'], ['deal:undated']]);
  expect(await on('2026-02-01')).toEqual([['deal:new'], ['deal:old', 'deal:new', 'deal:new'], ['deal:undated']]);
});

test('the standard time within an answer of another day is the standard one, whatever else is asked for', async () => {
  const past = await graphOfFacts({
    entities: [datacenter('site'), company('lab')],
    statements: [
      { subject: 'datacenter:site', property: 'tenant', object: 'company:lab', saidOn: '2025-01-01' },
      { subject: 'company:lab', property: 'note', value: 'gone', validTo: '2025-12-31', saidOn: '2025-01-01' },
    ],
  });
  const { dataset } = await past.ask('{ dataset { dataThrough } }');
  const [today] = pluck(dataset, 'dataThrough');
  const facts = async (more: string) => {
    const answer = await past.ask(`{
      dependencies(of: "company:lab", asOf: "2025-06-01") {
        edges { node { dependents(asOf: "${today}") { edges { node { ${more} factCount facts { value } } } } } }
      }
    }`);
    return pluck(answer, 'dependencies.edges.node.dependents.edges.node.facts.value');
  };
  expect(await facts('')).toEqual(['gone']);
  expect(await facts('aliases')).toEqual(['gone']);
});

describe('an answer as of a day', () => {
  const power = async (args: string) => {
    const answer = await graph.ask(`{
      dependencies(of: "company:lab", kinds: [SITE]${args}) { edges { node { ... on Datacenter { itPowerMw } } } }
    }`);
    return pluck(answer, 'dependencies.edges.node.itPowerMw');
  };

  test('gives the plain fields of what it reaches for that day', async () => {
    expect(await power('')).toEqual([99]);
    expect(await power(', asOf: "2025-12-31"')).toEqual([50]);
    expect(await power(', asOf: "2026-03-31"')).toEqual([90]);
  });

  test('gives them as they were known at a time', async () => {
    expect(await power(`, knownAt: "${FIRST}"`)).toEqual([90]);
    expect(await power(`, knownAt: "${LATER}"`)).toEqual([99]);
  });

  test('passes its day on to all that is nested in it', async () => {
    const nested = async (asOf: string) =>
      graph.ask(`{
        dependencies(of: "company:lab", kinds: [COMPUTE], prospective: true, asOf: "${asOf}") {
          edges { links { deal { status inForce parties { entity { ... on Company { datacenters { edges { node { itPowerMw } } } } } } facts(property: "status") { value subject { ... on Deal { status } } } } } }
        }
      }`);
    const before = await nested('2025-12-31');
    expect(pluck(before, 'dependencies.edges.links.deal.status')).toEqual(['ACTIVE']);
    expect(pluck(before, 'dependencies.edges.links.deal.inForce')).toEqual([true]);
    expect(pluck(before, 'dependencies.edges.links.deal.facts.value')).toEqual(['ACTIVE']);
    expect(pluck(before, 'dependencies.edges.links.deal.facts.subject.status')).toEqual(['ACTIVE']);
    const sites = pluck(before, 'dependencies.edges.links.deal.parties.entity.datacenters');
    expect(pluck(sites.filter(Boolean), 'edges.node.itPowerMw')).toEqual([50]);
  });

  test('lets a nested field ask for a day of its own', async () => {
    const answer = await graph.ask(`{
      dependencies(of: "company:lab", kinds: [SITE], asOf: "2025-12-31") {
        edges { node { facts(property: "it_power_mw", asOf: "2026-03-31") { value } } }
      }
    }`);
    expect(pluck(answer, 'dependencies.edges.node.facts.value')).toEqual([50, 90]);
  });

  test('says for which day and which knowledge it is', async () => {
    expect(
      await graph.ask(
        `{ commitments(of: "company:lab", asOf: "2025-12-31", knownAt: "2026-10-02T02:00:00+02:00") { asOf knownAt totalUsd } }`,
      ),
    ).toEqual({ commitments: { asOf: '2025-12-31', knownAt: '2026-10-02T00:00:00.000Z', totalUsd: 100 } });
    const times = await graph.ask(`{
      dependencies(of: "company:lab") { asOf knownAt }
      paths(from: "company:lab", to: "cloud:c", asOf: "2025-12-31") { asOf }
      timeline(asOf: "2025-12-31") { asOf }
      statements(knownAt: "2026-10-02T00:00:00Z") { knownAt }
    }`);
    expect(times).toEqual({
      dependencies: { asOf: '2026-09-30', knownAt: '2026-12-01T00:00:00.000Z' },
      paths: { asOf: '2025-12-31' },
      timeline: { asOf: '2025-12-31' },
      statements: { knownAt: '2026-10-02T00:00:00.000Z' },
    });
    expect(await graph.ask('{ commitments(of: "company:lab") { asOf totalUsd excluded { reason } } }')).toEqual({
      commitments: { asOf: '2026-09-30', totalUsd: 0, excluded: [{ reason: 'PAUSED' }] },
    });
  });
});

describe('knownAt', () => {
  test('is refused before anything was known', async () => {
    expect(
      await graph.refusal('{ dependencies(of: "company:lab", knownAt: "2026-09-30T23:59:59Z") { totalCount } }'),
    ).toEqual([`Expected knownAt at or after ${FIRST} but got: "2026-09-30T23:59:59.000Z".`]);
  });
});
