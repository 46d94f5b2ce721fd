import type { FastifyRequest } from 'fastify';

/** What Apollo may take for the document: read as Apollo reads it, since another reading may find another one. */
export function documentsIn({ method, body, url }: FastifyRequest): readonly unknown[] {
  if (method !== 'POST') return new URL(url, 'http://localhost/').searchParams.getAll('query');
  const text = typeof body === 'object' && body !== null && 'query' in body ? body.query : undefined;
  return text === undefined || text === null ? [] : [text];
}
