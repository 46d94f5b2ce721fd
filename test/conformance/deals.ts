import { expect, it } from 'vitest';
import { company, deal } from '../support/records.js';
import type { OpenStore } from './harness.js';

export function dealChecks(open: OpenStore): void {
  it('GS-400 deals by party: in any role, by record or by any claim, each once, ascending', async () => {
    const store = await open({
      entities: [
        deal('z', { parties: [{ entity: 'company:a', role: 'CUSTOMER', title: 'customer' }] }),
        deal('y', {
          parties: [
            { entity: 'company:a', role: 'PROVIDER', title: 'lender' },
            { entity: 'company:a', role: 'PARTICIPANT', title: 'guarantor' },
          ],
        }),
      ],
      statements: [
        { subject: 'deal:z', property: 'party', object: 'company:a' },
        { subject: 'deal:x', property: 'party', object: 'company:a', retractedAt: '2026-10-02T00:00:00Z' },
        { subject: 'deal:w', property: 'mentions', object: 'company:a' },
      ],
    });
    const found = await store.dealsByParty(['company:a', 'company:none', 'company:a']);
    expect(found).toEqual([['deal:x', 'deal:y', 'deal:z'], [], ['deal:x', 'deal:y', 'deal:z']]);
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
    const found = await store.dealsPointingAt(['deal:whole', 'deal:part', 'deal:none']);
    expect(found).toEqual([['deal:more', 'deal:next', 'deal:part'], [], []]);
  });

  it('GS-402 a party under its merged id is the entity that it was merged into', async () => {
    const store = await open({
      entities: [company('new')],
      redirects: [['company:old', 'company:new']],
      statements: [{ subject: 'deal:x', property: 'party', object: 'company:old' }],
    });
    expect(await store.dealsByParty(['company:new', 'company:old'])).toEqual([['deal:x'], ['deal:x']]);
  });
}
