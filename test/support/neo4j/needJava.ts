import { spawnSync } from 'node:child_process';
import { aptInstall } from '../aptInstall.js';
import { findJava, type Java } from './java.js';
import type { Release } from './release.js';

/** A Java that runs the release, and Maven besides. Installs the system's where it may; else throws the line to type. */
export function needJava(release: Release): Java {
  const { from, to } = release.java;
  const wanted = `openjdk-${from}-jre-headless`;
  const java = findJava(release) ?? (aptInstall(wanted) ? findJava(release) : undefined);
  const range = to < 99 ? `${from} to ${to}` : `${from} or newer`;
  if (java === undefined)
    throw new Error(
      `Neo4j ${release.version} needs Java ${range}: sudo apt-get install ${wanted} maven, or set JAVA_HOME.`,
    );
  if (!hasMaven() && !(aptInstall('maven') && hasMaven()))
    throw new Error(`Neo4j ${release.version} is fetched with Maven: sudo apt-get install maven.`);
  return java;
}

function hasMaven(): boolean {
  return spawnSync('mvn', ['--version'], { stdio: 'ignore' }).status === 0;
}
