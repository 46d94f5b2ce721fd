// The bill of materials of what is installed to run, in CycloneDX. `node test/support/sbom.mjs FILE`, or dist/sbom.cdx.json.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { packagesToRun } from './packagesToRun.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const [file = `${ROOT}dist/sbom.cdx.json`] = process.argv.slice(2);
const { name } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));

// npm's own `--omit dev` leaves out what is needed to run as well as to develop, such as graphql.
const written = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], {
  cwd: ROOT,
  encoding: 'utf8',
  maxBuffer: 256 * 1024 * 1024,
  stdio: ['ignore', 'pipe', 'inherit'],
});
const all = JSON.parse(written);
const { component } = all.metadata;
const wanted = new Set(packagesToRun().map(([, packageName, { version }]) => `${packageName}@${version}`));
const components = all.components.filter((one) => wanted.delete(one['bom-ref']));
if (wanted.size > 0) throw new Error(`npm sbom does not know: ${[...wanted].join(', ')}. Run: npm ci`);
const kept = new Set([component['bom-ref'], ...components.map((one) => one['bom-ref'])]);
const bom = {
  ...all,
  // npm takes the name of the folder.
  metadata: { ...all.metadata, component: { ...component, name } },
  components,
  dependencies: all.dependencies
    .filter(({ ref }) => kept.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => kept.has(one)) })),
};
writeFileSync(file, `${JSON.stringify(bom, null, 2)}\n`);
