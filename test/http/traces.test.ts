import { trace } from '@opentelemetry/api';
import { describe, expect, it } from 'vitest';
import { tracedStatement } from '../../src/server/observe/traces.js';
import { RevisedSource } from '../support/RevisedSource.js';
import { smallDataset } from '../support/smallDataset.js';
import { collectSpans } from '../support/spans.js';
import { graphServer } from './graphServer.js';

const take = collectSpans();
const QUESTION = 'query Facts { company(id: "company:lab") { facts(property: "note") { id } } }';
const TRACE_ID = '0af7651916cd43dd8448eb211c80319c';

async function served() {
  const lab = smallDataset({ statements: [{ subject: 'company:lab', property: 'note', value: 'secret' }] });
  return graphServer({ source: await RevisedSource.of(lab) });
}

describe('traces', () => {
  it('lead from a request over the batch of a loader to the call of the store', async () => {
    const { ask } = await served();
    await ask(QUESTION, [['x-request-id', 'shop-1']]);
    const { spans, lines } = take();
    expect(lines).toEqual(
      expect.arrayContaining([
        'query Facts < none',
        'loader statementsBySubject < query Facts',
        'store statementsBySubject < loader statementsBySubject',
      ]),
    );
    const request = spans.find(({ name }) => name === 'query Facts');
    expect(request?.attributes).toMatchObject({ 'request.id': 'shop-1', 'graphql.code': 'OK' });
    expect(JSON.stringify(spans.map(({ attributes }) => attributes))).not.toContain('secret');
  });

  it('are part of the trace that the client names', async () => {
    const { ask } = await served();
    await ask(QUESTION, [['traceparent', `00-${TRACE_ID}-b7ad6b7169203331-01`]]);
    const { spans } = take();
    expect(new Set(spans.map((span) => span.spanContext().traceId))).toEqual(new Set([TRACE_ID]));
  });

  it('are left out where the client samples none', async () => {
    const { ask } = await served();
    await ask(QUESTION, [['traceparent', `00-${TRACE_ID}-b7ad6b7169203331-00`]]);
    expect(take().lines).toEqual([]);
  });

  it('tell which request failed and why', async () => {
    const { ask } = await served();
    await ask('query Deep { dependencies(of: "company:lab", maxDepth: 99) { totalCount } }');
    const { spans } = take();
    expect(spans.map(({ name, status }) => [name, status.message])).toContainEqual(['query Deep', 'BAD_USER_INPUT']);
  });

  it('leave out what no request asked for', async () => {
    expect(await tracedStatement('RETURN 1', async () => trace.getActiveSpan())).toBeUndefined();
    expect(take().lines).toEqual([]);
  });
});
