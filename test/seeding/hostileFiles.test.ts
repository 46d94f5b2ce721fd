import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeProblem, show } from '../../src/seeding/SeedProblems.js';
import { problemsIn, problemsOf, SMALL, seedFolder } from './seedFolder.js';

async function messages(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  return (await problemsOf(files)).map(describeProblem);
}

/** Nine lists, each of nine times the one before: 9^9 texts when written out. */
const BOMB = Array.from(
  { length: 9 },
  (_, i) =>
    `x${i}: &x${i} [${Array(9)
      .fill(i ? `*x${i - 1}` : 'lol')
      .join(', ')}]`,
);

describe('files that are not meant well', () => {
  it('may not multiply values by aliases, nor name themselves', async () => {
    expect(await messages({ 'topic.yaml': BOMB.join('\n') })).toEqual([
      'topic.yaml: expected every value written out but got: an alias (*name) in line 2.',
    ]);
    expect(await messages({ 'topic.yaml': '- &a { id: topic:a, name: A, sources: [press], aliases: *a }' })).toEqual([
      'topic.yaml: expected every value written out but got: an alias (*name) in line 1.',
    ]);
  });

  it('may not nest without end', async () => {
    expect(await messages({ 'topic.yaml': '['.repeat(100_000) })).toEqual([
      expect.stringMatching(/^topic\.yaml: expected YAML in line 1 but got: nesting exceeded/),
    ]);
  });

  it('may not be pipes', async () => {
    const folder = await seedFolder(SMALL);
    execFileSync('mkfifo', [join(folder, 'topic.yaml')]);
    expect((await problemsIn([folder])).map(describeProblem)).toEqual([
      'topic.yaml: expected a regular file but got: a pipe, device or folder.',
    ]);
  });

  it('are told from text in another encoding', async () => {
    const folder = await seedFolder(SMALL);
    const latin1 = Buffer.from('# Topics\n- { id: topic:a, name: Zürich, sources: [press] }\n', 'latin1');
    await writeFile(join(folder, 'topic.yaml'), latin1);
    expect((await problemsIn([folder])).map(describeProblem)).toEqual([
      'topic.yaml: expected text in UTF-8 but got: bytes that are not, first in line 2.',
    ]);
  });

  it('may give ids that are no texts', async () => {
    expect(await messages({ 'topic.yaml': '- { id: { toString: 5 }, name: A, sources: [press] }' })).toEqual([
      'topic.yaml, {"toString":5}, id: expected an id such as "topic:euv-lithography" but got: {"toString":5}.',
    ]);
    expect(
      await messages({ 'currency.yaml': '- { currency: { toString: 5 }, year: 2025, usd: 1, source: press }' }),
    ).toEqual([expect.stringContaining('currency: expected a text but got: {"toString":5}.')]);
  });
});

describe('show', () => {
  it('looks at no more of a value than it shows', () => {
    let looked = 0;
    const list = new Proxy(Array(1_000_000).fill('lol'), {
      get: (target, key) => {
        looked++;
        return Reflect.get(target, key);
      },
    });
    expect(show(list)).toHaveLength(81);
    expect(looked).toBeLessThan(100);
  });

  it('writes small values as JSON', () => {
    expect([show({ a: [1, 'b', null, true] }), show([]), show('x'), show(undefined)]).toEqual([
      '{"a":[1,"b",null,true]}',
      '[]',
      '"x"',
      'nothing',
    ]);
  });
});

describe('files that cannot be read', () => {
  const broken = { 'deal.yaml': '- id: [' };

  it('hide nothing that is wrong elsewhere, and make no problem of what names them', async () => {
    const related = '- { subject: company:openai, property: customer_of, object: company:amazn, sources: [press] }';
    const initiative =
      '- { id: initiative:a, name: A, government: US, form: programme, status: active, sameAs: [deal:openai-aws], sources: [press] }';
    const problems = await messages({ ...broken, 'relation.yaml': related, 'initiative.yaml': initiative });
    expect(problems).toEqual([
      expect.stringMatching(/^deal\.yaml: expected YAML in line 1/),
      expect.stringContaining('expected a company that exists (did you mean "company:amazon"?)'),
    ]);
  });

  it('let a wrong dataset.yaml not hide what is wrong with the facts', async () => {
    const dataset = SMALL['dataset.yaml']?.replace('title: Test facts\n', '') ?? '';
    const related = '- { subject: company:openai, property: customer_of, object: company:amazn, sources: [press] }';
    expect(await messages({ 'dataset.yaml': dataset, 'relation.yaml': related })).toEqual([
      'dataset.yaml, title: expected a text but got: nothing.',
      expect.stringContaining('expected a company that exists'),
    ]);
    const [first, ...others] = await messages({ 'dataset.yaml': 'title: [' });
    expect(first).toMatch(/^dataset\.yaml: expected YAML/);
    expect(others).toEqual([]);
  });

  it('make no problem of currencies when the rates cannot be read', async () => {
    const fact =
      '- { id: topic:a, name: A, sources: [press], facts: [{ property: x_sum, value: 1, unit: EUR, sources: [press] }] }';
    expect(await messages({ 'topic.yaml': fact, 'currency.yaml': '- [' })).toHaveLength(1);
    const wrong = '- { currency: EUR, year: 2025, usd: 0, source: press }';
    expect(await messages({ 'topic.yaml': fact, 'currency.yaml': wrong })).toEqual([
      'currency.yaml, EUR 2025, usd: expected more than 0 but got: 0.',
    ]);
  });
});
