import { expect, it } from 'vitest';
import type { EntityId } from '../../src/model/ids.js';
import type { Day } from '../../src/model/time.js';
import type { DayRange, GraphStore, ReadAt } from '../../src/store/GraphStore.js';
import { company } from '../support/records.js';
import { statement } from '../support/smallDataset.js';
import { AT, type OpenStore, walkBothWays } from './harness.js';

const A: EntityId = 'company:a';
const YEAR: DayRange = { from: '2025-01-01', to: '2025-12-31' };

export function eventChecks(open: OpenStore): void {
  const titles = async (
    store: GraphStore,
    of: readonly EntityId[] | null,
    from: Day | null = null,
    to: Day | null = null,
    at: ReadAt = AT,
  ) => {
    const [page] = await store.events([of], { from, to }, at, { first: 100 });
    expect(await store.countEvents([of], { from, to }, at)).toEqual([page?.items.length]);
    return page?.items.map((item) => item.title);
  };
  const on = (date: string, entities: readonly EntityId[] = [A]) => ({ date, title: date, entities });

  it('GS-450 events come in order of time, one known to the year after those known to the day within that year', async () => {
    const dates = [
      '2025',
      '2026-01-01',
      '2025-12-31',
      '2025-H2',
      '2025-11-03',
      '2025-11',
      '2025-Q4',
      '2025-12',
      '2024',
    ];
    const store = await open({ events: dates.map((date) => on(date)) });
    expect(await titles(store, null)).toEqual([
      '2024',
      '2025-11-03',
      '2025-11',
      '2025-12-31',
      '2025-12',
      '2025-Q4',
      '2025-H2',
      '2025',
      '2026-01-01',
    ]);
  });

  it('GS-451 events of several entities come once each, of unknown ones not at all', async () => {
    const store = await open({
      events: [on('2025-01-01', [A, 'company:b', A]), on('2025-01-02', ['company:b']), on('2025-01-03', ['company:c'])],
    });
    expect(await titles(store, ['company:b', A, 'company:none', A])).toEqual(['2025-01-01', '2025-01-02']);
    expect(await titles(store, [A])).toEqual(['2025-01-01']);
    expect(await titles(store, ['company:none'])).toEqual([]);
    expect(await titles(store, [])).toEqual([]);
  });

  it('GS-452 a range takes its first and last day, and every event whose period overlaps it', async () => {
    const dates = ['2025-08-31', '2025-09-01', '2025-12-31', '2026-01-01', '2025', '2025-Q3', '2025-H1', '2024'];
    const store = await open({ events: dates.map((date) => on(date)) });
    expect(await titles(store, [A], '2025-09-01', '2025-12-31')).toEqual([
      '2025-09-01',
      '2025-Q3',
      '2025-12-31',
      '2025',
    ]);
    expect(await titles(store, [A], '2025-09-02', '2025-09-30')).toEqual(['2025-Q3', '2025']);
    expect(await titles(store, [A], '2025-12-31', null)).toEqual(['2025-12-31', '2025', '2026-01-01']);
    expect(await titles(store, [A], null, '2024-12-31')).toEqual(['2024']);
    expect(await titles(store, [A], '2026-01-02', '2025-01-01')).toEqual([]);
  });

  it('GS-453 an event said after asOf, or not known at knownAt, is not part of the answer', async () => {
    const store = await open({
      events: [
        { ...on('2027-01-01'), saidOn: '2025-06' },
        { ...on('2027-01-02'), knownFrom: '2027-01-01T00:00:00Z' },
        { ...on('2027-01-03'), knownTo: '2027-01-01T00:00:00Z' },
      ],
    });
    expect(await titles(store, null, null, null, { ...AT, asOf: '2025-06-29' })).toEqual(['2027-01-03']);
    expect(await titles(store, null, null, null, { ...AT, asOf: '2025-06-30' })).toEqual(['2027-01-01', '2027-01-03']);
    const later = { ...AT, knownAt: '2027-01-01T00:00:00.000Z' };
    expect(await titles(store, null, null, null, later)).toEqual(['2027-01-01', '2027-01-02']);
  });

  it('GS-454 with minConfidence confirmed an event needs one confirmed statement', async () => {
    const confirmed = statement({ subject: A, property: 'p', value: 1 });
    const recalled = statement({ subject: A, property: 'p', value: 2, confidence: 'recalled' });
    const store = await open({
      statements: [confirmed, recalled],
      events: [
        { ...on('2025-01-01'), statementIds: [recalled.id, confirmed.id] },
        { ...on('2025-01-02'), statementIds: [recalled.id] },
        on('2025-01-03'),
      ],
    });
    expect(await titles(store, null)).toHaveLength(3);
    expect(await titles(store, [A], null, null, { ...AT, minConfidence: 'confirmed' })).toEqual(['2025-01-01']);
  });

  it('GS-455 pages of events neither skip nor repeat, forwards and backwards', async () => {
    const dates = ['2025-01-01', '2025-01', '2025', '2025-Q1', '2025-01-01', '2025-12-31', '2026'];
    const events = dates.map((date, i) => ({ date, title: String(i), entities: [i % 2 ? A : ('company:b' as const)] }));
    const store = await open({ events });
    for (const size of [1, 2, 3, 7, 100]) {
      for (const of of [null, [A], [A, 'company:b']] satisfies (EntityId[] | null)[]) {
        const walked = await walkBothWays(size, async (page) => {
          const [answer] = await store.events([of], YEAR, AT, page);
          return answer ?? { items: [], keys: [], hasNextPage: false, hasPreviousPage: false };
        });
        expect(await store.countEvents([of], YEAR, AT)).toEqual([walked.length]);
        expect(walked.length).toBeGreaterThan(0);
      }
    }
  });

  it('GS-456 a merged entity has the events of the one that it was merged into', async () => {
    const store = await open({
      entities: [company('a')],
      redirects: [['company:old', A]],
      events: [on('2025-01-01'), on('2025-01-02', ['company:old'])],
    });
    for (const id of [A, 'company:old'] satisfies EntityId[]) {
      expect(await titles(store, [id])).toEqual(['2025-01-01', '2025-01-02']);
    }
  });

  it('GS-457 many groups at once: a page and a count each, in the order of the groups', async () => {
    const store = await open({
      events: [on('2025-01-01', [A, 'company:b']), on('2025-01-02', ['company:b']), on('2025-01-03', ['company:b'])],
    });
    const groups = [['company:b'], ['company:none'], null, [A], [], ['company:b']] satisfies (EntityId[] | null)[];
    const pages = await store.events(groups, { from: null, to: '2025-01-02' }, AT, { first: 1 });
    expect(pages.map((page) => page.items.map((item) => item.title))).toEqual([
      ['2025-01-01'],
      [],
      ['2025-01-01'],
      ['2025-01-01'],
      [],
      ['2025-01-01'],
    ]);
    expect(pages.map((page) => page.hasNextPage)).toEqual([true, false, true, false, false, true]);
    expect(await store.countEvents(groups, { from: null, to: '2025-01-02' }, AT)).toEqual([2, 0, 2, 1, 0, 2]);
    const key = pages[0]?.keys[0] ?? '';
    const next = await store.events(groups, YEAR, AT, { first: 5, after: key });
    expect(next.map((page) => page.items.length)).toEqual([2, 0, 2, 0, 0, 2]);
    expect(await store.events([], YEAR, AT, { first: 5 })).toEqual([]);
    expect(await store.countEvents([], YEAR, AT)).toEqual([]);
  });
}
