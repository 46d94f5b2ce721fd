import { describe, expect, test } from 'vitest';
import { cloud, company, country } from '../support/records.js';
import { dealFacts } from './facts.js';
import { graphOfFacts, pluck } from './graph.js';

const buy = (provider: 'cloud:a' | 'cloud:b', announced: string, amount?: number) => ({
  announced,
  customer: 'company:lab' as const,
  provider,
  ...(amount === undefined ? {} : { amount }),
});

// The lab buys of clouds a (300) and b (100); a and b get chips of d, b of e as well; d is made by f, e by g.
const graph = await graphOfFacts({
  entities: [
    ...['lab', 'american', 'french', 'd', 'e', 'f', 'g'].map((slug) => company(slug)),
    ...['a', 'b'].map((slug) => cloud(slug)),
    country('US'),
    country('FR'),
  ],
  statements: [
    { subject: 'cloud:a', property: 'operated_by', object: 'company:american' },
    { subject: 'cloud:b', property: 'operated_by', object: 'company:french' },
    { subject: 'company:american', property: 'hq_country', object: 'country:US' },
    { subject: 'company:french', property: 'hq_country', object: 'country:FR' },
    { subject: 'company:d', property: 'supplies_chips_to', object: 'cloud:a' },
    { subject: 'company:d', property: 'supplies_chips_to', object: 'cloud:b' },
    { subject: 'company:e', property: 'supplies_chips_to', object: 'cloud:b' },
    { subject: 'company:d', property: 'fabricates_at', object: 'company:f' },
    { subject: 'company:e', property: 'fabricates_at', object: 'company:g' },
    ...dealFacts('deal:one', buy('cloud:a', '2025-01-01', 300)),
    ...dealFacts('deal:two', buy('cloud:b', '2025-02-01', 100)),
  ],
});

const hits =
  'node { id } capability horizon depth reason confidence lost { from { id } to { id } evidence { sources { id } } }';
const ask = async (args: string) => {
  const { impact } = await graph.ask(`{
    impact(${args}) {
      removed { id } removedCount breakCount stressCount truncated coverage { known total }
      affected { amountUsd deals { known total } megawatts sites { known total } }
      breaks { ${hits} } stresses { ${hits} lostShare { low high } alternatives { id } }
    }
  }`);
  return impact;
};
const lines = (answer: unknown, of: 'breaks' | 'stresses') =>
  pluck(answer, of).map((hit) =>
    ['node.id', 'capability', 'horizon', 'depth'].flatMap((name) => pluck(hit, name)).join(' '),
  );

describe('impact', () => {
  test('of a foundry goes to chips and on to compute, in new supply', async () => {
    const answer = await ask('remove: ["company:f"]');
    expect(lines(answer, 'breaks')).toEqual(['company:d FABRICATION NEW_SUPPLY 1', 'cloud:a CHIPS NEW_SUPPLY 2']);
    expect(lines(answer, 'stresses')).toEqual(['cloud:b CHIPS NEW_SUPPLY 2', 'company:lab COMPUTE NEW_SUPPLY 3']);
    // Of the lab's 400, the 300 with cloud a are lost.
    expect(pluck(answer, 'stresses.lostShare')).toEqual([
      { low: 0, high: 1 },
      { low: 0.75, high: 0.75 },
    ]);
    expect(pluck(answer, 'affected.amountUsd')).toEqual([300]);
    expect(pluck(answer, 'coverage')).toEqual([{ known: 4, total: 4 }]);
  });

  test('of a company takes its clouds, and of a country its companies with their clouds', async () => {
    const american = await ask('remove: ["company:american"]');
    expect(pluck(american, 'removed.id')).toEqual(['cloud:a', 'company:american']);
    expect(lines(american, 'stresses')).toEqual(['company:lab COMPUTE OPERATION 1']);
    const country = await ask('remove: ["country:US"]');
    expect(pluck(country, 'stresses')).toEqual(pluck(american, 'stresses'));
    expect(pluck(country, 'removedCount')).toEqual([2]);
  });

  test('of several at once breaks what each alone only stresses', async () => {
    const answer = await ask('remove: ["cloud:a", "cloud:b"]');
    expect(lines(answer, 'breaks')).toEqual(['company:lab COMPUTE OPERATION 1']);
    expect(pluck(answer, 'breaks.reason')).toEqual([
      'No documented provider of COMPUTE is left: cloud:a is removed; cloud:b is removed.',
    ]);
  });

  test('of one capability leaves the rest', async () => {
    expect(lines(await ask('remove: ["company:f"], only: [FABRICATION]'), 'breaks')).toHaveLength(2);
    expect(lines(await ask('remove: ["company:f"], only: [PACKAGING]'), 'breaks')).toEqual([]);
  });

  test('of what cannot be taken away is refused, and so are kinds that pass nothing on', async () => {
    const refused = (args: string) => graph.refusal(`{ impact(${args}) { breakCount } }`);
    expect(await refused('remove: ["deal:one"]')).toEqual([
      'Expected ids of companies, clouds, chips, datacenters and countries but got: "deal:one".',
    ]);
    expect(await refused('remove: []')).toEqual(['Expected 1..100 ids but got: 0.']);
    expect(await refused('remove: ["company:nobody"]')).toEqual(['No company has the id "company:nobody".']);
    const [message] = await refused('remove: ["company:f"], kinds: [CAPITAL]');
    expect(message).toMatch(/^Expected kinds of COMPUTE, CHIPS, .* but got: "CAPITAL"\.$/);
  });
});

test('chokepoints are ranked by what their removal breaks', async () => {
  const answer = await graph.ask(`{
    chokepoints { candidates truncated ranked { entity { id } breaks stresses weight coverage { known total } } }
    byAmount: chokepoints(by: USD, first: 1) { ranked { entity { id } weight coverage { known total } } }
  }`);
  // f breaks d and a; d breaks a; g breaks e.
  expect(
    pluck(answer, 'chokepoints.ranked').map((one) => [pluck(one, 'entity.id')[0], pluck(one, 'breaks')[0]]),
  ).toEqual([
    ['company:f', 2],
    ['company:d', 1],
    ['company:g', 1],
  ]);
  expect(pluck(answer, 'chokepoints.truncated')).toEqual([false]);
});
