import { beforeEach, describe, expect, it } from 'vitest';
import type { StatementDraft } from '../../src/store/GraphEditor.js';
import { AMOUNT, dealOf, OPTIONS, openSmall, refusal } from './smallEditor.js';

let small: Awaited<ReturnType<typeof openSmall>>;

beforeEach(async () => {
  small = await openSmall();
});

describe('recordStatements', () => {
  it('records a claim with the defaults of the seeds, and what follows from it', async () => {
    const edit = await small.record(AMOUNT);
    expect(edit).toMatchObject({ revision: 2, at: '2026-11-15T10:00:00.000Z', repeated: false, dryRun: false });
    const made = small.ledger.current.statements.find(({ id }) => id === edit.recorded[0]);
    expect(made).toMatchObject({ saidOn: '2025-11-03', qualifier: 'exact', recordedAt: edit.at, best: true });
    expect(made?.order).toBe(Math.max(...small.ledger.current.statements.map(({ order }) => order)));
    expect(dealOf(small.ledger.current)).toMatchObject({ amountUsd: 38e9 });
    // The dependency cites the amount now, so that its version without it ends.
    expect([edit.edgesOpened.length, edit.edgesClosed.length, edit.edgesRemoved.length]).toEqual([1, 1, 0]);
    expect(small.ledger.revisions).toMatchObject([
      { number: 2, author: 'ada', reason: 'read it', touchedIds: [AMOUNT.subject] },
    ]);
  });

  it('changes nothing and makes no revision when asked what it would do', async () => {
    const before = structuredClone(small.ledger.current);
    const edit = await small.editor.recordStatements([AMOUNT], null, { ...OPTIONS, key: 'k', dryRun: true });
    expect(edit).toMatchObject({ revision: null, at: null, dryRun: true });
    expect(edit.recorded).toHaveLength(1);
    expect([small.ledger.current, small.ledger.revisions]).toEqual([before, []]);
  });

  it('answers a repeat with the same key as it answered before', async () => {
    const first = await small.editor.recordStatements([AMOUNT], null, { ...OPTIONS, key: 'once' });
    const again = await small.editor.recordStatements([AMOUNT], null, { ...OPTIONS, key: 'once' });
    expect(again).toEqual({ ...first, repeated: true });
    expect(small.ledger.revisions).toHaveLength(1);
  });

  it('refuses the key of another request; what is left out is as good as null', async () => {
    const keyed = { ...OPTIONS, key: 'once' };
    const first = await small.editor.recordStatements([AMOUNT], null, keyed);
    const { sources: cited, ...rest } = AMOUNT;
    const same = await small.editor.recordStatements([{ sources: cited, note: null, ...rest }], null, keyed);
    expect(same).toEqual({ ...first, repeated: true });
    const said = [
      'CONFLICT',
      'The idempotency key "once" is that of another write, which made revision 2. Give this one a key of its own.',
    ];
    expect(await refusal(small.editor.recordStatements([{ ...AMOUNT, value: 1 }], null, keyed))).toEqual(said);
    expect(await refusal(small.editor.recordStatements([AMOUNT], '2026-11-01', keyed))).toEqual(said);
    expect(await refusal(small.editor.retractStatements(first.recorded, keyed))).toEqual(said);
    expect(await refusal(small.editor.mergeEntities('company:openai', 'company:amazon', keyed))).toEqual(said);
    expect(small.ledger.revisions).toHaveLength(1);
  });

  it('withdraws in the same write what the new claims take the place of', async () => {
    const { recorded: old } = await small.record(AMOUNT);
    const options = { ...OPTIONS, retract: old };
    const edit = await small.editor.recordStatements([{ ...AMOUNT, value: 40e9 }], null, options);
    expect(edit.retracted).toEqual(old);
    const told = small.ledger.current.statements.filter(({ property }) => property === 'amount');
    expect(told.map((s) => [s.value, s.recordedAt === edit.at, s.retractedAt === edit.at])).toEqual([
      [38e9, false, true],
      [40e9, true, false],
    ]);
    expect(dealOf(small.ledger.current)).toMatchObject({ amountUsd: 40e9 });
    const again = small.editor.recordStatements([{ ...AMOUNT, value: 41e9 }], null, options);
    expect((await refusal(again))[0]).toBe('CONFLICT');
    const unknown = small.editor.recordStatements([AMOUNT], null, { ...OPTIONS, retract: ['statement:no'] });
    expect(await refusal(unknown)).toEqual(['NOT_FOUND', 'No statement has the id "statement:no".']);
  });

  it('replaces by one write the only claim without which a deal is none', async () => {
    const options = { ...OPTIONS, retract: small.idOf('form') };
    const lease = { subject: AMOUNT.subject, property: 'form', value: 'LEASE', sources: AMOUNT.sources };
    await small.editor.recordStatements([lease], null, options);
    expect(dealOf(small.ledger.current)).toMatchObject({ form: 'LEASE' });
  });

  it('names every problem of form and meaning at once', async () => {
    const much: unknown = { value: 'much' };
    const drafts: StatementDraft[] = [
      { ...AMOUNT, ...(typeof much === 'object' ? much : {}) },
      { ...AMOUNT, subject: 'deal:openai-awz' },
      { ...AMOUNT, sources: ['source:pres'] },
      { ...AMOUNT, sources: [] },
      { ...AMOUNT, unit: 'NOK' },
      { ...AMOUNT, property: 'capacity_nw' },
      { ...AMOUNT, property: 'Amount' },
      { ...AMOUNT, saidOn: '2027' },
      { ...AMOUNT, property: 'party', value: null, unit: null, object: 'country:US' },
      { ...AMOUNT, property: 'form', value: 'GIFT', unit: null },
      { ...AMOUNT, property: 'end', value: '2024', unit: null },
      { ...AMOUNT, subject: 'source:press' },
    ];
    expect(await refusal(small.record(...drafts))).toEqual([
      'BAD_USER_INPUT',
      'The write has 12 problems:',
      'statements[3].sources: expected at least one source but got: [].',
      'statements[6].property: expected a property in snake_case but got: "Amount".',
      'statements[9].value: expected one of "COMPUTE_PURCHASE", "CLOUD_PARTNERSHIP", "LEASE", "CHIP_SUPPLY", "LICENCE", "EQUITY_INVESTMENT", "ACQUISITION", "DEBT_FINANCING", "ENERGY_PPA", "INFRASTRUCTURE_PROGRAMME", "JOINT_VENTURE", "FRAMEWORK" but got: "GIFT".',
      'statements[11].subject: expected an id of an entity that facts are about, not of a source but got: "source:press".',
      'statements[1].subject: expected a deal that exists (did you mean "deal:openai-aws"?) but got: "deal:openai-awz".',
      'statements[2].sources: expected a source that exists (did you mean "source:press"?) but got: "source:pres".',
      'statements[8].object: expected party of a company or cloud but got: "country:US".',
      'statements[0].value: expected a number but got: "much".',
      'statements[4].unit: expected a currency with a rate in currency.yaml but got: "NOK".',
      'statements[5].property: expected a known property (did you mean "capacity_mw"?) but got: "capacity_nw".',
      'statements[7].saidOn: expected a date not after 2026-11-15, when it was recorded but got: "2027".',
      'statements[10].value: expected a date not before announced 2025-11-03 but got: "2024".',
    ]);
  });

  it('refuses a claim that stands, and takes one again that was withdrawn', async () => {
    const { recorded } = await small.record(AMOUNT);
    expect(await refusal(small.record(AMOUNT))).toEqual([
      'CONFLICT',
      `statements[0] says what the statement "${recorded[0]}" says already.`,
    ]);
    await small.editor.retractStatements(recorded, OPTIONS);
    expect(dealOf(small.ledger.current)).toMatchObject({ amountUsd: null });
    const again = await small.record(AMOUNT);
    expect(again.recorded).not.toEqual(recorded);
    expect(dealOf(small.ledger.current)).toMatchObject({ amountUsd: 38e9 });
    expect((await refusal(small.record(AMOUNT)))[1]).toContain(`"${again.recorded[0]}"`);
    expect((await refusal(small.record({ ...AMOUNT, value: 1 }, { ...AMOUNT, value: 1 })))[1]).toBe(
      'statements[1]: expected a claim made once but got: the same as statements[0].',
    );
  });

  it('takes at most 500 claims, and at least one', async () => {
    const many = Array.from({ length: 501 }, (_, value) => ({ ...AMOUNT, value }));
    expect((await refusal(small.record(...many)))[1]).toBe('Expected 1 to 500 statements but got: 501.');
    expect((await refusal(small.record()))[1]).toBe('Expected 1 to 500 statements but got: 0.');
  });

  it('shows the first fifty problems and counts the rest', async () => {
    const lines = await refusal(small.record(...Array.from({ length: 60 }, () => ({ ...AMOUNT, unit: 'XXX' }))));
    expect([lines.length, lines[1], lines.at(-1)]).toEqual([53, 'The write has 119 problems:', '… and 69 more.']);
  });

  it('moves the day through which data was collected, only forward and never beyond today', async () => {
    const move = (day: string) => small.editor.recordStatements([], day, OPTIONS);
    expect(await refusal(move('2026-09-01'))).toEqual([
      'BAD_USER_INPUT',
      'dataThrough: expected a day from 2026-09-30 through 2026-11-15 but got: "2026-09-01".',
    ]);
    expect((await refusal(move('2026-11-16')))[0]).toBe('BAD_USER_INPUT');
    await move('2026-10-31');
    expect(small.ledger.current.meta).toMatchObject({ dataThrough: '2026-10-31', revision: 2 });
  });

  it('wants an author and a reason', async () => {
    const write = (note: object) => refusal(small.editor.recordStatements([AMOUNT], null, { ...OPTIONS, ...note }));
    expect(await write({ author: ' ' })).toEqual([
      'BAD_USER_INPUT',
      'Expected author of 1..200 characters but got: " ".',
    ]);
    expect((await write({ author: 'x'.repeat(201) }))[0]).toBe('BAD_USER_INPUT');
    expect((await write({ reason: 'x'.repeat(2_001) }))[0]).toBe('BAD_USER_INPUT');
    expect((await write({ key: '' }))[0]).toBe('BAD_USER_INPUT');
  });

  it('writes nothing once it was given up', async () => {
    const signal = AbortSignal.abort();
    expect((await refusal(small.editor.recordStatements([AMOUNT], null, { ...OPTIONS, signal })))[0]).toBe('TIMEOUT');
  });
});
