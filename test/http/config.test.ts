import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig, readGraphConfig } from '../../src/config.js';
import { DEFAULT_LIMITS } from '../../src/server/limits/Limits.js';

const { headersTimeoutMs: _headers, receiveTimeoutMs: _receive, sendTimeoutMs: _send, ...SETTABLE } = DEFAULT_LIMITS;

describe('config', () => {
  it('has a default for every setting', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 4000,
      data: [],
      logLevel: 'warn',
      requestTimeoutMs: 30_000,
      limits: SETTABLE,
      neo4j: null,
      snapshot: null,
      writeToken: null,
      metrics: { token: null, isLocal: true },
      slowQueryMs: 1000,
      access: {
        anonymousRead: true,
        keysFile: null,
        jwt: null,
        review: false,
        reviewOwn: false,
        corsOrigins: [],
        hstsSeconds: 0,
      },
    });
  });

  it('reads several data folders', () => {
    expect(readConfig({ DATA: 'mine:/srv/ours', PORT: '0' })).toMatchObject({ data: ['mine', '/srv/ours'], port: 0 });
  });

  it('names all problems at once', () => {
    expect(() => readConfig({ HOST: ' ', PORT: '70000', LOG_LEVEL: 'loud' })).toThrow(
      [
        'Expected HOST to be an address such as 127.0.0.1 but got: " ".',
        'Expected PORT to be a port in 0..65535 but got: "70000".',
        'Expected LOG_LEVEL to be one of trace, debug, info, warn, error, fatal, silent but got: "loud".',
      ].join('\n'),
    );
  });

  it('names what was meant by a setting that there is not', () => {
    const problemOf = (name: string) => {
      try {
        readConfig({ [name]: 'secret' });
        return null;
      } catch (error) {
        return String(error);
      }
    };
    expect(problemOf('NEO4J_URL')).toBe(
      'ConfigError: Expected the name of a setting but got: "NEO4J_URL". Did you mean "NEO4J_URI"?',
    );
    expect(problemOf('AIGRAPH_PORT')).toContain('Did you mean "PORT"?');
    expect(problemOf('AIGRAPH_COLOUR')).toMatch(/got: "AIGRAPH_COLOUR"\.$/);
    expect(problemOf('neo4j_password')).toContain('Did you mean "NEO4J_PASSWORD"?');
    expect(problemOf('LOGLEVL')).toContain('Did you mean "LOG_LEVEL"?');
    expect(problemOf('LOGLEVL')).not.toContain('secret');
  });

  it('leaves alone what others read', () => {
    const others = ['HOME', 'PATH', 'HOSTNAME', 'DATE', 'POST', 'NEO4J_AUTH', 'NEO4J_HOME', 'NEO4J_PORT', 'NODE_ENV'];
    const env = { ...process.env, NEO4J_URI: undefined, NEO4J_PASSWORD: undefined };
    expect(() => readConfig({ ...env, ...Object.fromEntries(others.map((name) => [name, 'x'])) })).not.toThrow();
  });

  it('does not take an unfit port for a number', () => {
    for (const PORT of ['', '4000x', '-1', '4e3', ' 80']) expect(() => readConfig({ PORT })).toThrow('PORT');
  });

  it('reads where the graph is in Neo4j, with defaults for the rest', () => {
    expect(readConfig({ NEO4J_URI: 'neo4j+s://db.example:7687', NEO4J_PASSWORD: 'secret' }).neo4j).toEqual({
      uri: 'neo4j+s://db.example:7687',
      user: 'neo4j',
      password: 'secret',
      database: 'neo4j',
      reads: 'projection',
      projectionMemoryMb: 2048,
      projectionRefreshMs: 1000,
      digestCheckMs: 300_000,
      poolSize: 64,
    });
  });

  it('takes what is empty for left out where that may be', () => {
    const empty = { NEO4J_URI: '', NEO4J_PASSWORD: '', READS: '', WRITE_TOKEN: '', METRICS_TOKEN: '' };
    expect(readConfig(empty)).toEqual(readConfig({}));
  });

  it('takes the schemes of Neo4j alone, and no user in the URL', () => {
    for (const scheme of ['bolt', 'bolt+s', 'bolt+ssc', 'neo4j', 'neo4j+s', 'neo4j+ssc']) {
      expect(readConfig({ NEO4J_URI: `${scheme}://db`, NEO4J_PASSWORD: 'p' }).neo4j?.uri).toBe(`${scheme}://db`);
    }
    for (const uri of ['http://db', 'db:7687', 'bolt://', 'bolt://neo4j:pw@db', 'neo4j+x://db', 'neo4j://db#a']) {
      expect(() => readConfig({ NEO4J_URI: uri, NEO4J_PASSWORD: 'p' }), uri).toThrow('Expected NEO4J_URI to be a URL');
    }
  });

  it('reads whose X-Forwarded-For is believed', () => {
    const read = (TRUST_PROXY: string) => readConfig({ TRUST_PROXY }).limits.trustProxy;
    expect(read('10.0.0.0/8, loopback,::1')).toEqual(['10.0.0.0/8', 'loopback', '::1']);
    expect(read('')).toBe(false);
    for (const wrong of ['true', '1', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0.1,', 'proxy.example']) {
      expect(() => read(wrong), wrong).toThrow('Expected TRUST_PROXY to be addresses or networks');
    }
  });

  it('names together what needs something else', () => {
    expect(() => readConfig({ NEO4J_URI: 'bolt://db', PORT: 'x' })).toThrow(
      [
        'Expected PORT to be a port in 0..65535 but got: "x".',
        'Expected NEO4J_PASSWORD beside NEO4J_URI but it is not set.',
      ].join('\n'),
    );
    expect(() => readConfig({ READS: 'database' })).toThrow('set NEO4J_URI');
    expect(readConfig({ SNAPSHOT: 'graph.aigraph' })).toMatchObject({ neo4j: null, snapshot: 'graph.aigraph' });
    expect(() => readConfig({ SNAPSHOT: 'graph.aigraph', NEO4J_URI: 'bolt://db', NEO4J_PASSWORD: 'p' })).toThrow(
      'Expected SNAPSHOT or NEO4J_URI but both are set',
    );
  });

  it.each([
    ['READS', 'memory', 'one of projection, database'],
    ['PROJECTION_MEMORY_MB', '63', 'a whole number in 64..1000000'],
    ['PROJECTION_REFRESH_MS', '49', 'a whole number in 50..60000'],
    ['PROJECTION_REFRESH_MS', '60001', 'a whole number in 50..60000'],
    ['DIGEST_CHECK_MS', '-1', 'a whole number in 0..86400000'],
    ['RATE_LIMIT_PER_MINUTE', '-1', 'a whole number in 0..1000000'],
    ['QUERY_COST_BUDGET', '0', 'a whole number in 1..1000000000'],
    ['REQUEST_TIMEOUT_MS', '1e3', 'a whole number in 100..600000'],
  ])('refuses %s=%s', (name, value, expected) => {
    const env = { NEO4J_URI: 'bolt://db', NEO4J_PASSWORD: 'p', [name]: value };
    expect(() => readConfig(env)).toThrow(`Expected ${name} to be ${expected} but got: "${value}".`);
  });

  it('never shows a secret', () => {
    const env = {
      NEO4J_URI: 'bolt://neo4j:hunter2@db',
      NEO4J_PASSWORD: 'hunter2',
      WRITE_TOKEN: 'hunter2',
      METRICS_TOKEN: 'hunter2',
      REDIS_URL: 'hunter2',
      JWT_JWKS_URL: 'https://user:hunter2@keys.example',
    };
    const message = messageOf(() => readConfig(env));
    expect(message).toContain('Expected WRITE_TOKEN to be at least 16 characters without spaces.');
    expect(message).not.toContain('hunter2');
  });

  it('reads where the graph is without the settings of the server', () => {
    expect(readGraphConfig({ PORT: 'x', WRITE_TOKEN: 'a-token-of-16-ch' })).toEqual({
      neo4j: null,
      snapshot: null,
      writeToken: 'a-token-of-16-ch',
    });
  });
});

function messageOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
  }
  return '';
}
