import { describe, expect, test } from 'vitest';
import { graphOf, pluck } from './graph.js';

const FIRST = '2026-10-01T00:00:00Z';
const SECOND = '2026-11-01T00:00:00Z';
const THIRD = '2026-11-15T00:00:00Z';

const lab = { subject: 'company:lab', recordedAt: FIRST } as const;
const graph = await graphOf({
  meta: { firstRecordedAt: FIRST, releasedAt: SECOND },
  statements: [
    { ...lab, property: 'founded', value: '2014' },
    { ...lab, property: 'employees', value: 100, retractedAt: SECOND },
    { ...lab, property: 'employees', value: 120, recordedAt: SECOND },
    { ...lab, property: 'hq_city', value: 'Here', retractedAt: THIRD },
    { ...lab, property: 'parent', object: 'company:group', recordedAt: THIRD },
  ],
});

const CHANGE = 'change statement { property value } replacedBy { value } replaces { value }';
const changesOf = async (args: string) => {
  const answer = await graph.ask(`{ changes(${args}) { totalCount edges { node { ${CHANGE} } } } }`);
  const nodes = pluck(answer, 'changes.edges.node');
  expect(pluck(answer, 'changes.totalCount')).toEqual([nodes.length]);
  return nodes.map((node) => [
    ...pluck(node, 'change'),
    ...pluck(node, 'statement.property'),
    pluck(node, 'replacedBy.value'),
    pluck(node, 'replaces.value'),
  ]);
};

describe('changes', () => {
  test('tell what was recorded, withdrawn and replaced since a time, in the order of time', async () => {
    expect(await changesOf(`since: "${FIRST}"`)).toEqual([
      ['REPLACED', 'employees', [120], []],
      ['ADDED', 'employees', [], [100]],
      ['RETRACTED', 'hq_city', [], []],
      ['ADDED', 'parent', [], []],
    ]);
  });

  test('end with the time of knowledge asked for', async () => {
    expect(await changesOf(`since: "${FIRST}", knownAt: "${SECOND}"`)).toEqual([
      ['REPLACED', 'employees', [120], []],
      ['ADDED', 'employees', [], [100]],
    ]);
    expect(await changesOf(`since: "${SECOND}", knownAt: "2026-11-14T23:59:59.999Z"`)).toEqual([]);
    expect(await changesOf(`since: "${THIRD}"`)).toEqual([]);
  });

  test('say when, between which times, and all of the statements', async () => {
    const answer = await graph.ask(`{
      changes(since: "2026-11-01T01:00:00+01:00", last: 1) {
        since knownAt
        edges { node { at truncated statement { id subject { id } object { id } recordedAt sources { id } } } }
      }
    }`);
    expect(answer).toMatchObject({
      changes: {
        since: '2026-11-01T00:00:00.000Z',
        knownAt: '2026-12-01T00:00:00.000Z',
        edges: [
          {
            node: {
              at: THIRD,
              truncated: false,
              statement: {
                subject: { id: 'company:lab' },
                object: { id: 'company:group' },
                recordedAt: THIRD,
                sources: [{ id: 'source:s1' }],
              },
            },
          },
        ],
      },
    });
  });

  test('are paged both ways, and counted only where asked', async () => {
    const page = async (args: string) => {
      const answer = await graph.ask(
        `{ changes(since: "${FIRST}", ${args}) { pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { node { statement { property } } } } }`,
      );
      expect(graph.calls().map(({ method }) => method)).not.toContain('countChanges');
      const [info] = pluck(answer, 'changes.pageInfo');
      return { info, properties: pluck(answer, 'changes.edges.node.statement.property') };
    };
    const { info, properties } = await page('first: 2');
    expect(properties).toEqual(['employees', 'employees']);
    expect(info).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const [end] = pluck(info, 'endCursor');
    const rest = await page(`first: 2, after: "${end}"`);
    expect(rest.properties).toEqual(['hq_city', 'parent']);
    expect(rest.info).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const [start] = pluck(rest.info, 'startCursor');
    expect((await page(`last: 1, before: "${start}"`)).properties).toEqual(['employees']);
  });

  test('refuse times before anything was known, in the wrong order, or that are none', async () => {
    const refused: readonly [args: string, message: string][] = [
      ['since: "2026-09-30T23:59:59Z"', `Expected since at or after ${FIRST} but got: "2026-09-30T23:59:59.000Z".`],
      [
        `since: "${THIRD}", knownAt: "${SECOND}"`,
        'Expected since at or before 2026-11-01T00:00:00.000Z but got: "2026-11-15T00:00:00.000Z".',
      ],
      [
        'since: "2027-01-01T00:00:00Z"',
        'Expected since at or before 2026-12-01T00:00:00.000Z but got: "2027-01-01T00:00:00.000Z".',
      ],
      [
        `since: "${FIRST}", knownAt: "2026-09-01T00:00:00Z"`,
        `Expected knownAt at or after ${FIRST} but got: "2026-09-01T00:00:00.000Z".`,
      ],
      ['since: "2026-10-01"', 'Expected a time such as 2026-10-01T00:00:00Z but got: "2026-10-01".'],
      [`since: "${FIRST}", first: 0`, 'Expected first in 1..100 but got: 0.'],
    ];
    for (const [args, message] of refused) {
      expect(await graph.refusal(`{ changes(${args}) { totalCount } }`)).toEqual([message]);
    }
  });

  test('take no cursor of another span', async () => {
    const answer = await graph.ask(`{ changes(since: "${FIRST}", first: 1) { edges { cursor } } }`);
    const [cursor] = pluck(answer, 'changes.edges.cursor');
    expect(await graph.refusal(`{ changes(since: "${SECOND}", after: "${cursor}") { totalCount } }`)).toEqual([
      expect.stringContaining('Expected a cursor from this connection but got: '),
    ]);
  });
});
