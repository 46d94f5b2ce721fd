import { describe, expect, it } from 'vitest';
import { claim, deal, edgesFrom, relation } from './facts.js';

const OPENAI_AWS = {
  form: 'COMPUTE_PURCHASE',
  parties: ['customer openai', 'provider cloud:aws'],
  announced: '2025-11-03',
} as const;
const designs = relation('chip:gb300', 'designed_by', 'company:nvidia');

describe('edges from deals', () => {
  it('makes the customer depend on the cloud from the announcement on', () => {
    expect(edgesFrom(deal('d', OPENAI_AWS))).toEqual(['COMPUTE openai → cloud:aws 2025-11-03..']);
  });

  it('counts a month of announcement from its last day', () => {
    expect(edgesFrom(deal('d', { ...OPENAI_AWS, announced: '2025-11' }))).toEqual([
      'COMPUTE openai → cloud:aws 2025-11-30..',
    ]);
  });

  it('ends with the stated end, else with the term', () => {
    const start = '2025-11-03';
    // Seven years from 2025-11-03 end on the day before 2032-11-03.
    expect(edgesFrom(deal('d', { ...OPENAI_AWS, start, termYears: 7 }))).toEqual([
      'COMPUTE openai → cloud:aws 2025-11-03..2032-11-02',
    ]);
    expect(edgesFrom(deal('d', { ...OPENAI_AWS, start, termYears: 7, end: '2030' }))).toEqual([
      'COMPUTE openai → cloud:aws 2025-11-03..2030-12-31',
    ]);
  });

  it('is prospective while nobody is bound, and splits where the status changes', () => {
    const more = [claim('deal:d', 'status', 'ACTIVE', { validFrom: '2026-02-01' })];
    expect(edgesFrom(deal('d', { ...OPENAI_AWS, status: 'LETTER_OF_INTENT', more }))).toEqual([
      'COMPUTE openai → cloud:aws 2025-11-03..2026-01-31 prospective',
      'COMPUTE openai → cloud:aws 2026-02-01..',
    ]);
  });

  it('is prospective until supply begins', () => {
    expect(edgesFrom(deal('d', { ...OPENAI_AWS, start: '2027-01' }))).toEqual([
      'COMPUTE openai → cloud:aws 2025-11-03..2027-01-30 prospective',
      'COMPUTE openai → cloud:aws 2027-01-31..',
    ]);
  });

  it('begins where end and term say, if that lies within the stated period', () => {
    // OpenAI–Cerebras: 2026 to 2028, three years, begins on 2026-01-01, before its announcement.
    const spec = { ...OPENAI_AWS, announced: '2026-01-14', start: '2026', end: '2028', termYears: 3 };
    expect(edgesFrom(deal('d', spec))).toEqual(['COMPUTE openai → cloud:aws 2026-01-14..2028-12-31']);
  });

  it('stops with a pause and goes on when it is lifted', () => {
    const more = [
      claim('deal:d', 'status', 'PAUSED', { validFrom: '2026-01-01' }),
      claim('deal:d', 'status', 'ACTIVE', { validFrom: '2026-03-01' }),
    ];
    expect(edgesFrom(deal('d', { ...OPENAI_AWS, more }))).toEqual([
      'COMPUTE openai → cloud:aws 2025-11-03..2025-12-31',
      'COMPUTE openai → cloud:aws 2026-03-01..',
    ]);
  });

  it('ends when a deal that supersedes it is announced, unless its own end is stated', () => {
    const next = deal('e', {
      form: 'COMPUTE_PURCHASE',
      parties: ['customer other', 'provider cloud:oci'],
      announced: '2026-02-27',
      more: [relation('deal:e', 'supersedes', 'deal:d')],
    });
    const [ended] = edgesFrom([...deal('d', OPENAI_AWS), ...next]);
    expect(ended).toBe('COMPUTE openai → cloud:aws 2025-11-03..2026-02-26');
    const [stated] = edgesFrom([...deal('d', { ...OPENAI_AWS, end: '2026-06-30' }), ...next]);
    expect(stated).toBe('COMPUTE openai → cloud:aws 2025-11-03..2026-06-30');
  });

  it('makes cloud and customer use the chips named, and the cloud depend on their vendor', () => {
    const named = deal('d', { ...OPENAI_AWS, chips: ['chip:gb300'] });
    expect(edgesFrom([...named, designs], 'CHIPS', 'USES')).toEqual(
      [
        'CHIPS cloud:aws → nvidia 2025-11-03.. ',
        'USES cloud:aws → chip:gb300 2025-11-03..',
        'USES openai → chip:gb300 2025-11-03..',
      ].map((line) => line.trim()),
    );
  });

  it('is prospective until a named chip has been released, though its vendor is known before', () => {
    const named = deal('d', { ...OPENAI_AWS, chips: ['chip:gb300'] });
    const rest = [{ ...designs, saidOn: '2026-09-01' }, claim('chip:gb300', 'released', '2026-H1')];
    expect(edgesFrom([...named, ...rest], 'CHIPS')).toEqual([
      'CHIPS cloud:aws → nvidia 2025-11-03..2026-06-29 prospective',
      'CHIPS cloud:aws → nvidia 2026-06-30..',
    ]);
  });

  it('makes both sides depend on a vendor that takes part as chip supplier', () => {
    const parties = [...OPENAI_AWS.parties, 'chip_supplier nvidia'];
    expect(edgesFrom(deal('d', { ...OPENAI_AWS, parties }), 'CHIPS')).toEqual([
      'CHIPS cloud:aws → nvidia 2025-11-03..',
      'CHIPS openai → nvidia 2025-11-03..',
    ]);
  });

  it('does not make a lender depend on the chips that it pays for', () => {
    const loan = { form: 'DEBT_FINANCING', parties: ['borrower mistral', 'lender bank', 'chip_supplier nvidia'] };
    expect(edgesFrom(deal('d', loan))).toEqual([
      'CAPITAL mistral → bank 2025-03-01..',
      'CHIPS mistral → nvidia 2025-03-01..',
    ]);
  });

  it('reads what a supplier supplies from what it is known for', () => {
    const roles = [
      claim('company:broadcom', 'role', 'chip_designer'),
      claim('company:samsung', 'role', 'foundry'),
      claim('company:samsung', 'role', 'memory'),
      claim('company:dell', 'role', 'server_oem'),
    ];
    const loi = { form: 'FRAMEWORK', status: 'LETTER_OF_INTENT', parties: ['customer openai', 'supplier samsung'] };
    const chips = { form: 'CHIP_SUPPLY', parties: ['customer openai', 'supplier broadcom'] };
    const hosting = { form: 'COMPUTE_PURCHASE', parties: ['customer msft', 'provider cloud:iren', 'supplier dell'] };
    expect(edgesFrom([...roles, ...deal('a', loi), ...deal('b', chips), ...deal('c', hosting)])).toEqual([
      'CHIPS openai → broadcom 2025-03-01..',
      'COMPUTE msft → cloud:iren 2025-03-01..',
      'MEMORY openai → samsung 2025-03-01.. prospective',
      'SERVERS cloud:iren → dell 2025-03-01..',
    ]);
  });

  it('reads a licence as a tool', () => {
    expect(edgesFrom(deal('d', { form: 'LICENCE', parties: ['licensee nvidia', 'licensor groq'] }))).toEqual([
      'TOOLS nvidia → groq 2025-03-01..',
    ]);
  });

  it('reads a lease as a need of the site, not of a cloud', () => {
    const lease = {
      form: 'LEASE',
      parties: ['lessee coreweave', 'lessor galaxy'],
      sites: ['datacenter:helios'],
    } as const;
    expect(edgesFrom(deal('d', lease))).toEqual(['SITE coreweave → datacenter:helios 2025-03-01..']);
    expect(edgesFrom(deal('d', { ...lease, sites: [] }))).toEqual(['SITE coreweave → galaxy 2025-03-01..']);
    const built = { form: 'INFRASTRUCTURE_PROGRAMME', parties: ['customer anthropic', 'developer fluidstack'] };
    expect(edgesFrom(deal('d', built))).toEqual(['SITE anthropic → fluidstack 2025-03-01..']);
  });

  it('makes the owned depend on who acquired it, once that is completed', () => {
    const more = [claim('deal:d', 'status', 'COMPLETED', { validFrom: '2025-11-25' })];
    const parties = ['acquirer softbank', 'target ampere'];
    expect(edgesFrom(deal('d', { form: 'ACQUISITION', status: 'ACTIVE', parties, more }))).toEqual([
      'OWNERSHIP ampere → softbank 2025-03-01..2025-11-24 prospective',
      'OWNERSHIP ampere → softbank 2025-11-25..',
    ]);
  });

  it('keeps power from reactors in development prospective, however binding the deal', () => {
    const ppa = deal('d', { form: 'ENERGY_PPA', parties: ['offtaker google', 'seller kairos', 'seller vistra'] });
    const develops = relation('company:kairos', 'develops_smr_for', 'company:google', { saidOn: '2025-06-01' });
    expect(edgesFrom([...ppa, develops])).toEqual([
      'ENERGY google → kairos 2025-03-01.. prospective',
      'ENERGY google → kairos 2025-06-01.. prospective undated',
      'ENERGY google → vistra 2025-03-01..',
    ]);
  });

  it('starts an undated relation no earlier than the dated deal between the same parties', () => {
    const hosting = (saidOn: string) => relation('company:openai', 'hosts_on', 'cloud:aws', { saidOn });
    expect(edgesFrom([...deal('d', OPENAI_AWS), hosting('2025-06-01')])).toEqual([
      'COMPUTE openai → cloud:aws 2025-11-03..',
      'COMPUTE openai → cloud:aws 2025-11-03.. undated',
    ]);
    expect(edgesFrom([...deal('d', OPENAI_AWS), hosting('2026-01-01')])).toContain(
      'COMPUTE openai → cloud:aws 2026-01-01.. undated',
    );
  });

  it('leaves other undated dependencies of the same pair where they are', () => {
    // AWS has depended on Amazon's Trainium since its release, not only since the first deal that names a Trainium.
    const trainium = [
      relation('cloud:aws', 'operated_by', 'company:amazon'),
      relation('chip:trainium2', 'designed_by', 'company:amazon'),
      claim('chip:trainium2', 'released', '2024-12-03'),
      claim('chip:trainium2', 'category', 'asic'),
    ];
    expect(edgesFrom([...deal('d', { ...OPENAI_AWS, chips: ['chip:trainium2'] }), ...trainium], 'CHIPS')).toEqual([
      'CHIPS cloud:aws → amazon 2024-12-03.. undated',
      'CHIPS cloud:aws → amazon 2025-11-03..',
    ]);
  });

  it('is only recalled where a needed statement is, whatever else confirms it', () => {
    const recalled = { ...designs, confidence: 'recalled' } as const;
    const edges = edgesFrom([...deal('d', { ...OPENAI_AWS, chips: ['chip:gb300'] }), recalled], 'CHIPS', 'COMPUTE');
    expect(edges).toEqual([
      'CHIPS cloud:aws → nvidia 2025-11-03.. recalled',
      'COMPUTE openai → cloud:aws 2025-11-03..',
    ]);
  });
});
