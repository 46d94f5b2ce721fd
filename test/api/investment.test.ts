import { describe, expect, test } from 'vitest';
import { deal } from '../support/records.js';
import { dealFacts } from './facts.js';
import { graphOfFacts, pluck } from './graph.js';

const RATE = { currency: 'EUR', year: 2024, usd: 1.1, source: 'source:s1', confidence: 'confirmed' } as const;
const INVESTMENT = { form: 'EQUITY_INVESTMENT', announced: '2024-01-01' };

const graph = await graphOfFacts({
  meta: { rates: [RATE] },
  entities: [deal('round'), deal('cloud')],
  statements: [
    ...dealFacts('deal:round', {
      ...INVESTMENT,
      amount: 300,
      currency: 'EUR',
      more: [
        { property: 'party', scope: 'investor', object: 'company:rich' },
        { property: 'party', scope: 'investee', object: 'company:lab' },
        { property: 'tranche', scope: 'tranche-2', value: 200, unit: 'EUR', validFrom: '2024-06' },
        { property: 'tranche', scope: 'tranche-1', value: 100, unit: 'EUR', validFrom: '2024-01-15' },
        { property: 'investor_amount', scope: 'company:rich', value: 250, unit: 'EUR' },
        { property: 'stake_percent', value: 27, unit: 'percent', qualifier: 'about' },
        { property: 'stake_percent', value: 49, unit: 'percent', qualifier: 'reported', sources: ['source:rumour'] },
      ],
    }),
    ...dealFacts('deal:cloud', { announced: '2024-01-01' }),
  ],
});

describe('investment', () => {
  test('shows tranches in order, stated parts and the stake, and keeps the claims that differ', async () => {
    expect(
      await graph.ask(`{
        investment(id: "deal:round") {
          firm { amount currency amountUsd }
          tranches { amount amountUsd date statements { scope } }
          investorAmounts { investor { id } amount { amount currency } }
          stakePercent
          facts(property: "stake_percent") { value qualifier conflicting }
        }
      }`),
    ).toEqual({
      investment: {
        firm: { amount: 300, currency: 'EUR', amountUsd: 330 },
        tranches: [
          { amount: 100, amountUsd: 110, date: '2024-01-15', statements: [{ scope: 'tranche-1' }] },
          { amount: 200, amountUsd: 220, date: '2024-06-30', statements: [{ scope: 'tranche-2' }] },
        ],
        investorAmounts: [{ investor: { id: 'company:rich' }, amount: { amount: 250, currency: 'EUR' } }],
        stakePercent: 27,
        facts: [
          { value: 27, qualifier: 'ABOUT', conflicting: true },
          { value: 49, qualifier: 'REPORTED', conflicting: true },
        ],
      },
    });
  });

  test('refuses the id of another type of deal', async () => {
    expect(await graph.refusal('{ investment(id: "deal:cloud") { id } }')).toEqual([
      'Expected the id of an investment but got: "deal:cloud".',
    ]);
  });
});

describe('investments', () => {
  test('are the deals of that type, narrowed by the filter', async () => {
    const ids = async (args: string) =>
      pluck(
        await graph.ask(`{ investments${args} { totalCount edges { node { id } } } }`),
        'investments.edges.node.id',
      );
    expect(await ids('')).toEqual(['deal:round']);
    expect(await ids('(filter: { providers: { has: "company:rich" } })')).toEqual(['deal:round']);
    expect(await ids('(filter: { providers: { has: "company:lab" } })')).toEqual([]);
  });
});
