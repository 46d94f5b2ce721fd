import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ConcentrationInput, concentration } from '../../src/analysis/concentration.js';
import type { DealInput } from '../../src/analysis/dealSums.js';
import { hhi } from '../../src/analysis/hhi.js';
import type { EntityId } from '../../src/model/ids.js';
import { dealOf, OPENAI, usd } from './deals.js';

const COUNTRIES: readonly EntityId[] = ['country:US', 'country:US', 'country:GB', 'country:FR', 'country:GB'];
const cloudOf = (n: number): EntityId => `cloud:c${n}`;
const countryIs = (cloud: EntityId): EntityId => COUNTRIES[Number(cloud.slice('cloud:c'.length))] ?? 'country:US';

/** A contract as it is: what it holds besides its parts, by cloud, and how much of that is another customer's. */
interface Truth {
  readonly own: readonly { readonly cloud: number; readonly value: number }[];
  readonly others: number;
  readonly isNamed: boolean;
  readonly told: 'exact' | 'floor' | 'ceiling' | 'unknown' | 'untold' | 'stated';
  readonly off: number;
  readonly parts: readonly Truth[];
}

function truth(depth: number): fc.Arbitrary<Truth> {
  const own = fc.record({ cloud: fc.integer({ min: 0, max: 4 }), value: fc.integer({ min: 1, max: 200 }) });
  return fc.record({
    own: fc.array(own, { minLength: 1, maxLength: 3 }),
    others: fc.constantFrom(0, 0, 0, 40),
    isNamed: fc.boolean(),
    told: fc.constantFrom<Truth['told'][]>('exact', 'exact', 'floor', 'ceiling', 'unknown', 'untold', 'stated'),
    off: fc.integer({ min: 0, max: 200 }),
    parts: depth === 0 ? fc.constant([]) : fc.array(truth(depth - 1), { maxLength: 3 }),
  });
}

/** Everything in a contract, other customers' parts included. */
function worthOf({ own, others, parts }: Truth): number {
  return own.reduce((sum, o) => sum + o.value, others) + parts.reduce((sum, part) => sum + worthOf(part), 0);
}

/** The clouds of what is not told apart: all that a contract names, if it names any. */
function cloudsOf({ own, parts }: Truth, isSilent: boolean): readonly number[] {
  const hidden = parts.filter((part) => isSilent || part.told === 'untold');
  return [...own.map((o) => o.cloud), ...hidden.flatMap((part) => cloudsOf(part, true))];
}

/** What the sources tell of it. Of a contract that they are silent about, a container still holds the amount. */
function tell(fact: Truth, slug: string, container: readonly EntityId[]): readonly DealInput[] {
  const { own, others, isNamed, off, parts, told } = fact;
  if (told === 'untold' && container.length > 0) return [];
  const value = worthOf(fact);
  const clouds = [...new Set(cloudsOf(fact, false).map(cloudOf))];
  const [first] = own;
  const stated = own.filter((o) => o.cloud === first?.cloud).reduce((sum, o) => sum + o.value, 0);
  const isStated = told === 'stated' && first !== undefined && parts.length === 0 && others === 0;
  const deal = dealOf(slug, isNamed || isStated ? clouds : [], {
    firm:
      told === 'exact' || told === 'stated'
        ? usd(value)
        : told === 'floor'
          ? usd(Math.max(1, value - off), { openAbove: true })
          : null,
    ceiling: told === 'ceiling' ? usd(value + off) : null,
    investorAmounts: isStated ? new Map([[cloudOf(first.cloud), usd(stated)]]) : new Map(),
    nestedIn: container,
    ...(others > 0 ? { customers: [OPENAI, 'company:other'] } : {}),
  });
  return [deal, ...parts.flatMap((part, i) => tell(part, `${slug}-${i}`, [deal.id]))];
}

/** What really is whose. */
function spread(facts: readonly Truth[], groupOf: (cloud: EntityId) => EntityId): ReadonlyMap<EntityId, number> {
  const weights = new Map<EntityId, number>();
  const visit = ({ own, parts }: Truth): void => {
    for (const { cloud, value } of own) {
      const group = groupOf(cloudOf(cloud));
      weights.set(group, (weights.get(group) ?? 0) + value);
    }
    parts.forEach(visit);
  };
  facts.forEach(visit);
  return weights;
}

function ask(deals: readonly DealInput[], more: Partial<ConcentrationInput>) {
  return concentration({
    deals,
    of: new Set([OPENAI]),
    by: 'CLOUD_PROVIDER',
    basis: 'CONTRACTED_USD',
    includeCeilings: true,
    rates: [],
    countryOf: () => null,
    makersOf: () => [],
    ...more,
  });
}

describe('the bounds of concentration', () => {
  it('contain the truth, by cloud and by country, whatever the sources leave open', () => {
    fc.assert(
      fc.property(
        fc.array(truth(2), { minLength: 1, maxLength: 4 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { maxLength: 3 }),
        (facts, stateless) => {
          const deals = facts.flatMap((fact, i) => tell(fact, `d${i}`, []));
          const homeless = new Set(stateless.map(cloudOf));
          const answers = [
            { answer: ask(deals, {}), groupOf: (cloud: EntityId) => cloud },
            {
              answer: ask(deals, {
                by: 'PROVIDER_COUNTRY',
                countryOf: (cloud) => (homeless.has(cloud) ? null : countryIs(cloud)),
              }),
              groupOf: countryIs,
            },
          ];
          for (const { answer, groupOf } of answers) {
            const real = hhi([...spread(facts, groupOf).values()]) ?? -1;
            expect(answer.hhi.low).toBeLessThanOrEqual(real + 1e-6);
            expect(answer.hhi.high).toBeGreaterThanOrEqual(real - 1e-6);
            expect(answer.coverage.known).toBeLessThanOrEqual(answer.coverage.total);
            expect(answer.coverage.known).toBeGreaterThanOrEqual(0);
            if (answer.hhi.value === null) continue;
            expect(answer.hhi.low).toBeLessThanOrEqual(answer.hhi.value + 1e-6);
            expect(answer.hhi.high).toBeGreaterThanOrEqual(answer.hhi.value - 1e-6);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
