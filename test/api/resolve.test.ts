import { describe, expect, test } from 'vitest';
import { cloud, company } from '../support/records.js';
import { graphOf } from './graph.js';

const graph = await graphOf({
  entities: [
    company('amd', { name: 'AMD', aliases: ['Advanced Micro Devices'] }),
    company('core', { name: 'Core' }),
    cloud('core', { name: 'Core' }),
  ],
});

describe('resolve', () => {
  test('names for each name its candidates and says which is safe', async () => {
    expect(
      await graph.ask(`{
        resolve(names: ["Advanced Micro Devices, Inc.", "Core", "zzzz"]) {
          name candidates { entity { id } score match }
        }
      }`),
    ).toEqual({
      resolve: [
        {
          name: 'Advanced Micro Devices, Inc.',
          candidates: [{ entity: { id: 'company:amd' }, score: 97, match: true }],
        },
        {
          name: 'Core',
          candidates: [
            { entity: { id: 'cloud:core' }, score: 100, match: false },
            { entity: { id: 'company:core' }, score: 100, match: false },
          ],
        },
        { name: 'zzzz', candidates: [] },
      ],
    });
  });

  test('is safe once the kind is given', async () => {
    expect(await graph.ask('{ resolve(names: ["core"], kinds: [COMPANY]) { candidates { match } } }')).toEqual({
      resolve: [{ candidates: [{ match: true }] }],
    });
  });

  test('takes 1..100 names', async () => {
    expect(await graph.refusal('{ resolve(names: []) { name } }')).toEqual(['Expected 1..100 names but got: 0.']);
  });
});
