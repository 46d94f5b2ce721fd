import { describe, expect, test } from 'vitest';
import { company, deal, initiative } from '../support/records.js';
import { dealFacts } from './facts.js';
import { graphOfFacts, pluck } from './graph.js';

const graph = await graphOfFacts({
  entities: [
    initiative('whole', { name: 'Whole' }),
    initiative('part', { name: 'Part' }),
    deal('same'),
    company('chips'),
  ],
  statements: [
    { subject: 'initiative:whole', property: 'government', object: 'country:FR' },
    { subject: 'initiative:whole', property: 'initiative_form', value: 'programme' },
    { subject: 'initiative:whole', property: 'status', value: 'active', validFrom: '2025' },
    { subject: 'initiative:whole', property: 'budget', value: 4_000, unit: 'USD', qualifier: 'upTo' },
    { subject: 'initiative:whole', property: 'funder', value: 'PUBLIC' },
    { subject: 'initiative:whole', property: 'goal', value: 'build' },
    { subject: 'initiative:whole', property: 'lead_body', object: 'company:agency' },
    { subject: 'initiative:whole', property: 'supplier', scope: 'GPU supplier', object: 'company:chips' },
    { subject: 'initiative:whole', property: 'participant', scope: 'tenant', object: 'company:lab' },
    { subject: 'initiative:whole', property: 'datacenter', object: 'datacenter:site' },
    { subject: 'initiative:whole', property: 'same_as', object: 'deal:same' },
    { subject: 'initiative:part', property: 'government', object: 'country:FR' },
    { subject: 'initiative:part', property: 'initiative_form', value: 'fund' },
    { subject: 'initiative:part', property: 'status', value: 'proposed', validFrom: '2025' },
    { subject: 'initiative:part', property: 'nested_in', object: 'initiative:whole' },
    ...dealFacts('deal:same', { form: 'INFRASTRUCTURE_PROGRAMME', announced: '2025-01-01' }),
  ],
});

describe('initiative', () => {
  test('shows its budget with stage and funder as far as sources say', async () => {
    expect(
      await graph.ask(`{
        initiative(id: "initiative:whole") {
          government { id } form status budgetUsd budgetStage funder goals budget { amount qualifier statement { id } }
        }
      }`),
    ).toMatchObject({
      initiative: {
        government: { id: 'country:FR' },
        form: 'programme',
        status: 'active',
        budgetUsd: 4_000,
        budgetStage: 'UNKNOWN_STAGE',
        funder: 'PUBLIC',
        goals: ['build'],
        budget: { amount: 4_000, qualifier: 'UP_TO' },
      },
    });
  });

  test('tells suppliers from participants, and leads to what contains it and what is the same project', async () => {
    expect(
      await graph.ask(`{
        initiative(id: "initiative:whole") {
          leadBodies { id } suppliers { entity { id } role } participants { entity { id } role }
          datacenters { id } contains { id } nestedIn { id } sameAs { id ... on Programme { initiatives { id } } }
        }
      }`),
    ).toEqual({
      initiative: {
        leadBodies: [{ id: 'company:agency' }],
        suppliers: [{ entity: { id: 'company:chips' }, role: 'GPU supplier' }],
        participants: [{ entity: { id: 'company:lab' }, role: 'tenant' }],
        datacenters: [{ id: 'datacenter:site' }],
        contains: [{ id: 'initiative:part' }],
        nestedIn: [],
        sameAs: [{ id: 'deal:same', initiatives: [{ id: 'initiative:whole' }] }],
      },
    });
  });
});

describe('initiatives', () => {
  test('are filtered by government, status and stage of the budget', async () => {
    const ids = async (filter: string) =>
      pluck(
        await graph.ask(`{ initiatives(filter: ${filter}) { edges { node { id } } } }`),
        'initiatives.edges.node.id',
      );
    expect(await ids('{ government: { eq: "country:FR" } }')).toEqual(['initiative:part', 'initiative:whole']);
    expect(await ids('{ status: { eq: "active" } }')).toEqual(['initiative:whole']);
    expect(await ids('{ budgetStage: { eq: COMMITTED } }')).toEqual([]);
  });
});
