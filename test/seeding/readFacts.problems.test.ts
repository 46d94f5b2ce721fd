import { describe, expect, it } from 'vitest';
import { readFacts } from '../../src/seeding/readFacts.js';
import { deal, fact, messages, problemsIn, problemsOf, SMALL, seedFolder } from './seedFolder.js';

describe('problems of the seeds', () => {
  it('finds none in the small dataset', async () => {
    expect(await problemsOf({})).toEqual([]);
  });

  it('tells file, record, field, expected and got', async () => {
    const [problem] = await problemsOf({
      'deal.yaml': fact('{ property: amount, value: 38, unit: USDD, sources: [press] }'),
    });
    expect(problem).toEqual({
      file: 'deal.yaml',
      record: 'deal:openai-aws',
      field: 'facts[0].unit',
      expected: 'a unit or a currency (did you mean "USD"?)',
      got: '"USDD"',
    });
  });

  it('names an unknown reference and what was meant', async () => {
    expect(
      await messages({ 'deal.yaml': SMALL['deal.yaml']?.replace('company:openai', 'company:opnai') ?? '' }),
    ).toEqual([
      'deal.yaml, deal:openai-aws, parties[0]: expected a company that exists (did you mean "company:openai"?) but got: "company:opnai".',
    ]);
  });

  it('names an unknown source', async () => {
    expect(
      await messages({ 'deal.yaml': fact('{ property: amount, value: 38, unit: USD, sources: [pres] }') }),
    ).toEqual([
      'deal.yaml, deal:openai-aws, facts[0].sources: expected a source that exists (did you mean "source:press"?) but got: "source:pres".',
    ]);
  });

  it('names a reference of a kind that the property cannot have', async () => {
    expect(
      await messages({ 'deal.yaml': fact('{ property: chip, object: company:openai, sources: [press] }') }),
    ).toEqual(['deal.yaml, deal:openai-aws, facts[0]: expected chip of a chip but got: "company:openai".']);
  });

  it('names a duplicate id', async () => {
    expect(await messages({ 'deal.yaml': deal('a', '') + deal('a', '') })).toEqual([
      'deal.yaml, deal:a, id: expected an id used once but got: "deal:a" twice.',
    ]);
  });

  it('names a claim made twice', async () => {
    const line = '{ property: amount, value: 38, unit: USD, sources: [press] }';
    expect(await messages({ 'deal.yaml': fact(`${line}\n    - ${line}`) })).toEqual([
      expect.stringMatching(/facts\[1\]: expected a claim made once but got: the same as .*deal.yaml facts\[0\]\.$/),
    ]);
  });

  it('names an end before the start and a validTo before the validFrom', async () => {
    const fields = '  start: 2026-06\n  end: 2026-05-31\n  facts:\n';
    const line =
      '    - { property: amount, value: 1, unit: USD, validFrom: 2026, validTo: 2025-12-31, sources: [press] }\n';
    expect(await messages({ 'deal.yaml': deal('openai-aws', fields + line) })).toEqual([
      'deal.yaml, deal:openai-aws, facts[0].validTo: expected a date not before validFrom 2026 but got: "2025-12-31".',
      'deal.yaml, deal:openai-aws, end: expected a date not before start 2026-06 but got: "2026-05-31".',
    ]);
  });

  it('names a fact retracted before it was recorded', async () => {
    const line = '{ property: amount, value: 1, unit: USD, retractedAt: 2026-09-01T00:00:00Z, sources: [press] }';
    expect(await messages({ 'deal.yaml': fact(line) })).toEqual([
      expect.stringContaining('facts[0].retractedAt: expected a time after recordedAt 2026-10-01T00:00:00.000Z'),
    ]);
  });

  it('names a date that does not exist', async () => {
    expect(await messages({ 'deal.yaml': deal('openai-aws', '', '2025-02-30') })).toEqual([
      'deal.yaml, deal:openai-aws, announced: expected a date that exists but got: "2025-02-30".',
    ]);
    expect(await messages({ 'deal.yaml': fact('{ property: start, value: 2025-13, sources: [press] }') })).toEqual([
      'deal.yaml, deal:openai-aws, facts[0].value: expected a date that exists, such as 2025-11-03 or 2025-Q4 but got: "2025-13".',
    ]);
  });

  it('names a unit that the property does not have, and a number without one', async () => {
    const lines = [
      '{ property: capacity_mw, value: 5, unit: GB, sources: [press] }',
      '{ property: amount, value: 5, unit: MW, sources: [press] }',
      '{ property: lenders, value: 5, sources: [press] }',
    ];
    expect(await messages({ 'deal.yaml': fact(lines.join('\n    - ')) })).toEqual([
      'deal.yaml, deal:openai-aws, facts[0].unit: expected "MW" but got: "GB".',
      'deal.yaml, deal:openai-aws, facts[1].unit: expected a currency such as USD but got: "MW".',
      'deal.yaml, deal:openai-aws, facts[2].unit: expected a unit but got: nothing.',
    ]);
  });

  it('names a currency without a rate', async () => {
    const line = '{ property: amount, value: 5, unit: EUR, sources: [press] }';
    expect(await messages({ 'deal.yaml': fact(line) })).toEqual([
      'deal.yaml, deal:openai-aws, facts[0].unit: expected a currency with a rate in currency.yaml but got: "EUR".',
    ]);
    const rate = '- { currency: EUR, year: 2025, usd: 1.13, source: press }';
    expect(await messages({ 'deal.yaml': fact(line), 'currency.yaml': rate })).toEqual([]);
  });

  it('names a claim without source', async () => {
    expect(await messages({ 'deal.yaml': fact('{ property: amount, value: 38, unit: USD }') })).toEqual([
      'deal.yaml, deal:openai-aws, facts[0].sources: expected a list with at least one source but got: nothing.',
    ]);
    expect(await messages({ 'deal.yaml': fact('{ property: amount, value: 38, unit: USD, sources: [] }') })).toEqual([
      'deal.yaml, deal:openai-aws, facts[0].sources: expected at least one source but got: [].',
    ]);
  });

  it('names a claim of the wrong sort', async () => {
    const lines = [
      '{ property: amount, value: much, unit: USD, sources: [press] }',
      '{ property: chip, value: GB200, sources: [press] }',
      '{ property: amount_text, sources: [press] }',
    ];
    expect(await messages({ 'deal.yaml': fact(lines.join('\n    - ')) })).toEqual([
      'deal.yaml, deal:openai-aws, facts[0].value: expected a number but got: "much".',
      'deal.yaml, deal:openai-aws, facts[1].object: expected chip of an entity but got: "no object".',
      'deal.yaml, deal:openai-aws, facts[2].value: expected a value or an object but got: neither.',
    ]);
  });

  it('names a misspelt property and a misspelt field', async () => {
    expect(
      await messages({ 'deal.yaml': fact('{ property: capacty_mw, value: 5, unit: MW, sources: [press] }') }),
    ).toEqual([
      'deal.yaml, deal:openai-aws, facts[0].property: expected a known property (did you mean "capacity_mw"?) but got: "capacty_mw".',
    ]);
    expect(await messages({ 'deal.yaml': deal('openai-aws', '  termYear: 7\n') })).toEqual([
      'deal.yaml, deal:openai-aws, termYear: expected a field that exists (did you mean "termYears"?) but got: "termYear".',
    ]);
  });

  it('names a misspelt field of a claim', async () => {
    const line = '{ property: amount, value: 5, unit: USD, saidon: 2025, sources: [press] }';
    expect(await messages({ 'deal.yaml': fact(line) })).toEqual([
      'deal.yaml, deal:openai-aws, facts[0].saidon: expected a field that exists (did you mean "saidOn"?) but got: "saidon".',
    ]);
  });

  it('leaves long-tail properties alone', async () => {
    const line = '{ property: skills_fund, value: 5, unit: USD, sources: [press] }';
    expect(await messages({ 'deal.yaml': fact(line) })).toEqual([]);
  });

  it('names an unknown source of a record once', async () => {
    expect(await messages({ 'deal.yaml': deal('a', '').replace('sources: [press]', 'sources: [pres]') })).toEqual([
      'deal.yaml, deal:a, sources: expected a source that exists (did you mean "source:press"?) but got: "source:pres".',
    ]);
  });

  it('names recalled fields that the record does not have', async () => {
    expect(
      await messages({ 'deal.yaml': deal('openai-aws', '  termYears: 7\n  recalled: [termYear, end]\n') }),
    ).toEqual([
      'deal.yaml, deal:openai-aws, recalled[0]: expected a plain field of this record (did you mean "termYears"?) but got: "termYear".',
      'deal.yaml, deal:openai-aws, recalled[1]: expected a plain field of this record but got: "end".',
    ]);
  });

  it('names countries that there are not', async () => {
    const company = '- { id: company:a, name: A, country: UK, sources: [press] }';
    expect(await messages({ 'company.yaml': SMALL['company.yaml'] + company })).toEqual([
      'company.yaml, company:a, country: expected a country code of ISO 3166-1 such as NO, or EU but got: "UK".',
    ]);
    const country = '\n- { id: country:UK, name: United Kingdom, sources: [press] }';
    expect(await messages({ 'country.yaml': SMALL['country.yaml'] + country })).toEqual([
      'country.yaml, country:UK, id: expected an id such as "country:NO" with a code of ISO 3166-1, or EU but got: "country:UK".',
    ]);
  });

  it('names a claim said after the data was closed', async () => {
    const line = '{ property: amount, value: 38, unit: USD, saidOn: 2026-10, sources: [press] }';
    expect(await messages({ 'deal.yaml': fact(line) })).toEqual([
      expect.stringContaining('facts[0].saidOn: expected a date not after 2026-09-30, when the data was closed'),
    ]);
  });

  it('says in plain words what was expected', async () => {
    const wrong = (field: string, replacement: string) =>
      messages({ 'deal.yaml': deal('openai-aws', '').replace(field, replacement) });
    expect(await wrong('parties: [', 'parties: [5, ')).toEqual([
      'deal.yaml, deal:openai-aws, parties[0]: expected an object but got: 5.',
    ]);
    expect(await wrong('name: Deal', 'name: Deal\n  termYears: 0')).toEqual([
      'deal.yaml, deal:openai-aws, termYears: expected more than 0 but got: 0.',
    ]);
    expect(await wrong('company:openai', 'OpenAI')).toEqual([
      'deal.yaml, deal:openai-aws, parties[0].entity: expected an id such as "company:openai" or "cloud:aws" but got: "OpenAI".',
    ]);
  });

  it('names market shares over 100 percent beyond rounding', async () => {
    const share = (entity: string, value: number) =>
      `- { market: cloud, entity: ${entity}, value: ${value}, period: 2025-Q3, measure: spend, region: worldwide, sources: [press] }\n`;
    expect(await messages({ 'market-share.yaml': share('cloud:aws', 60) + share('company:openai', 41) })).toEqual([]);
    expect(await messages({ 'market-share.yaml': share('cloud:aws', 60) + share('company:openai', 42) })).toEqual([
      expect.stringContaining(
        'expected shares of one market, period and source that add up to at most 100 but got: 102.',
      ),
    ]);
  });

  it('names the line of a syntax error', async () => {
    const [problem] = await problemsOf({ 'deal.yaml': '- id: deal:a\n  name: [unclosed\n' });
    expect(problem).toMatchObject({ file: 'deal.yaml', expected: expect.stringMatching(/^YAML in line [23]$/) });
  });

  it('names a file that is no noun, a record that is no map and a file that is no list', async () => {
    expect(await messages({ 'deals.yaml': '', 'topic.yaml': '- 5', 'chip.yaml': 'id: chip:a' })).toEqual([
      expect.stringMatching(/^deals\.yaml: expected a file named after a noun .* \(did you mean "deal"\?\) but got: /),
      'chip.yaml: expected a list of records but got: {"id":"chip:a"}.',
      'topic.yaml, record 1: expected a record but got: 5.',
    ]);
  });

  it('names a folder that cannot be read, and one without a dataset', async () => {
    expect(await problemsIn(['/nowhere/at/all'])).toEqual([
      expect.objectContaining({ file: 'all', expected: 'a readable folder of seeds' }),
    ]);
    expect(await problemsIn([await seedFolder({ 'topic.yaml': '[]' })])).toEqual([
      expect.objectContaining({ expected: 'a file dataset.yaml in the first folder' }),
    ]);
  });

  it('names every problem of every file at once and loads nothing', async () => {
    const folder = await seedFolder({
      ...SMALL,
      'topic.yaml': '- { id: topic:x, name: X, sources: [nowhere] }',
      'deal.yaml': fact('{ property: amount, value: 38, unit: USDD }'),
      'cloud.yaml': '- { id: cloud:aws, name: AWS, operatedBy: company:amazn, sources: [press] }',
    });
    await expect(readFacts([folder])).rejects.toThrow(/^The seeds have 3 problems:\n/);
    expect((await problemsIn([folder])).map(({ record }) => record)).toEqual([
      'deal:openai-aws',
      'cloud:aws',
      'topic:x',
    ]);
  });
});
