#!/usr/bin/env node
import { CommanderError } from 'commander';
import { createProgram } from './cli/createProgram.js';
import { createGraph } from './cli/Graph.js';
import { reportProgress } from './cli/reportProgress.js';
import { readGraphConfig } from './config.js';
import { materialiseAt } from './derive/materialiseAt.js';
import { buildSchema } from './resolvers/index.js';
import { createExecutor } from './server/createExecutor.js';
import type { OpenedGraph } from './wiring/OpenedGraph.js';
import { openGraph } from './wiring/openGraph.js';

const FAILED = 1;
const MISUSED = 2;

// `aigraph … | head` closes the pipe early; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : FAILED));

const opened: OpenedGraph[] = [];

const program = createProgram({
  openGraph: async (data) => {
    const config = readGraphConfig(process.env);
    const progress = reportProgress(process.stderr);
    const graph = await openGraph(config, data, progress.step).finally(progress.done);
    opened.push(graph);
    const execute = createExecutor({ ...graph, materialiseAt, now: () => new Date() });
    return createGraph(buildSchema(), execute, config.writeToken);
  },
  print: (text) => process.stdout.write(`${text}\n`),
});

try {
  await program.parseAsync(process.argv);
} catch (error) {
  process.exitCode = exitCodeOf(error);
} finally {
  for (const { source } of opened) await source.close();
}

/** 2 for a command that was misused, which commander has explained; 1 for whatever failed. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : MISUSED;
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return FAILED;
}
