import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closingDays } from '../../src/derive/closingDays.js';
import { deriveEdges } from '../../src/derive/deriveEdges.js';
import { FactIndex, headsById } from '../../src/derive/FactIndex.js';
import { runRule } from '../../src/derive/Rule.js';
import { RULES } from '../../src/derive/rules.js';
import { DEPENDENCY_KINDS, type Edge } from '../../src/model/edge.js';
import type { Statement } from '../../src/model/statement.js';
import { source } from '../support/records.js';
import type { StatementSpec } from '../support/smallDataset.js';
import { claim, deal, facts, relation, show } from './facts.js';

const COMPUTE = { form: 'COMPUTE_PURCHASE', parties: ['customer openai', 'provider cloud:aws'] } as const;

/** A little of everything, so that rules meet. */
const WORLD: readonly StatementSpec[] = [
  ...deal('d', { ...COMPUTE, announced: '2025-11-03', chips: ['chip:gb300'], sites: ['datacenter:s'] }),
  ...deal('e', { ...COMPUTE, announced: '2026-02-27', more: [relation('deal:e', 'supersedes', 'deal:d')] }),
  claim('deal:d', 'status', 'PAUSED', { validFrom: '2026-01-15' }),
  ...deal('f', { form: 'EQUITY_INVESTMENT', parties: ['investor amazon', 'investee openai'] }),
  relation('cloud:aws', 'operated_by', 'company:amazon'),
  relation('company:openai', 'hosts_on', 'cloud:aws', { saidOn: '2025-06-01' }),
  relation('company:nvidia', 'supplies_chips_to', 'company:amazon'),
  relation('chip:gb300', 'designed_by', 'company:nvidia'),
  relation('chip:gb300', 'designed_by', 'company:amd', { confidence: 'recalled' }),
  relation('chip:gb300', 'component', 'chip:b300'),
  relation('chip:b300', 'fabricated_by', 'company:tsmc'),
  relation('datacenter:s', 'operated_by', 'company:amazon'),
  relation('datacenter:s', 'tenant', 'company:openai', { validTo: '2026-06' }),
  relation('datacenter:s', 'chip_count', 'chip:gb300', { value: 1000 }),
  claim('datacenter:s', 'status', 'under_construction'),
  claim('datacenter:s', 'first_operational', '2026-03'),
  relation('company:amazon', 'owned_by', 'company:parent', { value: 60 }),
];

const TIMES = ['2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z', '2026-12-01T00:00:00Z', '2027-01-01T00:00:00Z'];

/** The world with a history: each statement recorded at some time, some withdrawn later, some never known. */
const history = fc
  .array(fc.tuple(fc.nat(3), fc.nat(6)), { minLength: WORLD.length, maxLength: WORLD.length })
  .map((when) =>
    WORLD.map((spec, i): StatementSpec => {
      const [recorded = 0, lasts = 0] = when[i] ?? [];
      return { ...spec, recordedAt: TIMES[recorded] ?? '', retractedAt: TIMES[recorded + lasts + 1] ?? null };
    }),
  );

function content({ id: _, knownFrom: __, knownTo: ___, ...rest }: Edge): string {
  return JSON.stringify(rest);
}

function isKnown({ recordedAt, retractedAt }: Statement, knownAt: string): boolean {
  const at = Date.parse(knownAt);
  return Date.parse(recordedAt) <= at && (retractedAt === null || at < Date.parse(retractedAt));
}

function visible(edges: readonly Edge[], knownAt: string): string[] {
  const at = Date.parse(knownAt);
  return edges
    .filter((e) => Date.parse(e.knownFrom) <= at && (e.knownTo === null || at < Date.parse(e.knownTo)))
    .map(content)
    .sort();
}

describe('deriveEdges', () => {
  it('shows at each time what follows from only the statements known then', () => {
    fc.assert(
      fc.property(history, fc.constantFrom(...TIMES), (specs, knownAt) => {
        const all = facts(specs);
        const then: Statement[] = all.statements.filter((s) => isKnown(s, knownAt));
        const alone = deriveEdges({
          ...all,
          statements: then.map((s) => ({ ...s, recordedAt: knownAt, retractedAt: null })),
        });
        expect(visible(deriveEdges(all), knownAt)).toEqual(visible(alone, knownAt));
      }),
      { numRuns: 150 },
    );
  });

  it('joins equal versions and closes those that no longer follow', () => {
    const specs = [
      relation('company:amd', 'fabricates_at', 'company:tsmc', {
        recordedAt: TIMES[0] ?? '',
        retractedAt: TIMES[2] ?? '',
      }),
      claim('company:amd', 'founded', '1969', { recordedAt: TIMES[1] ?? '' }),
    ];
    const [edge, ...others] = deriveEdges(facts(specs));
    expect(others).toEqual([]);
    expect(edge).toMatchObject({ knownFrom: TIMES[0], knownTo: TIMES[2] });
  });

  it('gives a version of its own to what is learned again', () => {
    const said = { saidOn: '2025-01-01' } as const;
    const specs = [
      relation('company:amd', 'fabricates_at', 'company:tsmc', {
        ...said,
        recordedAt: TIMES[0] ?? '',
        retractedAt: TIMES[1] ?? '',
      }),
      relation('company:amd', 'fabricates_at', 'company:tsmc', { ...said, recordedAt: TIMES[2] ?? '' }),
    ];
    const edges = deriveEdges(facts(specs));
    expect(edges.map((e) => [e.knownFrom, e.knownTo]).sort()).toEqual([
      [TIMES[0], TIMES[1]],
      [TIMES[2], null],
    ]);
    expect(new Set(edges.map((e) => e.id)).size).toBe(2);
  });

  it('gives the same edges in the same order whatever the order of the statements', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(facts(WORLD).statements.slice(), { minLength: WORLD.length }), (statements) => {
        expect(deriveEdges({ ...facts(WORLD), statements })).toEqual(deriveEdges(facts(WORLD)));
      }),
      { numRuns: 50 },
    );
  });

  it('says on which deal and statements each edge rests, the needed ones first', () => {
    const amount = claim('deal:d', 'amount', 38_000_000_000, { unit: 'USD' });
    const { statements, ...rest } = facts(deal('d', { ...COMPUTE, more: [amount] }));
    const [edge] = deriveEdges({ ...rest, statements });
    expect(edge?.deal).toBe('deal:d');
    const properties = edge?.statementIds.map((id) => statements.find((s) => s.id === id)?.property);
    expect(properties).toEqual(['party', 'party', 'announced', 'status', 'amount']);
  });

  it('has no loops to itself, no duplicate ids and no more than eight statements an edge', () => {
    const edges = deriveEdges(facts(WORLD));
    expect(edges.length).toBeGreaterThan(15);
    expect(edges.filter((e) => e.from === e.to)).toEqual([]);
    expect(new Set(edges.map((e) => e.id)).size).toBe(edges.length);
    expect(edges.filter((e) => e.statementIds.length > 8 || e.statementIds.length === 0).map(show)).toEqual([]);
    expect(edges.map((e) => e.id)).toEqual(edges.map((e) => e.id).sort());
  });
});

describe('an undated relation', () => {
  const said = { saidOn: '2026-09-30' } as const;
  const supplies = relation('company:asml', 'supplies_euv_to', 'company:tsmc', said);
  const published = (...dates: readonly (string | null)[]) => {
    const sources = dates.map((date, i) => source(`p${i}`, { published: date }));
    const all = facts([{ ...supplies, sources: sources.map(({ id }) => id) }]);
    const entities = [...all.entities.filter(({ kind }) => kind !== 'source'), ...sources];
    return deriveEdges({ ...all, entities }).map(show);
  };

  it('holds always where no source of it has a date', () => {
    expect(published(null, null)).toEqual(['EQUIPMENT tsmc → asml ever.. undated']);
  });

  it('holds since it was said where a source has one, also on the day the data was closed', () => {
    expect(published(null, '2026')).toEqual(['EQUIPMENT tsmc → asml 2026-09-30.. undated']);
  });

  it('starts with a deal between the two that is dated', () => {
    const licence = deal('d', { form: 'LICENCE', parties: ['licensee amd', 'licensor arm'] });
    const stated = relation('company:arm', 'licenses_ip_to', 'company:amd', { ...said, sources: ['source:p'] });
    const all = facts([...licence, stated]);
    const entities = [...all.entities.filter(({ id }) => id !== 'source:p'), source('p', { published: null })];
    expect(
      deriveEdges({ ...all, entities })
        .map(show)
        .sort(),
    ).toEqual(['TOOLS amd → arm 2025-03-01..', 'TOOLS amd → arm 2025-03-01.. undated']);
  });
});

describe('rules', () => {
  it('have ids of their own and kinds that exist', () => {
    expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length);
    const derived = new Set(RULES.flatMap((rule) => rule.kinds));
    expect([...derived].sort()).toEqual([...DEPENDENCY_KINDS].sort());
  });

  it('read no property that they don’t declare, and derive no kind that they don’t declare', () => {
    const { meta, entities, statements } = facts(WORLD);
    for (const rule of RULES) {
      const all = runRule(rule, new FactIndex(headsById(entities), statements, closingDays(meta)));
      const declared = statements.filter((s) => rule.inputs.includes(s.property));
      expect(runRule(rule, new FactIndex(headsById(entities), declared, closingDays(meta))), rule.id).toEqual(all);
      expect(
        all.filter((draft) => !rule.kinds.includes(draft.kind)),
        rule.id,
      ).toEqual([]);
    }
  });
});
