import { describe, expect, test } from 'vitest';
import { cloud, company, deal } from '../support/records.js';
import { dealFacts } from './facts.js';
import { graphOfFacts, pluck } from './graph.js';

const graph = await graphOfFacts({
  entities: [
    ...['parent', 'child', 'grandchild', 'lab'].map((slug) => company(slug)),
    cloud('own'),
    cloud('x'),
    ...['home', 'away', 'far', 'sold', 'talks', 'hanging'].map((d) => deal(d)),
  ],
  statements: [
    { subject: 'company:child', property: 'parent', object: 'company:parent' },
    { subject: 'company:grandchild', property: 'parent', object: 'company:child' },
    // Sold to the lab on 2026-01-01.
    { subject: 'cloud:own', property: 'operated_by', object: 'company:grandchild', validTo: '2025-12-31' },
    { subject: 'cloud:own', property: 'operated_by', object: 'company:lab', validFrom: '2026-01-01' },
    ...dealFacts('deal:home', {
      announced: '2025-01-01',
      customer: 'company:parent',
      provider: 'cloud:own',
      amount: 10,
    }),
    ...dealFacts('deal:away', { announced: '2025-01-01', customer: 'company:child', provider: 'cloud:x', amount: 20 }),
    ...dealFacts('deal:far', {
      announced: '2025-01-01',
      customer: 'company:grandchild',
      provider: 'cloud:x',
      amount: 40,
    }),
    ...dealFacts('deal:sold', { announced: '2025-01-01', customer: 'company:lab', provider: 'cloud:own', amount: 7 }),
    ...dealFacts('deal:talks', {
      announced: '2025-01-01',
      status: 'LETTER_OF_INTENT',
      customer: 'company:lab',
      provider: 'cloud:x',
      amount: 100,
      more: [{ property: 'status', value: 'ACTIVE', validFrom: '2026-03-01', saidOn: '2026-03-01' }],
    }),
    ...dealFacts('deal:hanging', {
      announced: '2025-01-01',
      customer: 'company:lab',
      provider: 'cloud:x',
      amount: 3,
      more: [{ property: 'contingent_on', object: 'deal:talks' }],
    }),
  ],
});

const DAY = 'asOf: "2025-06-30"';

describe('commitments of a group', () => {
  test('name its members, and leave out what these have with one another', async () => {
    const { commitments } = await graph.ask(`{
      commitments(of: "company:parent", group: true, ${DAY}) {
        of { id } members { id name } totalUsd byCounterparty { entity { id } amountUsd }
        excluded { deal { id } reason } coverage { known total }
      }
    }`);
    expect(commitments).toEqual({
      of: { id: 'company:parent' },
      members: ['cloud:own', 'company:child', 'company:grandchild', 'company:parent'].map((id) => ({
        id,
        name: expect.any(String),
      })),
      totalUsd: 60,
      byCounterparty: [{ entity: { id: 'cloud:x' }, amountUsd: 60 }],
      excluded: [{ deal: { id: 'deal:home' }, reason: 'INTERNAL' }],
      coverage: { known: 2, total: 2 },
    });
  });

  test('are of one entity alone unless asked for', async () => {
    const answer = await graph.ask(`{ commitments(of: "company:parent", ${DAY}) { totalUsd members { id } } }`);
    expect(answer).toEqual({ commitments: { totalUsd: 10, members: [{ id: 'company:parent' }] } });
  });

  test('on the side of providers are what others promised them', async () => {
    const answer = await graph.ask(`{
      commitments(of: "company:parent", role: PROVIDER, group: true, ${DAY}) {
        totalUsd byCounterparty { entity { id } } excluded { deal { id } reason }
      }
    }`);
    expect(answer).toEqual({
      commitments: {
        totalUsd: 7,
        byCounterparty: [{ entity: { id: 'company:lab' } }],
        excluded: [{ deal: { id: 'deal:home' }, reason: 'INTERNAL' }],
      },
    });
  });

  test('follow who belongs to it on the day', async () => {
    const answer = await graph.ask(`{
      commitments(of: "company:parent", group: true, asOf: "2026-06-30") { totalUsd excluded { reason } members { id } }
    }`);
    expect(pluck(answer, 'commitments.totalUsd')).toEqual([70]);
    expect(pluck(answer, 'commitments.members.id')).not.toContain('cloud:own');
  });

  test('are refused of a deal', async () => {
    expect(await graph.refusal('{ commitments(of: "deal:home", group: true) { totalUsd } }')).toEqual([
      'Expected the id of a company or a cloud for a group but got: "deal:home".',
    ]);
  });
});

describe('concentration of a group', () => {
  test('leaves out what members have with one another', async () => {
    const answer = await graph.ask(`{
      concentration(of: ["company:parent"], by: CLOUD_PROVIDER, group: true, ${DAY}) {
        of { id } members { id } shares { entity { id } sharePercent } excluded { deal { id } reason } coverage { known total }
      }
      sites: concentration(of: ["company:parent"], by: CLOUD_PROVIDER, basis: MEGAWATT, group: true) { members { id } }
    }`);
    expect(pluck(answer, 'concentration.members')).toHaveLength(4);
    expect(pluck(answer, 'concentration.shares')).toEqual([{ entity: { id: 'cloud:x' }, sharePercent: 100 }]);
    expect(pluck(answer, 'concentration.excluded')).toEqual([{ deal: { id: 'deal:home' }, reason: 'INTERNAL' }]);
    expect(pluck(answer, 'sites.members')).toHaveLength(3);
  });
});

describe('a deal that hangs on another', () => {
  const lab = (asOf: string, more = '') =>
    graph.ask(
      `{ commitments(of: "company:lab", asOf: "${asOf}"${more}) { totalUsd excluded { deal { id } reason } } }`,
    );

  test('counts from when that one binds', async () => {
    expect(await lab('2025-06-30')).toEqual({
      commitments: {
        totalUsd: 7,
        excluded: [
          { deal: { id: 'deal:hanging' }, reason: 'CONTINGENT' },
          { deal: { id: 'deal:talks' }, reason: 'NON_BINDING' },
        ],
      },
    });
    expect(pluck(await lab('2026-06-30'), 'commitments.totalUsd')).toEqual([110]);
  });

  test('counts where what does not bind is asked for', async () => {
    expect(pluck(await lab('2025-06-30', ', includeNonBinding: true'), 'commitments.totalUsd')).toEqual([110]);
  });
});
