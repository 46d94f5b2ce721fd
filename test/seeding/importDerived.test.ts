import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { EntityId } from '../../src/model/ids.js';
import { edgeForm, flaggedForm } from '../../src/seeding/derivedForms.js';
import { exportDerived } from '../../src/seeding/exportDerived.js';
import { importDerived } from '../../src/seeding/importDerived.js';
import { RowGuards } from '../../src/seeding/rowGuards.js';
import { SeedProblems } from '../../src/seeding/SeedProblems.js';
import { GraphPacker, packDataset } from '../../src/store/memory/packed/GraphPacker.js';
import { missingEvidence } from '../../src/store/memory/packed/missingEvidence.js';
import { PackedStore } from '../../src/store/memory/packed/PackedStore.js';
import { SectionsDraft } from '../../src/store/memory/packed/Sections.js';
import { company } from '../support/records.js';
import { shippedDataset } from '../support/shippedDataset.js';
import { edge, smallDataset, statement } from '../support/smallDataset.js';

const dir = mkdtempSync(join(tmpdir(), 'aigraph-derived-'));
const file = join(dir, 'graph.jsonl');
afterAll(() => rmSync(dir, { recursive: true }));

it('reads the shipped facts, with all that is derived, as they are packed', async () => {
  const dataset = await shippedDataset();
  writeFileSync(file, [...exportDerived(dataset)].join(''));
  const packer = new GraphPacker();
  const store = new PackedStore(packer.done(importDerived(file, packer)));
  const expected = new PackedStore(packDataset(dataset));
  const ids = dataset.entities.map(({ id }) => id);
  const at = { asOf: '9999-12-31', knownAt: '2027-01-01T00:00:00Z', minConfidence: 'recalled' } as const;
  const everything = { from: null, to: null };
  expect(await store.meta()).toEqual(await expected.meta());
  expect(await store.entities(ids)).toEqual(await expected.entities(ids));
  expect(await store.statementsBySubject(ids, null, at)).toEqual(await expected.statementsBySubject(ids, null, at));
  expect(await store.topology()).toEqual(await expected.topology());
  expect(await store.events([null], everything, at, { first: 100 })).toEqual(
    await expected.events([null], everything, at, { first: 100 }),
  );
});

it.each([
  ['a sort that is misspelt', '{"statment":{}}'],
  ['a sort that is misspelt and begins like another', '{"evnt":{}}'],
  ['a sort that there is not', '{"source":{}}'],
  ['two rows', '{"entity":{},"redirect":{"from":"company:zz","into":"company:a"}}'],
  ['a statement and more', '{"statement":{},"note":1}'],
  ['an entity behind something else', '{"s":1,"entity":{}}'],
  ['an edge behind something else', '{"s":1,"edge":{"id":"nonsense"}}'],
  ['no statement', '{"statement":null}'],
  ['no edge', '{"edge":null}'],
  ['nothing', '{}'],
])('a line with %s is refused, whole and by a half', (_what, line) => {
  const [first = ''] = exportDerived(smallDataset({ entities: [company('a')] }));
  writeFileSync(file, `${first}${line}\n`);
  const problemsOf = (rows: 'all' | 'claims' | 'rest') => {
    try {
      importDerived(file, new GraphPacker(rows === 'all' ? undefined : rows), rows);
      return [];
    } catch (error) {
      if (error instanceof SeedProblems) return error.problems.map(({ record }) => record);
      throw error;
    }
  };
  expect(new Set(problemsOf('all'))).toEqual(new Set(['line 2']));
  expect(new Set([...problemsOf('claims'), ...problemsOf('rest')])).toEqual(new Set(['line 2']));
});

it('gives the same in two halves, of which each reads what the other leaves', async () => {
  const dataset = smallDataset({
    entities: [company('a'), company('b')],
    redirects: [['company:old', 'company:b']],
    statements: [{ subject: 'company:a', property: 'customer_of', object: 'company:old' }],
    events: [{ date: '2025', entities: ['company:a'] }],
  });
  const evidence = dataset.statements.map(({ id }) => id);
  const edges = [edge({ from: 'company:a', to: 'company:b', kind: 'USES', sharePercent: 3, statementIds: evidence })];
  writeFileSync(file, [...exportDerived({ ...dataset, edges })].join(''));
  const [whole, claims, rest] = [new GraphPacker(), new GraphPacker('claims'), new GraphPacker('rest')];
  const expected = whole.done(importDerived(file, whole));
  const sections = new SectionsDraft();
  const meta = importDerived(file, claims, 'claims');
  claims.addStatements(sections);
  importDerived(file, rest, 'rest');
  rest.addRest(sections);
  claims.addEvents(meta, sections);
  const found = sections.done();
  expect(new Map([...found.columns].sort())).toEqual(new Map([...expected.columns].sort()));
  expect(missingEvidence(found)).toBeNull();
});

it('finds an edge whose evidence is in neither half', () => {
  const [id = '', tie] = ['statement:00000000000000ff', edge({ from: 'company:a', to: 'company:b', kind: 'USES' })];
  const sections = packDataset(
    smallDataset({ edges: [{ ...tie, sharePercent: 5, deal: 'deal:d', statementIds: [id] }] }),
  );
  expect(missingEvidence(sections)).toEqual({ edge: tie.id, statement: id });
});

describe('names what is wrong by its line', () => {
  const [a, b]: readonly EntityId[] = ['company:a', 'company:b'];
  const claim = statement({ subject: 'company:a', property: 'customer_of', object: 'company:b' });
  const graph = smallDataset({
    entities: [company('a'), company('b')],
    statements: [claim],
    edges: [{ from: 'company:a', to: 'company:b', kind: 'COMPUTE', statementIds: [claim.id] }],
  });
  const [first = '', ...rows] = [...exportDerived(graph)];

  function problemsOf(lines: readonly string[]): readonly string[] {
    writeFileSync(file, lines.join(''));
    try {
      importDerived(file, new GraphPacker());
      return [];
    } catch (error) {
      if (!(error instanceof SeedProblems)) throw error;
      return error.problems.map(({ record, field, expected, got }) => `${record} ${field}: ${expected}; ${got}`);
    }
  }

  it('and nothing where all is well', () => expect(problemsOf([first, ...rows])).toEqual([]));

  it.each([
    ['no JSON', '{"entity"\n', /^line 2 : JSON; /],
    ['no row', '[1]\n', /^line 2 : a row: an entity, a redirect/],
    [
      'an unknown field',
      `${JSON.stringify({ entity: { ...company('x'), size: 1 } })}\n`,
      /^line 2 size: a field that exists/,
    ],
    [
      'an entity of another kind',
      `${JSON.stringify({ entity: { ...company('x'), id: 'cloud:x' } })}\n`,
      /line 2 kind: the kind/,
    ],
    ['a claim about nobody', rowOf({ statement: claim }), /^line 2 : a company that exists; "company:a"$/],
    [
      'an edge between nobodies',
      rowOf({ edge: { ...edge({ from: 'company:a', to: 'company:b', kind: 'USES' }), statementIds: [claim.id] } }),
      /^line 2 from: a company that exists/,
    ],
  ])('%s', (_, line, problem) => expect(problemsOf([first, line])).toContainEqual(expect.stringMatching(problem)));

  it('a claim of the wrong unit, without source, or made twice; an edge without its evidence', () => {
    const last = rows.length + 2;
    const withRow = (row: unknown) => problemsOf([first, ...rows, rowOf(row)]);
    const power = { ...claim, id: 'statement:00000000000000aa', property: 'it_power_mw', value: 5, object: null };
    expect(withRow({ statement: { ...power, unit: 'GW' } })).toEqual([
      expect.stringMatching(`^line ${last} unit: a unit or a currency`),
    ]);
    expect(withRow({ statement: { ...power, unit: 'MW', sources: [] } })).toEqual([
      expect.stringMatching('sources: at least one'),
    ]);
    expect(withRow({ statement: claim })).toEqual([`line ${last} id: an id used once; "${claim.id}"`]);
    const other = edge({ from: a ?? 'company:a', to: b ?? 'company:b', kind: 'CHIPS' });
    expect(withRow({ edge: { ...other, statementIds: ['statement:00000000000000ff'] } })).toEqual([
      `line ${last} statementIds: a statement that came before; "statement:00000000000000ff"`,
    ]);
    expect(withRow({ edge: { ...other, statementIds: [claim.id], validFrom: '2025-02-30' } })).toEqual([
      expect.stringMatching(`^line ${last} validFrom: a day such as`),
    ]);
  });

  it('a file of facts alone, an empty one, and too many problems', () => {
    expect(problemsOf([first.replace('"derived":true,', '')])[0]).toMatch(/^line 1 derived/);
    expect(problemsOf([])).toEqual([' meta: a description of the dataset; none'].map((one) => `line 0${one}`));
    expect(problemsOf([first, ...Array.from({ length: 500 }, () => 'x\n')])).toHaveLength(100);
  });
});

it('lets no row pass by the short way that its form refuses', () => {
  const has = (id: unknown): id is EntityId => id === 'company:a' || id === 'source:s1' || id === 'deal:d';
  const guards = new RowGuards({ has });
  const good = {
    statement: statement({ subject: 'company:a', property: 'customer_of', object: 'company:a', validFrom: '2025' }),
    edge: {
      ...edge({ from: 'company:a', to: 'company:a', kind: 'COMPUTE', deal: 'deal:d' }),
      statementIds: ['statement:00000000000000aa'],
    },
  };
  expect(guards.isStatement(good.statement)).toBe(true);
  expect(guards.isEdge(good.edge)).toBe(true);
  const odd = fc.oneof(
    fc.constantFrom<unknown>(
      null,
      undefined,
      '',
      'company:a',
      'company:',
      '2025',
      '2025-02-30',
      '2025-Q5',
      'exact',
      -1,
      0.5,
      0,
      Number.NaN,
    ),
    fc.constantFrom<unknown>(
      [],
      [1],
      ['source:s1'],
      ['company:a'],
      ['statement:x'],
      {},
      true,
      '\ud800',
      'x'.repeat(3_000),
    ),
    fc.jsonValue(),
  );
  const names = [...Object.keys(good.statement), ...Object.keys(good.edge), 'other'];
  fc.assert(
    fc.property(fc.constantFrom(...names), odd, (name, value) => {
      const claim = { ...good.statement, [name]: value };
      const tie = { ...good.edge, [name]: value };
      if (guards.isStatement(claim)) expect(flaggedForm.safeParse(claim).success, `${name} ${value}`).toBe(true);
      if (guards.isEdge(tie)) expect(edgeForm.safeParse(tie).success, `${name} ${value}`).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

function rowOf(row: unknown): string {
  return `${JSON.stringify(row)}\n`;
}
