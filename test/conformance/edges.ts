import { expect, it } from 'vitest';
import type { Edge } from '../../src/model/edge.js';
import type { Confidence } from '../../src/model/statement.js';
import { company } from '../support/records.js';
import { type EdgeSpec, edge } from '../support/smallDataset.js';
import { AT, IN, idsOf, type OpenStore, OUT } from './harness.js';

const T1 = '2026-10-01T00:00:00Z';
const T2 = '2027-01-01T00:00:00Z';

/** Edges of every combination of valid interval, known interval, confidence and prospect between two entities. */
export function timedEdges(): EdgeSpec[] {
  const edges: EdgeSpec[] = [];
  for (const [validFrom, validTo] of [
    [null, null],
    ['2025-01-10', '2025-01-20'],
    [null, '2025-01-09'],
    ['2025-01-21', null],
  ] as const) {
    for (const [knownFrom, knownTo] of [
      [T1, null],
      [T1, T2],
      [T2, null],
    ] as const) {
      for (const confidence of ['confirmed', 'recalled'] as const) {
        for (const prospective of [false, true]) {
          const time = { validFrom, validTo, knownFrom, knownTo, confidence, prospective };
          edges.push({ from: 'company:a', to: 'company:b', kind: 'CHIPS', ...time });
        }
      }
    }
  }
  return edges;
}

export const DAYS = ['2025-01-09', '2025-01-10', '2025-01-20', '2025-01-21'] as const;
export const INSTANTS = [
  '2026-09-30T23:59:59.999Z',
  '2026-10-01T00:00:00.000Z',
  '2026-12-31T23:59:59.999Z',
  T2,
] as const;
export const CONFIDENCE_FLOORS: readonly Confidence[] = ['recalled', 'confirmed'];

export function edgeChecks(open: OpenStore): void {
  it('GS-300 an edge comes back with every field as it was written', async () => {
    const full = edge({
      from: 'company:a',
      to: 'cloud:b',
      kind: 'COMPUTE',
      rule: 'compute-deal',
      validFrom: '2025-11-03',
      validTo: '2032-11-02',
      startUnknown: true,
      knownTo: T2,
      prospective: true,
      confidence: 'recalled',
      sharePercent: 12.5,
      deal: 'deal:x',
      statementIds: ['statement:1', 'statement:2'],
    });
    const store = await open({ edges: [full] });
    expect(await store.edges([full.id, 'edge:none', full.id])).toEqual([full, null, full]);
    expect(await store.edgesOf(['company:a'], OUT, { ...AT, asOf: '2026-01-01' }, 10)).toEqual([[full]]);
  });

  it('GS-301 both directions, in the order of the ids, nothing for unknown ones, duplicates twice', async () => {
    const ab = edge({ from: 'company:a', to: 'company:b', kind: 'CHIPS' });
    const bc = edge({ from: 'company:b', to: 'company:c', kind: 'MEMORY' });
    const store = await open({ edges: [ab, bc] });
    const ids = ['company:b', 'company:none', 'company:a', 'company:b'] as const;
    expect((await store.edgesOf(ids, OUT, AT, 10)).map(idsOf)).toEqual([[bc.id], [], [ab.id], [bc.id]]);
    expect((await store.edgesOf(ids, IN, AT, 10)).map(idsOf)).toEqual([[ab.id], [], [], [ab.id]]);
  });

  it('GS-302 ordered by the other end, kind, confidence descending and id, and cut after the limit', async () => {
    const from = 'company:a';
    const sorted: Edge[] = [
      edge({ from, to: 'chip:z', kind: 'USES' }),
      edge({ from, to: 'company:b', kind: 'CHIPS', confidence: 'recalled' }),
      edge({ from, to: 'company:b', kind: 'MEMORY' }),
      edge({ from, to: 'company:b', kind: 'MEMORY', confidence: 'recalled', id: 'edge:0000000000000001' }),
      edge({ from, to: 'company:b', kind: 'MEMORY', confidence: 'recalled', id: 'edge:0000000000000002' }),
      edge({ from, to: 'company:c', kind: 'CHIPS' }),
    ];
    const store = await open({ edges: [...sorted].reverse() });
    expect((await store.edgesOf([from], OUT, AT, 100)).map(idsOf)).toEqual([idsOf(sorted)]);
    expect((await store.edgesOf([from], OUT, AT, 3)).map(idsOf)).toEqual([idsOf(sorted.slice(0, 3))]);
  });

  it('GS-303 only the kinds asked for; none asked, none given', async () => {
    const store = await open({
      edges: [
        { from: 'company:a', to: 'company:b', kind: 'CHIPS' },
        { from: 'company:a', to: 'company:b', kind: 'CAPITAL' },
      ],
    });
    const kindsOf = async (kinds: readonly Edge['kind'][]) =>
      (await store.edgesOf(['company:a'], { ...OUT, kinds }, AT, 10))[0]?.map((found) => found.kind);
    expect(await kindsOf(['CAPITAL', 'MEMORY'])).toEqual(['CAPITAL']);
    expect(await kindsOf([])).toEqual([]);
  });

  it('GS-304 read by asOf, knownAt, minConfidence and prospect in all combinations', async () => {
    const specs = timedEdges();
    const store = await open({ edges: specs });
    for (const asOf of DAYS) {
      for (const knownAt of INSTANTS) {
        for (const minConfidence of CONFIDENCE_FLOORS) {
          for (const prospective of [false, true]) {
            const at = { asOf, knownAt, minConfidence };
            const known = Date.parse(knownAt);
            const expected = specs
              .map(edge)
              .filter(
                (e) =>
                  (e.validFrom ?? '0') <= asOf &&
                  asOf <= (e.validTo ?? '9') &&
                  Date.parse(e.knownFrom) <= known &&
                  (e.knownTo === null || known < Date.parse(e.knownTo)) &&
                  (minConfidence === 'recalled' || e.confidence === 'confirmed') &&
                  (prospective || !e.prospective),
              );
            const [found = []] = await store.edgesOf(['company:a'], { ...OUT, prospective }, at, 100);
            expect(idsOf(found).sort(), JSON.stringify({ ...at, prospective })).toEqual(idsOf(expected).sort());
          }
        }
      }
    }
  });

  it('GS-305 an interval holds on its first and on its last day and not beyond', async () => {
    const store = await open({
      edges: [{ from: 'company:a', to: 'company:b', kind: 'CHIPS', validFrom: '2025-01-10', validTo: '2025-01-20' }],
    });
    const counts = [];
    for (const asOf of ['2025-01-09', '2025-01-10', '2025-01-20', '2025-01-21']) {
      counts.push((await store.edgesOf(['company:a'], OUT, { ...AT, asOf }, 10))[0]?.length);
    }
    expect(counts).toEqual([0, 1, 1, 0]);
  });

  it('GS-306 a merged entity has the edges of the one that it was merged into', async () => {
    const ab = edge({ from: 'company:a', to: 'company:b', kind: 'CHIPS' });
    const store = await open({
      entities: [company('a'), company('b')],
      edges: [ab],
      redirects: [['company:old', 'company:a']],
    });
    expect((await store.edgesOf(['company:old'], OUT, AT, 10)).map(idsOf)).toEqual([[ab.id]]);
  });
}
