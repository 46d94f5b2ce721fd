import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteAuditWhenOver } from '../support/audits.js';
import { type Program, spawnProgram } from './program.js';

let program: Program;
let url = '';
beforeAll(async () => {
  program = spawnProgram('main.js', [], { PORT: '0' });
  [, url = ''] = await program.printed(/GraphQL API: (\S+)/);
});
afterAll(async () => {
  program.child.kill('SIGKILL');
  await program.ended;
});

const audits = serverAudits({ url: () => url, fetchFn: fetch });

noteAuditWhenOver('http');
beforeAll(() => {
  expect(audits.length).toBeGreaterThanOrEqual(61);
});

describe('the audit of GraphQL over HTTP, on the server as it ships', () => {
  it.each(audits.map((audit) => [audit.id, audit.name, audit] as const))('%s: %s', async (_id, _name, audit) => {
    const result = await audit.fn();
    expect([result.status, 'reason' in result ? result.reason : null]).toEqual(['ok', null]);
  });
});
