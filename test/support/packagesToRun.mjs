import { readFileSync } from 'node:fs';

const LOCK = new URL('../../package-lock.json', import.meta.url);

/** What is installed to run, of package-lock.json, packages of packages included: `[path, name, entry]`. */
export function packagesToRun() {
  const { packages } = JSON.parse(readFileSync(LOCK, 'utf8'));
  return Object.entries(packages).flatMap(([path, entry]) => {
    const { dev, devOptional, optional } = entry;
    if (path === '' || dev || devOptional || optional) return [];
    return [[path, path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length), entry]];
  });
}
