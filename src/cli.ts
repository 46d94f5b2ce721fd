#!/usr/bin/env node
import { CommanderError } from 'commander';
import { createProgram } from './cli/createProgram.js';
import { createGraph } from './cli/Graph.js';
import { reportProgress } from './cli/reportProgress.js';
import { SHIPPED_SEEDS } from './config.js';
import { materialiseAt } from './derive/materialiseAt.js';
import { buildContext } from './resolvers/context.js';
import { buildSchema } from './resolvers/index.js';
import { loadDataset } from './seeding/loadDataset.js';
import { MemoryWriter } from './store/memory/MemoryWriter.js';

const FAILED = 1;
const MISUSED = 2;

// `aigraph … | head` closes the pipe early; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : FAILED));

const program = createProgram({
  openGraph: async (data) => {
    const progress = reportProgress(process.stderr);
    try {
      const store = await loadDataset([SHIPPED_SEEDS, ...data], new MemoryWriter(), progress.step);
      const options = { materialiseAt, now: () => new Date() };
      return createGraph(buildSchema(), () => buildContext(store, options));
    } finally {
      progress.done();
    }
  },
  print: (text) => process.stdout.write(`${text}\n`),
});

try {
  await program.parseAsync(process.argv);
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

/** 2 for a command that was misused, which commander has explained; 1 for whatever failed. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : MISUSED;
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return FAILED;
}
