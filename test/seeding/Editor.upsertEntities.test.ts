import { beforeEach, describe, expect, it } from 'vitest';
import type { EntityId } from '../../src/model/ids.js';
import { OPTIONS, openSmall, refusal, sources } from './smallEditor.js';

let small: Awaited<ReturnType<typeof openSmall>>;

beforeEach(async () => {
  small = await openSmall();
});

describe('upsertEntities', () => {
  it('makes a source and a deal with the claims without which it is none', async () => {
    const id: EntityId = 'deal:new';
    const head = { id, name: 'New deal', sources: ['source:new'] as const };
    const source = {
      id: 'source:new',
      name: 'News',
      publication: { publisher: 'N', medium: 'news', read: 'direct', licence: 'CC0-1.0', published: '2026-10-10' },
    } as const;
    const lines = await refusal(small.editor.upsertEntities([source, head], OPTIONS));
    expect(lines).toEqual([
      'BAD_USER_INPUT',
      'The write has 4 problems:',
      'entities[1].statements: expected a claim of form of a new deal (The form in which the deal was made) but got: none.',
      'entities[1].statements: expected a claim of party of a new deal (A party; the scope is its role as the source has it) but got: none.',
      'entities[1].statements: expected a claim of announced of a new deal (When it was announced) but got: none.',
      'entities[1].statements: expected a claim of status of a new deal (Status from a date on; the values depend on the kind of entity) but got: none.',
    ]);
    const said = { sources: head.sources } as const;
    const statements = [
      { property: 'form', value: 'LEASE', ...said },
      { property: 'party', object: 'company:openai', scope: 'customer', ...said },
      { property: 'announced', value: '2026-10-09', ...said },
      { property: 'status', value: 'ACTIVE', validFrom: '2026-10-09', ...said },
    ] as const;
    const edit = await small.editor.upsertEntities([source, { ...head, statements }], OPTIONS);
    expect([edit.created, edit.updated, edit.recorded.length]).toEqual([['deal:new', 'source:new'], [], 4]);
    expect(small.ledger.current.statements.find((s) => s.subject === id)?.saidOn).toBe('2026-10-10');
  });

  it('leaves what is left out, and says only what changed', async () => {
    const edit = await small.editor.upsertEntities(
      [
        { id: 'company:openai', aliases: ['Open AI'] },
        { id: 'company:amazon', name: 'Amazon' },
      ],
      OPTIONS,
    );
    expect(edit).toMatchObject({ created: [], updated: ['company:openai'] });
    expect(small.ledger.current.entities.find(({ id }) => id === 'company:openai')).toMatchObject({
      name: 'OpenAI',
      aliases: ['Open AI'],
      country: 'country:US',
    });
  });

  it('names every problem at once', async () => {
    expect(
      await refusal(
        small.editor.upsertEntities(
          [
            { id: 'company:x' },
            { id: 'country:XX', name: 'X', sources },
            { id: 'company:y', name: '', sources: ['source:pres'] },
            { id: 'company:z', name: 'Z', sources, publication: { publisher: 'P' } },
            { id: 'source:n', name: 'N', publication: { url: 'nowhere' } },
          ],
          OPTIONS,
        ),
      ),
    ).toEqual([
      'BAD_USER_INPUT',
      'The write has 6 problems:',
      'entities[0].name: expected name of a new entity but got: nothing.',
      'entities[0].sources: expected sources of a new entity but got: nothing.',
      'entities[1].id: expected an id such as "country:NO" with a code of ISO 3166-1, or EU but got: "country:XX".',
      'entities[2].name: expected a text that is not empty but got: "".',
      'entities[3].publication: expected a field that exists but got: "publication".',
      'entities[4].publication.url: expected an address such as https://example.org/page but got: "nowhere".',
    ]);
  });
});
