import { describe, expect, it } from 'vitest';
import { GraphError } from '../../src/model/errors.js';
import { tokenAccess } from '../../src/server/WriteAccess.js';
import type { Edit } from '../../src/store/GraphEditor.js';
import { NotingEditor } from '../support/NotingEditor.js';
import { RevisedSource } from '../support/RevisedSource.js';
import { company } from '../support/records.js';
import { smallDataset, statement } from '../support/smallDataset.js';
import { graphServer } from './graphServer.js';

const TOKEN = 'correct-horse-battery';
const GIVEN = [['authorization', `Bearer ${TOKEN}`]] as const;
const NOTE = 'author: "ada", reason: "new"';
const STATEMENT = '{ subject: "company:lab", property: "founded", value: 2015, sources: ["source:s1"] }';
const AT = '2026-12-02T00:00:00Z';

function recording(selection: string, name = 'recordStatements'): string {
  return `${name}: recordStatements(input: { statements: [${STATEMENT}], ${NOTE} }) { ${selection} }`;
}

/** A graph without facts, and an editor that records each draft as the next revision, later than the server's clock. */
async function curated(then: Partial<Edit> = {}) {
  const lab = company('lab');
  const source = await RevisedSource.of(smallDataset({ entities: [lab] }));
  const editor = new NotingEditor(async (drafts) => {
    const added = drafts.map(({ subject, property, value }, i) =>
      statement({ id: `statement:${i}`, subject, property, value: value ?? null, recordedAt: AT }),
    );
    const revision = await source.advance(smallDataset({ entities: [lab], statements: added }));
    return { revision, at: AT, recorded: added.map(({ id }) => id), bookmark: `FB:${revision}`, ...then };
  });
  const server = await graphServer({ source, editor, access: tokenAccess(TOKEN) });
  return { source, editor, ...server };
}

describe('who may write', () => {
  const mutation = `mutation { ${recording('revision')} }`;

  it('is whoever gives the token', async () => {
    const { ask } = await curated();
    expect((await ask(mutation, GIVEN)).body).toMatchObject({ data: { recordStatements: { revision: 2 } } });
    expect((await ask(mutation, [['authorization', `bearer  ${TOKEN}`]])).body).not.toHaveProperty('errors');
  });

  it.each([
    ['no token', 200, []],
    ['another scheme', 200, [['authorization', `Basic ${TOKEN}`]]],
    ['a wrong token', 401, [['authorization', 'Bearer correct-horse-batterz']]],
    ['a part of the token', 401, [['authorization', 'Bearer correct-horse']]],
    ['an empty token', 200, [['authorization', 'Bearer ']]],
  ] as const)('is not whoever gives %s', async (_what, status, headers) => {
    const { ask, editor, source } = await curated();
    expect(await ask(mutation, headers)).toMatchObject({
      status,
      body: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
    });
    expect(editor.calls).toEqual([]);
    expect(source.pins).toEqual([]);
  });

  it('is nobody where the server has no token', async () => {
    const editor = new NotingEditor();
    const source = await RevisedSource.of(smallDataset());
    const { ask } = await graphServer({ source, editor, access: tokenAccess(null) });
    expect(await ask(mutation, GIVEN)).toMatchObject({
      status: 200,
      body: {
        errors: [
          {
            message: 'Writing is switched off: the server was started without WRITE_TOKEN, KEYS_FILE and JWT_ISSUER.',
            extensions: { code: 'FORBIDDEN' },
          },
        ],
      },
    });
    expect(editor.calls).toEqual([]);
  });

  it('is nobody on the embedded store, whatever token is given', async () => {
    const { ask } = await graphServer({ source: await RevisedSource.of(smallDataset()) });
    for (const headers of [[], GIVEN]) {
      expect((await ask(mutation, headers)).body).toMatchObject({
        errors: [{ path: ['recordStatements'], extensions: { code: 'READ_ONLY' } }],
      });
    }
  });

  it('does not concern reads', async () => {
    const { ask } = await curated();
    expect((await ask('{ dataset { release } }')).body).not.toHaveProperty('errors');
  });

  it('is not who asks by GET', async () => {
    const { url, editor } = await curated();
    const response = await fetch(`${url}/graphql?query=${encodeURIComponent(mutation)}`, {
      headers: { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` },
    });
    expect(response.status).toBe(405);
    expect(editor.calls).toEqual([]);
  });
});

describe('the answer to a write', () => {
  it('reads what was written, and hands on how others can', async () => {
    const { ask, source } = await curated();
    const { body, headers } = await ask(
      `mutation { ${recording('revision recorded { ids statements { value subject { id facts { value } } } }')} }`,
      [...GIVEN, ['graph-bookmark', 'FB:earlier']],
    );
    expect(body).toEqual({
      data: {
        recordStatements: {
          revision: 2,
          recorded: {
            ids: ['statement:0'],
            statements: [{ value: 2015, subject: { id: 'company:lab', facts: [{ value: 2015 }] } }],
          },
        },
      },
      extensions: { revision: 2 },
    });
    expect([headers.get('graph-revision'), headers.get('graph-bookmark')]).toEqual(['2', 'FB:2']);
    expect(source.pins.map(({ bookmarks, revisionAtLeast }) => [bookmarks, revisionAtLeast])).toEqual([
      [['FB:earlier'], null],
      [['FB:earlier', 'FB:2'], 2],
    ]);
  });

  it('pins once more only where what was written is read', async () => {
    const { ask, source } = await curated();
    const { body } = await ask(`mutation { ${recording('revision recorded { count ids }')} }`, GIVEN);
    expect(body).toMatchObject({ extensions: { revision: 2 } });
    expect(source.pins.length).toBe(1);
  });

  it('follows each of several writes in their order', async () => {
    const { ask } = await curated();
    const selection = 'revision recorded { statements { subject { factCount } } }';
    const { body, headers } = await ask(
      `mutation { ${recording(selection, 'first')} ${recording(selection, 'second')} }`,
      GIVEN,
    );
    const recorded = { statements: [{ subject: { factCount: 1 } }] };
    expect(body).toMatchObject({
      data: { first: { revision: 2, recorded }, second: { revision: 3, recorded } },
      extensions: { revision: 3 },
    });
    expect(headers.get('graph-revision')).toBe('3');
  });

  it('is never asked for twice, also where other writes came between', async () => {
    const { ask, source, editor } = await curated();
    source.afterReads = async () => void (await source.advance());
    const { body } = await ask(`mutation { ${recording('recorded { statements { id } }')} }`, GIVEN);
    expect(body).toMatchObject({ extensions: { revision: { from: 2, to: 3 } } });
    expect(editor.calls.length).toBe(1);
  });

  it('stands where what was written cannot be read', async () => {
    const { ask, source } = await curated();
    source.beforePin = async () => {
      if (source.pins.length > 1) throw new GraphError('UNAVAILABLE', 'Neo4j is not reached.');
    };
    const { body, headers } = await ask(
      `mutation { ${recording('revision recorded { ids statements { id } } created { entities { id } }')} }`,
      GIVEN,
    );
    expect(body).toMatchObject({
      data: {
        recordStatements: {
          revision: 2,
          recorded: { ids: ['statement:0'], statements: null },
          created: { entities: null },
        },
      },
      errors: [
        { path: ['recordStatements', 'recorded', 'statements'], extensions: { code: 'UNAVAILABLE' } },
        { path: ['recordStatements', 'created', 'entities'], extensions: { code: 'UNAVAILABLE' } },
      ],
      extensions: { revision: 2 },
    });
    expect(headers.get('graph-revision')).toBe('2');
  });

  it('stands where the database goes away before its last question', async () => {
    const { ask, source } = await curated();
    source.afterReads = () => Promise.reject(new GraphError('UNAVAILABLE', 'Neo4j is not reached.'));
    const { body } = await ask(`mutation { ${recording('revision recorded { statements { id } }')} }`, GIVEN);
    expect(body).toEqual({
      data: { recordStatements: { revision: 2, recorded: { statements: [{ id: 'statement:0' }] } } },
      extensions: {},
    });
  });

  it('says after the deadline that the write may have happened', async () => {
    const source = await RevisedSource.of(smallDataset());
    const editor = new NotingEditor(() => new Promise(() => {}));
    const { ask } = await graphServer({ source, editor, requestTimeoutMs: 100 });
    expect((await ask(`mutation { ${recording('revision')} }`)).body).toMatchObject({
      errors: [
        {
          message: expect.stringMatching(/^The answer did not come .* It may have been written: ask again with/),
          extensions: { code: 'TIMEOUT' },
        },
      ],
    });
    expect(editor.signal?.aborted).toBe(true);
  });

  it('has no header where nothing was written', async () => {
    const { ask } = await curated({ revision: null, at: null, bookmark: null });
    const { body, headers } = await ask(`mutation { ${recording('revision at')} }`, GIVEN);
    expect(body).toMatchObject({ data: { recordStatements: { revision: null, at: null } } });
    expect([headers.get('graph-revision'), headers.get('graph-bookmark')]).toEqual([null, null]);
  });
});
