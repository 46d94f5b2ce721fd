import { expect, test } from 'vitest';
import { chip, country, policy } from '../support/records.js';
import { graphOf } from './graph.js';

test('a policy event says who did what to whom and when', async () => {
  const graph = await graphOf({
    entities: [
      country('US'),
      chip('h20'),
      policy('rule', { action: 'requires_licence_for', issuer: 'country:US', target: 'chip:h20', date: '2025-04-09' }),
    ],
  });
  expect(
    await graph.ask(`{
      node(id: "policy:rule") { ... on PolicyEvent { kind action date issuer { id } target { id kind } } }
    }`),
  ).toEqual({
    node: {
      kind: 'POLICY_EVENT',
      action: 'requires_licence_for',
      date: '2025-04-09',
      issuer: { id: 'country:US' },
      target: { id: 'chip:h20', kind: 'CHIP' },
    },
  });
});
