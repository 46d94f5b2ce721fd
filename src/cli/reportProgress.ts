const SILENT_MS = 1000;
const ERASE_LINE = '\r\u001b[K';

/** Where progress goes: a terminal sees one line that is wiped at the end, a log file whole lines. */
export interface ProgressOutput {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface Progress {
  /** Names what is done from now on. */
  step(what: string): void;
  done(): void;
}

/**
 * Says on `output` what takes long. A terminal sees each step at once; elsewhere nothing is said in the first second, so
 * that quick commands stay quiet.
 */
export function reportProgress(output: ProgressOutput): Progress {
  const started = Date.now();
  return {
    step: (what) => {
      if (output.isTTY) output.write(`${ERASE_LINE}${what}…`);
      else if (Date.now() - started > SILENT_MS) output.write(`${what}…\n`);
    },
    done: () => {
      if (output.isTTY) output.write(ERASE_LINE);
    },
  };
}
