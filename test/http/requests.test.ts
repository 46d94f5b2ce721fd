import { describe, expect, it } from 'vitest';
import { post, tinyServer } from './tinyServer.js';

const JSON_TYPE = { 'content-type': 'application/json' };

describe('requests', () => {
  it('answers a POST with variables', async () => {
    const { url } = await tinyServer();
    const reply = await post(url, { query: 'query ($n: String) { hello(name: $n) }', variables: { n: 'graph' } });
    expect(reply).toEqual({ status: 200, body: { data: { hello: 'hello graph' } } });
  });

  it('answers a GET', async () => {
    const { url } = await tinyServer();
    const response = await fetch(`${url}/graphql?query=${encodeURIComponent('{ hello }')}`, { headers: JSON_TYPE });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ data: { hello: 'hello world' } });
  });

  it('answers a plain GET that speaks for nobody', async () => {
    const { url } = await tinyServer();
    const response = await fetch(`${url}/graphql?query=${encodeURIComponent('{ hello }')}`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ data: { hello: 'hello world' } });
  });

  it.each(['cookie', 'authorization'])('refuses a GET with %s that a foreign page could send', async (name) => {
    const { url } = await tinyServer();
    const headers = { [name]: 'a=b' };
    const response = await fetch(`${url}/graphql?query=${encodeURIComponent('{ hello }')}`, { headers });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('Cross-Site Request Forgery');
  });

  it.each([
    ['application/json', 200],
    ['application/json; charset=utf-8', 200],
    ['application/json, */*', 400],
    ['application/graphql-response+json', 400],
  ])('answers an invalid query to whoever accepts %s with %i', async (accept, status) => {
    const { url } = await tinyServer();
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { ...JSON_TYPE, accept },
      body: JSON.stringify({ query: '{ nothing }' }),
    });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
  });

  it.each([
    ['text/csv', 'application/json'],
    ['application/json;q=0', 'application/json'],
    ['application/json; charset=utf-8; q=none', 'application/json'],
    ['*/*;q=0, application/*;Q=0.0', 'application/json'],
    ['"nonsense', 'application/json'],
    ['text/csv, */*;q=0.5', 'application/json'],
    ['application/graphql-response+json, */*', 'application/graphql-response+json'],
    ['*/*', 'application/json'],
    ['application/graphql-response+json;q=0.1, text/csv', 'application/graphql-response+json'],
  ])('answers whoever accepts %s with %s, never refusing what it has executed', async (accept, type) => {
    const { url } = await tinyServer();
    const headers = { ...JSON_TYPE, accept };
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: '{"query":"{ hello }"}' });
    expect([response.status, response.headers.get('content-type')?.split(';')[0]]).toEqual([200, type]);
    expect(await response.json()).toEqual({ data: { hello: 'hello world' } });
  });

  it('takes the path with a slash at its end', async () => {
    const { url } = await tinyServer();
    const response = await fetch(`${url}/graphql/?query=${encodeURIComponent('{ hello }')}`);
    expect(response.status).toBe(200);
  });

  it('answers application/graphql-response+json to whoever asks for it', async () => {
    const { url } = await tinyServer();
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { ...JSON_TYPE, accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query: '{ hello }' }),
    });
    expect(response.headers.get('content-type')).toContain('application/graphql-response+json');
  });

  it('answers introspection', async () => {
    const { url } = await tinyServer();
    const reply = await post(url, { query: '{ __schema { queryType { name } } }' });
    expect(reply.body).toEqual({ data: { __schema: { queryType: { name: 'Query' } } } });
  });

  it.each([
    ['malformed JSON', '{"query": "{ hello }"', 'application/json', 400],
    ['no body', '', 'application/json', 400],
    ['no query', '{}', 'application/json', 400],
    ['a list of queries', '[{"query": "{ hello }"}]', 'application/json', 400],
    ['a wrong content type', '{"query": "{ hello }"}', 'text/plain', 415],
    ['a form', 'query=%7Bhello%7D', 'application/x-www-form-urlencoded', 415],
    [
      'a body over 1 MiB',
      JSON.stringify({ query: '{ hello }', pad: 'x'.repeat(1024 * 1024) }),
      'application/json',
      413,
    ],
  ])('refuses %s and serves on', async (_what, body, type, status) => {
    const { url } = await tinyServer();
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': type }, body });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
    expect((await post(url, { query: '{ hello }' })).status).toBe(200);
  });

  it('names the API where nothing answers', async () => {
    const { url } = await tinyServer();
    const response = await fetch(`${url}/api?x=1`);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({
      errors: [{ message: 'Nothing answers GET "/api". The API is at "/graphql".', extensions: { code: 'NOT_FOUND' } }],
    });
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('refuses %s at the API and names what it takes', async (method) => {
    const { url } = await tinyServer();
    const response = await fetch(`${url}/graphql`, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, POST']);
    expect(await response.json()).toEqual({
      errors: [
        { message: `Expected GET or POST at "/graphql" but got: ${method}.`, extensions: { code: 'BAD_REQUEST' } },
      ],
    });
  });

  it('leads from the root to the API', async () => {
    const { url } = await tinyServer();
    const response = await fetch(url, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([302, '/graphql']);
  });
});
