import { beforeAll, describe, expect, it } from 'vitest';
import { SHIPPED_SEEDS } from '../../src/config.js';
import { loadDataset } from '../../src/seeding/loadDataset.js';
import { MemoryWriter } from '../../src/store/memory/MemoryWriter.js';
import { type Aigraph, aigraphOver } from './askIn.js';

let aigraph: Aigraph;
beforeAll(async () => {
  aigraph = aigraphOver(await loadDataset([SHIPPED_SEEDS], new MemoryWriter()));
});

const QUESTIONS: readonly [string, readonly string[], RegExp, string][] = [
  ['commitments', ['deal:openai-aws-2025'], /^Total: \$38\.00B$/m, 'totalUsd'],
  ['concentration', ['company:openai', '--by', 'chip-vendor', '--basis', 'count'], /^By: CHIP_VENDOR$/m, 'hhi.value'],
  ['market', ['cloud_infrastructure', '--period', '2025-Q3'], /low 1,419, high 2,644/, 'hhi.high'],
  ['exposure', ['company:openai', 'company:nvidia', '--via', 'COMPUTE,CHIPS'], /^High: 0\.831$/m, 'share.low'],
  ['impact', ['company:tsmc', '--only', 'fabrication', '--first', '2'], /^Break count: \d+$/m, 'capability'],
  ['chokepoints', ['--first', '3'], /ASML \(company:asml\) +\d+/, 'breaks'],
  [
    'compare',
    ['--countries', 'country:FR', 'country:NO', '--currency', 'EUR'],
    /^Countries without: country:NO$/m,
    'budgetUsd',
  ],
  ['national', ['country:DE'], /^ {2}Coverage: 2 of 2, documented sites only$/m, 'capacity'],
  ['timeline', ['company:openai', '--from', '2025-11-01', '--to', '2025-11-30'], /^2025-11-03 +DEAL_START/m, 'title'],
  ['dependencies', ['company:openai', '--kinds', 'COMPUTE'], /cloud:aws\) {2}COMPUTE, confirmed/, 'confidence'],
  ['paths', ['company:openai', 'company:asml', '--first', '1'], /^OpenAI → /, 'sources'],
];

describe.each(QUESTIONS)('aigraph ask %s', (question, args, text, column) => {
  it('prints text', async () => {
    expect(await aigraph('ask', question, ...args)).toMatch(text);
  });

  it('prints JSON, the release with it', async () => {
    const answer: unknown = JSON.parse(await aigraph('ask', question, ...args, '--json'));
    if (question !== 'paths') expect(answer).toMatchObject({ release: '2026.09', asOf: '2026-09-30' });
  });

  it('prints CSV', async () => {
    const csv = await aigraph('ask', question, ...args, '--csv');
    const [head = '', ...rows] = csv.split('\r\n');
    expect(head.split(',')).toEqual(expect.arrayContaining(['part', column]));
    expect(rows.length).toBeGreaterThan(1);
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});

describe('aigraph ask compare', () => {
  it('fits a terminal, and never shows a ceiling as if it were a budget', async () => {
    const text = await aigraph('ask', 'compare', '--deal', 'deal:openai-aws-2025', '--currency', 'EUR');
    expect(text).toMatch(/^Amount: \$38\.00B$/m);
    expect(text).toMatch(/initiative:uk-aioap +up to +\$2\.63B +[\d,.]+ /);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(200);
  });

  it('has every field in CSV', async () => {
    const [head = ''] = (await aigraph('ask', 'compare', '--countries', 'country:FR', '--csv')).split('\r\n');
    expect(head.split(',')).toEqual(
      expect.arrayContaining([
        'isCeiling',
        'inUsd.perYearHigh',
        'inUsd.perHead',
        'noPerHeadBecause',
        'population.saidOn',
      ]),
    );
  });
});

describe('aigraph ask', () => {
  it.each([
    ['exposure', ['company:openai', 'company:nvida'], 'Did you mean "company:nvidia"'],
    ['national', ['country:XX'], '"country:XX"'],
    ['market', ['moon'], '"moon"'],
    ['impact', ['company:tsmc', '--only', 'MAGIC'], 'MAGIC'],
    ['concentration', ['source:x'], '"source:x"'],
    ['timeline', ['opnai'], '"opnai"'],
  ])('%s says what is wrong once', async (question, args, said) => {
    const asked = aigraph('ask', question, ...args);
    await expect(asked).rejects.toThrow(said);
    await expect(asked).rejects.toThrow(/^[^\n]+$/);
  });

  it('refuses JSON and CSV together', async () => {
    await expect(aigraph('ask', 'national', 'country:DE', '--json', '--csv')).rejects.toThrow(/cannot be used with/);
  });
});
