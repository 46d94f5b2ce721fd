import { describe, expect, test } from 'vitest';
import { chip, company, datacenter, deal, initiative, policy } from '../support/records.js';
import { dealFacts } from './facts.js';
import { graphOfFacts, pluck } from './graph.js';

const graph = await graphOfFacts({
  entities: [
    company('lab', { name: 'Lab' }),
    deal('buy'),
    chip('x', { name: 'X' }),
    datacenter('site', { name: 'Site' }),
    initiative('i', { name: 'Plan' }),
    policy('ban', { name: 'Ban of X' }),
  ],
  statements: [
    ...dealFacts('deal:buy', {
      announced: '2024-03',
      customer: 'company:lab',
      provider: 'cloud:c',
      more: [{ property: 'status', value: 'PAUSED', validFrom: '2025-06-30' }],
    }),
    { subject: 'chip:x', property: 'released', value: '2025' },
    { subject: 'policy:ban', property: 'date', value: '2025-12-31' },
    { subject: 'policy:ban', property: 'targets', object: 'chip:x' },
    { subject: 'datacenter:site', property: 'first_operational', value: '2025-Q2' },
    { subject: 'datacenter:site', property: 'first_operational', value: '2025-H2', scope: 'phase-2' },
    { subject: 'datacenter:site', property: 'status', value: 'operational', validFrom: '2025-04-01' },
    { subject: 'initiative:i', property: 'start', value: '2026-01-01' },
    { subject: 'initiative:i', property: 'status', value: 'proposed', validFrom: '2024' },
  ],
});

const rows = async (args: string) => {
  const answer = await graph.ask(`{ timeline${args} { edges { node { date precision kind } } } }`);
  return pluck(answer, 'timeline.edges.node').map((node) =>
    ['date', 'precision', 'kind'].flatMap((name) => pluck(node, name)).join(' '),
  );
};

describe('a timeline', () => {
  test('has deals, sites and their phases, releases, export controls and changes of status, as precise as they are known', async () => {
    expect(await rows('')).toEqual([
      '2024-03 MONTH DEAL_ANNOUNCED',
      '2024 YEAR INITIATIVE_STATUS',
      '2025-04-01 DAY DATACENTER_STATUS',
      '2025-06-30 DAY DEAL_STATUS',
      '2025-Q2 QUARTER DATACENTER_ONLINE',
      '2025-12-31 DAY POLICY',
      '2025-H2 HALF DATACENTER_ONLINE',
      '2025 YEAR CHIP_RELEASED',
      '2026-01-01 DAY INITIATIVE_START',
    ]);
  });

  test('never puts what is known to the year as if it were its first of January, on any page', async () => {
    const walked: unknown[] = [];
    for (let after: unknown = null, more = true; more; ) {
      const given = after === null ? '' : `, after: "${after}"`;
      const page = await graph.ask(
        `{ timeline(first: 1${given}) { pageInfo { hasNextPage endCursor } edges { node { date } } } }`,
      );
      walked.push(...pluck(page, 'timeline.edges.node.date'));
      [after] = pluck(page, 'timeline.pageInfo.endCursor');
      more = pluck(page, 'timeline.pageInfo.hasNextPage')[0] === true;
    }
    const place = (date: string) => walked.indexOf(date);
    expect(walked).toHaveLength(9);
    expect(place('2025')).toBeGreaterThan(place('2025-12-31'));
    expect(place('2025')).toBeLessThan(place('2026-01-01'));
    expect(place('2024')).toBeLessThan(place('2025-04-01'));
  });

  test('has it in every range that its year overlaps, after what is known to the day', async () => {
    expect(await rows('(of: ["chip:x"], from: "2025-12-31", to: "2025-12-31")')).toEqual([
      '2025-12-31 DAY POLICY',
      '2025 YEAR CHIP_RELEASED',
    ]);
    expect(await rows('(of: ["chip:x"], from: "2025-02-01", to: "2025-02-02")')).toEqual(['2025 YEAR CHIP_RELEASED']);
    expect(await rows('(of: ["chip:x"], from: "2026-01-01")')).toEqual([]);
  });

  test('ends a page at what is known to the year as well backwards', async () => {
    expect(await rows('(last: 2)')).toEqual(['2025 YEAR CHIP_RELEASED', '2026-01-01 DAY INITIATIVE_START']);
  });
});
