import { beforeEach, describe, expect, it } from 'vitest';
import { deriveDataset } from '../../src/derive/deriveDataset.js';
import type { Facts } from '../../src/model/dataset.js';
import type { EntityId } from '../../src/model/ids.js';
import { Editor } from '../../src/seeding/Editor.js';
import { keepWritten } from '../../src/seeding/keepWritten.js';
import { readFacts } from '../../src/seeding/readFacts.js';
import { MemoryLedger } from '../../src/store/memory/MemoryLedger.js';
import { inOneOrder } from '../support/randomDataset.js';
import { deal, SMALL, seedFolder } from './seedFolder.js';

const NOW = Date.parse('2026-11-15T10:00:00Z');
const OPTIONS = { author: 'ada', reason: 'read it', key: null, dryRun: false, signal: null };
const sources: EntityId[] = ['source:press'];
const AMOUNT = { subject: 'deal:openai-aws', property: 'amount', value: 38e9, unit: 'USD', sources } as const;

let ledger: MemoryLedger;
let editor: Editor;

const factsIn = async (files: Readonly<Record<string, string>> = {}) =>
  readFacts([await seedFolder({ ...SMALL, ...files })]);
const keep = (facts: Facts) => keepWritten(facts, ledger.current, ledger.revisions);
const statementOf = (facts: Facts, property: string, subject = 'deal:openai-aws') =>
  facts.statements.find((s) => s.property === property && s.subject === subject);
const headOf = (facts: Facts, id: EntityId) => facts.entities.find((head) => head.id === id);

beforeEach(async () => {
  ledger = new MemoryLedger(deriveDataset(await factsIn()), () => NOW);
  editor = new Editor(ledger);
});

describe('an import into a graph', () => {
  it('that nobody wrote to takes the facts as they are', async () => {
    const facts = await factsIn();
    expect(keep(facts)).toBe(facts);
  });

  it('of the same facts changes nothing of what people made', async () => {
    await editor.recordStatements([AMOUNT], null, OPTIONS);
    await editor.upsertEntities([{ id: 'company:new', name: 'New', sources }], OPTIONS);
    await editor.mergeEntities('company:new', 'company:amazon', OPTIONS);
    const { recorded } = await editor.recordStatements([{ ...AMOUNT, value: 7e9 }], '2026-11-01', OPTIONS);
    await editor.retractStatements(recorded, OPTIONS);
    expect(inOneOrder(deriveDataset(keep(await factsIn())))).toEqual(inOneOrder(ledger.current));
  });

  it('keeps what was recorded, with its time, after what it brings', async () => {
    const { recorded, at } = await editor.recordStatements([AMOUNT], null, OPTIONS);
    const facts = keep(await factsIn({ 'deal.yaml': `${SMALL['deal.yaml']}${deal('second', '')}` }));
    expect(statementOf(facts, 'amount')).toMatchObject({ id: recorded[0], recordedAt: at });
    expect(statementOf(facts, 'announced', 'deal:second')).toBeDefined();
    expect(facts.statements.map(({ order }) => order)).toEqual(facts.statements.map((_, i) => i));
  });

  it('keeps what was retracted so, though it brings it again', async () => {
    const seeded = {
      'company.yaml': SMALL['company.yaml']?.replace('OpenAI,', 'OpenAI, parent: company:amazon,') ?? '',
    };
    const own = new MemoryLedger(deriveDataset(await factsIn(seeded)), () => NOW);
    const ids = own.current.statements.filter((s) => s.property === 'parent').map(({ id }) => id);
    expect(ids).toHaveLength(1);
    await new Editor(own).retractStatements(ids, OPTIONS);
    const kept = keepWritten(await factsIn(seeded), own.current, own.revisions);
    expect(statementOf(kept, 'parent', 'company:openai')?.retractedAt).toBe('2026-11-15T10:00:00.000Z');
  });

  it('takes away what it no longer has, unless people wrote it', async () => {
    await editor.recordStatements([AMOUNT], null, OPTIONS);
    const facts = keep(
      await factsIn({
        'deal.yaml': deal('openai-aws', '').replace('  announced: 2025-11-03\n', '  announced: 2025-11-04\n'),
      }),
    );
    expect(facts.statements.filter(({ property }) => property === 'announced').map(({ value }) => value)).toEqual([
      '2025-11-04',
    ]);
    expect(statementOf(facts, 'amount')).toBeDefined();
  });

  it('keeps the names that people gave, and what only they speak of', async () => {
    await editor.upsertEntities([{ id: 'company:amazon', name: 'Amazon.com', aliases: ['AMZN'] }], OPTIONS);
    await editor.upsertEntities([{ id: 'company:new', name: 'New', sources }], OPTIONS);
    const facts = keep(await factsIn());
    expect(headOf(facts, 'company:amazon')).toMatchObject({ name: 'Amazon.com', aliases: ['AMZN'] });
    expect(headOf(facts, 'company:new')).toMatchObject({ name: 'New' });
  });

  it('brings new names of what people only said something of', async () => {
    await editor.recordStatements([AMOUNT], null, OPTIONS);
    const renamed = { 'deal.yaml': deal('openai-aws', '').replace(/name: .*/, 'name: OpenAI buys of AWS') };
    expect(headOf(keep(await factsIn(renamed)), 'deal:openai-aws')).toMatchObject({ name: 'OpenAI buys of AWS' });
  });

  it('keeps a merge, whatever it says of either id', async () => {
    await editor.mergeEntities('company:openai', 'company:amazon', OPTIONS);
    const facts = keep(await factsIn());
    expect(headOf(facts, 'company:openai')).toMatchObject({ mergedInto: 'company:amazon' });
    expect(headOf(facts, 'company:amazon')).toMatchObject({ aliases: ['OpenAI'] });
  });

  it('keeps an entity that it no longer has where people speak of it', async () => {
    const buys = { subject: 'company:openai', property: 'customer_of', object: 'company:amazon', sources } as const;
    await editor.recordStatements([buys], null, OPTIONS);
    const without = {
      'company.yaml': '- { id: company:openai, name: OpenAI, country: US, sources: [press] }',
      'cloud.yaml': '- { id: cloud:aws, name: AWS, operatedBy: company:openai, sources: [press] }',
    };
    expect(headOf(keep(await factsIn(without)), 'company:amazon')).toMatchObject({ name: 'Amazon' });
  });

  it('reads through the later of both days', async () => {
    await editor.recordStatements([], '2026-11-10', OPTIONS);
    expect(keep(await factsIn()).meta.dataThrough).toBe('2026-11-10');
    const later = {
      'dataset.yaml':
        SMALL['dataset.yaml']?.replaceAll('2026-09-30', '2026-11-12').replaceAll('2026-10-01', '2026-11-13') ?? '',
    };
    // Each day that was the last one before stands for what was said by then without a date.
    expect(keep(await factsIn(later)).meta).toMatchObject({
      dataThrough: '2026-11-12',
      closedBefore: ['2026-09-30', '2026-11-10'],
    });
  });
});
