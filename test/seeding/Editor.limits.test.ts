import { expect, it } from 'vitest';
import { NO_LIMITS, WRITE_LIMITS } from '../../src/seeding/decideEdit.js';
import { Editor } from '../../src/seeding/Editor.js';
import { MemoryLedger } from '../../src/store/memory/MemoryLedger.js';
import { bareRecord, source } from '../support/records.js';
import { smallDataset, statement } from '../support/smallDataset.js';
import { NOW, OPTIONS, refusal } from './smallEditor.js';

const claims = Array.from({ length: WRITE_LIMITS.derivedAgain + 1 }, (_, order) =>
  statement({ subject: 'company:a', property: 'note', scope: `part ${order}`, order }),
);
const entities = [bareRecord('company:a'), bareRecord('company:b'), source('s1')];
const ledgerOfMany = () => new MemoryLedger(smallDataset({ entities, statements: claims }), () => NOW);

it('a write for which all of many statements would be derived again is refused, with what to do', async () => {
  const editor = new Editor(ledgerOfMany());
  expect(await refusal(editor.mergeEntities('company:a', 'company:b', OPTIONS))).toEqual([
    'CONFLICT',
    'Expected a write that has at most 20000 statements derived again but it has 20001: it changes what was derived for earlier times, or the day on which all fields are read. Give it to "aigraph rederive --write FILE".',
  ]);
  const claim = { subject: 'company:a', property: 'note', value: 'new', sources: ['source:s1'] } as const;
  expect(await refusal(editor.recordStatements([claim], null, OPTIONS))).toEqual([]);
  expect(await refusal(editor.recordStatements([], '2026-11-14', OPTIONS))).toEqual([]);
});

it('the same write is made where it may take as long as it takes', async () => {
  const { merged } = await new Editor(ledgerOfMany(), NO_LIMITS).mergeEntities('company:a', 'company:b', OPTIONS);
  expect(merged).not.toBeNull();
});
