import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { EntityRecord } from '../../src/model/entity.js';
import { GraphError } from '../../src/model/errors.js';
import { evaluateFilter } from '../../src/model/evaluateFilter.js';
import { orderableFields } from '../../src/model/fields.js';
import type { Filter } from '../../src/model/filter.js';
import { ENTITY_KINDS } from '../../src/model/ids.js';
import { orderKey } from '../../src/model/orderKey.js';
import type { GraphStore, OrderBy } from '../../src/store/GraphStore.js';
import { company, deal } from '../support/records.js';
import { idsOf, type OpenStore, walkBothWays } from './harness.js';
import { dealFilters, manyRecords } from './listData.js';

const BY_ID: OrderBy = { field: 'id', direction: 'ASC' };

export function listChecks(open: OpenStore): void {
  const namesOf = async (store: GraphStore, filter: Filter | null, orderBy = BY_ID) => {
    const page = await store.list({ kind: 'company', filter, orderBy, page: { first: 100 } });
    return page.items.map((item) => item.name);
  };

  it('GS-100 a list holds one kind only, in the order asked for', async () => {
    const store = await open({ entities: [company('b'), deal('a'), company('a')] });
    expect(await namesOf(store, null)).toEqual(['a', 'b']);
    expect(await namesOf(store, null, { field: 'id', direction: 'DESC' })).toEqual(['b', 'a']);
  });

  it('GS-101 names are ordered without regard to case, by code point and not by locale', async () => {
    const names = ['Zeta', 'alpha', 'Ärzte', 'Beta', '日本', 'ALPHA', 'alpha-2', 'Alpha 10'];
    const store = await open({ entities: names.map((name, i) => company(`c${i}`, { name })) });
    const ascending = ['alpha', 'ALPHA', 'Alpha 10', 'alpha-2', 'Beta', 'Zeta', 'Ärzte', '日本'];
    expect(await namesOf(store, null, { field: 'name', direction: 'ASC' })).toEqual(ascending);
    const descending = ['日本', 'Ärzte', 'Zeta', 'Beta', 'alpha-2', 'Alpha 10', 'alpha', 'ALPHA'];
    expect(await namesOf(store, null, { field: 'name', direction: 'DESC' })).toEqual(descending);
  });

  it('GS-102 unknown values come last in both directions, ties by id', async () => {
    const store = await open({
      entities: [
        company('d', { founded: null }),
        company('c', { founded: '2015' }),
        company('b', { founded: '2015-01-01' }),
        company('a', { founded: '2016-03' }),
        company('e', { founded: null }),
      ],
    });
    expect(await namesOf(store, null, { field: 'founded', direction: 'ASC' })).toEqual(['b', 'c', 'a', 'd', 'e']);
    expect(await namesOf(store, null, { field: 'founded', direction: 'DESC' })).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('GS-103 a condition on an unknown value is false; its complement is true; isKnown tells', async () => {
    const store = await open({ entities: [company('known', { founded: '2015' }), company('unknown')] });
    const early: Filter = { field: 'founded', op: 'lte', value: '2020-01-01' };
    const late: Filter = { field: 'founded', op: 'gt', value: '2020-01-01' };
    expect(await namesOf(store, early)).toEqual(['known']);
    expect(await namesOf(store, { not: early })).toEqual(['unknown']);
    expect(await namesOf(store, { not: late })).toEqual(['known', 'unknown']);
    expect(await namesOf(store, { field: 'founded', op: 'isKnown', value: false })).toEqual(['unknown']);
    expect(await namesOf(store, { not: { not: early } })).toEqual(['known']);
  });

  it('GS-104 an empty "and" holds for all, an empty "or" and an empty "in" for none', async () => {
    const store = await open({ entities: [company('a')] });
    expect(await namesOf(store, { and: [] })).toEqual(['a']);
    expect(await namesOf(store, { or: [] })).toEqual([]);
    expect(await namesOf(store, { field: 'id', op: 'in', value: [] })).toEqual([]);
  });

  it('GS-105 text matches ignore case and compatibility forms', async () => {
    const store = await open({ entities: [company('a', { name: 'Straße ﬁber' }), company('b', { name: 'ΟΔΟΣ' })] });
    expect(await namesOf(store, { field: 'name', op: 'contains', value: 'STRASSE FI' })).toEqual(['Straße ﬁber']);
    expect(await namesOf(store, { field: 'name', op: 'eq', value: 'οδος' })).toEqual(['ΟΔΟΣ']);
    expect(await namesOf(store, { field: 'name', op: 'startsWith', value: 'fi' })).toEqual([]);
  });

  it('GS-106 text is matched as written: no wildcards, no patterns', async () => {
    const store = await open({ entities: [company('a', { name: 'ab' }), company('b', { name: 'a.*%_b\\"\'' })] });
    for (const value of ['.*', '%', '_', '\\', '"', "'"]) {
      expect(await namesOf(store, { field: 'name', op: 'contains', value })).toEqual(['a.*%_b\\"\'']);
    }
  });

  it('GS-107 inForceOn holds from the first through the last day, both included', async () => {
    const entities = [
      deal('closed', { inForceFrom: '2025-01-10', inForceTo: '2025-01-20' }),
      deal('open', { inForceFrom: '2025-01-10' }),
      deal('never'),
    ];
    const store = await open({ entities });
    const on = async (value: string) => {
      const filter = { field: 'inForceOn', op: 'eq', value } as const;
      return (await store.list({ kind: 'deal', filter, orderBy: BY_ID, page: { first: 9 } })).items.map((d) => d.name);
    };
    expect(await on('2025-01-09')).toEqual([]);
    expect(await on('2025-01-10')).toEqual(['closed', 'open']);
    expect(await on('2025-01-20')).toEqual(['closed', 'open']);
    expect(await on('2025-01-21')).toEqual(['open']);
  });

  it('GS-108 a field, operator or value that the kind does not have is BAD_USER_INPUT', async () => {
    const store = await open({ entities: [company('a')] });
    const bad: readonly Filter[] = [
      { field: 'amountUsd', op: 'gt', value: 1 },
      { field: 'constructor', op: 'eq', value: 'x' },
      { field: 'name', op: 'gt', value: 'x' },
      { field: 'founded', op: 'eq', value: '2025-02-30' },
      { field: 'name', op: 'contains', value: 1 },
    ];
    for (const filter of bad) {
      await expect(namesOf(store, filter)).rejects.toThrow(GraphError);
      await expect(store.count('company', filter)).rejects.toThrow(GraphError);
    }
    await expect(namesOf(store, null, { field: 'roles', direction: 'ASC' })).rejects.toThrow(GraphError);
  });

  it('GS-109 a page between two cursors says that there is more on both sides', async () => {
    const store = await open({ entities: ['a', 'b', 'c', 'd', 'e'].map((slug) => company(slug)) });
    const all = await store.list({ kind: 'company', filter: null, orderBy: BY_ID, page: { first: 100 } });
    const [after = '', , , , before = ''] = all.keys;
    for (const size of [{ first: 3 }, { last: 3 }, { first: 2 }, { last: 2 }]) {
      const page = await store.list({
        kind: 'company',
        filter: null,
        orderBy: BY_ID,
        page: { ...size, after, before },
      });
      expect(page.items.map((item) => item.name)).toEqual(
        'first' in size ? ['b', 'c', 'd'].slice(0, size.first) : ['b', 'c', 'd'].slice(-size.last),
      );
      expect([page.hasPreviousPage, page.hasNextPage]).toEqual([true, true]);
    }
    const none = await store.list({ kind: 'company', filter: null, orderBy: BY_ID, page: { first: 3, after: before } });
    expect(none).toEqual({ items: [], keys: [], hasNextPage: false, hasPreviousPage: true });
  });

  it('GS-110 every kind is ordered by every orderable field in both directions', async () => {
    const entities = manyRecords(ENTITY_KINDS, 12);
    const store = await open({ entities });
    for (const kind of ENTITY_KINDS) {
      for (const field of orderableFields(kind)) {
        for (const direction of ['ASC', 'DESC'] as const) {
          const request = { kind, filter: null, orderBy: { field, direction } };
          const walked = await walkBothWays(5, (page) => store.list({ ...request, page }));
          expect(idsOf(walked), `${kind} by ${field} ${direction}`).toEqual(
            expected(entities, null, kind, request.orderBy),
          );
        }
      }
    }
  });

  it('GS-111 pages neither skip nor repeat, forwards and backwards, under every order and filter', async () => {
    const entities = manyRecords(['deal'], 60);
    const store = await open({ entities });
    const field = fc.constantFrom(...orderableFields('deal'));
    const orders = fc.record({ field, direction: fc.constantFrom('ASC' as const, 'DESC' as const) });
    const filters = fc.option(dealFilters(entities));
    await fc.assert(
      fc.asyncProperty(orders, filters, fc.integer({ min: 1, max: 25 }), async (orderBy, filter, size) => {
        const walked = await walkBothWays(size, (page) => store.list({ kind: 'deal', filter, orderBy, page }));
        expect(idsOf(walked)).toEqual(expected(entities, filter, 'deal', orderBy));
        expect(await store.count('deal', filter)).toBe(walked.length);
      }),
      { numRuns: 60 },
    );
  });
}

/** The ids that a list must give, by the model's own filter and key. */
function expected(
  entities: readonly EntityRecord[],
  filter: Filter | null,
  kind: EntityRecord['kind'],
  { field, direction }: OrderBy,
): string[] {
  return entities
    .filter((record) => record.kind === kind && (filter === null || evaluateFilter(filter, record)))
    .map((record) => ({ id: record.id, key: orderKey(kind, field, record, direction) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ id }) => id);
}
