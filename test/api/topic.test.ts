import { expect, test } from 'vitest';
import { topic } from '../support/records.js';
import { graphOf } from './graph.js';

test('a topic is what relations point at', async () => {
  const graph = await graphOf({
    entities: [topic('euv', { name: 'EUV lithography' })],
    statements: [
      { subject: 'company:asml', property: 'sole_supplier_of', object: 'topic:euv', value: 100, unit: 'percent' },
    ],
  });
  expect(
    await graph.ask(`{
      node(id: "topic:euv") { __typename ... on Topic { kind name } }
      company(id: "company:asml") { facts { property value unit object { __typename name } } }
    }`),
  ).toEqual({
    node: { __typename: 'Topic', kind: 'TOPIC', name: 'EUV lithography' },
    company: {
      facts: [
        {
          property: 'sole_supplier_of',
          value: 100,
          unit: 'percent',
          object: { __typename: 'Topic', name: 'EUV lithography' },
        },
      ],
    },
  });
});
