import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntityId } from '../../src/model/ids.js';
import { exportDerived } from '../../src/seeding/exportDerived.js';
import { QuickRows } from '../../src/seeding/QuickRows.js';
import { IdPoolDraft } from '../../src/store/memory/packed/IdPool.js';
import { shippedDataset } from '../support/shippedDataset.js';
import { edge, statement } from '../support/smallDataset.js';

const pool = new IdPoolDraft();
for (const id of ['company:a', 'source:b'] as const) pool.numberOf(id);
const quick = new QuickRows(pool);

/** What is read of a line; null where it is left to JSON. */
function read(kind: 'statement' | 'edge', line: Buffer): unknown {
  const bytes = Buffer.concat([Buffer.from('before\n'), line, Buffer.from('\n{"edge":')]);
  const row = quick[kind](bytes, 'before\n'.length);
  if (row === null) return null;
  expect(quick.end, 'the next line').toBe('before\n'.length + line.length + 1);
  return { [kind]: row };
}

const claim = statement({ subject: 'company:a', property: 'customer_of', object: 'company:b', value: 5 });
const tie = edge({ from: 'company:a', to: 'company:b', kind: 'COMPUTE' });
const sources: readonly EntityId[] = ['source:a', 'source:b'];
const rows = {
  statement: { ...claim, sources },
  edge: { ...tie, statementIds: [claim.id, claim.id] },
};
const line = { statement: '', edge: '' };
for (const row of exportDerived({
  ...(await shippedDataset()),
  entities: [],
  statements: [rows.statement],
  edges: [rows.edge],
})) {
  if (row.startsWith('{"statement"')) line.statement = row.trim();
  if (row.startsWith('{"edge"')) line.edge = row.trim();
}

it('reads all but a few rows of the shipped facts', async () => {
  const counts = { quick: 0, left: 0 };
  for (const row of exportDerived(await shippedDataset())) {
    const kind = row.startsWith('{"statement"') ? 'statement' : row.startsWith('{"edge"') ? 'edge' : null;
    if (kind === null) continue;
    const found = read(kind, Buffer.from(row.trim()));
    if (found !== null) expect(found).toStrictEqual(JSON.parse(row));
    counts[found === null ? 'left' : 'quick']++;
  }
  expect(counts.left / counts.quick).toBeLessThan(0.2);
});

describe.each(['statement', 'edge'] as const)('of a %s', (kind) => {
  const given: object = rows[kind];
  const names = Object.keys(JSON.parse(line[kind])[kind]);
  const value = fc.oneof(
    fc.constantFrom<unknown>(null, true, false, 0, -0, 12, 1e15, 2 ** 53, -1, 0.5, 1e21, '', 'a "b"', 'é', '\ud800'),
    fc.constantFrom<unknown>([], ['a', null, 3], [['a']], {}, 'a\\', 'a\u007f', '\n', ']', '}}'),
    fc.jsonValue(),
  );

  it('reads what JSON reads, whatever the fields hold', () => {
    expect(read(kind, Buffer.from(line[kind]))).toStrictEqual(JSON.parse(line[kind]));
    fc.assert(
      fc.property(fc.constantFrom(...names), value, (name, content) => {
        const row = JSON.parse(line[kind]);
        row[kind][name] = content;
        const text = JSON.stringify(row);
        const found = read(kind, Buffer.from(text));
        if (found !== null) expect(JSON.stringify(found)).toBe(text);
        if (found !== null) expect(found).toStrictEqual(JSON.parse(text));
      }),
      { numRuns: 1_000 },
    );
  });

  it('reads nothing that JSON refuses, and nothing otherwise, whatever becomes of its bytes', () => {
    const bytes = Buffer.from(line[kind]);
    const place = fc.nat(bytes.length - 1);
    const put = fc.oneof(
      fc.constantFrom(...['"', ',', ':', '[', ']', '{', '}', '0', '01', '-', ' ', '\\', 'null', ',"', '",', 'é', '\r']),
      fc.constant(''),
      fc.string({ maxLength: 3, unit: 'binary' }),
    );
    fc.assert(
      fc.property(place, fc.nat(3), put, (at, gone, text) => {
        const changed = Buffer.concat([bytes.subarray(0, at), Buffer.from(text), bytes.subarray(at + gone)]);
        if (changed.includes('\n')) return;
        const found = read(kind, changed);
        if (found !== null) expect(found).toStrictEqual(JSON.parse(changed.toString()));
      }),
      { numRuns: 5_000 },
    );
  });

  it('leaves other fields, and another order of them, to JSON', () => {
    const reversed = Object.fromEntries(Object.entries(given).reverse());
    expect(read(kind, Buffer.from(JSON.stringify({ [kind]: reversed })))).toBeNull();
    expect(read(kind, Buffer.from(line[kind].replace(/}}$/, ',"more":1}}')))).toBeNull();
    expect(read(kind, Buffer.from(line[kind].replace(/}}$/, '},"more":1}')))).toBeNull();
  });
});
