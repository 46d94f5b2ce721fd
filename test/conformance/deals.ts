import { expect, it } from 'vitest';
import { LAST_DAY } from '../../src/store/GraphStore.js';
import { company } from '../support/records.js';
import { AT, type OpenStore } from './harness.js';

export function dealChecks(open: OpenStore): void {
  it('GS-400 deals by party: in any role and by any claim that is read, each once, ascending', async () => {
    const store = await open({
      statements: [
        { subject: 'deal:z', property: 'party', object: 'company:a', scope: 'customer' },
        { subject: 'deal:y', property: 'party', object: 'company:a', scope: 'lender' },
        { subject: 'deal:y', property: 'party', object: 'company:a', scope: 'guarantor' },
        { subject: 'deal:w', property: 'mentions', object: 'company:a' },
        { subject: 'initiative:v', property: 'party', object: 'company:a' },
      ],
    });
    const found = await store.dealsByParty(['company:a', 'company:none', 'company:a'], AT);
    expect(found).toEqual([['deal:y', 'deal:z'], [], ['deal:y', 'deal:z']]);
  });

  it('GS-401 deals that are nested in, supersede or expand a deal point at it', async () => {
    const store = await open({
      statements: [
        { subject: 'deal:part', property: 'nested_in', object: 'deal:whole' },
        { subject: 'deal:next', property: 'supersedes', object: 'deal:whole' },
        { subject: 'deal:more', property: 'expands', object: 'deal:whole' },
        { subject: 'deal:near', property: 'related_to', object: 'deal:whole' },
        { subject: 'deal:later', property: 'contingent_on', object: 'deal:whole' },
      ],
    });
    const found = await store.dealsPointingAt(['deal:whole', 'deal:part', 'deal:none'], AT);
    expect(found).toEqual([['deal:more', 'deal:next', 'deal:part'], [], []]);
  });

  it('GS-402 a party under its merged id is the entity that it was merged into', async () => {
    const store = await open({
      entities: [company('new')],
      redirects: [['company:old', 'company:new']],
      statements: [{ subject: 'deal:x', property: 'party', object: 'company:old' }],
    });
    expect(await store.dealsByParty(['company:new', 'company:old'], AT)).toEqual([['deal:x'], ['deal:x']]);
  });

  it('GS-403 a party or a relation that is not known, said or sure enough at the time is left out', async () => {
    const later = { recordedAt: '2027-01-01T00:00:00Z' };
    const gone = { retractedAt: '2027-01-01T00:00:00Z' };
    const late = { saidOn: '2026-12' };
    const recalled = { confidence: 'recalled' } as const;
    const store = await open({
      statements: [later, gone, late, recalled].flatMap((spec, i) => [
        { subject: `deal:${i}`, property: 'party', object: 'company:a', ...spec } as const,
        { subject: `deal:${i}`, property: 'expands', object: 'deal:x', ...spec } as const,
      ]),
    });
    const knownLater = '2027-01-01T00:00:00.000Z';
    const expected = [
      [AT, ['deal:1', 'deal:3']],
      [{ ...AT, asOf: LAST_DAY }, ['deal:1', 'deal:2', 'deal:3']],
      [{ ...AT, knownAt: knownLater }, ['deal:0', 'deal:3']],
      [{ ...AT, minConfidence: 'confirmed' }, ['deal:1']],
    ] as const;
    for (const [at, deals] of expected) {
      expect(await store.dealsByParty(['company:a'], at), JSON.stringify(at)).toEqual([deals]);
      expect(await store.dealsPointingAt(['deal:x'], at), JSON.stringify(at)).toEqual([deals]);
    }
  });
}
