import { describe, expect, test } from 'vitest';
import { chip, company, policy } from '../support/records.js';
import { graphOf, pluck } from './graph.js';

const graph = await graphOf({
  entities: [
    company('maker', { name: 'Maker' }),
    company('fab'),
    company('memory'),
    chip('rack', { category: 'system', components: ['chip:die'], memoryGb: 1_000, exportStatus: 'restricted' }),
    chip('die', {
      category: 'gpu',
      designer: 'company:maker',
      released: '2024-Q4',
      memoryGb: 192,
      memoryType: 'HBM3e',
      memoryBandwidthTbs: 8,
      tdpW: 1_000,
      denseBf16Tflops: 2_250,
      foundries: [{ company: 'company:fab', node: '4 nm' }],
      memorySuppliers: ['company:memory'],
    }),
    policy('rule', { action: 'restricts', target: 'chip:die', date: '2025-01' }),
  ],
  statements: [{ subject: 'policy:rule', property: 'targets', object: 'chip:die' }],
  edges: [
    { from: 'company:user', to: 'chip:die', kind: 'USES' },
    { from: 'company:hopeful', to: 'chip:die', kind: 'USES', prospective: true },
    { from: 'chip:rack', to: 'chip:die', kind: 'COMPONENT' },
  ],
});

describe('chip', () => {
  test('has its figures, makers and components', async () => {
    const { chip: die } = await graph.ask(`{
      chip(id: "chip:die") {
        category released memoryGb memoryType memoryBandwidthTbs tdpW denseBf16Tflops denseFp8Tflops
        designer { name } foundries { company { id } node } memorySuppliers { id } components { id }
      }
    }`);
    expect(die).toEqual({
      category: 'gpu',
      released: '2024-Q4',
      memoryGb: 192,
      memoryType: 'HBM3e',
      memoryBandwidthTbs: 8,
      tdpW: 1_000,
      denseBf16Tflops: 2_250,
      denseFp8Tflops: null,
      designer: { name: 'Maker' },
      foundries: [{ company: { id: 'company:fab' }, node: '4 nm' }],
      memorySuppliers: [{ id: 'company:memory' }],
      components: [],
    });
  });

  test('is used by whom deals and sites document, by others only where prospective is asked', async () => {
    const users = async (args: string) =>
      pluck(
        await graph.ask(`{ chip(id: "chip:die") { users${args} { edges { node { id } } } } }`),
        'chip.users.edges.node.id',
      );
    expect(await users('')).toEqual(['company:user']);
    expect(await users('(prospective: true)')).toEqual(['company:hopeful', 'company:user']);
  });

  test('shows its export status and the rules that target it', async () => {
    const answer = await graph.ask(`{
      a: chip(id: "chip:rack") { exportControl { status since policyEvents { id } } }
      b: chip(id: "chip:die") { exportControl { status policyEvents { id date target { id } } } }
    }`);
    expect(answer).toEqual({
      a: { exportControl: { status: 'restricted', since: null, policyEvents: [] } },
      b: {
        exportControl: {
          status: null,
          policyEvents: [{ id: 'policy:rule', date: '2025-01', target: { id: 'chip:die' } }],
        },
      },
    });
  });
});

describe('chips', () => {
  test('are filtered and ordered by figures', async () => {
    const answer = await graph.ask(`{
      chips(filter: { memoryGb: { gte: 192 } }, orderBy: { field: MEMORY_GB, direction: DESC }) { edges { node { id } } }
    }`);
    expect(pluck(answer, 'chips.edges.node.id')).toEqual(['chip:rack', 'chip:die']);
  });
});
