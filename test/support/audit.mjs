// Known vulnerabilities of what is installed, as the registry knows them. Ends with 0 where none is high or critical but those
// explained below, with 1 where some are, with 2 where the registry does not answer audits: then nothing is known.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** By the address of the advisory: why it does not concern us. */
const EXPLAINED = new Map();
const HIGH = new Set(['high', 'critical']);

const { stdout, error } = spawnSync('npm', ['audit', '--json', '--fetch-retries=1', '--fetch-timeout=30000'], {
  cwd: ROOT,
  encoding: 'utf8',
  maxBuffer: 256 * 1024 * 1024,
  stdio: ['ignore', 'pipe', 'ignore'],
});
if (error) throw error;
const report = JSON.parse(stdout);
if (report.vulnerabilities === undefined) {
  console.log(`NOT CHECKED: the registry does not answer audits: ${report.message ?? JSON.stringify(report.error)}`);
  process.exitCode = 2;
} else {
  const advisories = new Map();
  for (const { via } of Object.values(report.vulnerabilities)) {
    // By name alone: what is vulnerable by what it depends on, which is there itself.
    for (const one of via) if (typeof one === 'object' && HIGH.has(one.severity)) advisories.set(one.url, one);
  }
  for (const [url, { name, range, severity, title }] of advisories) {
    console.log(`${severity}: ${name} ${range}: ${title} (${url}). ${EXPLAINED.get(url) ?? 'Not explained.'}`);
  }
  const isClean = [...advisories.keys()].every((url) => EXPLAINED.has(url));
  console.log(
    isClean
      ? 'No vulnerability is known that is high and not explained.'
      : 'Update, or explain in test/support/audit.mjs.',
  );
  process.exitCode = isClean ? 0 : 1;
}
