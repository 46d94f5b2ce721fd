import { expect, it } from 'vitest';
import type { EntityId } from '../../src/model/ids.js';
import type { GraphStore, KnowledgeSpan } from '../../src/store/GraphStore.js';
import { company } from '../support/records.js';
import type { StatementSpec } from '../support/smallDataset.js';
import { type OpenStore, walkBothWays } from './harness.js';

const A: EntityId = 'company:a';
const FIRST = '2026-10-01T00:00:00Z';
const SECOND = '2026-11-01T00:00:00Z';
const THIRD = '2026-12-01T00:00:00Z';
const EVER: KnowledgeSpan = { since: '2026-01-01T00:00:00Z', knownAt: '2027-01-01T00:00:00Z' };

export function changeChecks(open: OpenStore): void {
  const said = (value: number, spec: Partial<StatementSpec> = {}): StatementSpec => {
    return { subject: A, property: 'amount', value, recordedAt: FIRST, ...spec };
  };
  /** `kind value`, with the values of the counterparts behind. */
  const read = async (store: GraphStore, span: KnowledgeSpan = EVER) => {
    const { items } = await store.changes(span, { first: 100 });
    expect(await store.countChanges(span)).toBe(items.length);
    return items.map(({ kind, statement, counterparts }) =>
      [kind, statement.value, ...counterparts.map((other) => other.value)].join(' '),
    );
  };

  it('GS-250 a statement is added once, and retracted once where it was withdrawn, at its times', async () => {
    const store = await open({
      statements: [said(1), said(2, { scope: 's', recordedAt: SECOND, retractedAt: THIRD })],
    });
    const { items } = await store.changes(EVER, { first: 10 });
    expect(items.map(({ kind, at, statement }) => [kind, at, statement.value])).toEqual([
      ['ADDED', FIRST, 1],
      ['ADDED', SECOND, 2],
      ['RETRACTED', THIRD, 2],
    ]);
    expect(items.every(({ counterparts, truncated }) => counterparts.length === 0 && !truncated)).toBe(true);
    const [one] = await store.statementsBySubject([A], null, {
      ...EVER,
      asOf: '2026-09-30',
      minConfidence: 'recalled',
    });
    expect(items[0]?.statement).toEqual(one?.[0]);
  });

  it('GS-251 since is left out and knownAt is part, as instants and not as texts', async () => {
    const store = await open({
      statements: [
        said(1, { recordedAt: '2026-10-01T00:00:00.000Z' }),
        said(2, { recordedAt: '2026-10-01T02:00:00+02:00', scope: 'b' }),
        said(3, { recordedAt: '2026-10-01T00:00:00.001Z', scope: 'c' }),
      ],
    });
    expect(await read(store, { since: FIRST, knownAt: '2026-10-01T00:00:00.001Z' })).toEqual(['ADDED 3']);
    expect(await read(store, { since: '2026-09-30T23:59:59.999Z', knownAt: FIRST })).toEqual(['ADDED 1', 'ADDED 2']);
    expect(await read(store, { since: SECOND, knownAt: SECOND })).toEqual([]);
    expect(await read(store, { since: THIRD, knownAt: FIRST })).toEqual([]);
  });

  it('GS-252 a claim is replaced where another of its identity is recorded when it is withdrawn', async () => {
    const store = await open({
      statements: [
        said(1, { retractedAt: SECOND }),
        said(2, { recordedAt: SECOND }),
        said(3, { scope: 'other', retractedAt: SECOND }),
        said(4, { refersTo: '2027', recordedAt: SECOND }),
        said(5, { property: 'power', retractedAt: SECOND }),
        said(6, { property: 'power', recordedAt: THIRD }),
        said(7, { subject: 'company:b', recordedAt: SECOND }),
      ],
    });
    expect(await read(store, { ...EVER, since: FIRST })).toEqual([
      'REPLACED 1 2',
      'ADDED 2 1',
      'ADDED 4',
      'RETRACTED 3',
      'RETRACTED 5',
      'ADDED 7',
      'ADDED 6',
    ]);
  });

  it('GS-253 of relations that may have several objects only one to the same object replaces another', async () => {
    const tenant = (value: number, object: EntityId, spec: Partial<StatementSpec>) =>
      said(value, { subject: 'datacenter:x', property: 'tenant', object, ...spec });
    const store = await open({
      statements: [
        tenant(1, 'company:b', { retractedAt: SECOND }),
        tenant(2, 'company:b', { recordedAt: SECOND }),
        tenant(3, 'company:c', { recordedAt: SECOND }),
      ],
    });
    expect(await read(store, { ...EVER, since: FIRST })).toEqual(['REPLACED 1 2', 'ADDED 2 1', 'ADDED 3']);
  });

  it('GS-254 several may replace and be replaced, in their order; beyond ten it says that there are more', async () => {
    const many = Array.from({ length: 12 }, (_, i) => said(100 + i, { recordedAt: SECOND }));
    const store = await open({ statements: [said(1, { retractedAt: SECOND }), ...many] });
    const { items } = await store.changes({ ...EVER, since: FIRST }, { first: 2 });
    expect(items.map(({ kind, counterparts, truncated }) => [kind, counterparts.length, truncated])).toEqual([
      ['REPLACED', 10, true],
      ['ADDED', 1, false],
    ]);
    expect(items[0]?.counterparts.map(({ value }) => value)).toEqual(many.slice(0, 10).map(({ value }) => value));
  });

  it('GS-255 what was recorded and withdrawn at one time takes nobody’s place but another’s', async () => {
    const store = await open({ statements: [said(1, { retractedAt: FIRST }), said(2)] });
    expect(await read(store)).toEqual(['ADDED 1', 'REPLACED 1 2', 'ADDED 2 1']);
    const alone = await open({ statements: [said(1, { retractedAt: FIRST })] });
    expect(await read(alone)).toEqual(['ADDED 1', 'RETRACTED 1']);
  });

  it('GS-256 a claim of a merged entity is one of the entity that it was merged into', async () => {
    const store = await open({
      entities: [company('a')],
      redirects: [['company:old', A]],
      statements: [said(1, { subject: 'company:old', retractedAt: SECOND }), said(2, { recordedAt: SECOND })],
    });
    expect(await read(store, { ...EVER, since: FIRST })).toEqual(['ADDED 2 1', 'REPLACED 1 2']);
  });

  it('GS-257 pages of changes neither skip nor repeat, forwards and backwards', async () => {
    const times = [FIRST, SECOND, THIRD];
    const specs = Array.from({ length: 23 }, (_, i) =>
      said(i, {
        subject: i % 2 ? A : 'company:b',
        property: i % 3 ? 'p' : 'q',
        scope: i % 5 ? null : `ß ${i}`,
        recordedAt: times[i % 2] ?? FIRST,
        retractedAt: i % 4 ? null : (times[(i % 2) + 1] ?? THIRD),
      }),
    );
    const store = await open({ statements: specs });
    for (const size of [1, 4, 23, 100]) {
      for (const span of [EVER, { ...EVER, since: FIRST }, { ...EVER, knownAt: SECOND }]) {
        const walked = await walkBothWays(size, (page) => store.changes(span, page));
        expect(walked).toHaveLength(await store.countChanges(span));
        expect(walked.length).toBeGreaterThan(0);
        const order = walked.map(({ at }) => Date.parse(at));
        expect(order).toEqual([...order].sort((a, b) => a - b));
      }
    }
  });

  it('GS-258 a page begins and ends within the span, wherever its cursors lie', async () => {
    const store = await open({
      statements: [said(1), said(2, { recordedAt: SECOND }), said(3, { recordedAt: THIRD })],
    });
    const { keys } = await store.changes(EVER, { first: 100 });
    const [first = '', , last = ''] = keys;
    const middle = { since: FIRST, knownAt: SECOND };
    for (const page of [
      { first: 5, after: first },
      { last: 5, before: last },
      { first: 5, after: first, before: last },
    ]) {
      expect((await store.changes(middle, page)).items.map(({ statement }) => statement.value)).toEqual([2]);
    }
    expect((await store.changes(middle, { first: 5, after: last })).items).toEqual([]);
    expect((await store.changes(middle, { last: 5, before: first })).items).toEqual([]);
  });
}
