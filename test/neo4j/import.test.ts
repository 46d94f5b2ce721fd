import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { Database } from '../../src/store/neo4j/Database.js';
import { findDrift } from '../../src/store/neo4j/findDrift.js';
import type { Program } from '../http/program.js';
import { deal, SMALL } from '../seeding/seedFolder.js';
import { emptyDatabase } from '../support/neo4j/emptyDatabase.js';
import { neo4jForTests } from '../support/neo4j/inject.js';
import { unfilledIndexes, wipe } from './database.js';
import {
  aigraph,
  at,
  importSmall,
  recording,
  type Server,
  serve,
  smallFile,
  start,
  until,
  WRITER,
} from './programs.js';
import { digestOf } from './wholeGraph.js';

const login = neo4jForTests();
const database = new Database({ ...login, database: 'neo4j' });
afterAll(() => database.close());
beforeEach(() => wipe(database));

const KILLS = 3;
const SOON = 10_000;
const NOTE = 'author: "ada", reason: "read it"';

/** Lets another import begin at once, as if the time of the one that was killed were over. */
const forgetClaim = () => own('MATCH (g:Graph) SET g.importUntilMs = 0');
const own = (text: string) => database.execute({ text, parameters: {} });
const isClean = async () =>
  expect(await findDrift(database)).toMatchObject({ changedCount: 0, isDigestOther: false, areLinksOther: false });

async function write(server: Server, mutation: string): Promise<void> {
  expect((await server.ask(mutation, WRITER)).message).toBeNull();
}

async function folder(files: Readonly<Record<string, string>>): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'facts-'));
  onTestFinished(() => rm(path, { recursive: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(path, name), text);
  return path;
}

describe('an import of the shipped facts', () => {
  it('killed at any moment and run again makes the same graph, and run once more changes nothing', async () => {
    const whole = await aigraph(login, ['import']);
    expect(whole).toMatchObject({ code: 0, err: '' });
    expect(whole.out).toMatch(/^Imported: release \d{4}\.\d{2}, \d+ rows written, revision 1\.\n$/);
    const digest = await digestOf(database);
    const total = await nodes();

    // Indexes too are made once more.
    await emptyDatabase(login);
    const seen: string[] = [];
    const after = Array.from({ length: KILLS }, () => Math.random() * total).sort((x, y) => x - y);
    for (const least of after) {
      seen.push(await killed(async () => (await nodes()) >= least));
      await forgetClaim();
    }
    seen.push(await killed(async (program) => program.progress().includes('Building indexes')));
    console.log(`Killed at ${seen.join('; ')}`);
    // The last one was killed a moment ago and is waited for.
    const again = await aigraph(login, ['import']);
    expect(again).toMatchObject({ code: 0, err: '' });
    expect(await unfilledIndexes(database)).toEqual([]);
    expect(await digestOf(database)).toBe(digest);
    await isClean();

    const once = await aigraph(login, ['import']);
    expect(once.out).toMatch(/^Nothing to change: the graph holds release \d{4}\.\d{2} already, at revision 1\.\n$/);
    expect(await digestOf(database)).toBe(digest);
  });

  it('with facts of the user’s own over it serves both', async () => {
    const own = await folder({
      'source.yaml':
        '- { id: source:mine, name: Mine, publisher: Me, published: 2026-01-01, medium: news, read: direct, licence: CC0-1.0 }',
      'company.yaml': '- { id: company:mine, name: Mine Ltd, country: NO, sources: [mine] }',
    });
    expect(await aigraph(login, ['import', '--data', own])).toMatchObject({ code: 0, err: '' });
    const { ask } = await serve(login);
    const { data } = await ask('{ a: company(id: "company:mine") { name } b: company(id: "company:openai") { name } }');
    expect(data).toEqual({ a: { name: 'Mine Ltd' }, b: { name: 'OpenAI' } });
    const broken = await folder({ 'company.yaml': '- { id: company:mine, name: Mine, colour: red }' });
    const before = await digestOf(database);
    const refused = await aigraph(login, ['import', '--data', broken]);
    expect(refused).toMatchObject({ code: 1, out: '', err: expect.stringContaining('company.yaml, company:mine') });
    expect(await digestOf(database)).toBe(before);
  });
});

async function nodes(): Promise<number> {
  const [row] = await own('MATCH (n) RETURN count(n) AS n');
  return Number(row?.get('n'));
}

/** Kills an import as soon as something is so, and tells what is there then. */
async function killed(isTime: (program: Program) => Promise<boolean>): Promise<string> {
  const program = start(login, 'cli.js', ['import']);
  await until(() => isTime(program), Boolean, 120_000);
  program.child.kill('SIGKILL');
  await program.ended;
  const [row] = await own('MATCH (g:Graph) RETURN g.importToken IS NOT NULL AS half');
  expect(row?.get('half')).toBe(true);
  return `${await nodes()} nodes`;
}

describe('two imports at once', () => {
  it('come one after the other, or the later one is refused', async () => {
    const [one, other] = [await smallFile(), await smallFile({ 'deal.yaml': deal('other', '') })];
    const both = await Promise.all([one, other].map((file) => aigraph(login, ['import', '--file', file])));
    const [, ...rest] = both.map(({ code, err }) => (code === 0 ? 'done' : err)).sort();
    for (const said of rest)
      expect(said).toMatch(/^(done|Another import of this graph is under way|The graph was written)/);
    expect(both.some(({ code }) => code === 0)).toBe(true);
    await isClean();
    const { out } = await aigraph(login, ['export']);
    // One of the two, never some of each.
    expect(['deal:other', 'deal:openai-aws'].filter((id) => out.includes(`"${id}"`))).toHaveLength(1);
  });

  it('while one shows no sign of its end, the other is refused', async () => {
    await importSmall(login);
    await own("MATCH (g:Graph) SET g.importToken = 'theirs', g.importUntilMs = timestamp() + 600000");
    const { code, err } = await aigraph(login, ['import', '--file', await smallFile()]);
    expect([code, err]).toEqual([1, 'Another import of this graph is under way. Wait until it is done.\n']);
  });
});

describe('an export', () => {
  it.each(['json', 'jsonl'])('as %s, imported into an empty database, is exported alike', async (format) => {
    await importSmall(login);
    const { ask } = await serve(login);
    const headers = WRITER;
    await ask(recording('company:openai', 'note', 'ünïcode “quoted”\\n'), headers);
    await ask(
      `mutation { mergeEntities(input: { from: "company:openai", into: "company:amazon", ${NOTE} }) { revision } }`,
      headers,
    );
    const first = await aigraph(login, ['export', '--format', format]);
    expect(first.code).toBe(0);
    const file = join(await folder({ [`export.${format}`]: first.out }), `export.${format}`);
    await wipe(database);
    expect(await aigraph(login, ['import', '--file', file])).toMatchObject({ code: 0 });
    const second = await aigraph(login, ['export', '--format', format]);
    expect(withoutRevision(second.out)).toBe(withoutRevision(first.out));
    await isClean();
  });
});

function withoutRevision(text: string): string {
  return text.replace(/"revision": ?\d+/, '"revision":0');
}

describe('an import after people wrote', () => {
  it('keeps what they wrote and applies what is new', async () => {
    await importSmall(login);
    const server = await serve(login, { PROJECTION_REFRESH_MS: '100' });
    await write(server, recording('company:openai', 'note', 'by hand'));
    const { data } = await server.ask('{ deal(id: "deal:openai-aws") { facts(property: "announced") { id } } }');
    const id = String(at(data, 'deal', 'facts', 0, 'id'));
    await write(server, recording('company:amazon', 'note', 'withdrawn'));
    const noted = await server.ask('{ company(id: "company:amazon") { facts(property: "note") { id } } }');
    const gone = String(at(noted.data, 'company', 'facts', 0, 'id'));
    await write(server, `mutation { retractStatements(input: { ids: ["${gone}"], ${NOTE} }) { revision } }`);
    await write(
      server,
      `mutation { upsertEntities(input: { entities: [{ id: "company:amazon", name: "Amazon.com", sources: ["source:press"] }], ${NOTE} }) { revision } }`,
    );
    expect(await importSmall(login)).toMatch(/^Nothing to change/);
    const out = await importSmall(login, {
      'deal.yaml': `${SMALL['deal.yaml']}${deal('second', '', '2025-12-01')}`,
      'company.yaml': `${SMALL['company.yaml']}- { id: company:later, name: Later, country: US, sources: [press] }\n`,
    });
    expect(out).toMatch(/^Imported: /);
    await until(
      () => server.ask('{ company(id: "company:later") { name } }'),
      (reply) => at(reply.data, 'company') !== null,
      10_000,
    );
    const after = await server.ask(`{ a: company(id: "company:openai") { facts(property: "note") { value } }
      b: company(id: "company:amazon") { name facts(property: "note") { value } }
      c: deal(id: "deal:second") { id } d: deal(id: "deal:openai-aws") { facts(property: "announced") { id } } }`);
    expect(after.data).toEqual({
      a: { facts: [{ value: 'by hand' }] },
      b: { name: 'Amazon.com', facts: [] },
      c: { id: 'deal:second' },
      d: { facts: [{ id }] },
    });
    await isClean();
    // Another one without them takes away what it brought, and nothing of theirs.
    await importSmall(login);
    await until(
      () => server.ask('{ company(id: "company:later") { name } }'),
      (reply) => at(reply.data, 'company') === null,
      10_000,
    );
    expect((await server.ask('{ company(id: "company:openai") { facts(property: "note") { value } } }')).data).toEqual({
      company: { facts: [{ value: 'by hand' }] },
    });
  });

  it('loses nothing that is written while it is made ready', async () => {
    await importSmall(login);
    const server = await serve(login);
    const texts: string[] = [];
    let isOver = false;
    const stream = async () => {
      for (let i = 0; !isOver; i++) {
        const { code } = await server.ask(recording('company:openai', 'note', `w${i}`), WRITER);
        if (code === null) texts.push(`w${i}`);
        else expect(['CONFLICT', 'UNAVAILABLE']).toContain(code);
        await sleep(200);
      }
    };
    const imports = async () => {
      for (let i = 0; i < 3; i++) {
        const { code, err } = await aigraph(login, [
          'import',
          '--file',
          await smallFile({ 'deal.yaml': deal(`d${i}`, '') }),
        ]);
        if (code !== 0) expect(err).toMatch(/written to while the import was made ready/);
      }
      isOver = true;
    };
    await Promise.all([stream(), imports()]);
    const { out } = await aigraph(login, ['export']);
    expect(texts.filter((text) => !out.includes(`"${text}"`))).toEqual([]);
    expect(texts.length).toBeGreaterThan(3);
    await isClean();
  });
});

describe('a server during an import', () => {
  it('serves its revision from memory, and refuses to read what is half done', async () => {
    await importSmall(login);
    const env = { PROJECTION_REFRESH_MS: '100' };
    const [projection, records] = await Promise.all([serve(login, env), serve(login, { ...env, READS: 'database' })]);
    const question = '{ company(id: "company:amazon") { name } deals(first: 100) { edges { node { id } } } }';
    const before = (await projection.ask(question)).data;
    expect((await records.ask(question)).data).toEqual(before);

    // A run that has taken the graph and still compares: nothing is written, so everybody reads on.
    await own("MATCH (g:Graph) SET g.importToken = 'theirs', g.importUntilMs = timestamp() + 3000");
    for (const server of [projection, records]) {
      expect(await server.ask(question)).toMatchObject({ code: null, data: before, extensions: { revision: 1 } });
      expect((await server.health()).status).toBe(200);
      expect((await server.ask(recording('company:openai', 'note', 'meanwhile'), WRITER)).code).toBe('CONFLICT');
    }

    // It has written half of it and died.
    await own("MATCH (g:Graph) SET g.halfWrittenBy = 'import', g.importUntilMs = timestamp() + 3000");
    await own("MATCH (e:Entity {id: 'company:amazon'}) SET e.record = replace(e.record, 'Amazon', 'Half')");
    const said = 'An import of the graph is not finished. Wait for it, or run aigraph import again.';
    // Each server looks for itself, at its own moment.
    for (const server of [projection, records])
      await until(server.health, ({ body }) => body.problems?.[0] === said, SOON);
    expect(await projection.ask(question)).toMatchObject({ code: null, data: before, extensions: { revision: 1 } });
    expect((await projection.ask(question)).extensions).not.toHaveProperty('stale');
    expect(await records.ask(question)).toMatchObject({ code: 'UNAVAILABLE', data: null });
    expect((await records.health()).status).toBe(503);
    for (const server of [projection, records]) {
      const { code } = await server.ask(recording('company:openai', 'note', 'meanwhile'), WRITER);
      expect(['CONFLICT', 'UNAVAILABLE']).toContain(code);
    }
    const refused = await aigraph(login, ['rederive']);
    expect(refused).toMatchObject({ code: 1, err: `${said}\n` });

    await own("MATCH (e:Entity {id: 'company:amazon'}) SET e.hash = '0'");
    await importSmall(login, { 'deal.yaml': deal('next', '') });
    for (const server of [projection, records]) {
      await until(
        () => server.ask(question),
        ({ data }) => JSON.stringify(data)?.includes('deal:next') === true,
        10_000,
      );
      expect(await server.ask(question)).toMatchObject({
        data: { company: { name: 'Amazon' } },
        extensions: { revision: 2 },
      });
      expect(await server.health()).toEqual({
        status: 200,
        body: { status: 'ready', release: '2026.09', revision: 2 },
      });
    }
  });
});
