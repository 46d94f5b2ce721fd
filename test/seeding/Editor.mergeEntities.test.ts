import { beforeEach, describe, expect, it } from 'vitest';
import type { EntityId } from '../../src/model/ids.js';
import { OPTIONS, openSmall, refusal, sources } from './smallEditor.js';

let small: Awaited<ReturnType<typeof openSmall>>;

beforeEach(async () => {
  small = await openSmall();
});

describe('mergeEntities', () => {
  const other = { id: 'company:open-ai', name: 'Open AI Inc', aliases: ['OAI'], sources } as const;

  it('leads the old id to the other, which is found by the names of both', async () => {
    await small.editor.upsertEntities([other], OPTIONS);
    await small.record({ subject: other.id, property: 'founded', value: '2015', sources });
    const edit = await small.editor.mergeEntities(other.id, 'company:openai', OPTIONS);
    expect([edit.merged, edit.updated]).toEqual([['company:open-ai'], ['company:openai']]);
    expect(small.ledger.current.redirects.get(other.id)).toBe('company:openai');
    expect(small.ledger.current.entities.find(({ id }) => id === 'company:openai')).toMatchObject({
      aliases: ['Open AI Inc', 'OAI'],
      founded: '2015',
    });
    expect((await refusal(small.editor.mergeEntities(other.id, 'company:amazon', OPTIONS)))[0]).toBe('CONFLICT');
    // What is said of the old id is said of the other.
    const claim = { subject: other.id, property: 'founded', value: '2015', sources } as const;
    expect((await refusal(small.record(claim)))[0]).toBe('CONFLICT');
  });

  it('refuses what cannot be merged', async () => {
    const merge = (from: EntityId, into: EntityId) => refusal(small.editor.mergeEntities(from, into, OPTIONS));
    expect(await merge('company:opena', 'company:amazon')).toEqual([
      'NOT_FOUND',
      'No company has the id "company:opena". Did you mean "company:openai"?',
    ]);
    expect((await merge('company:amazon', 'cloud:aws'))[0]).toBe('BAD_USER_INPUT');
    expect((await merge('company:amazon', 'company:amazon'))[0]).toBe('BAD_USER_INPUT');
    await small.record({ subject: 'company:openai', property: 'parent', object: 'company:amazon', sources });
    expect((await merge('company:openai', 'company:amazon'))[1]).toContain(
      'expected an owner that it does not own itself',
    );
  });
});
