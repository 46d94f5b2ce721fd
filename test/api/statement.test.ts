import { expect, test } from 'vitest';
import { source } from '../support/records.js';
import { graphOf } from './graph.js';

test('a statement carries all that was claimed, with unit, dates, confidence and sources', async () => {
  const graph = await graphOf({
    entities: [source('a', { name: 'A', publisher: 'P', url: 'https://a.example' })],
    statements: [
      {
        subject: 'datacenter:site',
        property: 'chip_count',
        scope: 'phase 1',
        object: 'chip:gpu',
        value: 1_000,
        unit: 'chips',
        qualifier: 'atLeast',
        validFrom: '2025-Q3',
        validTo: '2027',
        saidOn: '2025-11',
        refersTo: '2026-H1',
        recordedAt: '2026-10-01T00:00:00Z',
        confidence: 'recalled',
        best: false,
        conflicting: true,
        publishers: 2,
        note: 'as planned',
        sources: ['source:a'],
      },
    ],
  });
  expect(
    await graph.ask(`{
      datacenter(id: "datacenter:site") {
        facts {
          subject { id } property scope value object { id } unit qualifier validFrom validTo saidOn refersTo
          recordedAt retractedAt confidence best conflicting publishers note sources { id title url publisher }
        }
      }
    }`),
  ).toEqual({
    datacenter: {
      facts: [
        {
          subject: { id: 'datacenter:site' },
          property: 'chip_count',
          scope: 'phase 1',
          value: 1_000,
          object: { id: 'chip:gpu' },
          unit: 'chips',
          qualifier: 'AT_LEAST',
          validFrom: '2025-Q3',
          validTo: '2027',
          saidOn: '2025-11',
          refersTo: '2026-H1',
          recordedAt: '2026-10-01T00:00:00Z',
          retractedAt: null,
          confidence: 'RECALLED',
          best: false,
          conflicting: true,
          publishers: 2,
          note: 'as planned',
          sources: [{ id: 'source:a', title: 'A', url: 'https://a.example', publisher: 'P' }],
        },
      ],
    },
  });
});

test('facts, links and evidence say how many there are beyond those shown', async () => {
  const claims = [1, 2, 3].map(
    (value) => ({ id: `statement:${value}`, subject: 'company:a', property: 'p', value }) as const,
  );
  const graph = await graphOf({
    statements: [...claims, { subject: 'company:a', property: 'q', value: 4, saidOn: '2026-06-01' }],
    edges: [
      { from: 'company:a', to: 'company:b', kind: 'CHIPS', statementIds: claims.map(({ id }) => id) },
      { from: 'company:a', to: 'company:b', kind: 'SERVERS' },
    ],
  });
  expect(
    await graph.ask(`{
      company(id: "company:a") {
        facts(first: 1) { value } factCount
        ofOne: factCount(property: "p") early: factCount(asOf: "2026-01-01") none: factCount(property: "none")
        dependencies { edges { links(first: 1) { evidence(first: 2) { value } evidenceCount } linkCount } }
      }
    }`),
  ).toEqual({
    company: {
      facts: [{ value: 1 }],
      factCount: 4,
      ofOne: 3,
      early: 3,
      none: 0,
      dependencies: {
        edges: [{ links: [{ evidence: [{ value: 1 }, { value: 2 }], evidenceCount: 3 }], linkCount: 2 }],
      },
    },
  });
});
