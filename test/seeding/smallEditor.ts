import { deriveDataset } from '../../src/derive/deriveDataset.js';
import type { Dataset } from '../../src/model/dataset.js';
import { GraphError } from '../../src/model/errors.js';
import type { EntityId } from '../../src/model/ids.js';
import { Editor } from '../../src/seeding/Editor.js';
import { readFacts } from '../../src/seeding/readFacts.js';
import type { StatementDraft } from '../../src/store/GraphEditor.js';
import { MemoryLedger } from '../../src/store/memory/MemoryLedger.js';
import { SMALL, seedFolder } from './seedFolder.js';

export const NOW = Date.parse('2026-11-15T10:00:00Z');
export const OPTIONS = { author: 'ada', reason: 'read it', key: null, dryRun: false, signal: null };
export const sources: EntityId[] = ['source:press'];
export const AMOUNT = { subject: 'deal:openai-aws', property: 'amount', value: 38e9, unit: 'USD', sources } as const;

/** An editor of the small dataset, which a test may change. */
export async function openSmall() {
  const ledger = new MemoryLedger(deriveDataset(await readFacts([await seedFolder(SMALL)])), () => NOW);
  const editor = new Editor(ledger);
  return {
    ledger,
    editor,
    record: (...drafts: StatementDraft[]) => editor.recordStatements(drafts, null, OPTIONS),
    idOf: (property: string, subject = 'deal:openai-aws') =>
      ledger.current.statements.filter((s) => s.property === property && s.subject === subject).map(({ id }) => id),
  };
}

export const dealOf = ({ entities }: Dataset) => entities.find(({ id }) => id === 'deal:openai-aws');

/** The kind and the lines of what a write is refused with. */
export async function refusal(write: Promise<unknown>): Promise<readonly string[]> {
  try {
    await write;
  } catch (error) {
    if (error instanceof GraphError) return [error.kind, ...error.message.split('\n')];
    throw error;
  }
  return [];
}
