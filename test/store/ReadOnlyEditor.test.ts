import { describe, expect, it } from 'vitest';
import { ReadOnlyEditor } from '../../src/store/ReadOnlyEditor.js';
import { refusal } from '../seeding/smallEditor.js';

describe('ReadOnlyEditor', () => {
  it('refuses every write and says what would be right', async () => {
    const closed = new ReadOnlyEditor();
    for (const write of [
      () => closed.recordStatements(),
      () => closed.retractStatements(),
      () => closed.upsertEntities(),
      () => closed.mergeEntities(),
    ]) {
      expect(await refusal(write())).toEqual([
        'READ_ONLY',
        'This graph is read from files and takes no writes: change the files, or keep the graph in Neo4j (set NEO4J_URI).',
      ]);
    }
  });
});
