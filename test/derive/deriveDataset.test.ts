import { describe, expect, it } from 'vitest';
import { deriveDataset } from '../../src/derive/deriveDataset.js';
import { materialiseAt } from '../../src/derive/materialiseAt.js';
import type { EntityId } from '../../src/model/ids.js';
import { company, source } from '../support/records.js';
import { claim, deal, facts, relation } from './facts.js';

const AMAZON = [
  relation('cloud:aws', 'operated_by', 'company:amazon'),
  relation('company:amazon', 'hq_country', 'country:US'),
];
const KNOWN_AT = '2026-10-01T00:00:00Z';

describe('deriveDataset', () => {
  it('makes records as of the day through which the data was collected', () => {
    const { entities } = deriveDataset(facts([...AMAZON, claim('company:amazon', 'founded', '1994')]));
    expect(entities.find((e) => e.id === 'cloud:aws')).toMatchObject({ country: 'country:US' });
    expect(entities.find((e) => e.id === 'company:amazon')).toMatchObject({ founded: '1994', country: 'country:US' });
  });

  it('ends a deal’s time in force when another that supersedes it is announced', () => {
    const parties = ['customer openai', 'provider cloud:aws'];
    const more = [relation('deal:e', 'supersedes', 'deal:d')];
    const { entities } = deriveDataset(
      facts([
        ...deal('d', { form: 'COMPUTE_PURCHASE', parties }),
        ...deal('e', { form: 'COMPUTE_PURCHASE', parties, announced: '2026-01-10', more }),
      ]),
    );
    expect(entities.find((e) => e.id === 'deal:d')).toMatchObject({
      inForceFrom: '2025-03-01',
      inForceTo: '2026-01-09',
    });
  });

  it('flags the best claim, those that disagree, and counts publishers, not sources', () => {
    const sources: EntityId[] = ['source:a', 'source:b'];
    const all = facts([
      claim('deal:d', 'amount', 14e9, { unit: 'USD', saidOn: '2025-09-30' }),
      claim('deal:d', 'amount', 14.2e9, { unit: 'USD', saidOn: '2025-10-01', sources }),
      claim('deal:d', 'capacity_mw', 100, { unit: 'MW' }),
      claim('deal:d', 'capacity_mw', 300, { unit: 'MW', retractedAt: '2026-11-01T00:00:00Z' }),
    ]);
    const entities = [...all.entities.filter((e) => e.kind !== 'source'), ...['a', 'b'].map(published)];
    const { statements } = deriveDataset({ ...all, entities });
    expect(statements.map((s) => [s.value, s.best, s.conflicting, s.publishers])).toEqual([
      [14e9, false, true, 1],
      [14.2e9, true, true, 1],
      [100, true, false, 1],
      [300, false, false, 1],
    ]);
  });

  it('reads a merged entity’s statements as those of the one that it was merged into', () => {
    const all = facts([
      relation('company:old', 'fabricates_at', 'company:tsmc'),
      relation('company:x', 'parent', 'company:old'),
    ]);
    const entities = all.entities
      .filter((e) => e.id !== 'company:old')
      .concat([
        company('old', { mergedInto: 'company:mid' }),
        company('mid', { mergedInto: 'company:new' }),
        company('new'),
      ]);
    const dataset = deriveDataset({ ...all, entities });
    expect([...dataset.redirects]).toEqual([
      ['company:old', 'company:new'],
      ['company:mid', 'company:new'],
    ]);
    expect(dataset.edges.map((e) => `${e.from} ${e.to}`).sort()).toEqual([
      'company:new company:tsmc',
      'company:x company:new',
    ]);
    expect(dataset.entities.map((e) => e.id)).not.toContain('company:old');
  });

  it('is empty for no facts', () => {
    expect(deriveDataset(facts([]))).toMatchObject({ entities: [], statements: [], edges: [], events: [] });
  });
});

describe('materialiseAt', () => {
  it('makes the record that the dataset would have had on that day, marked with the time', async () => {
    const all = facts([...AMAZON, relation('cloud:aws', 'operated_by', 'company:seller', { validTo: '2020' })]);
    const of = (id: EntityId) => all.statements.filter((s) => s.subject === id);
    const [record] = deriveDataset(all).entities.filter((e) => e.id === 'cloud:aws');
    if (!record) throw new Error('Expected cloud:aws.');
    const at = { asOf: '2025-06-01', knownAt: KNOWN_AT };
    const surroundings = { meta: all.meta, statementsOf: async (id: EntityId) => of(id) };
    const made = await materialiseAt(record, of('cloud:aws'), at, surroundings);
    expect(made).toEqual({ ...record, at });
    const before = await materialiseAt(
      record,
      of('cloud:aws'),
      { asOf: '2024-06-01', knownAt: KNOWN_AT },
      surroundings,
    );
    // Nothing had been said of it by then: who runs a cloud and where is told by what was said first.
    expect(before).toMatchObject({ operator: 'company:amazon', country: 'country:US' });
  });
});

function published(slug: string) {
  return source(slug, { publisher: 'Reuters' });
}
