import { graphql, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { materialiseAt } from '../../src/derive/materialiseAt.js';
import { ANONYMOUS, type Caller } from '../../src/model/caller.js';
import { buildContext, type Writing } from '../../src/resolvers/context.js';
import { buildSchema } from '../../src/resolvers/index.js';
import { executeQuery } from '../../src/server/executeQuery.js';
import { MemoryWriter } from '../../src/store/memory/MemoryWriter.js';
import { ReadOnlyEditor } from '../../src/store/ReadOnlyEditor.js';
import { ReadOnlyReviewer } from '../../src/store/ReadOnlyReviewer.js';
import { imagine } from '../../src/wiring/imagine.js';
import { smallDataset } from '../support/smallDataset.js';

const schema = buildSchema();
const EMPTY = { totalCount: 0, edges: [], pageInfo: { hasNextPage: false, endCursor: null } };
const PAGE = 'totalCount edges { cursor } pageInfo { hasNextPage endCursor }';

/** What a caller is answered by a graph that is read from files, the same whoever executes it; a mutation by graphql-js. */
async function answerTo(caller: Caller, source: string): Promise<unknown> {
  const store = await new MemoryWriter().write(smallDataset());
  const writing: Writing = {
    editor: new ReadOnlyEditor(),
    signal: new AbortController().signal,
    readAfter: async () => {},
  };
  const reviewing = {
    origin: { caller, requestId: null },
    reviewer: new ReadOnlyReviewer(),
    ownToo: false,
    reader: () => ({ signal: null, bookmarks: [] }),
  };
  const context = () =>
    buildContext(
      store,
      { materialiseAt, imagine, now: () => new Date('2026-12-01T00:00:00Z'), reviewing },
      source.startsWith('mutation') ? writing : null,
    );
  const slow = await graphql({ schema, source, contextValue: await context() });
  const document = parse(source);
  const [operation] = document.definitions.flatMap((part) => (part.kind === 'OperationDefinition' ? [part] : []));
  const asked = { schema, document, operation, operationName: undefined, variableValues: {} };
  expect(JSON.stringify(await executeQuery(asked, await context()))).toBe(JSON.stringify(slow));
  return JSON.parse(JSON.stringify(slow.data ?? null)) ?? slow.errors?.map(({ message }) => message);
}

const called = (role: Caller['role']): Caller => ({ name: 'ada', role, how: 'KEY' });

describe('a graph that is read from files', () => {
  test('has no proposals and no trail', async () => {
    expect(await answerTo(called('admin'), `{ audit(author: "ada", first: 5) { ${PAGE} } }`)).toEqual({ audit: EMPTY });
    expect(await answerTo(called('editor'), `{ proposals(status: OPEN) { ${PAGE} } }`)).toEqual({ proposals: EMPTY });
    expect(await answerTo(called('editor'), '{ proposal(id: "proposal:a") { id } }')).toEqual({ proposal: null });
  });

  test('takes no decision', async () => {
    for (const how of ['approve', 'refuse']) {
      const source = `mutation { ${how}Proposal(id: "proposal:a", reason: "r") { proposal { id } } }`;
      expect(await answerTo(called('admin'), source)).toEqual([
        'This graph is read from files: it takes no writes, and so no proposals.',
      ]);
    }
  });
});

describe('a role', () => {
  test.each([
    [
      ANONYMOUS,
      '{ audit { totalCount } }',
      'Reading the audit trail needs the header "Authorization: Bearer …" with a key or token of the role admin.',
    ],
    [
      called('editor'),
      '{ audit { totalCount } }',
      'Reading the audit trail needs the role admin, but "ada" is an editor.',
    ],
    [
      called('reader'),
      '{ proposals { totalCount } }',
      'Reading proposals needs the role editor, but "ada" is a reader.',
    ],
    [
      called('reader'),
      '{ audit { totalCount } }',
      'Reading the audit trail needs the role admin, but "ada" is a reader.',
    ],
    [
      called('editor'),
      'mutation { approveProposal(id: "a", reason: "r") { proposal { id } } }',
      'Deciding on proposals needs the role admin, but "ada" is an editor.',
    ],
  ] as const)('of %o is not enough for %s', async (caller, source, message) => {
    expect(await answerTo(caller, source)).toEqual([message]);
  });

  test('of an admin is asked for what a page may be', async () => {
    for (const [args, message] of [
      ['first: 0', 'Expected first in 1..100 but got: 0.'],
      ['after: "x"', 'Expected a cursor from this connection but got: "x".'],
      ['first: 1, last: 1', 'Expected first or last but got: "both".'],
    ]) {
      expect(await answerTo(called('admin'), `{ audit(${args}) { totalCount } }`)).toEqual([message]);
    }
  });
});
