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
  });

  test('refuse an unknown subject with a suggestion', async () => {
    expect(await graph.refusal('{ statements(filter: { subject: ["company:labb"] }) { totalCount } }')).toEqual([
      'No company has the id "company:labb". Did you mean "company:lab"?',
    ]);
  });
});
