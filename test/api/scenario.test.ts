import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDataset } from '../../src/seeding/loadDataset.js';
import type { Dataset } from '../../src/model/dataset.js';
import { graphOfDataset, pluck, type TestGraph } from './graph.js';
import { shippedDataset } from '../support/shippedDataset.js';

let graph: TestGraph;
beforeAll(async () => {
  graph = await graphOfDataset(await shippedDataset(), true);
});

const GOOGLE = {
  add: [
    {
      id: 'deal:openai-google-cloud-2026',
      name: 'OpenAI–Google Cloud, 50 billion',
      statements: [
        { property: 'form', value: 'COMPUTE_PURCHASE' },
        { property: 'party', scope: 'customer', object: 'company:openai' },
        { property: 'party', scope: 'provider', object: 'cloud:google-cloud' },
        { property: 'amount', value: 50_000_000_000, unit: 'USD' },
      ],
    },
  ],
};

const CONCENTRATION = `query ($scenario: ScenarioInput) {
  facts: concentration(of: "company:openai", by: CLOUD_PROVIDER) { ...F }
  whatIf: concentration(of: "company:openai", by: CLOUD_PROVIDER, scenario: $scenario) { ...F }
}
fragment F on Concentration {
  hhi { value low high } band coverage { known total }
  shares { entity { id } sharePercent amountUsd dealCount }
  excluded { deal { id } reason }
  scenario { hypothetical asOf added { property value subject { id name } sources { id } } removed entitiesAdded { id name } dependenciesAdded dependenciesRemoved }
}`;

describe('scenario', () => {
  it('x', async () => {
    const started = performance.now();
    const answer = await graph.ask(CONCENTRATION, { scenario: GOOGLE });
    console.log(performance.now() - started);
    console.log(JSON.stringify(answer, null, 1));
  });
});
