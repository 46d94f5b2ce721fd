import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startProgram } from '../http/program.js';

async function aigraph(...args: string[]) {
  const program = startProgram('cli.js', args);
  const code = await program.ended;
  return { code, out: program.out(), err: program.err() };
}

async function folder(files: Readonly<Record<string, string>>): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'facts-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(dir, name), text);
  return dir;
}

describe('the built program', () => {
  it('runs as a command: npx makes it one only where it never ran from this folder before', () => {
    const { status, stdout } = spawnSync(new URL('../../dist/cli.js', import.meta.url).pathname, ['--help']);
    expect([status, stdout.toString()]).toEqual([0, expect.stringMatching(/^Usage: aigraph /)]);
  });
});

describe('aigraph ask', () => {
  it('prints direct dependencies as a tree', async () => {
    const { code, out, err } = await aigraph('ask', 'dependencies', 'company:openai', '--kinds', 'COMPUTE');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^OpenAI \(company:openai\)\n/);
    expect(out).toMatch(/^├─ .* \(cloud:aws\) {2}COMPUTE, confirmed$/m);
  });

  it('hangs the indirect under that through which they are reached', async () => {
    const { code, out } = await aigraph('ask', 'dependencies', 'company:openai', '--transitive');
    expect(code).toBe(0);
    expect(out).toMatch(/^(│ {2}| {3})+[├└]─ .*\(company:tsmc\)/m);
  });

  it('prints all pages as JSON', async () => {
    const { code, out } = await aigraph('ask', 'dependents', 'company:nvidia', '--transitive', '--json');
    expect(code).toBe(0);
    const { of, truncated, edges } = JSON.parse(out);
    expect({ of: of.id, truncated }).toEqual({ of: 'company:nvidia', truncated: false });
    expect(new Set(edges.map((edge: { node: { id: string } }) => edge.node.id)).size).toBe(edges.length);
    expect(edges.length).toBeGreaterThan(100);
  });

  it('answers as of a day', async () => {
    const ask = ['ask', 'dependencies', 'company:openai', '--kinds', 'COMPUTE', '--as-of'];
    const [before, after] = await Promise.all([aigraph(...ask, '2025-11-02'), aigraph(...ask, '2025-11-04')]);
    expect(before.out).not.toContain('cloud:aws');
    expect(after.out).toContain('cloud:aws');
  });

  it('prints paths with the evidence of each step', async () => {
    const { code, out } = await aigraph('ask', 'paths', 'company:openai', 'company:asml', '--first', '1');
    expect(code).toBe(0);
    expect(out).toMatch(/^OpenAI → .* → ASML.* {2}\(\d steps\)\n {2}OpenAI → /);
    expect(out).toContain(': EQUIPMENT, recalled');
  });

  it('prints commitments in words and tables', async () => {
    const { code, out } = await aigraph('ask', 'commitments', 'deal:openai-aws-2025');
    expect(code).toBe(0);
    expect(out).toContain('Total: $38.00B');
    expect(out).toMatch(/By counterparty\n {2}Entity +Amount/);
  });

  it('says on stderr what could not be answered, and ends with 1', async () => {
    const { code, out, err } = await aigraph('ask', 'dependencies', 'company:opnai');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('"company:opnai". Did you mean "company:openai"');
  });

  it.each([
    ['no id', ['ask', 'dependencies']],
    ['an unknown option', ['ask', 'dependencies', 'company:openai', '--deep']],
    ['a depth that is no number', ['ask', 'dependencies', 'company:openai', '--max-depth', 'deep']],
    ['an unknown command', ['answer']],
    ['no command', []],
  ])('ends with 2 after %s', async (_what, args) => {
    const { code, out, err } = await aigraph(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).not.toBe('');
  });

  it('explains itself', async () => {
    const { code, out } = await aigraph('--help');
    expect(code).toBe(0);
    expect(out).toContain('ask one of the main questions');
  });
});

describe('aigraph query', () => {
  it('answers a text with variables', async () => {
    const query = 'query ($id: ID!) { company(id: $id) { name } }';
    const { code, out } = await aigraph('query', query, '--variables', '{"id": "company:openai"}');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ data: { company: { name: 'OpenAI' } }, extensions: { revision: 1 } });
  });

  it('answers a file', async () => {
    const dir = await folder({ 'q.graphql': '{ company(id: "company:openai") { id } }' });
    const { out } = await aigraph('query', join(dir, 'q.graphql'));
    expect(JSON.parse(out)).toEqual({ data: { company: { id: 'company:openai' } }, extensions: { revision: 1 } });
  });

  it('ends with 1 and the message after an invalid query', async () => {
    const { code, out, err } = await aigraph('query', '{ companie }');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('Cannot query field "companie"');
  });

  it('names a file that is not there', async () => {
    const { code, err } = await aigraph('query', 'no-such.graphql');
    expect({ code, err }).toEqual({
      code: 1,
      err: 'Expected GraphQL or the name of a readable file but got: "no-such.graphql".\n',
    });
  });

  it('lays own facts over the shipped ones', async () => {
    const dir = await folder({
      'company.yaml': '- id: company:my-lab\n  name: My Lab\n  sources: [my-notes]\n',
      'source.yaml':
        '- id: source:my-notes\n  name: My notes\n  publisher: Me\n  medium: reference\n  read: direct\n  licence: CC0-1.0\n',
    });
    const { code, out, err } = await aigraph('query', '{ company(id: "company:my-lab") { name } }', '--data', dir);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toEqual({ data: { company: { name: 'My Lab' } }, extensions: { revision: 1 } });
  });
});

describe('aigraph seed', () => {
  it('finds no problem in the shipped facts', async () => {
    const { code, out } = await aigraph('seed', 'validate');
    expect(code).toBe(0);
    expect(out).toMatch(/^No problems: \d+ entities and \d+ statements, release \d{4}\.\d{2}\.\n$/);
  });

  it('names every problem at once and ends with 1', async () => {
    const dir = await folder({
      'company.yaml':
        '- id: company:one\n  name: One\n  sources: [no-such-source]\n- id: company:openai\n  name: OpenAI\n  colour: red\n',
    });
    const { code, out, err } = await aigraph('seed', 'validate', dir);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/company\.yaml, company:one.*no-such-source/);
    expect(err).toMatch(/company\.yaml, company:openai.*colour/);
  });

  it('lays several folders over the shipped facts, in order', async () => {
    const company = await folder({ 'company.yaml': '- { id: company:mine, name: Mine, sources: [seed-analysis] }' });
    const fact = '{ property: gpu_count, value: 5, sources: [seed-analysis] }';
    const facts = await folder({
      'dataset.yaml': 'pack: my facts',
      'company.yaml': `- { id: company:mine, facts: [${fact}] }`,
    });
    const { code, out } = await aigraph('seed', 'validate', company, facts);
    expect(code).toBe(0);
    expect(out).toMatch(/, release \d{4}\.\d{2} with facts-\w+ with my facts\.\n$/);
  });

  it('has one problem with a copy of the shipped facts that does not say what it is', async () => {
    const dir = await folder({});
    const seeds = new URL('../../seeds', import.meta.url).pathname;
    await cp(seeds, dir, { recursive: true, filter: (path) => !path.endsWith('dataset.yaml') });
    const { code, err } = await aigraph('seed', 'validate', dir);
    expect(code).toBe(1);
    expect(err).toMatch(/^The seeds have 1 problem:\n.*or its dataset\.yaml if it is a whole dataset of its own/);
  });

  it('prints the schema of a file', async () => {
    const { code, out } = await aigraph('seed', 'schema', 'deal');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ type: 'array' });
  });
});
