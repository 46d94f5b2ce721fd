import type { IncomingHttpHeaders } from 'node:http';
import { type Attributes, context, propagation, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { RequestNote } from './RequestNote.js';

/** Does nothing until the process loads an SDK of OpenTelemetry. */
const tracer = trace.getTracer('ai-infra-graph');

/** Traces a request from its arrival to its answer, as part of the client's trace where it names one. */
export async function tracedRequest<T>(
  headers: IncomingHttpHeaders,
  note: RequestNote,
  work: () => Promise<T>,
): Promise<T> {
  const parent = propagation.extract(context.active(), headers);
  const span = tracer.startSpan('graphql', { kind: SpanKind.SERVER }, parent);
  if (!span.isRecording()) return work();
  note.traceId = span.spanContext().traceId;
  return within(span, async () => {
    try {
      return await work();
    } finally {
      const { operation, type, code, storeCalls } = note;
      span.updateName([type ?? 'graphql', operation].filter(Boolean).join(' '));
      span.setAttributes({ 'request.id': note.id, 'store.calls': storeCalls, 'graphql.code': code ?? 'OK' });
      if (code !== null) span.setStatus({ code: SpanStatusCode.ERROR, message: code });
    }
  });
}

/** A batch of a loader: what the resolvers of a tick asked together. */
export function tracedBatch<T>(loader: string, keys: number, work: () => Promise<T>): Promise<T> {
  return traced(`loader ${loader}`, { keys }, work);
}

export function tracedStoreCall<T>(method: string, work: () => Promise<T>): Promise<T> {
  return traced(`store ${method}`, {}, work);
}

/** A statement of the database; its values are parameters, and stay out. */
export function tracedStatement<T>(text: string, work: () => Promise<T>): Promise<T> {
  return traced('cypher', { 'db.system.name': 'neo4j', 'db.query.text': text }, work, SpanKind.CLIENT);
}

/** Part of what is traced already; else only the work. */
function traced<T>(name: string, attributes: Attributes, work: () => Promise<T>, kind = SpanKind.INTERNAL): Promise<T> {
  if (!trace.getActiveSpan()?.isRecording()) return work();
  return within(tracer.startSpan(name, { kind, attributes }), work);
}

async function within<T>(span: Span, work: () => Promise<T>): Promise<T> {
  try {
    return await context.with(trace.setSpan(context.active(), span), work);
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    span.end();
  }
}
