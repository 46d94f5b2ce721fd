import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';

const ROOT = new URL('../', import.meta.url);
const run = promisify(execFile);

const Bill = z.object({
  bomFormat: z.literal('CycloneDX'),
  metadata: z.object({ component: z.object({ name: z.string(), version: z.string() }) }),
  components: z.array(
    z.object({ 'bom-ref': z.string(), name: z.string(), version: z.string(), licenses: z.array(z.unknown()).min(1) }),
  ),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
});
const Package = z.object({
  name: z.string(),
  version: z.string(),
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});

test('the bill of materials names all that is installed to run, its licences, and nothing else', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'release-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'sbom.cdx.json');
  await run(process.execPath, [new URL('test/support/sbom.mjs', ROOT).pathname, file]);
  const bill = Bill.parse(JSON.parse(await readFile(file, 'utf8')));
  const ours = Package.parse(JSON.parse(await readFile(new URL('package.json', ROOT), 'utf8')));

  expect(bill.metadata.component).toEqual({ name: ours.name, version: ours.version });
  const direct = bill.dependencies.find(({ ref }) => ref === `${ours.name}@${ours.version}`)?.dependsOn ?? [];
  expect(direct.map(nameOf).sort()).toEqual(Object.keys(ours.dependencies).sort());
  const named = bill.components.map(({ name, version }) => `${name} ${version}`);
  const licences = await readFile(new URL('docs/licences.md', ROOT), 'utf8');
  const installed = [...licences.matchAll(/^\| (\S+) \| (\d\S*) \|/gm)].map(
    ([, name, version]) => `${name} ${version}`,
  );
  expect(named.sort()).toEqual(installed.sort());
  const onlyToDevelop = Object.keys(ours.devDependencies).filter((name) => !(name in ours.dependencies));
  expect(bill.components.filter(({ name }) => onlyToDevelop.includes(name))).toEqual([]);
  const refs = new Set(bill.dependencies.map(({ ref }) => ref));
  expect(bill.dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !refs.has(ref))).toEqual([]);
});

function nameOf(ref: string): string {
  return ref.slice(0, ref.lastIndexOf('@'));
}
