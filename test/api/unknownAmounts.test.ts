import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { deriveDataset } from '../../src/derive/deriveDataset.js';
import type { Facts } from '../../src/model/dataset.js';
import type { EntityId } from '../../src/model/ids.js';
import { readFacts } from '../../src/seeding/readFacts.js';
import { type Answer, graphOfDataset, pluck } from './graph.js';

/** What happens to the answers on the shipped dataset when amounts in it are not known. */

const SEEDS = new URL('../../seeds/', import.meta.url).pathname;
const RUNS = 25;

/** Everything by which a deal says how much it is. */
const AMOUNTS: ReadonlySet<string> = new Set(['amount', 'committed', 'tranche', 'tranche_upfront', 'investor_amount']);

const BUYERS = ['company:openai', 'company:anthropic', 'company:meta', 'company:microsoft'];
const QUERY = `{ ${BUYERS.map((of, i) => {
  const concentrations = ['CLOUD_PROVIDER', 'PROVIDER_COUNTRY', 'CHIP_VENDOR'].map(
    (by) => `h${i}${by}: concentration(of: ["${of}"], by: ${by}) { hhi { low high } coverage { known total } }`,
  );
  const exposures = ['company:nvidia', 'company:tsmc'].map(
    (to) =>
      `e${i}${to.slice(8)}: exposure(of: "${of}", to: "${to}") { unconditional { low high } coverage { known total } }`,
  );
  return `c${i}: commitments(of: "${of}") { totalUsd coverage { known total } } ${concentrations.join(' ')} ${exposures.join(' ')}`;
}).join(' ')} }`;

let facts: Facts;
let whole: Answer;
/** The deals that say how much they are, ascending. */
let deals: readonly EntityId[];

beforeAll(async () => {
  facts = await readFacts([SEEDS]);
  deals = [...new Set(facts.statements.filter(({ property }) => AMOUNTS.has(property)).map((s) => s.subject))].sort();
  whole = await answerWithout(new Set());
});

async function answerWithout(blank: ReadonlySet<EntityId>): Promise<Answer> {
  const statements = facts.statements.filter((s) => !(AMOUNTS.has(s.property) && blank.has(s.subject)));
  const graph = await graphOfDataset(deriveDataset({ ...facts, statements }), true);
  return graph.ask(QUERY);
}

interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The interval of an answer; what is not known at all may be anything. */
function intervalIn(answer: Answer, name: string): Interval {
  const isShare = name.startsWith('e');
  const [low] = pluck(answer, `${name}.${isShare ? 'unconditional' : 'hhi'}.low`);
  const [high] = pluck(answer, `${name}.${isShare ? 'unconditional' : 'hhi'}.high`);
  return { low: typeof low === 'number' ? low : 0, high: typeof high === 'number' ? high : isShare ? 1 : 10_000 };
}

function numberIn(answer: Answer, path: string): number {
  const [value] = pluck(answer, path);
  return typeof value === 'number' ? value : Number.NaN;
}

it('an amount that is not known widens every interval, or leaves it, and lowers what is covered', async () => {
  expect(deals.length).toBeGreaterThan(50);
  const names = Object.keys(whole).filter((name) => !name.startsWith('c'));
  expect(names).toHaveLength(BUYERS.length * 5);
  let widened = 0;
  const some = fc.uniqueArray(fc.constantFrom(...deals), { minLength: 1, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(some, async (blank) => {
      const answer = await answerWithout(new Set(blank));
      for (const name of names) {
        const [is, was] = [intervalIn(answer, name), intervalIn(whole, name)];
        expect(is.low, `${name} low`).toBeLessThanOrEqual(was.low + 1e-6);
        expect(is.high, `${name} high`).toBeGreaterThanOrEqual(was.high - 1e-6);
        if (is.high - is.low > was.high - was.low + 1e-6) widened++;
      }
      for (const name of Object.keys(whole)) {
        const known = numberIn(answer, `${name}.coverage.known`);
        expect(known, `${name} coverage`).toBeLessThanOrEqual(numberIn(whole, `${name}.coverage.known`));
      }
    }),
    { numRuns: RUNS },
  );
  // Else the test could not fail.
  expect(widened).toBeGreaterThan(RUNS);
});
