import { describe, expect, test } from 'vitest';
import { chip, cloud, company, country, datacenter, deal } from '../support/records.js';
import { graphOf, pluck } from './graph.js';

const parties = [
  { entity: 'company:lab', role: 'CUSTOMER', title: 'customer' },
  { entity: 'cloud:big', role: 'PROVIDER', title: 'provider' },
] as const;

const graph = await graphOf({
  entities: [
    company('lab', { name: 'Lab', country: 'country:US', roles: ['ai_lab'], founded: '2015', hqCity: 'Here' }),
    company('big', { name: 'Big', country: 'country:US', roles: ['hyperscaler', 'chip_designer'], founded: '1994-07' }),
    company('sub', { name: 'Sub', parent: 'company:big' }),
    cloud('big', { operator: 'company:big' }),
    chip('own', { designer: 'company:big' }),
    chip('other'),
    datacenter('site', { owners: ['company:big'], tenants: ['company:lab'] }),
    country('US', { name: 'United States' }),
    deal('one', { parties, inForceFrom: '2025-01-01', inForceTo: '2025-12-31' }),
    deal('two', { parties, type: 'INVESTMENT', form: 'EQUITY_INVESTMENT', inForceFrom: '2025-06-01' }),
  ],
  statements: [
    { subject: 'company:sub', property: 'parent', object: 'company:big' },
    { subject: 'cloud:big', property: 'operated_by', object: 'company:big' },
    { subject: 'chip:own', property: 'designed_by', object: 'company:big' },
    // A claim that is not the best one: the record has no designer.
    { subject: 'chip:other', property: 'designed_by', object: 'company:big' },
    { subject: 'datacenter:site', property: 'owned_by', object: 'company:big' },
    { subject: 'datacenter:site', property: 'tenant', object: 'company:lab' },
    { subject: 'deal:one', property: 'party', scope: 'customer', object: 'company:lab' },
    { subject: 'deal:one', property: 'party', scope: 'provider', object: 'cloud:big' },
    { subject: 'deal:two', property: 'party', scope: 'customer', object: 'company:lab' },
    { subject: 'deal:two', property: 'party', scope: 'provider', object: 'cloud:big' },
  ],
});

describe('company', () => {
  test('has its plain fields', async () => {
    const { company } = await graph.ask(`{
      company(id: "company:lab") { __typename id kind name roles hqCity founded country { id name } parent { id } }
    }`);
    expect(company).toEqual({
      __typename: 'Company',
      id: 'company:lab',
      kind: 'COMPANY',
      name: 'Lab',
      roles: ['ai_lab'],
      hqCity: 'Here',
      founded: '2015',
      country: { id: 'country:US', name: 'United States' },
      parent: null,
    });
  });

  test('is null for an unknown id', async () => {
    expect(await graph.ask('{ company(id: "company:nobody") { id } }')).toEqual({ company: null });
  });

  test('refuses the id of another kind', async () => {
    expect(await graph.refusal('{ company(id: "chip:own") { id } }')).toEqual([
      'Expected an id that begins with "company:" but got: "chip:own".',
    ]);
  });

  test('leads to its subsidiaries, clouds, chips and datacenters by their best claims', async () => {
    const { company } = await graph.ask(`{
      company(id: "company:big") {
        subsidiaries { totalCount edges { node { id } } }
        clouds { id }
        chips { edges { node { id } } }
        datacenters(as: OWNER) { edges { node { id } } }
        tenancies: datacenters(as: TENANT) { totalCount }
      }
    }`);
    expect(company).toEqual({
      subsidiaries: { totalCount: 1, edges: [{ node: { id: 'company:sub' } }] },
      clouds: [{ id: 'cloud:big' }],
      chips: { edges: [{ node: { id: 'chip:own' } }] },
      datacenters: { edges: [{ node: { id: 'datacenter:site' } }] },
      tenancies: { totalCount: 0 },
    });
  });

  test('narrows its deals by role, type, counterparty and day', async () => {
    const { company } = await graph.ask(`{
      company(id: "company:lab") {
        all: deals { totalCount }
        given: deals(role: PROVIDER) { totalCount }
        invested: deals(types: [INVESTMENT]) { edges { node { id } } }
        with: deals(with: "cloud:big") { totalCount }
        without: deals(with: "company:sub") { totalCount }
        early: deals(inForceOn: "2025-03-01") { edges { node { id } } }
      }
    }`);
    expect(company).toEqual({
      all: { totalCount: 2 },
      given: { totalCount: 0 },
      invested: { edges: [{ node: { id: 'deal:two' } }] },
      with: { totalCount: 2 },
      without: { totalCount: 0 },
      early: { edges: [{ node: { id: 'deal:one' } }] },
    });
  });
});

describe('companies', () => {
  const ids = async (args: string) =>
    pluck(await graph.ask(`{ companies${args} { edges { node { id } } } }`), 'companies.edges.node.id');

  test('come by name', async () => {
    expect(await ids('')).toEqual(['company:big', 'company:lab', 'company:sub']);
  });

  test('come by founding, unknown last either way', async () => {
    expect(await ids('(orderBy: { field: FOUNDED })')).toEqual(['company:big', 'company:lab', 'company:sub']);
    expect(await ids('(orderBy: { field: FOUNDED, direction: DESC })')).toEqual([
      'company:lab',
      'company:big',
      'company:sub',
    ]);
  });

  test('are filtered by what they are and what is not known of them', async () => {
    expect(await ids('(filter: { roles: { hasAny: ["ai_lab", "foundry"] } })')).toEqual(['company:lab']);
    expect(await ids('(filter: { name: { contains: "B" }, parent: { isKnown: false } })')).toEqual([
      'company:big',
      'company:lab',
    ]);
    expect(await ids('(filter: { not: { founded: { lt: "2000-01-01" } } })')).toEqual(['company:lab', 'company:sub']);
    expect(
      await ids('(filter: { or: [{ id: { eq: "company:sub" } }, { country: { in: ["country:US"] } }] })'),
    ).toHaveLength(3);
  });

  test('refuse a filter of too many conditions or too deep a nesting, however it is made', async () => {
    const refusal = (filter: object) =>
      graph.refusal('query ($filter: CompanyFilter) { companies(filter: $filter) { totalCount } }', { filter });
    const condition = { name: { eq: 'Lab' } };
    const nest = (depth: number): object => (depth === 0 ? condition : { not: nest(depth - 1) });
    expect(await refusal(nest(10))).toEqual([]);
    expect(await refusal(nest(11))).toEqual(['Expected and, or, not at most 10 deep within one another but got more.']);
    // Each alternative counts, and the condition in it.
    const either = (count: number) => ({ or: Array.from({ length: count }, () => condition) });
    expect(await refusal({ and: [either(99)] })).toEqual([]);
    const tooMany = ['Expected a filter of at most 200 conditions but got more.'];
    expect(await refusal({ and: [either(50), either(50)] })).toEqual(tooMany);
    const roles = { hasAny: Array.from({ length: 100 }, () => 'ai_lab') };
    expect(await refusal({ roles })).toEqual([]);
    expect(await refusal({ roles, or: [{ roles }, { roles }] })).toEqual(tooMany);
  });

  test('refuse a malformed id and a null value in a filter', async () => {
    expect(await graph.refusal('{ companies(filter: { country: { eq: "US" } }) { totalCount } }')).toEqual([
      'Expected an id such as "company:openai" but got: "US".',
    ]);
    expect(await graph.refusal('{ companies(filter: { country: { eq: null } }) { totalCount } }')).toEqual([
      'Expected a value for country.eq (isKnown: false finds what is unknown) but got: null.',
    ]);
  });
});
