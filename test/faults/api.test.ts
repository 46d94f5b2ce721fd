import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { Database } from '../../src/store/neo4j/Database.js';
import { findDrift } from '../../src/store/neo4j/findDrift.js';
import { wipe } from '../neo4j/database.js';
import {
  aigraph,
  at,
  importSmall,
  recording,
  type Server,
  serve,
  smallFile,
  until,
  WRITER,
} from '../neo4j/programs.js';
import { neo4jForTests } from '../support/neo4j/inject.js';
import { noteFault } from '../support/reliability.js';

const THIS = 'test/faults/api.test.ts';
const CLOCK = new URL('../support/shiftedClock.mjs', import.meta.url);
const DAY_MS = 86_400_000;
const NOTES = '{ company(id: "company:openai") { facts(property: "note") { value } } }';

const login = neo4jForTests();
const database = new Database({ ...login, database: 'neo4j' });

beforeEach(async () => {
  await wipe(database);
  await importSmall(login);
});
afterAll(() => database.close());

const write = (server: Server, text: string) =>
  server.ask(recording('company:openai', 'note', text, `, idempotencyKey: "${text}"`), WRITER);

async function notesOn(server: Server): Promise<readonly string[]> {
  const { data } = await server.ask(NOTES);
  const facts = at(data, 'company', 'facts');
  return Array.isArray(facts) ? facts.map((fact) => String(at(fact, 'value'))) : [];
}

describe('an API that is killed during writes', () => {
  it('has lost nothing that it acknowledged, and what was on its way is written once when it is sent again', async () => {
    const first = await serve(login);
    const acknowledged: string[] = [];
    const unanswered: string[] = [];
    const writers = Array.from({ length: 4 }, async (_, writer) => {
      for (let i = 0; ; i++) {
        const text = `w${writer}n${i}`;
        // Where the connection breaks, nobody knows.
        const reply = await write(first, text).catch(() => null);
        if (reply === null) {
          unanswered.push(text);
          return;
        }
        expect(reply.code).toBeNull();
        acknowledged.push(text);
      }
    });
    await until(
      async () => acknowledged.length,
      (n) => n >= 12,
      30_000,
    );
    first.program.child.kill('SIGKILL');
    const began = performance.now();
    await Promise.all(writers);

    const second = await serve(login);
    const recovered = performance.now() - began;
    for (const text of unanswered) expect((await write(second, text)).code).toBeNull();
    expect([...(await notesOn(second))].sort()).toEqual([...acknowledged, ...unanswered].sort());
    expect(await findDrift(database)).toMatchObject({ changedCount: 0, isDigestOther: false, areLinksOther: false });
    noteFault('api-killed', {
      fault: 'API killed (SIGKILL) during writes',
      reads: 'connection breaks',
      writes: 'connection breaks; sent again with their key they are written once',
      lost: `0 of ${acknowledged.length}`,
      recovered,
      shownBy: THIS,
    });
  });
});

describe('an API that is told to end under load', () => {
  it('answers every request that it has accepted', async () => {
    const server = await serve(login, { LOG_LEVEL: 'info' });
    const agent = new Agent({ keepAlive: true });
    onTestFinished(() => agent.destroy());
    let answers = 0;
    const written: string[] = [];
    const clients = Array.from({ length: 16 }, async (_, client) => {
      for (let i = 0; ; i++) {
        const text = `c${client}n${i}`;
        const isWriting = client % 4 === 0;
        const query = isWriting ? recording('company:openai', 'note', text) : NOTES;
        const answer = await post(server.url, agent, query);
        if (answer === null) return;
        expect(answer).not.toContain('"errors"');
        answers++;
        if (isWriting) written.push(text);
      }
    });
    await until(
      async () => answers,
      (n) => n >= 100,
      30_000,
    );
    server.program.child.kill('SIGTERM');
    const began = performance.now();
    await Promise.all(clients);
    expect(await server.program.ended).toBe(0);
    const tookMs = performance.now() - began;

    const lines = server.program
      .progress()
      .split('\n')
      .filter((line) => line.includes('"msg":"request"'));
    expect(lines).toHaveLength(answers);
    expect(lines.filter((line) => !line.includes('"status":200'))).toEqual([]);
    const after = await serve(login);
    expect(await notesOn(after)).toEqual(expect.arrayContaining(written));
    noteFault('api-told-to-end', {
      fault: 'API told to end (SIGTERM) under load, 16 clients',
      reads: `each of ${answers} accepted requests has its answer; later ones find no server`,
      writes: 'the same',
      lost: `0 of ${written.length}`,
      recovered: `ended after ${Math.round(tookMs)} ms`,
      shownBy: THIS,
    });
  });
});

describe('a clock that jumps', () => {
  it('a day back or ahead disturbs neither the order of revisions nor who reads what was written', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'clock-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = join(folder, 'ahead');
    const setClock = (aheadMs: number) => writeFile(file, String(aheadMs));
    await setClock(0);
    const env = { CLOCK_FILE: file, NODE_OPTIONS: `--import=${CLOCK.href}`, PROJECTION_REFRESH_MS: '100' };
    const [jumping, steady] = await Promise.all([serve(login, env), serve(login, { PROJECTION_REFRESH_MS: '100' })]);
    const written: string[] = [];
    for (const [name, aheadMs] of [
      ['now', 0],
      ['ahead', DAY_MS],
      ['back', -DAY_MS],
      ['again', 0],
    ] as const) {
      await setClock(aheadMs);
      for (const server of [jumping, steady]) {
        const text = `${name} by ${server === jumping ? 'jumping' : 'steady'}`;
        const reply = await write(server, text);
        expect(reply.code).toBeNull();
        written.push(text);
        const seen = { 'graph-revision-at-least': String(reply.headers.get('graph-revision')) };
        for (const reader of [jumping, steady]) {
          const { code, data } = await reader.ask(NOTES, seen);
          expect(code).toBeNull();
          for (const one of written) expect(JSON.stringify(data)).toContain(one);
        }
      }
    }
    const rows = await database.read({
      text: 'MATCH (r:Revision) RETURN r.at AS at ORDER BY r.number',
      parameters: {},
    });
    const times = rows.map((row) => String(row.get('at')));
    expect(times).toEqual([...times].sort());
    // An import is held by the database's clock, so one that died with its clock ahead keeps nobody out for long.
    expect(await aigraph(login, ['import', '--file', await smallFile()], env)).toMatchObject({ code: 0 });
    noteFault('clock-jump', {
      fault: 'clock of one process jumps a day ahead, then a day back',
      reads: 'answers, with all that was written',
      writes: 'acknowledged, in order',
      lost: `0 of ${written.length}`,
      recovered: 'at once',
      shownBy: THIS,
    });
  });
});

describe('an export that is broken', () => {
  it('is refused with what is wrong, and the graph stays as it was', async () => {
    const file = await smallFile();
    const text = await readFile(file, 'utf8');
    const before = await digest();
    const broken = [
      text.slice(0, text.length / 2),
      text.replace('"company:openai"', '"company:opnai"'),
      text.replace('{', '\u0000'),
      '',
    ];
    for (const content of broken) {
      await writeFile(file, content);
      const { code, err } = await aigraph(login, ['import', '--file', file]);
      expect([code, err]).toEqual([1, expect.stringMatching(/\S/)]);
      expect(err).not.toMatch(/\n\s+at /);
    }
    expect(await digest()).toBe(before);
    noteFault('export-broken', {
      fault: 'export cut off, or with a byte changed, imported',
      reads: 'go on',
      writes: 'go on; the import ends with code 1 and names the line',
      lost: 'nothing',
      recovered: 'nothing was changed',
      shownBy: THIS,
    });
  });
});

describe('a graph that outgrows the budget of a projection', () => {
  it('is not read into memory: the start says what it needs, and what helps', async () => {
    await database.execute({
      text: "UNWIND range(1, 20000) AS i CALL (i) { CREATE (:Entity:Company {id: 'company:x' + i, name: 'X' + i}) } IN TRANSACTIONS OF 5000 ROWS",
      parameters: {},
    });
    const budget = { PROJECTION_MEMORY_MB: '64' };
    const figures = /takes about (\d+) MiB, and PROJECTION_MEMORY_MB allows 64\./;
    const refused = await serve(login, budget).catch(String);
    expect(refused).toMatch(figures);
    expect(refused).toContain('Allow more, or read with READS=database.');
    const reading = await serve(login, { ...budget, READS: 'database' });
    expect((await reading.ask(NOTES)).code).toBeNull();
    const { code, message } = await write(reading, 'too large');
    expect([code, message]).toEqual(['UNAVAILABLE', expect.stringMatching(figures)]);
    noteFault('projection-too-large', {
      fault: 'projection that does not fit PROJECTION_MEMORY_MB',
      reads: 'the process does not start, and says what the graph needs; with READS=database they are answered',
      writes: `with READS=database refused: ${code}, as it takes ${figures.exec(message ?? '')?.[1]} MiB of 64`,
      lost: 'nothing',
      recovered: 'with more memory, or READS=database',
      shownBy: THIS,
    });
  });
});

async function digest(): Promise<unknown> {
  const [row] = await database.read({ text: 'MATCH (g:Graph) RETURN g.digest AS digest', parameters: {} });
  return row?.get('digest');
}

/** The whole answer; null where no server took the request. */
function post(url: string, agent: Agent, query: string): Promise<string | null> {
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/json', ...WRITER };
    const sent = request(`${url}/graphql`, { method: 'POST', agent, headers }, (reply) => {
      let text = '';
      reply.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      reply.once('end', () => resolve(text));
      reply.once('error', () => resolve(`"errors": cut off after ${text}`));
    });
    sent.once('error', () => resolve(null));
    sent.end(JSON.stringify({ query }));
  });
}
