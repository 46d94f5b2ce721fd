import { describe, expect, it } from 'vitest';
import { deal, fact, messages, SMALL } from './seedFolder.js';

describe('problems between the facts of the seeds', () => {
  it('names a cycle in ownership once', async () => {
    const companies = ['a', 'b', 'c'].map((slug, i, all) => {
      const parent = all[(i + 1) % all.length];
      return `- { id: company:${slug}, name: ${slug}, parent: company:${parent}, sources: [press] }\n`;
    });
    expect(await messages({ 'company.yaml': SMALL['company.yaml'] + companies.join('') })).toEqual([
      'company.yaml, company:a, parent: expected an owner that it does not own itself but got: company:a → company:b → company:c → company:a.',
    ]);
  });

  it('names a deal nested in itself', async () => {
    const deals = deal('a', '  nestedIn: [deal:b]\n') + deal('b', '  nestedIn: [deal:a]\n');
    expect(await messages({ 'deal.yaml': deals })).toEqual([
      'deal.yaml, deal:a, nestedIn: expected a container that is not nested in it but got: deal:a → deal:b → deal:a.',
    ]);
  });

  it('names a deal that supersedes a later one', async () => {
    const deals = deal('a', '  supersedes: [deal:b]\n', '2025-05') + deal('b', '', '2025-06-01');
    expect(await messages({ 'deal.yaml': deals })).toEqual([
      'deal.yaml, deal:a, supersedes: expected a deal announced by 2025-05 but got: deal:b, announced 2025-06-01.',
    ]);
  });

  it('names an end and a status before the announcement', async () => {
    const ended = deal('openai-aws', '  end: 2025-10\n').replace(
      'status: ACTIVE',
      'status: [{ is: ANNOUNCED, from: 2025-09-01 }, { is: ACTIVE, from: 2025-11-03 }]',
    );
    expect(await messages({ 'deal.yaml': ended })).toEqual([
      'deal.yaml, deal:openai-aws, end: expected a date not before announced 2025-11-03 but got: "2025-10".',
      'deal.yaml, deal:openai-aws, status[0].from: expected a date not before announced 2025-11-03 but got: "2025-09-01".',
    ]);
  });

  it('names a history that is out of order, unless the dates are too coarse to tell', async () => {
    const history = (first: string, second: string) =>
      messages({
        'deal.yaml': deal('openai-aws', '').replace(
          'status: ACTIVE',
          `status: [{ is: ACTIVE, from: ${first} }, { is: CANCELLED, from: ${second} }]`,
        ),
      });
    expect(await history('2026-04-01', '2026-03-24')).toEqual([
      'deal.yaml, deal:openai-aws, status[1].from: expected a history in order, from 2026-04-01 on but got: "2026-03-24".',
    ]);
    expect(await history('2026-04-01', '2026')).toEqual([]);
  });

  it('names amounts and power below nothing, and stakes over 100 percent', async () => {
    const lines = [
      '{ property: amount, value: -1, unit: USD, sources: [press] }',
      '{ property: capacity_mw, value: -5, sources: [press] }',
      '{ property: spare_power, value: -5, unit: MW, sources: [press] }',
      '{ property: stake_percent, value: 101, sources: [press] }',
      '{ property: growth, value: -5, unit: percent, sources: [press] }',
      '{ property: free_cash_flow, value: -5, unit: USD, sources: [press] }',
    ];
    expect(await messages({ 'deal.yaml': fact(lines.join('\n    - ')) })).toEqual([
      'deal.yaml, deal:openai-aws, facts[0].value: expected at least 0 but got: -1.',
      'deal.yaml, deal:openai-aws, facts[1].value: expected at least 0 but got: -5.',
      'deal.yaml, deal:openai-aws, facts[2].value: expected at least 0 but got: -5.',
      'deal.yaml, deal:openai-aws, facts[3].value: expected at most 100 percent but got: 101.',
    ]);
    const owned = '- { id: company:a, name: A, ownedBy: [{ owner: company:openai, percent: 150 }], sources: [press] }';
    expect(await messages({ 'company.yaml': SMALL['company.yaml'] + owned })).toEqual([
      'company.yaml, company:a, ownedBy[0].percent: expected at most 100 but got: 150.',
    ]);
  });

  it('names records that are merged into themselves', async () => {
    const merged = ['a', 'b'].map((slug, i, all) => {
      const other = all[(i + 1) % all.length];
      return `- { id: company:${slug}, name: ${slug}, mergedInto: company:${other}, sources: [press] }\n`;
    });
    const own = '- { id: company:c, name: c, mergedInto: company:c, sources: [press] }\n';
    expect(await messages({ 'company.yaml': SMALL['company.yaml'] + merged.join('') + own })).toEqual([
      'company.yaml, company:a, mergedInto: expected a record that is not merged into it but got: company:a → company:b → company:a.',
      'company.yaml, company:c, mergedInto: expected a record that is not merged into it but got: company:c → company:c.',
    ]);
  });

  it('names a system that is a component of itself', async () => {
    const chips = '- { id: chip:a, name: A, components: [chip:b], sources: [press] }\n';
    const parts = '- { id: chip:b, name: B, components: [chip:a], sources: [press] }\n';
    expect(await messages({ 'chip.yaml': chips + parts })).toEqual([
      'chip.yaml, chip:a, components: expected a component that does not contain it but got: chip:a → chip:b → chip:a.',
    ]);
  });

  it('names owners that own each other by relations, unless they hold minorities', async () => {
    const stake = (subject: string, object: string, value: number) =>
      `- { subject: company:${subject}, property: owns_stake_in, object: company:${object}, value: ${value}, unit: percent, sources: [press] }\n`;
    const both = (value: number) => ({
      'relation.yaml': stake('openai', 'amazon', value) + stake('amazon', 'openai', value),
    });
    expect(await messages(both(49))).toEqual([]);
    expect(await messages(both(51))).toEqual([
      expect.stringContaining('expected an owner that it does not own itself but got: company:amazon → company:openai'),
    ]);
  });
});
