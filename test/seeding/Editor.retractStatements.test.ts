import { beforeEach, describe, expect, it } from 'vitest';
import { AMOUNT, dealOf, OPTIONS, openSmall, refusal, sources } from './smallEditor.js';

let small: Awaited<ReturnType<typeof openSmall>>;

beforeEach(async () => {
  small = await openSmall();
});

describe('retractStatements', () => {
  it('refuses what is unknown or was withdrawn', async () => {
    const { recorded } = await small.record(AMOUNT);
    await small.editor.retractStatements(recorded, OPTIONS);
    expect((await refusal(small.editor.retractStatements(recorded, OPTIONS)))[0]).toBe('CONFLICT');
    expect(await refusal(small.editor.retractStatements(['statement:no'], OPTIONS))).toEqual([
      'NOT_FOUND',
      'No statement has the id "statement:no".',
    ]);
  });

  it('refuses the last claim without which a deal is none', async () => {
    const [form = ''] = small.idOf('form');
    expect((await refusal(small.editor.retractStatements([form], OPTIONS)))[1]).toBe(
      `Expected another claim of form of "deal:openai-aws" to stand: record it first but got: the withdrawal of the last one, "${form}".`,
    );
    await small.record({ subject: AMOUNT.subject, property: 'form', value: 'LEASE', sources });
    expect((await small.editor.retractStatements([form], OPTIONS)).retracted).toEqual([form]);
    expect(dealOf(small.ledger.current)).toMatchObject({ form: 'LEASE' });
  });
});
