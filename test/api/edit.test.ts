import { graphql, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { materialiseAt } from '../../src/derive/materialiseAt.js';
import { buildContext } from '../../src/resolvers/context.js';
import { buildSchema } from '../../src/resolvers/index.js';
import type { Edit } from '../../src/store/GraphEditor.js';
import { MemoryWriter } from '../../src/store/memory/MemoryWriter.js';
import { imagine } from '../../src/wiring/imagine.js';
import { NotingEditor } from '../support/NotingEditor.js';
import { company } from '../support/records.js';
import { smallDataset } from '../support/smallDataset.js';

const schema = buildSchema();
const NOTE = { author: 'ada', reason: 'a filing' };
const OPTIONS = { ...NOTE, key: null, dryRun: false };

/** One mutation against an editor that notes what it is asked, and answers as the test says. */
async function ask(field: string, type: string, input: object, selection: string, edit: Partial<Edit> = {}) {
  const dataset = smallDataset({
    entities: [company('lab', { name: 'Lab' })],
    statements: [{ id: 'statement:a', subject: 'company:lab', property: 'founded', value: 2015 }],
    redirects: [['company:old-lab', 'company:lab']],
  });
  const store = await new MemoryWriter().write(dataset);
  const editor = new NotingEditor(async () => edit);
  const { signal } = new AbortController();
  const writing = { editor, signal, readAfter: async () => {} };
  const contextValue = await buildContext(
    store,
    { materialiseAt, imagine, now: () => new Date('2026-12-01T00:00:00Z') },
    writing,
  );
  const source = `mutation ($input: ${type}!) { answer: ${field}(input: $input) { ${selection} } }`;
  const { data, errors } = await graphql({ schema, source, variableValues: { input }, contextValue });
  return {
    calls: editor.calls,
    answer: JSON.parse(JSON.stringify(data?.answer ?? null)),
    refusals: (errors ?? []).map(({ message }) => message),
  };
}

function record(statements: readonly object[], rest: object = {}) {
  return ask('recordStatements', 'RecordStatementsInput', { statements, ...NOTE, ...rest }, 'dryRun');
}

const claim = { subject: 'company:lab', property: 'founded', sources: ['source:s1'] };

describe('recordStatements', () => {
  test('hands every field on in the words of the model', async () => {
    const whole = {
      ...claim,
      scope: 'a part',
      value: 12.5,
      object: 'company:other',
      unit: 'MW',
      qualifier: 'UP_TO',
      validFrom: '2025-01',
      validTo: '2026',
      saidOn: '2025-Q4',
      refersTo: '2027-H1',
      confidence: 'RECALLED',
      note: 'a remark',
    };
    const { calls } = await record([whole], { dataThrough: '2026-10-31', idempotencyKey: 'k1', dryRun: true });
    expect(calls).toEqual([
      [
        'recordStatements',
        [{ ...whole, qualifier: 'upTo', confidence: 'recalled' }],
        '2026-10-31',
        { ...NOTE, key: 'k1', dryRun: true },
      ],
    ]);
  });

  test.each([12, 0.5, 'a text', true, false])('takes %s for a value', async (value) => {
    const { calls } = await record([{ ...claim, value }]);
    expect(calls).toEqual([['recordStatements', [{ ...claim, object: null, value }], null, OPTIONS]]);
  });

  test('takes null for what is left out', async () => {
    const { calls } = await record([claim], { idempotencyKey: null, dryRun: null, dataThrough: null });
    expect(calls).toEqual([['recordStatements', [{ ...claim, object: null }], null, OPTIONS]]);
  });

  test('hands on what is withdrawn in the same write', async () => {
    const { calls } = await record([claim], { retract: ['statement:a'] });
    expect(calls).toEqual([
      ['recordStatements', [{ ...claim, object: null }], null, { ...OPTIONS, retract: ['statement:a'] }],
    ]);
    expect((await record([claim], { retract: null })).calls[0]).toEqual([
      'recordStatements',
      [{ ...claim, object: null }],
      null,
      OPTIONS,
    ]);
  });

  test('takes a value that stands in the text, but no list', () => {
    const problemsOf = (value: string) => {
      const input = `{ statements: [{ subject: "company:lab", property: "p", value: ${value}, sources: [] }], author: "a", reason: "r" }`;
      const document = parse(`mutation { recordStatements(input: ${input}) { dryRun } }`);
      return validate(schema, document).map(({ message }) => message);
    };
    for (const value of ['1', '-2.5', '"a text"', 'true']) expect(problemsOf(value)).toEqual([]);
    expect(problemsOf('[1]')).toEqual(['Expected a number, a text, true or false but got: null.']);
  });

  test.each([
    ['no statement', [], {}, 'Expected 1..500 statements but got: 0.'],
    ['too many', Array.from({ length: 501 }, () => claim), {}, 'Expected 1..500 statements but got: 501.'],
    ['nothing to retract', [claim], { retract: [] }, 'Expected 1..500 ids to retract but got: 0.'],
    ['a malformed subject', [{ ...claim, subject: 'lab' }], {}, /^Expected an id such as/],
    ['a malformed source', [{ ...claim, sources: ['s1'] }], {}, /^Expected an id such as/],
    ['a blank author', [claim], { author: ' ' }, 'Expected author of 1..200 characters but got: " ".'],
    ['an empty reason', [claim], { reason: '' }, 'Expected reason of 1..2000 characters but got: "".'],
    [
      'an overlong key',
      [claim],
      { idempotencyKey: 'k'.repeat(201) },
      /^Expected idempotencyKey of 1\.\.200 characters/,
    ],
    [
      'a list for a value',
      [{ ...claim, value: [1] }],
      {},
      /Expected a number, a text, true or false but got: a list\.$/,
    ],
    ['a month that does not exist', [{ ...claim, saidOn: '2025-13' }], {}, /Expected a date such as/],
  ])('refuses %s before anything is written', async (_what, statements, rest, message) => {
    const { calls, refusals } = await record(statements, rest);
    expect(refusals).toEqual([typeof message === 'string' ? message : expect.stringMatching(message)]);
    expect(calls).toEqual([]);
  });
});

test('retractStatements hands the ids on', async () => {
  const { calls } = await ask('retractStatements', 'RetractStatementsInput', { ids: ['statement:a'], ...NOTE }, 'at');
  expect(calls).toEqual([['retractStatements', ['statement:a'], OPTIONS]]);
});

test('upsertEntities hands every field on in the words of the model', async () => {
  const paper = {
    id: 'source:paper',
    name: 'A paper',
    aliases: ['The paper'],
    externalIds: [{ scheme: 'doi', value: '10.1/1' }],
    confidence: 'CONFIRMED',
    sources: ['source:s1'],
    publication: { publisher: 'P', url: 'https://p.example', published: '2026', medium: 'paper', read: 'DIRECT' },
  };
  const entities = [paper, { id: 'company:lab' }];
  const { calls } = await ask('upsertEntities', 'UpsertEntitiesInput', { entities, ...NOTE }, 'at');
  expect(calls).toEqual([
    [
      'upsertEntities',
      [
        { ...paper, confidence: 'confirmed', publication: { ...paper.publication, read: 'direct' } },
        { id: 'company:lab', sources: undefined },
      ],
      OPTIONS,
    ],
  ]);
});

test('mergeEntities hands both ids on', async () => {
  const input = { from: 'company:old-lab', into: 'company:lab', ...NOTE };
  const { calls } = await ask('mergeEntities', 'MergeEntitiesInput', input, 'at');
  expect(calls).toEqual([['mergeEntities', 'company:old-lab', 'company:lab', OPTIONS]]);
});

describe('the result', () => {
  const WHOLE = `revision at dryRun repeated
    recorded { count ids statements { value } } retracted { count ids } created { count entities { id } }
    merged { ids entities { id name } } edgesOpened { count ids } edgesClosed { count } edgesRemoved { count }`;
  const input = { ids: ['statement:a'], ...NOTE };

  test('shows what was written, with the things themselves', async () => {
    const { answer } = await ask('retractStatements', 'RetractStatementsInput', input, WHOLE, {
      revision: 7,
      at: '2026-11-30T00:00:00Z',
      repeated: true,
      recorded: ['statement:a', 'statement:unknown'],
      created: ['company:lab'],
      merged: ['company:old-lab'],
      edgesOpened: ['e1', 'e2'],
    });
    expect(answer).toEqual({
      revision: 7,
      at: '2026-11-30T00:00:00Z',
      dryRun: false,
      repeated: true,
      recorded: { count: 2, ids: ['statement:a', 'statement:unknown'], statements: [{ value: 2015 }] },
      retracted: { count: 0, ids: [] },
      created: { count: 1, entities: [{ id: 'company:lab' }] },
      merged: { ids: ['company:old-lab'], entities: [{ id: 'company:lab', name: 'Lab' }] },
      edgesOpened: { count: 2, ids: ['e1', 'e2'] },
      edgesClosed: { count: 0 },
      edgesRemoved: { count: 0 },
    });
  });

  test('shows ids alone after a dry run', async () => {
    const dry = { ...input, dryRun: true };
    const { answer } = await ask('retractStatements', 'RetractStatementsInput', dry, WHOLE, {
      recorded: ['statement:a'],
    });
    expect(answer).toMatchObject({
      revision: null,
      dryRun: true,
      recorded: { count: 1, ids: ['statement:a'], statements: null },
      created: { entities: null },
    });
  });

  test('lists at most 1,000 ids, and counts all', async () => {
    const ids = Array.from({ length: 1_234 }, (_, i) => `edge:${i}`);
    const { answer } = await ask('retractStatements', 'RetractStatementsInput', input, WHOLE, { edgesOpened: ids });
    expect(answer.edgesOpened).toEqual({ count: 1_234, ids: ids.slice(0, 1_000) });
  });
});

test('a context that only reads refuses to write', async () => {
  const store = await new MemoryWriter().write(smallDataset());
  const contextValue = await buildContext(store, {
    materialiseAt,
    imagine,
    now: () => new Date('2026-12-01T00:00:00Z'),
  });
  const source = 'mutation { retractStatements(input: { ids: ["statement:a"], author: "a", reason: "r" }) { at } }';
  const { errors } = await graphql({ schema, source, contextValue });
  expect(errors?.[0]?.originalError).toMatchObject({ kind: 'READ_ONLY' });
});
