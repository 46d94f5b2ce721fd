import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../src/store/neo4j/Database.js';
import { neo4jForTests } from '../support/neo4j/inject.js';
import { wipe } from './database.js';
import { at, importSmall, recording, type Server, serve } from './programs.js';
import { type Keys, writeKeys } from './reviewKeys.js';

const login = neo4jForTests();
const database = new Database({ ...login, database: 'neo4j' });
let keys: Keys;
let environment: Record<string, string>;
let server: Server;

beforeAll(async () => {
  await wipe(database);
  await importSmall(login);
  keys = await writeKeys();
  environment = { KEYS_FILE: keys.path, REVIEW: 'on' };
  server = await serve(login, environment);
});

afterAll(async () => {
  await keys.remove();
  await database.close();
});

const ask = (who: string, query: string) => server.ask(query, { authorization: `Bearer ${keys.of.get(who)}` });
const revision = async () => (await server.ask('{ dataset { revision } }')).extensions.revision;

const SHOWN = `proposal { id status edit author reason proposedBy touchedIds
  effect { dryRun recorded { count } edgesOpened { count } }
  claims { subject property value object sources } edges { change kind from to } decidedBy decisionReason revision }`;

/** The proposal that an editor's mutation leaves. */
async function proposed(who: string, query: string): Promise<string> {
  const reply = await ask(who, query);
  expect(reply.message).toBeNull();
  return String(at(reply.data, 'recordStatements', 'proposal', 'id'));
}

const note = (value: string, more = '') => recording('company:amazon', 'note', value, more, SHOWN);
const decide = (how: 'approve' | 'refuse', id: string, reason = 'as decided') =>
  `mutation { ${how}Proposal(id: "${id}", reason: "${reason}") { edit { revision repeated recorded { count statements { value } } } ${SHOWN} } }`;
const one = (id: string) => `{ proposal(id: "${id}") { id status decidedBy decisionReason revision } }`;

describe('what an editor writes under review', () => {
  it('is kept with what it would change, and changes nothing', async () => {
    const before = await revision();
    const query = `mutation { recordStatements(input: { statements: [{ subject: "company:openai", property: "customer_of",
      object: "company:amazon", sources: ["source:press"] }], author: "Ada L.", reason: "read it" })
      { revision at dryRun recorded { count statements { value } } ${SHOWN} } }`;
    const reply = await ask('ada', query);
    expect(at(reply.data, 'recordStatements')).toEqual({
      revision: null,
      at: null,
      dryRun: false,
      recorded: { count: 1, statements: null },
      proposal: {
        id: expect.stringMatching(/^proposal:[\w-]{36}$/),
        status: 'OPEN',
        edit: 'RECORD_STATEMENTS',
        author: 'Ada L.',
        reason: 'read it',
        proposedBy: 'ada',
        touchedIds: ['company:openai'],
        effect: { dryRun: true, recorded: { count: 1 }, edgesOpened: { count: 1 } },
        claims: [
          {
            subject: 'company:openai',
            property: 'customer_of',
            value: null,
            object: 'company:amazon',
            sources: ['source:press'],
          },
        ],
        edges: [{ change: 'OPENED', kind: expect.any(String), from: 'company:openai', to: 'company:amazon' }],
        decidedBy: null,
        decisionReason: null,
        revision: null,
      },
    });
    expect(reply.headers.get('graph-bookmark')).not.toBeNull();
    expect(reply.headers.get('graph-revision')).toBeNull();
    expect(await revision()).toBe(before);
  });

  it('is refused by the same rules, and as a dry run kept nowhere', async () => {
    const count = async () => at((await ask('grace', '{ proposals { totalCount } }')).data, 'proposals', 'totalCount');
    const before = await count();
    expect(await ask('ada', recording('company:opnai', 'note', 'x'))).toMatchObject({ code: 'BAD_USER_INPUT' });
    const dry = await ask('ada', note('dry', ', dryRun: true'));
    expect(at(dry.data, 'recordStatements')).toMatchObject({ dryRun: true, proposal: null });
    expect(await count()).toBe(before);
  });

  it('is kept once under its key, which stays that of one request of one person', async () => {
    const keyed = (value: string) => note(value, ', idempotencyKey: "k1"');
    const id = await proposed('ada', keyed('one'));
    expect(await proposed('ada', keyed('one'))).toBe(id);
    for (const [who, value] of [
      ['ada', 'two'],
      ['bob', 'one'],
    ] as const) {
      expect(await ask(who, keyed(value))).toMatchObject({
        code: 'CONFLICT',
        message: 'The idempotency key "k1" is that of another proposal. Give this one a key of its own.',
      });
    }
  });

  it('is not what an admin writes', async () => {
    const reply = await ask('grace', note('at once'));
    expect(at(reply.data, 'recordStatements')).toMatchObject({ revision: expect.any(Number), proposal: null });
  });
});

describe('proposals', () => {
  it('are shown to who made them and to admins, newest first and page by page', async () => {
    const [first, second] = [await proposed('bob', note('b1')), await proposed('bob', note('b2'))];
    const listOf = async (who: string, args: string) =>
      (
        await ask(
          who,
          `{ proposals(${args}) { totalCount pageInfo { hasNextPage hasPreviousPage endCursor } edges { node { id } } } }`,
        )
      ).data;
    const page = await listOf('bob', 'status: OPEN, first: 1');
    expect(page).toMatchObject({
      proposals: { totalCount: 2, pageInfo: { hasNextPage: true }, edges: [{ node: { id: second } }] },
    });
    const cursor = at(page, 'proposals', 'pageInfo', 'endCursor');
    expect(await listOf('bob', `status: OPEN, first: 1, after: "${cursor}"`)).toMatchObject({
      proposals: { pageInfo: { hasNextPage: false, hasPreviousPage: true }, edges: [{ node: { id: first } }] },
    });
    expect(await listOf('bob', 'last: 1')).toMatchObject({ proposals: { edges: [{ node: { id: first } }] } });
    expect(at(await listOf('grace', 'first: 2'), 'proposals', 'edges', 1, 'node', 'id')).toBe(first);
    const shownTo = async (who: string) => at((await ask(who, one(first))).data, 'proposal', 'id');
    expect([await shownTo('bob'), await shownTo('grace'), await shownTo('ada')]).toEqual([first, first, undefined]);
    expect(await ask('rita', one(first))).toMatchObject({
      code: 'FORBIDDEN',
      message: 'Reading proposals needs the role editor, but "rita" is a reader.',
    });
    expect(await server.ask(one(first))).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(at((await ask('grace', one('proposal:none'))).data, 'proposal')).toBeNull();
  });
});

describe('a decision', () => {
  it('is an admin’s, and not of who proposed it', async () => {
    const id = await proposed('ada', note('own'));
    expect(await ask('bob', decide('approve', id))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await ask('rita', decide('refuse', id))).toMatchObject({ code: 'FORBIDDEN' });
    for (const how of ['approve', 'refuse'] as const) {
      expect(await ask('ada as admin', decide(how, id))).toMatchObject({
        code: 'FORBIDDEN',
        message: expect.stringContaining('Expected somebody else than "ada" to decide, who proposed it.'),
      });
    }
    expect(await ask('grace', decide('approve', 'proposal:none'))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await ask('grace', decide('approve', id, ' '))).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(at((await ask('grace', one(id))).data, 'proposal', 'status')).toBe('OPEN');
  });

  it('that approves writes it once, also when it is made twice at once or again', async () => {
    const id = await proposed('ada', note('approved'));
    const before = Number(await revision());
    const replies = await Promise.all([1, 2].map(() => ask('grace', decide('approve', id, 'fits'))));
    replies.push(await ask('grace', decide('approve', id, 'again')));
    for (const { data, message } of replies) {
      expect(message).toBeNull();
      expect(at(data, 'approveProposal')).toMatchObject({
        edit: { revision: before + 1, recorded: { count: 1, statements: [{ value: 'approved' }] } },
        proposal: { status: 'APPROVED', decidedBy: 'grace', decisionReason: 'fits', revision: before + 1 },
      });
    }
    expect(replies.map(({ data }) => at(data, 'approveProposal', 'edit', 'repeated')).sort()).toEqual([
      false,
      true,
      true,
    ]);
    expect(replies[2]?.headers.get('graph-revision')).toBe(String(before + 1));
    expect(await revision()).toBe(before + 1);
    expect(await ask('grace', decide('refuse', id))).toMatchObject({
      code: 'CONFLICT',
      message: expect.stringMatching(/^The proposal was approved at \S+ by "grace"\.$/),
    });
  });

  it('that refuses closes it for good', async () => {
    const id = await proposed('ada', note('refused'));
    const before = await revision();
    expect(at((await ask('grace', decide('refuse', id, 'no source'))).data, 'refuseProposal')).toMatchObject({
      edit: null,
      proposal: { status: 'REFUSED', decidedBy: 'grace', decisionReason: 'no source', revision: null },
    });
    expect(await ask('grace', decide('approve', id))).toMatchObject({ code: 'CONFLICT' });
    expect(await revision()).toBe(before);
  });

  it('on what no longer fits is a conflict, and leaves it open', async () => {
    const [first, second] = [await proposed('ada', note('same')), await proposed('bob', note('same'))];
    expect((await ask('grace', decide('approve', first))).message).toBeNull();
    expect(await ask('grace', decide('approve', second))).toMatchObject({
      code: 'CONFLICT',
      message: expect.stringMatching(
        /^The proposal no longer fits the graph as it is now\. .+ says what the statement/,
      ),
    });
    expect(at((await ask('grace', one(second))).data, 'proposal', 'status')).toBe('OPEN');
  });
});

describe('the audit trail', () => {
  const FIELDS =
    'number action edit name role how author reason requestId touchedIds revision proposedBy proposal { id }';
  const trail = async (args: string) =>
    (await ask('grace', `{ audit(${args}) { totalCount pageInfo { endCursor } edges { node { ${FIELDS} } } } }`)).data;

  it('tells who proposed and who approved, by which request, and why', async () => {
    const id = await proposed('bob', note('for the trail'));
    const made = at(
      (await ask('grace', decide('approve', id, 'well read'))).data,
      'approveProposal',
      'edit',
      'revision',
    );
    const common = {
      edit: 'RECORD_STATEMENTS',
      author: 'ada',
      how: 'KEY',
      touchedIds: ['company:amazon'],
      proposedBy: 'bob',
      proposal: { id },
      requestId: expect.stringMatching(/^[\w-]{36}$/),
    };
    expect(at(await trail('first: 2'), 'audit', 'edges')).toMatchObject([
      { node: { ...common, action: 'APPROVED', name: 'grace', role: 'ADMIN', reason: 'well read', revision: made } },
      { node: { ...common, action: 'PROPOSED', name: 'bob', role: 'EDITOR', reason: 'read it', revision: null } },
    ]);
  });

  it('has an entry for each revision, numbers without a gap, and none for what changed nothing', async () => {
    const before = at(await trail('first: 1'), 'audit', 'totalCount');
    await ask('grace', note('dry', ', dryRun: true'));
    await ask('grace', recording('company:opnai', 'note', 'x'));
    await ask('rita', note('not hers'));
    expect(at(await trail('first: 1'), 'audit', 'totalCount')).toBe(before);
    const [row] = await database.read({
      text: `MATCH (a:Audit) WITH count(a) AS n, min(a.number) AS first, max(a.number) AS last, count(a.revision) AS revisions
        RETURN n, first, last, revisions, COUNT { (:Revision) } AS made`,
      parameters: {},
    });
    const { n, made } = row?.toObject() ?? {};
    expect(row?.toObject()).toEqual({ n, first: 1, last: n, revisions: made, made });
    expect(at(await trail('last: 1'), 'audit', 'edges', 0, 'node')).toMatchObject({
      number: 1,
      action: 'APPLIED',
      edit: 'IMPORT',
      name: 'aigraph',
      how: 'PROCESS',
      requestId: null,
      revision: 1,
    });
  });

  it('is found by caller or author and by time, and read by admins alone', async () => {
    const since = new Date().toISOString();
    await ask('grace', note('late'));
    expect(at(await trail(`since: "${since}"`), 'audit')).toMatchObject({
      totalCount: 1,
      edges: [{ node: { action: 'APPLIED', name: 'grace', author: 'ada', proposedBy: null, proposal: null } }],
    });
    expect(at(await trail('author: "bob"'), 'audit', 'edges', 0, 'node', 'action')).toBe('PROPOSED');
    expect(at(await trail('author: "aigraph"'), 'audit', 'totalCount')).toBe(1);
    expect(at(await trail(`author: "ada\\" OR true //"`), 'audit', 'totalCount')).toBe(0);
    for (const [who, code] of [
      ['ada', 'FORBIDDEN'],
      ['rita', 'FORBIDDEN'],
    ] as const) {
      expect(await ask(who, '{ audit { totalCount } }')).toMatchObject({ code });
    }
    expect(await server.ask('{ audit { totalCount } }')).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

it('proposals outlive the server, and are decided on by another, which reads from the database', async () => {
  const id = await proposed('ada', note('outlives', ', idempotencyKey: "k2"'));
  server.program.child.kill('SIGKILL');
  await server.program.ended;
  server = await serve(login, { ...environment, READS: 'database' });
  expect(await proposed('ada', note('outlives', ', idempotencyKey: "k2"'))).toBe(id);
  const reply = await ask('grace', decide('approve', id));
  expect(at(reply.data, 'approveProposal', 'edit', 'recorded')).toEqual({
    count: 1,
    statements: [{ value: 'outlives' }],
  });
});
