import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWrite } from '../../src/cli/askWrite.js';
import { seedFolder } from '../seeding/seedFolder.js';

async function fileOf(text: string): Promise<string> {
  const path = join(await seedFolder({}), 'write.json');
  await writeFile(path, text);
  return path;
}

describe('the file of a write', () => {
  it('names one mutation and gives its input', async () => {
    const file = await fileOf('{ "retractStatements": { "ids": ["statement:1"], "author": "ada" } }');
    expect(await readWrite(file)).toEqual({
      mutation: 'retractStatements',
      input: { ids: ['statement:1'], author: 'ada' },
    });
  });

  it('must be there', async () => {
    await expect(readWrite('no-such.json')).rejects.toThrow(
      /^Expected the name of a readable file but got: "no-such\.json"\.$/,
    );
  });

  it.each([
    ['that is no JSON', '{ recordStatements: ', /^Expected JSON in ".*write\.json": .*\.$/],
    ['that holds nothing', '{}', /^Expected one write in ".*", of recordStatements, .*mergeEntities, but got: 0\.$/],
    ['that holds a list', '[1]', /^Expected a JSON object in ".*" but got: \[1\]\.$/],
    ['that holds two', '{"recordStatements": {}, "mergeEntities": {}}', /^Expected one write in .* but got: 2\.$/],
    ['that holds another', '{"dropAll": {}}', /^Expected one of recordStatements, .* in ".*" but got: "dropAll"\.$/],
    ['that holds a prototype', '{"__proto__": {}}', /but got: "__proto__"\.$/],
    [
      'that holds no input',
      '{"mergeEntities": "a"}',
      /^Expected a JSON object as the input of mergeEntities .*: "a"\.$/,
    ],
  ])('%s is refused', async (_what, text, said) => {
    await expect(readWrite(await fileOf(text))).rejects.toThrow(said);
  });
});
