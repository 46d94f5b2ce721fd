import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MemoryStore } from '../../src/store/memory/MemoryStore.js';
import { packDataset } from '../../src/store/memory/packed/GraphPacker.js';
import { PackedStore } from '../../src/store/memory/packed/PackedStore.js';
import { openGraph } from '../../src/wiring/openGraph.js';
import { readSnapshot, writeSnapshot } from '../../src/wiring/snapshotFile.js';
import { shippedDataset } from '../support/shippedDataset.js';

const dir = mkdtempSync(join(tmpdir(), 'aigraph-snapshot-'));
const file = join(dir, 'shipped.aigraph');
afterAll(() => rmSync(dir, { recursive: true }));

describe('a snapshot of the shipped facts', async () => {
  const dataset = await shippedDataset();
  beforeAll(() => writeSnapshot(file, packDataset(dataset)));

  it('is read back as it was packed, and nothing else is left beside it', async () => {
    const store = new PackedStore(readSnapshot(file));
    const memory = new MemoryStore(dataset);
    const ids = dataset.entities.map(({ id }) => id);
    const at = { asOf: '9999-12-31', knownAt: '2027-01-01T00:00:00Z', minConfidence: 'recalled' } as const;
    expect(await store.meta()).toEqual(await memory.meta());
    expect(await store.entities(ids)).toEqual(await memory.entities(ids));
    expect(await store.statementsBySubject(ids, null, at)).toEqual(await memory.statementsBySubject(ids, null, at));
    expect(await store.topology()).toEqual(await memory.topology());
    expect(readdirSync(dir)).toEqual(['shipped.aigraph']);
  });

  it('lies on shared memory, so that threads read the topology without a copy', async () => {
    const { columns } = (await new PackedStore(readSnapshot(file)).topology()).shared();
    expect(columns.to.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(columns.inEdges.buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  it('is refused where it is cut off, wherever', () => {
    const bytes = readFileSync(file);
    for (const length of [0, 7, 19, 20, 200, Math.floor(bytes.length / 2), bytes.length - 1]) {
      expect(() => readAltered(bytes.subarray(0, length)), `${length} bytes`).toThrow(/^Expected .* but got: /);
    }
    expect(() => readAltered(bytes.subarray(0, bytes.length - 1))).toThrow(
      `Expected a snapshot of ${bytes.length} bytes in "${altered}" but got: ${bytes.length - 1} bytes.`,
    );
  });

  it('is refused where one bit of it is another, in the header or in any section', () => {
    const bytes = readFileSync(file);
    for (const place of [3, 9, 13, 17, 40, ...spread(bytes.length)]) {
      const other = Buffer.from(bytes);
      other[place] = (other[place] ?? 0) ^ 0x10;
      expect(() => readAltered(other), `byte ${place}`).toThrow(/^Expected .* but got: /);
    }
  });

  it('is refused where it is of another version, is no snapshot, or is not there', () => {
    const bytes = Buffer.from(readFileSync(file));
    bytes.writeUInt32LE(99, 8);
    expect(() => readAltered(bytes)).toThrow('Expected a snapshot of version 1, which this program reads');
    expect(() => readAltered(bytes)).toThrow('version 99. Make it again: aigraph snapshot --out FILE.');
    expect(() => readAltered(Buffer.from('{"format":"ai-infra-graph"} and more of it'))).toThrow(
      'but got: another file.',
    );
    expect(() => readSnapshot(join(dir, 'nothing'))).toThrow('Expected a readable file in');
  });

  it('is opened as it is: facts are laid under it when it is made', async () => {
    const reporter = { step: () => {}, report: () => {} };
    const config = { neo4j: null, snapshot: file, writeToken: null };
    await expect(openGraph(config, [dir], reporter)).rejects.toThrow('A snapshot is served as it was made');
    const { source, notes } = await openGraph(config, [], reporter);
    expect(notes).toEqual([`Served from the snapshot ${file}; it takes no writes.`]);
    expect(await source.health()).toMatchObject({ ready: true, release: dataset.meta.release });
  });
});

const altered = join(dir, 'altered.aigraph');

function readAltered(bytes: Uint8Array): void {
  writeFileSync(altered, bytes);
  readSnapshot(altered);
}

/** Places inside of large sections: the first of them begin after the header. */
function spread(length: number): readonly number[] {
  return [0.2, 0.4, 0.6, 0.8].map((share) => Math.floor(length * share)).concat(length - 1);
}
