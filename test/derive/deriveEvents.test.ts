import { describe, expect, it } from 'vitest';
import { deriveEvents } from '../../src/derive/deriveEvents.js';
import { bareRecord } from '../support/records.js';
import type { StatementSpec } from '../support/smallDataset.js';
import { claim, deal, facts, relation } from './facts.js';

/** `date KIND title`, in order of date. */
function eventsOf(specs: readonly StatementSpec[], names: Readonly<Record<string, string>> = {}): string[] {
  const all = facts(specs);
  const entities = all.entities.map((head) => ({ ...bareRecord(head.id), name: names[head.id] ?? head.name }));
  return deriveEvents({ ...all, entities })
    .map((e) => `${e.date} ${e.kind} ${e.title}`)
    .sort();
}

const NAMES = { 'company:openai': 'OpenAI', 'cloud:aws': 'AWS' };
const PARTIES = ['customer openai', 'provider cloud:aws'];

describe('deriveEvents', () => {
  it('tells the life of a deal in words', () => {
    const specs = deal('d', {
      form: 'COMPUTE_PURCHASE',
      parties: PARTIES,
      announced: '2025-11-03',
      start: '2025-11-03',
      termYears: 7,
      more: [
        claim('deal:d', 'amount', 38e9, { unit: 'USD', saidOn: '2025-12-04' }),
        claim('deal:d', 'full_deployment_by', '2026'),
        claim('deal:d', 'expansion_option_from', '2027'),
        claim('deal:d', 'status', 'PAUSED', { validFrom: '2026-05' }),
      ],
    });
    expect(eventsOf(specs, NAMES)).toEqual([
      '2025-11-03 DEAL_ANNOUNCED OpenAI and AWS: deal announced, $38 billion over 7 years',
      '2025-11-03 DEAL_START OpenAI and AWS: begins',
      '2026 DEAL_DEADLINE OpenAI and AWS: all capacity due',
      '2026-05 DEAL_STATUS OpenAI and AWS: paused',
      '2027 DEAL_OPTION OpenAI and AWS: option to expand can be used',
      '2032-11-02 DEAL_END OpenAI and AWS: term of 7 years ends',
    ]);
  });

  it('says how an amount is meant and in which currency', () => {
    const announced = (value: number, unit: string, qualifier: 'upTo' | 'about' | 'atLeast') => {
      const more = [claim('deal:d', 'amount', value, { unit, qualifier })];
      return eventsOf(deal('d', { form: 'EQUITY_INVESTMENT', parties: PARTIES, more }), NAMES)[0]?.split(': ')[1];
    };
    expect(announced(11.9e9, 'USD', 'upTo')).toBe('investment announced, up to $11.9 billion');
    expect(announced(8.5e9, 'EUR', 'about')).toBe('investment announced, about €8.5 billion');
    expect(announced(10e12, 'INR', 'atLeast')).toBe('investment announced, at least INR 10 trillion');
  });

  it('names no amount that was told more than 31 days after the announcement', () => {
    const titled = (...amounts: (readonly [number, string])[]) => {
      const more = amounts.map(([value, saidOn]) => claim('deal:d', 'amount', value, { unit: 'USD', saidOn }));
      return eventsOf(deal('d', { form: 'EQUITY_INVESTMENT', parties: PARTIES, announced: '2019-07-22', more }), NAMES);
    };
    expect(titled([13e9, '2025'])).toEqual(['2019-07-22 DEAL_ANNOUNCED OpenAI and AWS: investment announced']);
    // Of several the one told then, though a later one has become the best claim. 22 July + 31 days = 22 August.
    expect(titled([1e9, '2019-08-22'], [13e9, '2025'])[0]).toMatch(/announced, \$1 billion$/);
    expect(titled([1e9, '2019-08-23'])[0]).toMatch(/announced$/);
  });

  it('leaves out what was planned for the time after a cancellation', () => {
    const more = [claim('deal:d', 'status', 'CANCELLED', { validFrom: '2026-02-20' })];
    const specs = deal('d', { form: 'FRAMEWORK', parties: PARTIES, start: '2026-H2', end: '2026-02-20', more });
    expect(eventsOf(specs, NAMES)).toEqual([
      '2025-03-01 DEAL_ANNOUNCED OpenAI and AWS: deal announced',
      '2026-02-20 DEAL_STATUS OpenAI and AWS: cancelled',
    ]);
  });

  it('ends a term as precisely as its start is known', () => {
    const specs = deal('d', { form: 'COMPUTE_PURCHASE', parties: PARTIES, start: '2027', termYears: 5 });
    expect(eventsOf(specs, NAMES)).toContain('2032 DEAL_END OpenAI and AWS: term of 5 years ends');
  });

  it('names customers before providers, at most three parties, and the deal where it has one party', () => {
    const parties = ['investor a', 'investor b', 'investor c', 'investee d'];
    expect(eventsOf(deal('d', { form: 'EQUITY_INVESTMENT', parties }))[0]).toContain('d, a and others: investment');
    expect(
      eventsOf(deal('d', { form: 'EQUITY_INVESTMENT', parties: ['investee d'] }), { 'deal:d': 'Series F' })[0],
    ).toBe('2025-03-01 DEAL_ANNOUNCED Series F: investment announced');
  });

  it('dates chips, sites, programmes and rules as precisely as their sources', () => {
    expect(
      eventsOf([
        claim('chip:gb300', 'released', '2025-08-22'),
        claim('datacenter:s', 'first_operational', '2026-Q3'),
        claim('datacenter:t', 'first_operational', '2024-08-11'),
        claim('datacenter:t', 'first_operational_basis', 'actual_estimate'),
        claim('initiative:i', 'start', '2025-05'),
        claim('initiative:i', 'end', '2030'),
        claim('policy:p', 'date', '2022-10-07'),
      ]),
    ).toEqual([
      '2022-10-07 POLICY p',
      '2024-08-11 DATACENTER_ONLINE t first in operation',
      '2025-05 INITIATIVE_START i begins',
      '2025-08-22 CHIP_RELEASED gb300 released',
      '2026-Q3 DATACENTER_ONLINE s due to open',
      '2030 INITIATIVE_END i ends',
    ]);
  });

  it('tells of each phase of a site, and of dated changes of its status and of a programme’s', () => {
    expect(
      eventsOf(
        [
          claim('datacenter:s', 'first_operational', '2025-10'),
          claim('datacenter:s', 'first_operational', '2026-H2', { scope: 'phase-2' }),
          claim('datacenter:s', 'first_operational_basis', 'announced'),
          claim('datacenter:s', 'first_operational_basis', 'announced', { scope: 'phase-2' }),
          claim('datacenter:s', 'status', 'under_construction', { validFrom: '2024-06' }),
          claim('datacenter:s', 'status', 'operational', { validFrom: '2025-10-14', scope: 'phase-1' }),
          claim('datacenter:t', 'status', 'operational'),
          claim('initiative:i', 'status', 'cancelled', { validFrom: '2026' }),
        ],
        { 'datacenter:s': 'Site' },
      ),
    ).toEqual([
      '2024-06 DATACENTER_STATUS Site: under construction',
      '2025-10 DATACENTER_ONLINE Site first in operation',
      '2025-10-14 DATACENTER_STATUS Site, phase-1: operational',
      '2026 INITIATIVE_STATUS i: cancelled',
      '2026-H2 DATACENTER_ONLINE Site, phase-2 due to open',
    ]);
  });

  it('tells when the first phase of a deal is due', () => {
    const more = [claim('deal:d', 'first_phase', '2026-H2'), claim('deal:d', 'first_building', '2027-07')];
    expect(eventsOf(deal('d', { form: 'SUPPLY', parties: PARTIES, more }), NAMES).slice(1)).toEqual([
      '2026-H2 DEAL_DEADLINE OpenAI and AWS: first phase due',
      '2027-07 DEAL_DEADLINE OpenAI and AWS: first building due',
    ]);
  });

  it('appears with everyone concerned, its sources and the claims behind it', () => {
    const { statements, ...rest } = facts([
      claim('chip:gb300', 'released', '2025-08-22', { saidOn: '2025-09-01', sources: ['source:epoch'] }),
      relation('chip:gb300', 'designed_by', 'company:nvidia'),
    ]);
    expect(deriveEvents({ ...rest, statements })[0]).toMatchObject({
      entities: ['chip:gb300', 'company:nvidia'],
      sources: ['source:epoch'],
      statementIds: [statements[0]?.id],
      knownTo: null,
    });
  });

  it('counts a public act as said when it happened, and a site’s opening from when it was estimated', () => {
    const late = { saidOn: '2026-03-01' } as const;
    const events = deriveEvents(
      facts([
        claim('chip:gb300', 'released', '2025-08-22', late),
        claim('chip:next', 'released', '2027', late),
        claim('datacenter:s', 'first_operational', '2025-10-14', late),
      ]),
    );
    expect(events.map((e) => `${e.entities[0]} ${e.saidOn}`).sort()).toEqual([
      'chip:gb300 2025-08-22',
      'chip:next 2026-03-01',
      'datacenter:s 2026-03-01',
    ]);
  });

  it('has a version for each time during which it was known', () => {
    const first = { recordedAt: '2026-10-01T00:00:00Z', retractedAt: '2026-11-01T00:00:00Z' } as const;
    const second = { recordedAt: '2026-11-01T00:00:00Z' } as const;
    const events = deriveEvents(
      facts([claim('chip:c', 'released', '2025-08', first), claim('chip:c', 'released', '2025-09', second)]),
    );
    expect(events.map((e) => [e.date, e.knownFrom, e.knownTo]).sort()).toEqual([
      ['2025-08', '2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z'],
      ['2025-09', '2026-11-01T00:00:00Z', null],
    ]);
  });
});
