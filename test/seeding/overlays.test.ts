import { describe, expect, it } from 'vitest';
import type { Statement } from '../../src/model/statement.js';
import { readFacts } from '../../src/seeding/readFacts.js';
import { describeProblem } from '../../src/seeding/SeedProblems.js';
import { deal, problemsIn, SMALL, seedFolder } from './seedFolder.js';

type Files = Readonly<Record<string, string>>;

const FIRST = '2026-10-01T00:00:00.000Z';
const LATER = '2026-11-01T00:00:00.000Z';
const MINE = 'pack: mine\nrecordedAt: 2026-11-01T00:00:00Z';
const NEWS =
  '- { id: source:news, name: News, publisher: News, published: 2026-10-20, medium: news, read: direct, licence: CC0-1.0 }';

const PAID = '{ property: amount, value: 39, unit: USD, sources: [press] }';

async function layered(...overlays: readonly Files[]) {
  return readFacts(await Promise.all([SMALL, ...overlays].map(seedFolder)));
}

async function messages(...overlays: readonly Files[]): Promise<readonly string[]> {
  return (await problemsIn(await Promise.all([SMALL, ...overlays].map(seedFolder)))).map(describeProblem);
}

function about(statements: readonly Statement[], property: string, subject = 'deal:openai-aws') {
  return statements.filter((s) => s.subject === subject && s.property === property);
}

describe('a folder that adds a fact', () => {
  const overlay = { 'dataset.yaml': MINE, 'deal.yaml': `- { id: deal:openai-aws, facts: [${PAID}] }` };

  it('leaves every statement there was as it was', async () => {
    const before = await layered();
    const { statements } = await layered(overlay);
    const withoutOrder = ({ order: _, ...rest }: Statement) => rest;
    const others = statements.filter((s) => s.property !== 'amount');
    expect(others.map(withoutOrder)).toEqual(before.statements.map(withoutOrder));
    expect(about(statements, 'amount')).toEqual([expect.objectContaining({ value: 39, recordedAt: LATER })]);
  });

  it('needs no name, sources or other field of the record', async () => {
    expect(await messages(overlay)).toEqual([]);
  });

  it('may name the record again, and its form', async () => {
    const named = `- { id: deal:openai-aws, name: Deal, form: COMPUTE_PURCHASE, facts: [${PAID}] }`;
    const { statements } = await layered({ 'dataset.yaml': MINE, 'deal.yaml': named });
    expect(about(statements, 'form')).toEqual([
      expect.objectContaining({ recordedAt: FIRST, retractedAt: null, sources: ['source:press'] }),
    ]);
  });
});

describe('a folder that replaces a plain field', () => {
  const cancelled = {
    'dataset.yaml': MINE,
    'source.yaml': NEWS,
    'deal.yaml': '- { id: deal:openai-aws, status: CANCELLED, sources: [news] }',
  };

  it('cites its own sources, for that field alone', async () => {
    const { statements } = await layered(cancelled);
    const standing = statements.filter((s) => s.retractedAt === null);
    expect(about(standing, 'status')).toEqual([
      expect.objectContaining({ value: 'CANCELLED', sources: ['source:news'], recordedAt: LATER }),
    ]);
    expect(about(standing, 'form')).toEqual([
      expect.objectContaining({ sources: ['source:press'], recordedAt: FIRST }),
    ]);
  });

  it('withdraws what it replaces when it is recorded, so that it was known until then', async () => {
    const { statements } = await layered(cancelled);
    const status = (knownAt: string) =>
      about(statements, 'status')
        .filter((s) => s.recordedAt <= knownAt && (s.retractedAt === null || knownAt < s.retractedAt))
        .map(({ value }) => value);
    expect(status('2026-10-15T00:00:00.000Z')).toEqual(['ACTIVE']);
    expect(status('2026-11-15T00:00:00.000Z')).toEqual(['CANCELLED']);
  });

  it('leaves nothing of what it replaces where both were recorded at the same time', async () => {
    const { statements } = await layered({
      'deal.yaml': '- { id: deal:openai-aws, status: CANCELLED, sources: [press] }',
    });
    expect(about(statements, 'status').map(({ value }) => value)).toEqual(['CANCELLED']);
  });

  it('is a problem without a source of its own', async () => {
    expect(await messages({ 'deal.yaml': '- { id: deal:openai-aws, status: CANCELLED }' })).toEqual([
      'deal.yaml, deal:openai-aws, status: expected `sources` in this file for what replaces an earlier folder’s field but got: none.',
    ]);
    const history = '[{ is: CANCELLED, from: 2026-03-24, sources: [press] }]';
    expect(await messages({ 'deal.yaml': `- { id: deal:openai-aws, status: ${history} }` })).toEqual([]);
  });

  it('may confirm with a source what was recalled', async () => {
    const recalled = { 'deal.yaml': deal('b', '  termYears: 7\n  recalled: [termYears]\n') };
    const { statements } = await layered(recalled, {
      'deal.yaml': '- { id: deal:b, termYears: 7, sources: [press] }',
    });
    expect(about(statements, 'term_years', 'deal:b').map(({ confidence }) => confidence)).toEqual(['confirmed']);
  });

  it('moves what follows from the field', async () => {
    const { statements } = await layered({
      'deal.yaml': '- { id: deal:openai-aws, announced: 2025-11-04, sources: [press] }',
    });
    expect(about(statements, 'status').map(({ validFrom }) => validFrom)).toEqual(['2025-11-04']);
  });

  it('gives a rate its own source', async () => {
    const rate = (fields: string) => ({ 'currency.yaml': `- { currency: EUR, year: 2025, ${fields} }` });
    expect(await messages(rate('usd: 1.13, source: press'), rate('usd: 1.2'))).toEqual([
      expect.stringContaining('EUR 2025, usd: expected `source` in this file'),
    ]);
  });
});

describe('a folder that is laid over others', () => {
  it('is named among the packs, by its own name or that of the folder', async () => {
    const { meta } = await layered({ 'dataset.yaml': MINE, 'topic.yaml': '[]' }, { 'topic.yaml': '[]' });
    expect(meta.packs).toEqual(['mine', expect.stringMatching(/^seeds-/)]);
  });

  it('is told which record it may mean', async () => {
    expect(await messages({ 'deal.yaml': `- { id: deal:opnai-aws, name: Deal, facts: [${PAID}] }` })).toEqual([
      'deal.yaml, deal:opnai-aws, id: expected the id of a record of an earlier folder (did you mean "deal:openai-aws"?), or a new record with form, parties, announced, status, sources too but got: "deal:opnai-aws".',
    ]);
  });

  it('is one problem where it copies those before it', async () => {
    const many = Array.from({ length: 30 }, (_, i) => deal(`copy-${i}`, `  facts: [${PAID}]\n`)).join('');
    expect(await messages({ 'deal.yaml': many }, { 'deal.yaml': many })).toEqual([
      expect.stringMatching(
        /^seeds-\w+: expected facts that are not there already, or its dataset\.yaml .* but got: a copy of 30 claims/,
      ),
    ]);
  });

  it('is one problem where it is a whole dataset', async () => {
    expect(await messages({ 'dataset.yaml': SMALL['dataset.yaml'] ?? '' })).toEqual([
      'dataset.yaml: expected pack, recordedAt and licences of a folder that adds facts; a whole dataset comes first but got: a whole dataset.',
    ]);
  });

  it('may report what was said after the data was closed, up to when it was recorded', async () => {
    const said = (day: string) =>
      `- { id: deal:openai-aws, facts: [{ property: amount, value: 39, unit: USD, saidOn: ${day}, sources: [press] }] }`;
    expect(await messages({ 'dataset.yaml': MINE, 'deal.yaml': said('2026-10-20') })).toEqual([]);
    expect(await messages({ 'dataset.yaml': MINE, 'deal.yaml': said('2026-11-02') })).toEqual([
      'deal.yaml, deal:openai-aws, facts[0].saidOn: expected a date not after 2026-11-01, when it was recorded but got: "2026-11-02".',
    ]);
    expect(await messages({ 'deal.yaml': said('2026-10-20') })).toEqual([
      'deal.yaml, deal:openai-aws, facts[0].saidOn: expected a date not after 2026-09-30, when the data was closed; for later facts give `recordedAt` but got: "2026-10-20".',
    ]);
  });
});
