import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHIPPED_SEEDS } from '../../src/config.js';
import { loadDataset } from '../../src/seeding/loadDataset.js';
import { MemoryWriter } from '../../src/store/memory/MemoryWriter.js';
import { type Aigraph, aigraphOver } from './askIn.js';
import { readSvg } from './readSvg.js';

/** Types what the README shows of the command line; only files go elsewhere. */

const README = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
const [, section = ''] = /\n## On the command line\n([\s\S]*?)\n## /.exec(README) ?? [];
const commands = [...section.matchAll(/^npx aigraph (.*)$/gm)].map(([, line = '']) => line);

let aigraph: Aigraph;
let dir: string;
beforeAll(async () => {
  aigraph = aigraphOver(await loadDataset([SHIPPED_SEEDS], new MemoryWriter()));
  dir = await mkdtemp(join(tmpdir(), 'readme-'));
});
afterAll(() => rm(dir, { recursive: true }));

describe('README, On the command line', () => {
  it('shows commands', () => {
    expect(commands.length).toBeGreaterThan(5);
  });

  it.each(commands)('aigraph %s', async (line) => {
    const args = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
    const charts = args.filter((arg) => arg.endsWith('.svg'));
    const printed = await aigraph(...args.map((arg) => (charts.includes(arg) ? join(dir, arg) : arg)));
    expect(printed).not.toBe('');
    for (const chart of charts) expect(readSvg(await readFile(join(dir, chart), 'utf8')).texts).not.toEqual([]);
  });
});
