import { readFileSync } from 'node:fs';
import { afterAll, beforeEach, expect, type RunnerTask } from 'vitest';
import { noteAudit } from './reliability.js';

const PAGE = new URL('../../docs/reliability.md', import.meta.url);
const ROW = /^\| (.+) \| ([\d,]+ of [\d,]+) \| `(.+)` \|$/gm;

/** What docs/reliability.md tells of audits, in the order of its rows: what was audited, and the file that does it. */
export const AUDITS = {
  apollo: [
    'HTTP integrations, `@apollo/server-integration-testsuite`, but what needs GraphQL 17',
    'test/http/apolloSuite.test.ts',
  ],
  federation: [
    'Federation: our SDL built by `@apollo/subgraph`, and composed with another graph',
    'test/api/subgraph.test.ts',
  ],
  http: ['GraphQL over HTTP, `serverAudits` of `graphql-http`', 'test/http/audits.test.ts'],
  schemathesis: [
    '60 s of questions that Schemathesis makes of the schema: no crash, no `INTERNAL_SERVER_ERROR`',
    'test/attacks/schemathesis/schemathesis.test.ts',
  ],
} as const;
export type Audit = keyof typeof AUDITS;

/** What docs/reliability.md says: what was audited, how much of it passed, the file. */
export function listedAudits(): readonly (readonly string[])[] {
  return [...readFileSync(PAGE, 'utf8').matchAll(ROW)].map((row) => row.slice(1, 4));
}

/** A row of the table. */
export function auditRow(id: Audit, passed: number, of: number): readonly [string, string, string] {
  const [what, file] = AUDITS[id];
  return [what, `${passed.toLocaleString('en')} of ${of.toLocaleString('en')}`, file];
}

/**
 * When the tests of the file that calls it have run, all of them, notes how many passed, and fails where docs/reliability.md
 * says something else.
 */
export function noteAuditWhenOver(id: Audit): void {
  let file: RunnerTask | undefined;
  beforeEach(({ task }) => {
    file = task.file;
  });
  afterAll(() => {
    const all = file ? testsOf(file) : [];
    if (all.some(({ mode }) => mode === 'skip')) return;
    const passed = all.filter(({ result }) => result?.state === 'pass').length;
    const row = auditRow(id, passed, all.length);
    noteAudit(id, row);
    expect(listedAudits(), 'npm run reliability:update writes it').toContainEqual(row);
  });
}

function testsOf(task: RunnerTask): readonly RunnerTask[] {
  return task.type === 'suite' ? task.tasks.flatMap(testsOf) : [task];
}
