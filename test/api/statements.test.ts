import { describe, expect, test } from 'vitest';
import { company, deal } from '../support/records.js';
import { graphOf, pluck } from './graph.js';

const graph = await graphOf({
  entities: [company('lab', { name: 'Lab' }), deal('gate', { name: 'Star Gate' })],
  statements: [
    { subject: 'company:lab', property: 'founded', value: '2015', publishers: 2 },
    { subject: 'company:lab', property: 'hq_city', value: 'Here', confidence: 'recalled' },
    { subject: 'deal:gate', property: 'amount', value: 400, unit: 'USD', conflicting: true },
    { subject: 'deal:gate', property: 'amount', value: 500, unit: 'USD', conflicting: true, saidOn: '2026-09-01' },
  ],
});

const values = async (args: string) =>
  pluck(await graph.ask(`{ statements(${args}) { edges { node { value } } } }`), 'statements.edges.node.value');

describe('statements', () => {
  test('find the claims that contradict one another, by part of the subject’s name', async () => {
    expect(await values('filter: { subjectNameContains: "star", conflicting: true }')).toEqual([400, 500]);
    expect(await values('filter: { subjectNameContains: "lab", conflicting: true }')).toEqual([]);
  });

  test('find what rests on one publisher or is only recalled', async () => {
    expect(await values('filter: { subject: ["company:lab"], publishersMax: 1 }')).toEqual(['Here']);
    expect(await values('filter: { confidence: RECALLED }')).toEqual(['Here']);
    expect(await values('filter: { confidence: CONFIRMED, property: "founded" }')).toEqual(['2015']);
  });

  test('leave out what was said after the day asked about', async () => {
    expect(await values('filter: { property: "amount" }, asOf: "2026-01-01"')).toEqual([400]);
  });

  test('are counted and paged', async () => {
    const page = await graph.ask('{ statements(first: 3) { totalCount pageInfo { hasNextPage endCursor } } }');
    expect(pluck(page, 'statements.totalCount')).toEqual([4]);
    const [after] = pluck(page, 'statements.pageInfo.endCursor');
    expect(await values(`first: 3, after: "${after}"`)).toEqual([500]);
    expect(await values('last: 1')).toEqual([500]);
  });

  test('refuse wrong conditions instead of ignoring them; null is none', async () => {
    const refused: readonly [filter: string, message: string][] = [
      ['publishersMax: 0', 'Expected publishersMax in 1..1000 but got: 0.'],
      ['publishersMax: -1', 'Expected publishersMax in 1..1000 but got: -1.'],
      ['subjectNameContains: ""', 'Expected subjectNameContains of 1..200 characters but got: "".'],
      ['property: ""', 'Expected property of 1..200 characters but got: "".'],
      ['subject: []', 'Expected 1..100 subjects but got: 0.'],
    ];
    for (const [filter, message] of refused) {
      expect(await graph.refusal(`{ statements(filter: { ${filter} }) { totalCount } }`)).toEqual([message]);
    }
    const nothing = 'publishersMax: null, subjectNameContains: null, property: null, subject: null, conflicting: null';
    expect(await values(`filter: { ${nothing} }`)).toHaveLength(4);
  });

  test('refuse an unknown subject with a suggestion', async () => {
    expect(await graph.refusal('{ statements(filter: { subject: ["company:labb"] }) { totalCount } }')).toEqual([
      'No company has the id "company:labb". Did you mean "company:lab"?',
    ]);
  });
});
