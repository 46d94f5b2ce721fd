import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../../../', import.meta.url);

/**
 * Starts a built server on the shipped facts as a process of its own; resolves when it serves. The caller kills it. `log`: what
 * becomes of its lines, `inherit` or `ignore`.
 */
export function startServer(file, env = {}, log = 'inherit') {
  const path = fileURLToPath(new URL(file, ROOT));
  const child = spawn(process.execPath, ['--max-semi-space-size=32', path], {
    env: { PATH: process.env.PATH, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', log],
  });
  process.once('exit', () => child.kill('SIGKILL'));
  return new Promise((resolve, reject) => {
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      out += text;
      const [, url] = /GraphQL API: (http:\S+)\/graphql/.exec(out) ?? [];
      if (url !== undefined) resolve({ url, child });
    });
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}: ${out}`)));
  });
}
