import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encodingFor, KeptFiles } from '../../src/server/caching/KeptFiles.js';
import { RevisedSource } from '../support/RevisedSource.js';
import { smallDataset } from '../support/smallDataset.js';
import { graphServer } from './graphServer.js';

describe('the files of the page', () => {
  it('come compressed as the client wants, the same each time', async () => {
    const { url } = await graphServer({ source: await RevisedSource.of(smallDataset({})) });
    const file = async (encoding: string) => {
      const response = await fetch(`${url}/graphiql/graphiql.min.css`, { headers: { 'accept-encoding': encoding } });
      return {
        said: response.headers.get('content-encoding'),
        text: await response.text(),
        vary: response.headers.get('vary'),
      };
    };
    const plain = await file('identity');
    expect(plain.text.length).toBeGreaterThan(10_000);
    for (const [encoding, said] of [
      ['br', 'br'],
      ['gzip, br;q=0', 'gzip'],
      ['br', 'br'],
      ['gzip;q=0', null],
      ['*', null],
    ] as const) {
      expect(await file(encoding)).toEqual({ ...plain, said });
    }
  });

  it('are read once, also when they are asked for at once', async () => {
    const reads: string[] = [];
    const kept = new KeptFiles(async (name) => {
      reads.push(name);
      if (reads.length === 1) throw new Error('not yet');
      return Buffer.from(name.repeat(100));
    });
    await expect(kept.bytes('a', 'br')).rejects.toThrow('not yet');
    const [one, other] = await Promise.all([kept.bytes('a', 'br'), kept.bytes('a', 'br')]);
    expect(one).toBe(other);
    expect(gunzipSync(await kept.bytes('a', 'gzip')).toString()).toBe('a'.repeat(100));
    expect(reads).toEqual(['a', 'a']);
  });

  it.each([
    [undefined, 'identity'],
    ['gzip, deflate, br', 'br'],
    ['GZIP;q=0.1', 'gzip'],
    ['br;q=0.000, gzip', 'gzip'],
    ['zstd, *', 'identity'],
  ] as const)('are for %s encoded by %s', (accepted, encoding) => {
    expect(encodingFor(accepted)).toBe(encoding);
  });
});
