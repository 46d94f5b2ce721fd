import { afterAll, expect, it, onTestFinished } from 'vitest';
import { deriveDataset } from '../../src/derive/deriveDataset.js';
import { factsOf } from '../../src/derive/factsOf.js';
import { Editor } from '../../src/seeding/Editor.js';
import { Database } from '../../src/store/neo4j/Database.js';
import { Follower } from '../../src/store/neo4j/Follower.js';
import { neo4jForTests } from '../support/neo4j/inject.js';
import { company, source } from '../support/records.js';
import { smallDataset } from '../support/smallDataset.js';
import { openDatabase, openReads } from './database.js';

const WRITES = 8;
const CLAIMS = 480;
const { database, write } = openDatabase();
const others = [1, 2, 3].map(() => new Database({ ...neo4jForTests(), database: 'neo4j' }));

afterAll(async () => {
  await Promise.all([database, ...others].map((one) => one.close()));
});

it('whoever asks for the newest revision all the while has none of which a part is missing', async () => {
  const companies = Array.from({ length: CLAIMS }, (_, i) => company(`c${i}`));
  await write(deriveDataset(factsOf(smallDataset({ entities: [source('press'), ...companies] }))));
  const { source: opened, ledger } = await openReads(database, 'projection');
  onTestFinished(() => opened.close());
  const editor = new Editor(ledger);
  let isOver = false;
  const seen = others.map(async (other) => {
    const reader = new Follower(other);
    const sizes = new Map<number, number>();
    for (;;) {
      const isLast = isOver;
      const { meta, statements } = await reader.advance();
      sizes.set(meta.revision, statements.size);
      if (isLast) return sizes;
    }
  });
  const right = new Map<number, number>();
  for (let round = 0; round < WRITES; round++) {
    const claims = companies.map(({ id }, i) => ({
      subject: id,
      property: 'customer_of',
      object: `company:c${(i + 1 + round) % CLAIMS}` as const,
      sources: ['source:press' as const],
    }));
    const options = { author: 'ada', reason: 'a test', key: null, dryRun: false, signal: null };
    const { revision } = await editor.recordStatements(claims, null, options);
    right.set(revision ?? 0, (round + 1) * CLAIMS);
  }
  isOver = true;
  for (const sizes of await Promise.all(seen)) {
    expect(sizes.get(WRITES + 1)).toBe(WRITES * CLAIMS);
    for (const [revision, size] of sizes) expect([revision, size]).toEqual([revision, right.get(revision) ?? 0]);
  }
});
