import { describe, expect, it } from 'vitest';
import { nameOperations } from '../../src/server/observe/nameOperations.js';
import type { GraphFigures } from '../../src/store/GraphFigures.js';
import { post, tinyServer } from './tinyServer.js';

const TOKEN = 'a-long-enough-secret';
const FIGURES: GraphFigures = {
  statements: 7,
  statementMs: 1500,
  failedStatements: 1,
  connections: { inUse: 2, most: 64 },
  coalesced: { calls: 10, statements: 4 },
  records: { hits: 30, misses: 5 },
  lagMs: 250,
};

async function scrape(url: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${url}/metrics`, { headers });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
}

describe('metrics', () => {
  it('count requests by operation and code, with their durations and store calls', async () => {
    const { url } = await tinyServer({ observe: { metrics: { token: null, isLocal: true }, slowQueryMs: 0 } });
    await post(url, { query: 'query Greet { hello }' });
    await post(url, { query: 'query Greet { hello }' });
    await post(url, { query: 'query Find { unknown }' });
    await post(url, { query: '{ hello }' });
    await post(url, { query: 'query Wrong { nosuch }' });
    await post(url, {});
    await post(url, { query: `{ hello(name: "${'x'.repeat(200_000)}") }` });
    const { status, type, text } = await scrape(url);
    expect([status, type]).toEqual([200, expect.stringContaining('text/plain')]);
    for (const line of [
      'aigraph_requests_total{operation="Greet",type="query",code="OK"} 2',
      'aigraph_requests_total{operation="Find",type="query",code="NOT_FOUND"} 1',
      'aigraph_requests_total{operation="anonymous",type="query",code="OK"} 1',
      'aigraph_requests_total{operation="anonymous",type="none",code="GRAPHQL_VALIDATION_FAILED"} 1',
      'aigraph_requests_total{operation="anonymous",type="none",code="BAD_REQUEST"} 1',
      'aigraph_requests_total{operation="anonymous",type="none",code="QUERY_TOO_EXPENSIVE"} 1',
      'aigraph_request_duration_seconds_count{operation="Greet"} 2',
      'aigraph_request_store_calls_count 7',
      'aigraph_requests_running 0',
      'aigraph_ready 1',
      'aigraph_revision 1',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
    expect(text).toMatch(/^process_resident_memory_bytes /m);
  });

  it('tell what the database does, where there is one', async () => {
    const observe = { metrics: { token: null, isLocal: false }, slowQueryMs: 0 };
    const { url } = await tinyServer({ observe, figures: () => FIGURES });
    const { text } = await scrape(url);
    for (const line of [
      'aigraph_statements_total 7',
      'aigraph_statement_seconds_total 1.5',
      'aigraph_connections_in_use 2',
      'aigraph_coalesced_calls_total 10',
      'aigraph_record_cache_hits_total 30',
      'aigraph_revision_lag_seconds 0.25',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
  });

  it('are for whoever asks from this machine, and not for whom a proxy asks', async () => {
    const { url } = await tinyServer({ observe: { metrics: { token: null, isLocal: true }, slowQueryMs: 0 } });
    expect((await scrape(url)).status).toBe(200);
    expect((await scrape(url, { 'x-forwarded-for': '203.0.113.9' })).status).toBe(404);
    expect((await scrape(url, { forwarded: 'for=203.0.113.9' })).status).toBe(404);
  });

  it('are for whoever gives the token, where one is set', async () => {
    const { url } = await tinyServer({ observe: { metrics: { token: TOKEN, isLocal: true }, slowQueryMs: 0 } });
    expect((await scrape(url)).status).toBe(404);
    expect((await scrape(url, { authorization: `Bearer ${TOKEN}x` })).status).toBe(404);
    const { status, text } = await scrape(url, { authorization: `Bearer ${TOKEN}`, 'x-forwarded-for': '203.0.113.9' });
    expect(status).toBe(200);
    expect(text).not.toContain(TOKEN);
  });

  it('are for nobody where they are switched off', async () => {
    const { url } = await tinyServer();
    expect((await scrape(url)).status).toBe(404);
  });
});

describe('names of operations', () => {
  it('are told apart as long as they are few', () => {
    const nameOf = nameOperations(2);
    expect(['A', 'B', 'A', 'C', 'B', null].map(nameOf)).toEqual(['A', 'B', 'A', 'other', 'B', 'anonymous']);
  });

  it('are short and plain', () => {
    const nameOf = nameOperations();
    expect(['x'.repeat(64), 'x'.repeat(65), 'a"b', ''].map(nameOf)).toEqual([
      'x'.repeat(64),
      'other',
      'other',
      'other',
    ]);
  });
});
