import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.js';

describe('config', () => {
  it('has a default for every setting', () => {
    expect(readConfig({})).toEqual({ host: '127.0.0.1', port: 4000, data: [], logLevel: 'warn' });
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

  it('does not take an unfit port for a number', () => {
    for (const PORT of ['', '4000x', '-1', '4e3', ' 80']) expect(() => readConfig({ PORT })).toThrow('PORT');
  });
});
