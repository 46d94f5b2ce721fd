import { getIntrospectionQuery, graphql } from 'graphql';
import { describe, expect, it } from 'vitest';
import { buildSchema } from '../../src/resolvers/index.js';

describe('introspection', () => {
  it('answers tools in full', async () => {
    const { errors, data } = await graphql({ schema: buildSchema(), source: getIntrospectionQuery() });
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).toContain('"defaultValue":"RECALLED"');
  });
});
