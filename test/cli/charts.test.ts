import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHIPPED_SEEDS } from '../../src/config.js';
import { deriveDataset } from '../../src/derive/deriveDataset.js';
import { loadDataset } from '../../src/seeding/loadDataset.js';
import { MemoryWriter } from '../../src/store/memory/MemoryWriter.js';
import { dealFacts } from '../api/facts.js';
import { cloud, company, deal } from '../support/records.js';
import { smallDataset } from '../support/smallDataset.js';
import { type Aigraph, aigraphOver } from './askIn.js';
import { type ReadSvg, readSvg } from './readSvg.js';

let aigraph: Aigraph;
let dir: string;
beforeAll(async () => {
  aigraph = aigraphOver(await loadDataset([SHIPPED_SEEDS], new MemoryWriter()));
  dir = await mkdtemp(join(tmpdir(), 'charts-'));
});
afterAll(() => rm(dir, { recursive: true }));

async function svgOf(ask: Aigraph, ...args: readonly string[]): Promise<string> {
  const file = join(dir, 'out.svg');
  await ask('ask', ...args, '--chart', file);
  return readFile(file, 'utf8');
}

/** All words of a picture, those of wrapped lines together. */
function wordsOf({ texts }: ReadSvg): string {
  return texts.map(({ text }) => text).join(' ');
}

const CHARTS: readonly [string, readonly string[], readonly string[]][] = [
  [
    'shares of providers, with what is unknown and left out',
    ['concentration', 'company:openai'],
    [
      'How concentrated is the compute of OpenAI on few cloud providers?',
      'HHI 3,624 (between 2,660 and 10,000)',
      '4 of 8 deals that should count have a known figure.',
      'Share of the known contracted US dollars, percent',
      'Of unknown size, without a bar: Google Cloud.',
      '43.6 %, $300.00B',
      'Left out of the figures, deals by reason: 3 with only a ceiling ("up to")',
    ],
  ],
  [
    'shares of sites',
    ['concentration', 'company:openai', '--by', 'provider-country', '--basis', 'megawatt'],
    ['Share of the known power of sites, megawatts, percent', 'Sites of unknown size or owner, left out: 2.'],
  ],
  [
    'shares of a market, a panel a result',
    ['market', 'ai_accelerators'],
    ['How concentrated is the market of AI accelerators?', 'the least and the most that the claim allows', 'Alatirok'],
  ],
  [
    'the three levels of sovereignty',
    ['national', 'country:EU'],
    [
      'European Union: how sovereign is its AI capacity?',
      '7 of 8 sites are known',
      'Share of the known H100 equivalents, percent',
    ],
  ],
  ['too few sites for percentages', ['national', 'country:DE'], ['Fewer than five sites: too few for percentages.']],
  [
    'a schedule',
    ['commitments', 'company:openai'],
    [
      'What has OpenAI promised to pay, by year?',
      'US dollars, billions',
      '$250.00B has no dates and is not drawn',
      '$84.74B',
      '2034',
    ],
  ],
  [
    'what a group promised',
    ['commitments', 'company:alphabet', '--group'],
    ['Taken together: Google Cloud, Alphabet, Google, Google DeepMind. No amount is known.'],
  ],
  [
    'a schedule without dates',
    ['commitments', 'company:microsoft', '--role', 'provider'],
    ['What has been promised to Microsoft, by year?', 'No amount can be placed in a year.'],
  ],
  [
    'a comparison',
    ['compare', '--countries', 'country:FR', 'country:GB', 'country:NO', '--deal', 'deal:openai-aws-2025'],
    [
      'US dollars, billions',
      'up to $2.63B',
      'no budget known',
      'period unknown',
      'No programme is known of country:NO.',
      'must not be added up',
    ],
  ],
  [
    'all programmes',
    ['compare'],
    ['How do national programmes compare?', '* Proposed, drafted, reported or in preparation'],
  ],
  [
    'a timeline',
    ['timeline', 'company:openai', '--from', '2025-09-01', '--to', '2026-12-31'],
    ['What happened or is planned around OpenAI from 2025-09-01 to 2026-12-31?', 'hollow: after that day', '2026-H2'],
  ],
  ['an empty timeline', ['timeline', '--from', '1990-01-01', '--to', '1990-12-31'], ['Nothing is known of this time.']],
  [
    'a tree of dependencies',
    ['dependencies', 'company:openai', '--transitive', '--max-depth', '3'],
    ['Whom and what does OpenAI depend on, also through others?', 'fabrication, packaging', 'recalled'],
  ],
  [
    'a tree of dependents',
    ['dependents', 'company:tsmc', '--transitive', '--as-of', '2025-06-30'],
    ['Who and what depends on TSMC, also through others?', 'As of 2025-06-30, release 2026.09.'],
  ],
];

describe.each(CHARTS)('the chart of %s', (_what, args, said) => {
  it('is XML that says the question, the day, the release and the source, and fits on its page', async () => {
    const svg = await svgOf(aigraph, ...args);
    const picture = readSvg(svg);
    for (const words of [...said, 'release 2026.09.', 'Source: ai-infra-graph contributors']) {
      expect(wordsOf(picture)).toContain(words);
    }
    const beyond = picture.texts.filter(
      ({ left, right, y, size }) => left < 0 || right > picture.width || y < size || y > picture.height || size < 10,
    );
    expect(beyond).toEqual([]);
    expect(await svgOf(aigraph, ...args)).toBe(svg);
  });
});

describe('a chart', () => {
  it('says that it is as known at a time where one was asked for', async () => {
    const svg = await svgOf(aigraph, 'national', 'country:DE', '--known-at', '2026-11-01T00:00:00Z');
    expect(wordsOf(readSvg(svg))).toContain('as known at 2026-11-01T00:00:00Z');
  });

  it('shows hostile names as they are', async () => {
    const name = '<script>&"\'\u0007]]> {{x}}';
    const dataset = smallDataset({
      entities: [company('lab', { name }), cloud('a', { name }), deal('d')],
      statements: dealFacts('deal:d', {
        announced: '2025-01-01',
        customer: 'company:lab',
        provider: 'cloud:a',
        amount: 5,
      }),
    });
    const small = aigraphOver(await new MemoryWriter().write(deriveDataset(dataset)));
    for (const question of ['concentration', 'commitments', 'dependencies', 'timeline']) {
      const words = wordsOf(readSvg(await svgOf(small, question, 'company:lab')));
      expect(words).toContain(name.replace('\u0007', '□'));
    }
  });

  it('comes before the printed answer, which is printed all the same', async () => {
    const file = join(dir, 'also.svg');
    expect(await aigraph('ask', 'national', 'country:DE', '--chart', file)).toMatch(/^Release: 2026\.09\n/);
  });

  it('says which file can not be written', async () => {
    const file = join(dir, 'no', 'such', 'folder.svg');
    await expect(aigraph('ask', 'national', 'country:DE', '--chart', file)).rejects.toThrow(
      `Expected a file that can be written but got: "${file}" (ENOENT`,
    );
  });

  it.each(['out.png', '.svg'])('is no %s', async (file) => {
    await expect(aigraph('ask', 'national', 'country:DE', '--chart', file)).rejects.toThrow(
      'Expected the name of a file that ends in ".svg".',
    );
  });
});
