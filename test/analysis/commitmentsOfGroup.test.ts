import { describe, expect, it } from 'vitest';
import { type CommitmentsInput, commitments } from '../../src/analysis/commitments.js';
import type { DealInput } from '../../src/analysis/dealSums.js';
import type { EntityId } from '../../src/model/ids.js';
import { dealOf, OPENAI, usd } from './deals.js';

const PARENT: EntityId = 'company:parent';
const CHILD: EntityId = 'company:child';
const OWN: EntityId = 'cloud:own';
const GROUP = new Set([PARENT, CHILD, OWN]);

function ask(deals: readonly DealInput[], more: Partial<CommitmentsInput> = {}) {
  const input = { role: 'CUSTOMER', includeCeilings: false, includeNonBinding: false, rates: [] } as const;
  return commitments({ ...input, deals, of: GROUP, group: GROUP, ...more });
}

const buys = (slug: string, customer: EntityId, providers: readonly EntityId[], amount: number | null, more = {}) =>
  dealOf(slug, providers, { customers: [customer], firm: amount === null ? null : usd(amount), ...more });

describe('commitments of a group', () => {
  it('are what its members have with others, on both sides; what they have with one another is listed', () => {
    const deals = [
      buys('home', PARENT, [OWN], 10),
      buys('homeUnknown', CHILD, [OWN], null),
      buys('away', CHILD, ['cloud:x'], 20),
      buys('sold', OPENAI, [OWN], 7),
    ];
    const bought = ask(deals);
    expect(bought.totalUsd).toBe(20);
    expect(bought.byCounterparty).toEqual([{ entity: 'cloud:x', amountUsd: 20 }]);
    expect(bought.excluded).toEqual([
      { deal: 'deal:home', reason: 'INTERNAL' },
      { deal: 'deal:homeUnknown', reason: 'INTERNAL' },
    ]);
    expect(bought.coverage).toEqual({ known: 1, total: 1 });
    const sold = ask(deals, { role: 'PROVIDER' });
    expect(sold.byCounterparty).toEqual([{ entity: OPENAI, amountUsd: 7 }]);
    // Taken together without being a group they have all four.
    expect(ask(deals, { group: new Set() }).totalUsd).toBe(30);
  });

  it('count a deal whole in which several of its members stand on one side', () => {
    const both = dealOf('both', ['cloud:x'], { customers: [PARENT, CHILD], firm: usd(12) });
    expect(ask([both]).totalUsd).toBe(12);
    expect(ask([both], { of: new Set([CHILD]), group: new Set([CHILD]) }).excluded).toEqual([
      { deal: 'deal:both', reason: 'SHARED_UNSPLIT' },
    ]);
  });

  it('give nobody an amount that a member shares with others, and only the others their stated parts', () => {
    const shared = buys('shared', PARENT, [OWN, 'cloud:x'], 30);
    expect(ask([shared])).toMatchObject({ totalUsd: 0, excluded: [{ deal: 'deal:shared', reason: 'SHARED_UNSPLIT' }] });
    // A round of 100: the parent's cloud 40, x 35, of nobody named 25.
    const round = buys('round', CHILD, [OWN, 'cloud:x'], 100, {
      form: 'EQUITY_INVESTMENT',
      investorAmounts: new Map([
        [OWN, usd(40)],
        ['cloud:x', usd(35)],
      ]),
    });
    const raised = ask([round], { types: ['INVESTMENT'] });
    expect(raised.totalUsd).toBe(60);
    expect(raised.byCounterparty).toEqual([{ entity: 'cloud:x', amountUsd: 35 }]);
    expect(raised.unattributedUsd).toBe(25);
    expect(raised.excluded).toEqual([{ deal: 'deal:round', reason: 'INTERNAL' }]);
  });

  it('do not hand what is internal within a container to the container', () => {
    // 100 in all: 30 at home, 20 with x; 50 are left.
    const nestedIn: EntityId[] = ['deal:whole'];
    const result = ask([
      buys('whole', PARENT, [], 100),
      buys('home', PARENT, [OWN], 30, { nestedIn }),
      buys('away', PARENT, ['cloud:x'], 20, { nestedIn }),
    ]);
    expect([result.totalUsd, result.unattributedUsd]).toEqual([70, 50]);
    expect(result.excluded).toEqual([{ deal: 'deal:home', reason: 'INTERNAL' }]);
    expect(result.coverage).toEqual({ known: 1, total: 1 });
  });

  it('keep what lies with others within an internal container', () => {
    const result = ask([
      buys('home', PARENT, [OWN], 100),
      buys('away', PARENT, ['cloud:x'], 20, { nestedIn: ['deal:home'] }),
      buys('open', PARENT, ['cloud:y'], null, { nestedIn: ['deal:home'] }),
    ]);
    expect(result.totalUsd).toBe(20);
    expect(result.coverage).toEqual({ known: 1, total: 2 });
  });

  it('leave out the options of internal deals', () => {
    const options = [{ label: 'option', money: usd(5), capacityMw: null, date: null, statementIds: [] }];
    const deals = [buys('home', PARENT, [OWN], 1, { options }), buys('away', PARENT, ['cloud:x'], 1, { options })];
    expect(ask(deals).options.map((option) => option.deal)).toEqual(['deal:away']);
  });
});

describe('a contingent deal', () => {
  it('is left out while what it hangs on does not bind, unless what does not bind is asked for', () => {
    const options = [{ label: 'conditional tranche', money: usd(50), capacityMw: null, date: null, statementIds: [] }];
    const deal = { ...buys('later', PARENT, ['cloud:x'], 10, { options }), isContingent: true };
    expect(ask([deal])).toMatchObject({
      totalUsd: 0,
      options: [],
      excluded: [{ deal: 'deal:later', reason: 'CONTINGENT' }],
      coverage: { known: 0, total: 0 },
    });
    expect(ask([deal], { includeNonBinding: true }).totalUsd).toBe(10);
    expect(ask([{ ...deal, isContingent: false }]).totalUsd).toBe(10);
  });
});
