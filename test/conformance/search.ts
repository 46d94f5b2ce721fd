import { expect, it } from 'vitest';
import { chip, cloud, company, topic } from '../support/records.js';
import type { OpenStore } from './harness.js';

export function searchChecks(open: OpenStore): void {
  const entities = [
    company('openai', { name: 'OpenAI', aliases: ['OpenAI OpCo, LLC'] }),
    company('opengear', { name: 'Opengear' }),
    company('nvidia', { name: 'NVIDIA', aliases: ['Nvidia Corporation', 'NVDA'] }),
    company('tsmc', { name: 'TSMC', aliases: ['Taiwan Semiconductor Manufacturing Company'] }),
    company('ntt', { name: '日本電信電話', aliases: ['NTT'] }),
    company('telecom', { name: 'Télécom Ñandú' }),
    company('coreweave', { name: 'CoreWeave' }),
    cloud('coreweave', { name: 'CoreWeave' }),
    cloud('aws', { name: 'Amazon Web Services', aliases: ['AWS'] }),
    chip('gb300', { name: 'GB300' }),
    topic('ai', { name: 'AI' }),
  ];

  it('GS-500 the whole name scores 100 and comes first, whatever its case', async () => {
    const store = await open({ entities });
    for (const query of ['OpenAI', 'openai', '  OPENAI ']) {
      const [best] = await store.search(query, null, 10);
      expect(best).toEqual({ id: 'company:openai', kind: 'company', score: 100, matched: 'OpenAI' });
    }
  });

  it('GS-501 an alias is as good as the name, and says what matched', async () => {
    const store = await open({ entities });
    expect((await store.search('aws', null, 10))[0]).toMatchObject({ id: 'cloud:aws', score: 100, matched: 'AWS' });
    const [tsmc] = await store.search('taiwan semiconductor', null, 10);
    expect(tsmc).toMatchObject({ id: 'company:tsmc', matched: 'Taiwan Semiconductor Manufacturing Company' });
  });

  it('GS-502 the beginning of a name or of one of its words finds it as one types', async () => {
    const store = await open({ entities });
    const ids = async (query: string) => (await store.search(query, null, 10)).map((hit) => hit.id);
    expect((await ids('open')).sort()).toEqual(['company:openai', 'company:opengear']);
    expect(await ids('openg')).toContain('company:opengear');
    expect(await ids('web serv')).toEqual(['cloud:aws']);
    expect(await ids('services web')).toEqual(['cloud:aws']);
  });

  it('GS-503 one typo is forgiven: a letter missing, added, wrong or swapped with its neighbour', async () => {
    const store = await open({ entities });
    for (const query of ['nvida', 'nviddia', 'nvitia', 'nvdiia', 'vnidia']) {
      expect((await store.search(query, null, 10))[0]?.id, query).toBe('company:nvidia');
    }
    for (const query of ['amazn web services', 'amazon wbe services']) {
      expect((await store.search(query, ['cloud'], 10))[0]?.id, query).toBe('cloud:aws');
    }
  });

  it('GS-504 spaces, accents, legal forms and scripts don’t matter', async () => {
    const store = await open({ entities });
    const best = async (query: string) => (await store.search(query, ['company'], 10))[0]?.id;
    expect(await best('open ai')).toBe('company:openai');
    expect(await best('telecom nandu')).toBe('company:telecom');
    expect(await best('core weave inc.')).toBe('company:coreweave');
    expect(await best('日本電信電話')).toBe('company:ntt');
    expect(await best('日本電信')).toBe('company:ntt');
  });

  it('GS-505 only the kinds asked for, at most the limit, equal scores by id', async () => {
    const store = await open({ entities });
    const ids = async (...args: Parameters<typeof store.search>) => (await store.search(...args)).map((hit) => hit.id);
    expect(await ids('coreweave', null, 10)).toEqual(['cloud:coreweave', 'company:coreweave']);
    expect(await ids('coreweave', null, 1)).toEqual(['cloud:coreweave']);
    expect(await ids('coreweave', ['company', 'chip'], 10)).toEqual(['company:coreweave']);
    expect(await ids('coreweave', [], 10)).toEqual([]);
  });

  it('GS-506 nothing like it, nothing but signs, and nothing at all find nothing', async () => {
    const store = await open({ entities });
    for (const query of ['zzzzzz', '!?*', '', '   ', 'constructor', '__proto__']) {
      expect(await store.search(query, null, 10), query).toEqual([]);
    }
  });

  it('GS-507 hits come best first', async () => {
    const store = await open({ entities });
    for (const query of ['open', 'core', 'a', 'n', 'opnai']) {
      const scores = (await store.search(query, null, 10)).map((hit) => hit.score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      for (const score of scores) expect(score > 0 && score <= 100 && Number.isInteger(score)).toBe(true);
    }
  });

  it('GS-508 resolve answers each name in order, duplicates and unknown ones too', async () => {
    const store = await open({ entities });
    const found = await store.resolve(['Nvidia Corp', 'nobody knows', 'CoreWeave', 'Nvidia Corp', ''], null, 2);
    expect(found.map((hits) => hits.map((hit) => hit.id))).toEqual([
      ['company:nvidia'],
      [],
      ['cloud:coreweave', 'company:coreweave'],
      ['company:nvidia'],
      [],
    ]);
    expect(found[2]?.map((hit) => hit.score)).toEqual([100, 100]);
    expect(await store.resolve([], null, 5)).toEqual([]);
    expect((await store.resolve(['CoreWeave'], ['company'], 5))[0]?.map((hit) => hit.id)).toEqual([
      'company:coreweave',
    ]);
  });
}
