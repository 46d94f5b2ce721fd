import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WRITE_LIMITS } from '../../src/seeding/decideEdit.js';
import { Database } from '../../src/store/neo4j/Database.js';
import { findDrift } from '../../src/store/neo4j/findDrift.js';
import { deal, SMALL, seedFolder } from '../seeding/seedFolder.js';
import { neo4jForTests } from '../support/neo4j/inject.js';
import { wipe } from './database.js';
import { aigraph, at, importSmall, type Server, serve, smallFile, start, until, WRITER } from './programs.js';

const login = neo4jForTests();
const database = new Database({ ...login, database: 'neo4j' });
const CUSTOMERS = WRITE_LIMITS.edges + 1;
/** An import of the whole graph. */
const WITHIN_MS = 120_000;

/** Everybody is a customer of one deal: when it ends, so do all that follows from it. */
const HUB = {
  'company.yaml': `${SMALL['company.yaml']}${customers((id) => `- { id: ${id}, name: ${id.slice(8)} Ltd, sources: [press] }`)}\n`,
  'deal.yaml': `${SMALL['deal.yaml']}${deal('hub', '').replace(/parties: .*/, `parties:\n    - { role: provider, entity: cloud:aws }\n${customers((id) => `    - { role: customer, entity: ${id} }`)}`)}`,
};

let projection: Server;
let records: Server;

beforeAll(async () => {
  await wipe(database);
  await importSmall(login, HUB);
  const env = { PROJECTION_REFRESH_MS: '100' };
  [projection, records] = await Promise.all([serve(login, env), serve(login, { ...env, READS: 'database' })]);
}, WITHIN_MS);
afterAll(() => database.close());

function customers(line: (id: string) => string): string {
  return Array.from({ length: CUSTOMERS }, (_, i) => line(`company:c${i}`)).join('\n');
}

const NOTE = { author: 'ada', reason: 'read it' };
const ended = (day: string, more = {}) => ({
  statements: [
    { subject: 'deal:hub', property: 'status', value: 'CANCELLED', validFrom: day, sources: ['source:press'] },
  ],
  ...NOTE,
  ...more,
});

async function fileOf(content: unknown): Promise<string> {
  const path = join(await seedFolder({}), 'write.json');
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const rederive = async (content: unknown, ...more: readonly string[]) =>
  aigraph(login, ['rederive', '--write', await fileOf(content), ...more]);

const dependents = async (server: Server, more = '') => {
  const { data } = await server.ask(`{ dependents(of: "cloud:aws"${more}) { totalCount } }`);
  return at(data, 'dependents', 'totalCount');
};
const revision = async (server: Server) => (await server.ask('{ dataset { revision } }')).extensions.revision;
const rows = async () =>
  (await database.read({ text: 'MATCH (n) RETURN count(n) AS n, sum(n.rev) AS revs', parameters: {} }))[0]?.toObject();

async function serves(number: number): Promise<void> {
  for (const server of [projection, records]) {
    await until(
      () => revision(server),
      (there) => there === number,
      WITHIN_MS,
    );
  }
}

async function lastRevision(): Promise<Record<string, unknown>> {
  const [row] = await database.read({
    text: 'MATCH (r:Revision) RETURN properties(r) AS made ORDER BY r.number DESC LIMIT 1',
    parameters: {},
  });
  return Object(row?.get('made'));
}

describe('a write of more than the API takes', () => {
  const input = ended('2026-03-01', { idempotencyKey: 'the end' });

  it('is refused by the API, with the count and the command that takes it', async () => {
    const given = JSON.stringify(input).replace(/"(\w+)":/g, '$1:');
    const { code, message } = await projection.ask(
      `mutation { recordStatements(input: ${given}) { revision } }`,
      WRITER,
    );
    expect([code, message]).toEqual([
      'CONFLICT',
      expect.stringMatching(
        /at most 5000 dependencies but it affects \d{4,5}\. .* give it to "aigraph rederive --write FILE"\.$/,
      ),
    ]);
  });

  it('is told of and not made as a dry run', async () => {
    const before = await rows();
    const { code, out } = await rederive({ recordStatements: input }, '--dry-run');
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/^Would change: 1 statements recorded, .*50\d\d dependencies .*Nothing was written\.\n$/),
    ]);
    expect(await rows()).toEqual(before);
  });

  it(
    'is made by the command: whole, known from then on, with who and why',
    async () => {
      const before = new Date().toISOString();
      const were = await dependents(projection);
      expect(were).toBeGreaterThan(CUSTOMERS);
      const { code, out, err } = await rederive({ recordStatements: input });
      expect([code, err, out]).toEqual([
        0,
        '',
        expect.stringMatching(/^Wrote revision 2: 1 statements recorded, .*50\d\d dependencies /),
      ]);
      await serves(2);
      for (const server of [projection, records]) {
        expect(await dependents(server)).toBeLessThan(CUSTOMERS);
        expect(await dependents(server, `, knownAt: "${before}"`)).toBe(were);
        expect(await dependents(server, ', asOf: "2026-02-28"')).toBeGreaterThan(CUSTOMERS);
      }
      expect(await lastRevision()).toMatchObject({ ...NOTE, number: 2, key: 'the end', touchedIds: ['deal:hub'] });
      expect(await findDrift(database)).toMatchObject({ changedCount: 0, isDigestOther: false, areLinksOther: false });
    },
    WITHIN_MS,
  );

  it('with the same key changes nothing and says so, by the command and by the API', async () => {
    const before = await rows();
    const { code, out } = await rederive({ recordStatements: input });
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/^Nothing to change: a write with this key made revision 2: 1 statements recorded, /),
    ]);
    const given = JSON.stringify(input).replace(/"(\w+)":/g, '$1:');
    const { data } = await projection.ask(
      `mutation { recordStatements(input: ${given}) { revision repeated } }`,
      WRITER,
    );
    expect(data).toEqual({ recordStatements: { revision: 2, repeated: true } });
    expect(await rows()).toEqual(before);
  });

  it(
    'that was killed is finished by the next command, whichever it is',
    async () => {
      for (const [number, args] of [
        [3, ['rederive']],
        [4, ['import', '--file']],
      ] as const) {
        const day = `2026-0${number + 1}-01`;
        const program = start(login, 'cli.js', [
          'rederive',
          '--write',
          await fileOf({ recordStatements: ended(day, { idempotencyKey: day }) }),
        ]);
        await until(isBegun, Boolean, WITHIN_MS);
        program.child.kill('SIGKILL');
        await program.ended;
        // Only where it was not quicker.
        const [half] = await database.read({
          text: 'MATCH (g:Graph) RETURN g.revision AS revision, g.largeWrite IS NOT NULL AS half',
          parameters: {},
        });
        expect(half?.toObject()).toEqual({ revision: number - 1, half: true });
        const said = 'A large write to the graph is not finished. Wait for it, or run aigraph rederive.';
        await until(
          () => projection.health(),
          ({ body }) => body.problems?.includes(said) === true,
          10_000,
        );
        expect(await revision(projection)).toBe(number - 1);
        const file = args[0] === 'import' ? [await smallFile(HUB)] : [];
        const { code, out, err } = await aigraph(login, [...args, ...file]);
        expect([code, err, out]).toEqual([
          0,
          '',
          expect.stringMatching(new RegExp(`^Finished a large write that was interrupted: revision ${number}\\.\n`)),
        ]);
        expect(out).toMatch(/\nNothing to change: /);
        await serves(number);
        expect(await lastRevision()).toMatchObject({ ...NOTE, number, key: day });
        for (const server of [projection, records]) {
          expect(await dependents(server, `, asOf: "${day}"`)).toBeLessThan(CUSTOMERS);
        }
        expect(await findDrift(database)).toMatchObject({
          changedCount: 0,
          isDigestOther: false,
          areLinksOther: false,
        });
      }
    },
    3 * WITHIN_MS,
  );

  it(
    'may merge what everybody depends on',
    async () => {
      const merge = { mergeEntities: { from: 'cloud:aws', into: 'cloud:other', ...NOTE } };
      const other = { id: 'cloud:other', name: 'Other', sources: ['source:press'] };
      const statements = [{ property: 'operated_by', object: 'company:amazon', sources: ['source:press'] }];
      const made = await rederive({ upsertEntities: { entities: [{ ...other, statements }], ...NOTE } });
      expect(made).toMatchObject({ code: 0, out: expect.stringMatching(/^Wrote revision 5: .*1 entities created/) });
      expect(await rederive(merge)).toMatchObject({
        code: 0,
        out: expect.stringMatching(/^Wrote revision 6: .*1 entities merged, .*dependencies removed/),
      });
      await serves(6);
      for (const server of [projection, records]) {
        const { data } = await server.ask('{ cloudProvider(id: "cloud:aws") { id } }');
        expect(data).toEqual({ cloudProvider: { id: 'cloud:other' } });
        expect(await dependents(server, ', asOf: "2026-02-28"')).toBeGreaterThan(CUSTOMERS);
      }
      expect(await findDrift(database)).toMatchObject({ changedCount: 0, isDigestOther: false, areLinksOther: false });
    },
    WITHIN_MS,
  );
});

describe('a write that breaks the rules of the API', () => {
  it.each([
    ['is no JSON', '{ recordStatements: ', /^Expected JSON in ".*write\.json": .*\.\n$/],
    ['has an unknown field', { retractStatements: { ids: ['a'], ...NOTE, colour: 1 } }, /"colour" is not defined/],
    ['lacks a field', { retractStatements: { ids: ['a'], author: 'ada' } }, /"reason" of required type "String!"/],
    ['has no ids', { retractStatements: { ids: [], ...NOTE } }, /^Expected 1\.\.500 ids but got: 0\.\n$/],
    ['names what is not there', { retractStatements: { ids: ['statement:0'], ...NOTE } }, /^No statement has the id/],
  ])('since it %s is refused, and nothing is written', async (_what, content, said) => {
    const before = await rows();
    const { code, out, err } = await rederive(content);
    expect([code, out, err]).toEqual([1, '', expect.stringMatching(said)]);
    expect(await rows()).toEqual(before);
  });

  it('is none without a file', async () => {
    const { code, err } = await aigraph(login, ['rederive', '--dry-run']);
    expect([code, err]).toEqual([2, expect.stringContaining('--dry-run needs --write FILE')]);
  });
});

async function isBegun(): Promise<boolean> {
  const [row] = await database.read({
    text: `MATCH (g:Graph) WHERE g.largeWrite IS NOT NULL AND EXISTS { MATCH (s:Statement) WHERE s.rev > g.revision }
      RETURN g`,
    parameters: {},
  });
  return row !== undefined;
}
