import { describe, expect, test } from 'vitest';
import { company, source } from '../support/records.js';
import { graphOf, pluck } from './graph.js';

const graph = await graphOf({
  entities: [
    source('filing', {
      name: 'Annual report',
      publisher: 'SEC',
      url: 'https://sec.gov/1',
      published: '2025-02-01',
      medium: 'filing',
    }),
    source('memory', { name: 'General knowledge', publisher: 'Nobody', read: 'none' }),
    company('c', { sources: ['source:filing'] }),
  ],
});

describe('source', () => {
  test('says who published what, where, when, and how it was read', async () => {
    expect(
      await graph.ask(
        '{ source(id: "source:filing") { kind title name publisher url published medium read licence } }',
      ),
    ).toEqual({
      source: {
        kind: 'SOURCE',
        title: 'Annual report',
        name: 'Annual report',
        publisher: 'SEC',
        url: 'https://sec.gov/1',
        published: '2025-02-01',
        medium: 'filing',
        read: 'DIRECT',
        licence: 'CC-BY-4.0',
      },
    });
  });

  test('is what an entity cites', async () => {
    expect(
      pluck(await graph.ask('{ company(id: "company:c") { sources { title } } }'), 'company.sources.title'),
    ).toEqual(['Annual report']);
  });
});

describe('sources', () => {
  test('are filtered by how they were read', async () => {
    const answer = await graph.ask('{ sources(filter: { read: { eq: NONE } }) { edges { node { id } } } }');
    expect(pluck(answer, 'sources.edges.node.id')).toEqual(['source:memory']);
  });
});
