import { describe, expect, it } from 'vitest';
import type { Edge } from '../../src/model/edge.js';
import type { GraphEvent } from '../../src/model/event.js';
import type { StatementRecord } from '../../src/model/statement.js';
import { columnsOf } from '../../src/store/neo4j/cypher/columns.js';
import { edgeIn, eventIn, recordText, statementIn } from '../../src/store/neo4j/recordText.js';

const STATEMENT: StatementRecord = {
  id: 'statement:1',
  subject: 'company:a',
  property: 'owns_stake_in',
  scope: 'a “scope”\n',
  value: 12.5,
  object: 'company:b',
  unit: 'percent',
  qualifier: 'about',
  validFrom: '2024',
  validTo: '2025-03',
  saidOn: '2024-02-01',
  refersTo: '2026',
  recordedAt: '2026-07-01T00:00:00.000Z',
  retractedAt: '2026-10-01T00:00:00.000Z',
  confidence: 'recalled',
  sources: ['source:a', 'source:b'],
  note: '',
  order: 7,
  best: true,
  conflicting: false,
  publishers: 2,
};
const EDGE: Edge = {
  id: 'edge:1',
  kind: 'COMPUTE',
  rule: 'compute-deal',
  from: 'company:a',
  to: 'cloud:b',
  validFrom: '2024-01-01',
  validTo: null,
  startUnknown: true,
  knownFrom: '2026-07-01T00:00:00.000Z',
  knownTo: null,
  prospective: false,
  confidence: 'confirmed',
  sharePercent: 40,
  deal: 'deal:c',
  statementIds: ['statement:1'],
};
const EVENT: GraphEvent = {
  id: 'event:1',
  kind: 'POLICY',
  date: '2024',
  saidOn: '2024-02-01',
  title: 'A rule',
  entities: ['country:US'],
  sources: ['source:a'],
  statementIds: ['statement:1'],
  knownFrom: '2026-07-01T00:00:00.000Z',
  knownTo: null,
};

describe('the text of a record', () => {
  it('gives the same record back', () => {
    const dated: StatementRecord = { ...STATEMENT, saidNotBefore: '2024-01-05' };
    for (const record of [STATEMENT, dated]) expect(statementIn(recordText(record))).toStrictEqual(record);
    expect(edgeIn(recordText(EDGE))).toStrictEqual(EDGE);
    expect(eventIn(recordText(EVENT))).toStrictEqual(EVENT);
  });

  it('is the same whatever the order in which the fields came', () => {
    const { id, ...rest } = STATEMENT;
    expect(recordText({ ...rest, id })).toBe(recordText(STATEMENT));
  });
});

describe('a column', () => {
  const columnOf = (...values: readonly (string | null | readonly string[])[]) =>
    columnsOf(
      values.map((value) => ({ properties: { x: value }, links: {} })),
      [],
    );

  it('crosses as one text, what is unknown as nothing', () => {
    expect(columnOf('a', null, 'b').parameters).toEqual({ last: 2, texts: ['a\u001f\u001fb'] });
    expect(columnOf(['a', 'b'], ['c']).parameters).toEqual({ last: 1, texts: ['a\u001db\u001fc'] });
  });

  it('crosses as a list where its values could not be told apart', () => {
    for (const values of [
      ['a', ''],
      ['a', 'b\u001fc'],
      [['a'], []],
      [['a', 'b\u001dc'], ['d']],
      ['a', ['b']],
    ]) {
      expect(columnOf(...values).parameters).toEqual({ last: 1, texts: [], p_x: values });
    }
  });

  it('crosses once where all its values are the same', () => {
    expect(columnOf('a', 'a').parameters).toEqual({ last: 1, texts: [], p_x: 'a' });
  });
});
