import { beforeEach, describe, expect, it } from 'vitest';
import { deriveDataset } from '../../src/derive/deriveDataset.js';
import { factsOf } from '../../src/derive/factsOf.js';
import type { Dataset } from '../../src/model/dataset.js';
import { isSameContent } from '../../src/model/diffDatasets.js';
import { GraphError } from '../../src/model/errors.js';
import type { EntityId } from '../../src/model/ids.js';
import { Editor } from '../../src/seeding/Editor.js';
import { REQUIRED_PROPERTIES } from '../../src/seeding/plainProperties.js';
import { readFacts } from '../../src/seeding/readFacts.js';
import { RECORD_FORMS } from '../../src/seeding/recordForms.js';
import type { StatementDraft } from '../../src/store/GraphEditor.js';
import { MemoryLedger } from '../../src/store/memory/MemoryLedger.js';
import { ReadOnlyEditor } from '../../src/store/ReadOnlyEditor.js';
import { inOneOrder } from '../support/randomDataset.js';
import { source } from '../support/records.js';
import { smallDataset } from '../support/smallDataset.js';
import { SMALL, seedFolder } from './seedFolder.js';

const SEEDS = new URL('../../seeds', import.meta.url).pathname;
const NOW = Date.parse('2026-11-15T10:00:00Z');
const OPTIONS = { author: 'ada', reason: 'read it', key: null, dryRun: false, signal: null };
const sources: EntityId[] = ['source:press'];
const AMOUNT = { subject: 'deal:openai-aws', property: 'amount', value: 38e9, unit: 'USD', sources } as const;

let ledger: MemoryLedger;
let editor: Editor;

beforeEach(async () => {
  ledger = new MemoryLedger(deriveDataset(await readFacts([await seedFolder(SMALL)])), () => NOW);
  editor = new Editor(ledger);
});

const record = (...drafts: StatementDraft[]) => editor.recordStatements(drafts, null, OPTIONS);
const dealOf = ({ entities }: Dataset) => entities.find(({ id }) => id === 'deal:openai-aws');
const idOf = (property: string, subject = 'deal:openai-aws') =>
  ledger.current.statements.filter((s) => s.property === property && s.subject === subject).map(({ id }) => id);

/** The kind and the lines of what a write is refused with. */
async function refusal(write: Promise<unknown>): Promise<readonly string[]> {
  try {
    await write;
  } catch (error) {
    if (error instanceof GraphError) return [error.kind, ...error.message.split('\n')];
    throw error;
  }
  return [];
}

describe('recordStatements', () => {
  it('records a claim with the defaults of the seeds, and what follows from it', async () => {
    const edit = await record(AMOUNT);
    expect(edit).toMatchObject({ revision: 2, at: '2026-11-15T10:00:00.000Z', repeated: false, dryRun: false });
    const made = ledger.current.statements.find(({ id }) => id === edit.recorded[0]);
    expect(made).toMatchObject({ saidOn: '2025-11-03', qualifier: 'exact', recordedAt: edit.at, best: true });
    expect(made?.order).toBe(Math.max(...ledger.current.statements.map(({ order }) => order)));
    expect(dealOf(ledger.current)).toMatchObject({ amountUsd: 38e9 });
    // The dependency cites the amount now, so that its version without it ends.
    expect([edit.edgesOpened.length, edit.edgesClosed.length, edit.edgesRemoved.length]).toEqual([1, 1, 0]);
    expect(ledger.revisions).toMatchObject([
      { number: 2, author: 'ada', reason: 'read it', touchedIds: [AMOUNT.subject] },
    ]);
  });

  it('changes nothing and makes no revision when asked what it would do', async () => {
    const before = structuredClone(ledger.current);
    const edit = await editor.recordStatements([AMOUNT], null, { ...OPTIONS, key: 'k', dryRun: true });
    expect(edit).toMatchObject({ revision: null, at: null, dryRun: true });
    expect(edit.recorded).toHaveLength(1);
    expect([ledger.current, ledger.revisions]).toEqual([before, []]);
  });

  it('answers a repeat with the same key as it answered before', async () => {
    const first = await editor.recordStatements([AMOUNT], null, { ...OPTIONS, key: 'once' });
    const again = await editor.recordStatements([AMOUNT], null, { ...OPTIONS, key: 'once' });
    expect(again).toEqual({ ...first, repeated: true });
    expect(ledger.revisions).toHaveLength(1);
  });

  it('refuses the key of another request; what is left out is as good as null', async () => {
    const keyed = { ...OPTIONS, key: 'once' };
    const first = await editor.recordStatements([AMOUNT], null, keyed);
    const { sources: cited, ...rest } = AMOUNT;
    const same = await editor.recordStatements([{ sources: cited, note: null, ...rest }], null, keyed);
    expect(same).toEqual({ ...first, repeated: true });
    const said = [
      'CONFLICT',
      'The idempotency key "once" is that of another write, which made revision 2. Give this one a key of its own.',
    ];
    expect(await refusal(editor.recordStatements([{ ...AMOUNT, value: 1 }], null, keyed))).toEqual(said);
    expect(await refusal(editor.recordStatements([AMOUNT], '2026-11-01', keyed))).toEqual(said);
    expect(await refusal(editor.retractStatements(first.recorded, keyed))).toEqual(said);
    expect(await refusal(editor.mergeEntities('company:openai', 'company:amazon', keyed))).toEqual(said);
    expect(ledger.revisions).toHaveLength(1);
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
    expect(await refusal(record(...drafts))).toEqual([
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
    const { recorded } = await record(AMOUNT);
    expect(await refusal(record(AMOUNT))).toEqual([
      'CONFLICT',
      `statements[0] says what the statement "${recorded[0]}" says already.`,
    ]);
    await editor.retractStatements(recorded, OPTIONS);
    expect(dealOf(ledger.current)).toMatchObject({ amountUsd: null });
    const again = await record(AMOUNT);
    expect(again.recorded).not.toEqual(recorded);
    expect(dealOf(ledger.current)).toMatchObject({ amountUsd: 38e9 });
    expect((await refusal(record(AMOUNT)))[1]).toContain(`"${again.recorded[0]}"`);
    expect((await refusal(record({ ...AMOUNT, value: 1 }, { ...AMOUNT, value: 1 })))[1]).toBe(
      'statements[1]: expected a claim made once but got: the same as statements[0].',
    );
  });

  it('takes at most 500 claims, and at least one', async () => {
    const many = Array.from({ length: 501 }, (_, value) => ({ ...AMOUNT, value }));
    expect((await refusal(record(...many)))[1]).toBe('Expected 1 to 500 statements but got: 501.');
    expect((await refusal(record()))[1]).toBe('Expected 1 to 500 statements but got: 0.');
  });

  it('shows the first fifty problems and counts the rest', async () => {
    const lines = await refusal(record(...Array.from({ length: 60 }, () => ({ ...AMOUNT, unit: 'XXX' }))));
    expect([lines.length, lines[1], lines.at(-1)]).toEqual([53, 'The write has 119 problems:', '… and 69 more.']);
  });

  it('moves the day through which data was collected, only forward and never beyond today', async () => {
    const move = (day: string) => editor.recordStatements([], day, OPTIONS);
    expect(await refusal(move('2026-09-01'))).toEqual([
      'BAD_USER_INPUT',
      'dataThrough: expected a day from 2026-09-30 through 2026-11-15 but got: "2026-09-01".',
    ]);
    expect((await refusal(move('2026-11-16')))[0]).toBe('BAD_USER_INPUT');
    await move('2026-10-31');
    expect(ledger.current.meta).toMatchObject({ dataThrough: '2026-10-31', revision: 2 });
  });

  it('wants an author and a reason', async () => {
    const write = (note: object) => refusal(editor.recordStatements([AMOUNT], null, { ...OPTIONS, ...note }));
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
    expect((await refusal(editor.recordStatements([AMOUNT], null, { ...OPTIONS, signal })))[0]).toBe('TIMEOUT');
  });
});

describe('retractStatements', () => {
  it('refuses what is unknown or was withdrawn', async () => {
    const { recorded } = await record(AMOUNT);
    await editor.retractStatements(recorded, OPTIONS);
    expect((await refusal(editor.retractStatements(recorded, OPTIONS)))[0]).toBe('CONFLICT');
    expect(await refusal(editor.retractStatements(['statement:no'], OPTIONS))).toEqual([
      'NOT_FOUND',
      'No statement has the id "statement:no".',
    ]);
  });

  it('refuses the last claim without which a deal is none', async () => {
    const [form = ''] = idOf('form');
    expect((await refusal(editor.retractStatements([form], OPTIONS)))[1]).toBe(
      `Expected another claim of form of "deal:openai-aws" to stand: record it first but got: the withdrawal of the last one, "${form}".`,
    );
    await record({ subject: AMOUNT.subject, property: 'form', value: 'LEASE', sources });
    expect((await editor.retractStatements([form], OPTIONS)).retracted).toEqual([form]);
    expect(dealOf(ledger.current)).toMatchObject({ form: 'LEASE' });
  });
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
    const lines = await refusal(editor.upsertEntities([source, head], OPTIONS));
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
    const edit = await editor.upsertEntities([source, { ...head, statements }], OPTIONS);
    expect([edit.created, edit.updated, edit.recorded.length]).toEqual([['deal:new', 'source:new'], [], 4]);
    expect(ledger.current.statements.find((s) => s.subject === id)?.saidOn).toBe('2026-10-10');
  });

  it('leaves what is left out, and says only what changed', async () => {
    const edit = await editor.upsertEntities(
      [
        { id: 'company:openai', aliases: ['Open AI'] },
        { id: 'company:amazon', name: 'Amazon' },
      ],
      OPTIONS,
    );
    expect(edit).toMatchObject({ created: [], updated: ['company:openai'] });
    expect(ledger.current.entities.find(({ id }) => id === 'company:openai')).toMatchObject({
      name: 'OpenAI',
      aliases: ['Open AI'],
      country: 'country:US',
    });
  });

  it('names every problem at once', async () => {
    expect(
      await refusal(
        editor.upsertEntities(
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

describe('mergeEntities', () => {
  const other = { id: 'company:open-ai', name: 'Open AI Inc', aliases: ['OAI'], sources } as const;

  it('leads the old id to the other, which is found by the names of both', async () => {
    await editor.upsertEntities([other], OPTIONS);
    await record({ subject: other.id, property: 'founded', value: '2015', sources });
    const edit = await editor.mergeEntities(other.id, 'company:openai', OPTIONS);
    expect([edit.merged, edit.updated]).toEqual([['company:open-ai'], ['company:openai']]);
    expect(ledger.current.redirects.get(other.id)).toBe('company:openai');
    expect(ledger.current.entities.find(({ id }) => id === 'company:openai')).toMatchObject({
      aliases: ['Open AI Inc', 'OAI'],
      founded: '2015',
    });
    expect((await refusal(editor.mergeEntities(other.id, 'company:amazon', OPTIONS)))[0]).toBe('CONFLICT');
    // What is said of the old id is said of the other.
    const claim = { subject: other.id, property: 'founded', value: '2015', sources } as const;
    expect((await refusal(record(claim)))[0]).toBe('CONFLICT');
  });

  it('refuses what cannot be merged', async () => {
    const merge = (from: EntityId, into: EntityId) => refusal(editor.mergeEntities(from, into, OPTIONS));
    expect(await merge('company:opena', 'company:amazon')).toEqual([
      'NOT_FOUND',
      'No company has the id "company:opena". Did you mean "company:openai"?',
    ]);
    expect((await merge('company:amazon', 'cloud:aws'))[0]).toBe('BAD_USER_INPUT');
    expect((await merge('company:amazon', 'company:amazon'))[0]).toBe('BAD_USER_INPUT');
    await record({ subject: 'company:openai', property: 'parent', object: 'company:amazon', sources });
    expect((await merge('company:openai', 'company:amazon'))[1]).toContain(
      'expected an owner that it does not own itself',
    );
  });
});

describe('Editor on the shipped dataset', () => {
  it('keeps what deriving all facts again gives, write after write', async () => {
    const shipped = new MemoryLedger(deriveDataset(await readFacts([SEEDS])), () => NOW);
    const curate = new Editor(shipped);
    const [deal] = shipped.current.entities.filter(({ kind }) => kind === 'deal');
    const [claimed] = shipped.current.statements.filter((s) => s.property === 'amount');
    const [cited] = shipped.current.entities.filter(({ kind }) => kind === 'source');
    if (!deal || !claimed || !cited) throw new Error('Expected deals, amounts and sources.');
    const from = [cited.id];
    await curate.upsertEntities(
      [
        { id: 'company:new', name: 'New', sources: from },
        { id: deal.id, name: 'X' },
      ],
      OPTIONS,
    );
    await curate.recordStatements(
      [{ subject: deal.id, property: 'party', object: 'company:new', scope: 'provider', sources: from }],
      '2026-10-31',
      OPTIONS,
    );
    await curate.retractStatements([claimed.id], OPTIONS);
    await curate.mergeEntities('company:new', 'company:openai', OPTIONS);
    const { current } = shipped;
    expect(current.meta).toMatchObject({ revision: 5, dataThrough: '2026-10-31', closedBefore: ['2026-09-30'] });
    expect(isSameContent(inOneOrder(current), inOneOrder(deriveDataset(factsOf(current))))).toBe(true);
  });

  it('refuses a write that touches too much, with the count', async () => {
    const sites = Array.from({ length: 80 }, (_, i): EntityId => `company:c${i}`);
    const pairs = sites.flatMap((subject) => sites.map((object) => ({ subject, property: 'fabricates_at', object })));
    const dated = source('press', { published: null });
    const base = smallDataset({
      entities: [dated],
      statements: pairs.map((s) => ({ ...s, saidOn: '2026-09-30', sources })),
    });
    const crowded = new Editor(new MemoryLedger(deriveDataset(factsOf(base)), () => NOW));
    const write = crowded.upsertEntities([{ id: 'source:press', publication: { published: '2026-09-30' } }], OPTIONS);
    expect(await refusal(write)).toEqual([
      'CONFLICT',
      'Expected a write that affects at most 5000 dependencies but it affects 12640. Make it in smaller parts, or give it to "aigraph rederive --write FILE".',
    ]);
  });
});

describe('ReadOnlyEditor', () => {
  it('refuses every write and says what would be right', async () => {
    const closed = new ReadOnlyEditor();
    for (const write of [
      () => closed.recordStatements(),
      () => closed.retractStatements(),
      () => closed.upsertEntities(),
      () => closed.mergeEntities(),
    ]) {
      expect(await refusal(write())).toEqual([
        'READ_ONLY',
        'This graph is read from files and takes no writes: change the files, or keep the graph in Neo4j (set NEO4J_URI).',
      ]);
    }
  });
});

describe('REQUIRED_PROPERTIES', () => {
  it('are the fields that the forms of the seeds demand', () => {
    for (const kind of [
      'cloud',
      'deal',
      'initiative',
      'policy',
      'company',
      'chip',
      'datacenter',
      'country',
      'topic',
    ] as const) {
      const demanded = Object.entries(RECORD_FORMS[kind].shape).flatMap(([field, form]) =>
        form.safeParse(undefined).success || ['id', 'name', 'sources'].includes(field) ? [] : [field],
      );
      expect([...(REQUIRED_PROPERTIES.get(kind)?.keys() ?? [])].sort()).toEqual(demanded.sort());
    }
  });
});
