import { expect, test } from 'vitest';
import { chip, company } from '../support/records.js';
import { graphOf } from './graph.js';

test('the dataset says what it holds, how fresh it is and how to cite it', async () => {
  const graph = await graphOf({
    entities: [company('a'), chip('x')],
    statements: [{ subject: 'company:a', property: 'founded', value: '2015' }],
    edges: [{ from: 'company:a', to: 'chip:x', kind: 'USES' }],
  });
  const { dataset } = await graph.ask(`{
    dataset {
      title release revision dataThrough firstRecordedAt releasedAt statementCount dependencyCount licences packs
      licenceTerms { licence covers } citation { text bibtex } rates { currency } counts { kind count }
    }
  }`);
  expect(dataset).toEqual({
    title: 'Small dataset',
    release: '2026.09',
    revision: 1,
    dataThrough: '2026-09-30',
    firstRecordedAt: '2026-10-01T00:00:00Z',
    releasedAt: '2026-10-01T00:00:00Z',
    statementCount: 1,
    dependencyCount: 1,
    licences: ['CC-BY-4.0'],
    packs: [],
    licenceTerms: [{ licence: 'CC-BY-4.0', covers: 'everything' }],
    citation: { text: 'Small dataset, release 2026.09.', bibtex: '@misc{small}' },
    rates: [],
    counts: [
      { kind: 'COMPANY', count: 1 },
      { kind: 'CLOUD_PROVIDER', count: 0 },
      { kind: 'CHIP', count: 1 },
      { kind: 'DATACENTER', count: 0 },
      { kind: 'DEAL', count: 0 },
      { kind: 'INITIATIVE', count: 0 },
      { kind: 'COUNTRY', count: 0 },
      { kind: 'POLICY_EVENT', count: 0 },
      { kind: 'TOPIC', count: 0 },
      { kind: 'SOURCE', count: 1 },
    ],
  });
});
