import { getOperationAST, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deriveDataset } from '../../src/derive/deriveDataset.js';
import { materialiseAt } from '../../src/derive/materialiseAt.js';
import type { Dataset } from '../../src/model/dataset.js';
import { buildContext } from '../../src/resolvers/context.js';
import { buildSchema } from '../../src/resolvers/index.js';
import { readFacts } from '../../src/seeding/readFacts.js';
import { executeQuery } from '../../src/server/executeQuery.js';
import type { GraphStore } from '../../src/store/GraphStore.js';
import { MemoryWriter } from '../../src/store/memory/MemoryWriter.js';
import { imagine } from '../../src/wiring/imagine.js';
import { ANALYSES } from './analysisQuestions.js';

const SEEDS = new URL('../../seeds/', import.meta.url).pathname;
const NOW = new Date('2026-12-01T00:00:00Z');
const schema = buildSchema();

/** A store of a dataset, and how to close what it needs. */
export type OpenAnalysed = (dataset: Dataset) => Promise<{ store: GraphStore; close(): Promise<void> }>;

/**
 * Every analysis on the shipped dataset, as the embedded store answers it. The same answer, compared whole, is what any
 * store gives in any way to read.
 */
export function analysesConformance(name: string, open: OpenAnalysed): void {
  describe(`Analyses on the ${name}`, () => {
    let opened: { store: GraphStore; close(): Promise<void> };
    let embedded: GraphStore;

    beforeAll(async () => {
      const dataset = deriveDataset(await readFacts([SEEDS]));
      embedded = await new MemoryWriter().write(dataset);
      opened = await open(dataset);
    });
    afterAll(() => opened?.close());

    it.each(ANALYSES)('%s', async (_name, query) => {
      const expected = await answer(embedded, query);
      expect(sizeOf(expected), 'an answer that says something').toBeGreaterThan(3);
      expect(await answer(opened.store, query)).toEqual(expected);
    });
  });
}

async function answer(store: GraphStore, query: string): Promise<unknown> {
  const document = parse(query);
  const operation = getOperationAST(document) ?? undefined;
  const context = await buildContext(store, { materialiseAt, imagine, now: () => NOW });
  const asked = { schema, document, operation, operationName: undefined, variableValues: {} };
  const { data, errors } = await executeQuery(asked, context);
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data), (key, value) => (key === 'revision' ? undefined : value));
}

/** How many values an answer has that are known. */
function sizeOf(value: unknown): number {
  if (value === null || value === undefined) return 0;
  if (typeof value !== 'object') return 1;
  return Object.values(value).reduce((sum: number, member) => sum + sizeOf(member), 0);
}
