import { describe, expect, test } from 'vitest';
import { graphOf, pluck } from './graph.js';

const graph = await graphOf({
  statements: [{ id: 'statement:why', subject: 'chip:x', property: 'released', value: '2025-11' }],
  events: [
    {
      kind: 'CHIP_RELEASED',
      date: '2025-11',
      title: 'Chip released',
      entities: ['chip:x'],
      statementIds: ['statement:why'],
    },
    { kind: 'DEAL_ANNOUNCED', date: '2025-11-30', title: 'Deal announced', entities: ['deal:d', 'company:a'] },
    { kind: 'INITIATIVE_START', date: '2025', title: 'Began', entities: ['initiative:i'] },
    { kind: 'DEAL_END', date: '2031-01-01', title: 'Ends', entities: ['deal:d'], saidOn: '2026-02-01' },
  ],
});

const titles = async (args: string) =>
  pluck(await graph.ask(`{ timeline${args} { edges { node { title } } } }`), 'timeline.edges.node.title');

describe('timeline', () => {
  test('puts what is known to the day before what is known to its month or year', async () => {
    expect(await titles('')).toEqual(['Deal announced', 'Chip released', 'Began', 'Ends']);
  });

  test('says how precise a date is, and on what it rests', async () => {
    expect(
      await graph.ask(`{
        timeline(of: ["chip:x"]) {
          totalCount edges { node { id date precision kind entities { id } sources { id } statements { property } saidOn } }
        }
      }`),
    ).toMatchObject({
      timeline: {
        totalCount: 1,
        edges: [
          {
            node: {
              date: '2025-11',
              precision: 'MONTH',
              kind: 'CHIP_RELEASED',
              entities: [{ id: 'chip:x' }],
              sources: [{ id: 'source:s1' }],
              statements: [{ property: 'released' }],
            },
          },
        ],
      },
    });
  });

  test('keeps to the days, entities and knowledge asked for', async () => {
    expect(await titles('(from: "2025-11-01", to: "2025-12-30")')).toEqual([
      'Deal announced',
      'Chip released',
      // Known to the year alone, it may have been within these days.
      'Began',
    ]);
    expect(await titles('(of: ["company:a", "chip:x"])')).toEqual(['Deal announced', 'Chip released']);
    expect(await titles('(of: ["deal:d"], asOf: "2026-01-31")')).toEqual(['Deal announced']);
  });

  test('is the same from the entity, and pages', async () => {
    const page = await graph.ask(
      '{ deal(id: "deal:d") { timeline(first: 1) { totalCount pageInfo { endCursor } edges { node { title } } } } }',
    );
    expect(pluck(page, 'deal.timeline.totalCount')).toEqual([2]);
    const [after] = pluck(page, 'deal.timeline.pageInfo.endCursor');
    expect(await titles(`(of: ["deal:d"], after: "${after}")`)).toEqual(['Ends']);
  });

  test('refuses days in the wrong order', async () => {
    expect(await graph.refusal('{ timeline(from: "2025-02-01", to: "2025-01-01") { totalCount } }')).toEqual([
      'Expected from on or before 2025-01-01 but got: "2025-02-01".',
    ]);
  });
});
