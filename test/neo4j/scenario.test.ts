import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/model/dataset.js';
import type { GraphSource } from '../../src/store/GraphSource.js';
import { FixedSource } from '../../src/store/memory/FixedSource.js';
import { MemoryStore } from '../../src/store/memory/MemoryStore.js';
import { graphServer } from '../http/graphServer.js';
import { shippedDataset } from '../support/shippedDataset.js';
import { openDatabase, openReads } from './database.js';

const { database, write } = openDatabase();
let shipped: Dataset;

beforeAll(async () => {
  shipped = await shippedDataset();
  await write(shipped);
});
afterAll(() => database.close());

const SUPPOSED = `{
  add: [
    {
      id: "deal:openai-google-cloud-2026", name: "OpenAI–Google Cloud 2026", statements: [
        {property: "form", value: "COMPUTE_PURCHASE"}
        {property: "party", scope: "customer", object: "company:openai"}
        {property: "party", scope: "provider", object: "cloud:google-cloud"}
        {property: "amount", value: 50000000000, unit: "USD"}
      ]
    }
    {id: "company:openai", statements: [{property: "customer_of", object: "cloud:nebius"}]}
  ]
  remove: ["deal:openai-aws-2025"]
}`;

const QUESTION = `{
  concentration(of: "company:openai", by: CHIP_VENDOR, scenario: ${SUPPOSED}) {
    hhi { value low high } shares { entity { id } sharePercent amountUsd } excluded { deal { id name } reason }
    scenario { added { id property sources { id } } removed entitiesAdded { id name } dependenciesAdded dependenciesRemoved }
  }
  commitments(of: "company:openai", scenario: ${SUPPOSED}) {
    totalUsd movedBy { claim { id } low high } included { deal { id name timeline(first: 5) { edges { node { id title } } } } }
  }
  dependencies(of: "company:openai", first: 100, transitive: true, scenario: ${SUPPOSED}) {
    totalCount edges { node { id name } depth kinds path { hops { kind from { id } to { id } evidence { id } } } }
  }
  exposure(of: "company:openai", to: "company:nvidia", scenario: ${SUPPOSED}) { low high chains(first: 3) { nodes { id } } }
  impact(remove: ["company:google"], scenario: ${SUPPOSED}) { breakCount stressCount stresses(first: 50) { node { id } capability } }
  known: commitments(of: "company:openai") { totalUsd }
}`;

/** What is asked of a source, and how many statements the database takes for it. */
async function answerOf(source: GraphSource) {
  const server = await graphServer({
    source: { pin: (request) => source.pin(request), health: () => source.health(), close: async () => {} },
    // Five scenarios at once, so that all are of one graph; a request of a client may hold four.
    limits: { costBudget: 400_000 },
  });
  const before = database.statementCount;
  const { body } = await server.ask(QUESTION);
  expect(body).not.toHaveProperty('errors');
  const data = typeof body === 'object' && body !== null && 'data' in body ? body.data : null;
  return { data, statements: database.statementCount - before };
}

describe('a scenario', () => {
  it('is answered alike from memory, a projection and the database, and writes nothing', async () => {
    const expected = await answerOf(new FixedSource(new MemoryStore(shipped)));
    expect(expected.data).toHaveProperty('commitments.totalUsd', 720_000_000_000);
    expect(expected.data).toHaveProperty('known.totalUsd', 708_000_000_000);
    for (const reads of ['projection', 'database'] as const) {
      const { source } = await openReads(database, reads);
      const rows = () => database.read({ text: 'MATCH (n) RETURN count(n) AS nodes', parameters: {} });
      const [before] = await rows();
      const answer = await answerOf(source);
      const [after] = await rows();
      expect(answer.data).toEqual(expected.data);
      expect(after?.get('nodes')).toBe(before?.get('nodes'));
      expect((await source.health()).revision).toBe(1);
      console.log(`${reads}: ${answer.statements} statements`);
      await source.close();
    }
  });
});
