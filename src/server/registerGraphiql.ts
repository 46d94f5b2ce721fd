import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { encodingFor, KeptFiles } from './caching/KeptFiles.js';
import { EXAMPLE_QUERIES } from './exampleQueries.js';
import { ASSETS_PATH, GRAPHIQL_STYLE, graphiqlPage, graphiqlStart } from './graphiqlPage.js';

const require = createRequire(import.meta.url);
const JAVASCRIPT = 'text/javascript; charset=utf-8';
const NONCE_BYTES = 16;
const CSS = 'text/css; charset=utf-8';

/** Everything that the page loads, by the name under which it is served; nothing comes from another host. */
const FILES: ReadonlyMap<string, { readonly from: string; readonly path: string; readonly type: string }> = new Map([
  ['graphiql.min.js', { from: 'graphiql', path: 'graphiql.min.js', type: JAVASCRIPT }],
  ['graphiql.min.css', { from: 'graphiql', path: 'graphiql.min.css', type: CSS }],
  ['react.production.min.js', { from: 'react', path: 'umd/react.production.min.js', type: JAVASCRIPT }],
  ['react-dom.production.min.js', { from: 'react-dom', path: 'umd/react-dom.production.min.js', type: JAVASCRIPT }],
]);

/** Strict: what the page needs is named, all else is forbidden. */
const contentSecurityPolicy = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "connect-src 'self'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Serves the files of the GraphiQL page from the installed packages, so that it works without internet. */
export function registerGraphiql(app: FastifyInstance): void {
  const kept = new KeptFiles(readAsset);
  // They are compressed once, not for each reply.
  app.get<{ Params: { file: string } }>(`${ASSETS_PATH}/:file`, { compress: false }, async (request, reply) => {
    const { file } = request.params;
    if (file === 'start.js') return reply.type(JAVASCRIPT).send(graphiqlStart(EXAMPLE_QUERIES));
    if (file === 'page.css') return reply.type(CSS).send(GRAPHIQL_STYLE);
    const asset = FILES.get(file);
    if (!asset) return reply.callNotFound();
    const encoding = encodingFor(request.headers['accept-encoding']);
    if (encoding !== 'identity') reply.header('content-encoding', encoding);
    return reply
      .type(asset.type)
      .header('cache-control', 'public, max-age=3600')
      .header('vary', 'accept-encoding')
      .send(await kept.bytes(file, encoding));
  });
}

function readAsset(file: string): Promise<Uint8Array> {
  const asset = FILES.get(file);
  if (!asset) throw new Error(`No file of the page is called ${file}.`);
  return readFile(join(dirname(require.resolve(`${asset.from}/package.json`)), asset.path));
}

/** Answers with the GraphiQL page. */
export function sendGraphiql(reply: FastifyReply): FastifyReply {
  const nonce = randomBytes(NONCE_BYTES).toString('base64url');
  return reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', contentSecurityPolicy(nonce))
    .send(graphiqlPage('ai-infra-graph', nonce));
}
