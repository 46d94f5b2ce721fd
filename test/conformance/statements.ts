import { expect, it } from 'vitest';
import type { EntityId } from '../../src/model/ids.js';
import type { Confidence, StatementRecord } from '../../src/model/statement.js';
import { ANY_STATEMENT, LAST_DAY } from '../../src/store/GraphStore.js';
import { company } from '../support/records.js';
import { type StatementSpec, statement } from '../support/smallDataset.js';
import { AT, idsOf, type OpenStore, walkBothWays } from './harness.js';

const A: EntityId = 'company:a';

export function statementChecks(open: OpenStore): void {
  const values = (statements: readonly StatementRecord[] | undefined) => statements?.map((s) => s.value);
  const said = (value: number, spec: Partial<StatementSpec> = {}): StatementSpec => {
    return { subject: A, property: 'p', value, ...spec };
  };

  it('GS-200 a statement comes back with every field as it was written', async () => {
    const full = statement({
      subject: A,
      property: 'chip_count',
      scope: 'phase “1” — ÅÄÖ',
      value: 0.1,
      object: 'chip:x',
      unit: 'count',
      qualifier: 'atLeast',
      validFrom: '2025-Q1',
      validTo: '2027',
      saidOn: '2024-02-29',
      refersTo: '2026-H1',
      sources: ['source:s2', 'source:s1'],
      note: 'line one\nline "two"',
      confidence: 'recalled',
      conflicting: true,
      best: false,
      publishers: 2,
    });
    const kinds = [statement(said(1)), statement(said(0, { value: 'text' })), statement(said(0, { value: false }))];
    const store = await open({ statements: [full, ...kinds] });
    expect(await store.statements([full.id, ...idsOf(kinds).map(String)])).toEqual([full, ...kinds]);
  });

  it('GS-201 by subject: in the order of the ids, nothing for unknown ones, duplicates twice', async () => {
    const store = await open({ statements: [said(1), said(2), said(3, { subject: 'company:b' })] });
    const found = await store.statementsBySubject([A, 'company:none', 'company:b', A], null, AT);
    expect(found.map(values)).toEqual([[1, 2], [], [3], [1, 2]]);
    expect(await store.statementsBySubject([], null, AT)).toEqual([]);
  });

  it('GS-202 ordered by property, scope and place in the seeds; one property only where asked', async () => {
    const store = await open({
      statements: [
        said(4, { property: 'q' }),
        said(3, { scope: 'phase-2' }),
        said(2, { scope: 'phase-1', order: 20 }),
        said(1, { scope: 'phase-1', order: 3 }),
        said(0),
      ],
    });
    expect((await store.statementsBySubject([A], null, AT)).map(values)).toEqual([[0, 1, 2, 3, 4]]);
    expect((await store.statementsBySubject([A], 'q', AT)).map(values)).toEqual([[4]]);
    expect((await store.statementsBySubject([A], 'constructor', AT)).map(values)).toEqual([[]]);
  });

  it('GS-203 by object: the relations that point at an entity', async () => {
    const store = await open({
      statements: [
        said(1, { object: 'cloud:x', property: 'customer_of' }),
        said(2, { object: 'cloud:x', property: 'hosts_on', subject: 'company:b' }),
        said(3),
      ],
    });
    expect((await store.statementsByObject(['cloud:x', A], null, AT)).map(values)).toEqual([[1, 2], []]);
    expect((await store.statementsByObject(['cloud:x'], 'hosts_on', AT)).map(values)).toEqual([[2]]);
  });

  it('GS-204 read by asOf, knownAt and minConfidence in all combinations', async () => {
    const early = '2026-10-01T00:00:00Z';
    const late = '2027-01-01T00:00:00Z';
    const specs: StatementSpec[] = [];
    for (const saidOn of ['2025-06-01', '2025-06', '2025']) {
      for (const confidence of ['confirmed', 'recalled'] as const) {
        for (const [recordedAt, retractedAt] of [
          [early, null],
          [early, late],
          [late, null],
        ] as const) {
          specs.push(said(specs.length, { saidOn, confidence, recordedAt, retractedAt }));
        }
      }
    }
    const store = await open({ statements: specs });
    // The last day of what "said on" stands for.
    const saidBy = new Map([
      ['2025-06-01', '2025-06-01'],
      ['2025-06', '2025-06-30'],
      ['2025', '2025-12-31'],
    ]);
    for (const asOf of ['2025-05-31', '2025-06-01', '2025-06-29', '2025-06-30', '2025-12-30', '2025-12-31', LAST_DAY]) {
      for (const knownAt of ['2026-09-30T23:59:59.999Z', '2026-10-01T00:00:00.000Z', '2026-12-31T23:59:59Z', late]) {
        for (const minConfidence of ['confirmed', 'recalled'] satisfies Confidence[]) {
          const at = { asOf, knownAt, minConfidence };
          const expected = specs.filter(
            (s) =>
              (saidBy.get(s.saidOn ?? '') ?? '') <= asOf &&
              Date.parse(s.recordedAt ?? '') <= Date.parse(knownAt) &&
              (!s.retractedAt || Date.parse(knownAt) < Date.parse(s.retractedAt)) &&
              (minConfidence === 'recalled' || s.confidence === 'confirmed'),
          );
          const [found] = await store.statementsBySubject([A], null, at);
          expect(values(found), JSON.stringify(at)).toEqual(expected.map((s) => s.value));
          expect(await store.countStatements(ANY_STATEMENT, at)).toBe(expected.length);
        }
      }
    }
  });

  it('GS-205 a coarse date of saying counts from its last day, whatever the day on which the data was closed', async () => {
    const store = await open({ statements: [said(1, { saidOn: '2026' }), said(2, { saidOn: '2026-11' })] });
    const read = async (asOf: string) => values((await store.statementsBySubject([A], null, { ...AT, asOf }))[0]);
    expect(await read('2026-09-30')).toEqual([]);
    expect(await read('2026-11-30')).toEqual([2]);
    expect(await read('2026-12-31')).toEqual([1, 2]);
  });

  it('GS-206 statements by id: same order, null for unknown ids, whatever the time', async () => {
    const one = statement(said(1, { retractedAt: '2026-10-02T00:00:00Z' }));
    const store = await open({ statements: [one] });
    expect(idsOf(await store.statements(['statement:none', one.id, one.id]))).toEqual([null, one.id, one.id]);
  });

  it('GS-207 lists by subject, property, confidence, publishers, conflict and name', async () => {
    const store = await open({
      entities: [company('a', { name: 'Straße AG' })],
      statements: [
        said(1, { conflicting: true, publishers: 3 }),
        said(2, { property: 'q', confidence: 'recalled' }),
        said(3, { subject: 'company:b', publishers: 2 }),
      ],
    });
    const list = async (query: object) =>
      values((await store.listStatements({ ...ANY_STATEMENT, ...query }, AT, { first: 100 })).items);
    expect(await list({})).toEqual([1, 2, 3]);
    expect(await list({ subjects: ['company:b', 'company:none', 'company:b'] })).toEqual([3]);
    expect(await list({ subjects: [] })).toEqual([]);
    expect(await list({ property: 'p' })).toEqual([1, 3]);
    expect(await list({ property: 'p', subjects: [A] })).toEqual([1]);
    expect(await list({ confidence: 'recalled' })).toEqual([2]);
    expect(await list({ publishersMax: 2 })).toEqual([2, 3]);
    expect(await list({ conflicting: true })).toEqual([1]);
    expect(await list({ conflicting: false })).toEqual([2, 3]);
    expect(await list({ subjectNameContains: 'strasse' })).toEqual([1, 2]);
  });

  it('GS-208 pages of statements neither skip nor repeat, forwards and backwards', async () => {
    const specs = Array.from({ length: 23 }, (_, i) =>
      said(i, { subject: i % 2 ? A : 'company:b', property: i % 3 ? 'p' : 'q', scope: i % 5 ? null : `ß ${i}` }),
    );
    const store = await open({ statements: specs });
    for (const size of [1, 4, 23, 100]) {
      for (const query of [ANY_STATEMENT, { ...ANY_STATEMENT, property: 'p' }, { ...ANY_STATEMENT, subjects: [A] }]) {
        const walked = await walkBothWays(size, (page) => store.listStatements(query, AT, page));
        expect(walked).toHaveLength(await store.countStatements(query, AT));
        expect(walked.length).toBeGreaterThan(0);
      }
    }
  });

  it('GS-209 what was said of a merged entity is said of the one that it was merged into', async () => {
    const store = await open({
      entities: [company('a')],
      redirects: [['company:old', A]],
      statements: [said(1), said(2, { subject: 'company:old' }), said(3, { subject: 'chip:x', object: 'company:old' })],
    });
    for (const id of [A, 'company:old'] as const) {
      expect((await store.statementsBySubject([id], null, AT)).map(values)).toEqual([[1, 2]]);
      expect((await store.statementsByObject([id], null, AT)).map(values)).toEqual([[3]]);
      const page = await store.listStatements({ ...ANY_STATEMENT, subjects: [id] }, AT, { first: 10 });
      expect(values(page.items)).toEqual([1, 2]);
    }
  });
}
