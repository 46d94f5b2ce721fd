import type { EntityId } from '../model/ids.js';
import type { Statement } from '../model/statement.js';
import { type Day, lastDay } from '../model/time.js';
import type { FactIndex } from './FactIndex.js';
import { dayBefore, EVER, prospectiveUntil, type Tie, tieOver } from './Tie.js';

/** The properties that {@link siteTie} reads. */
export const SITE_INPUTS: readonly string[] = ['status', 'first_operational'];

const RUNNING: ReadonlySet<unknown> = new Set(['operational', 'expanding']);

/**
 * When a datacenter serves: prospective until it opens, over when it is cancelled. It opens on the day by which it had
 * certainly first run. A projected opening that had passed when a source still called the site under construction,
 * planned or paused did not happen: then it stays prospective.
 */
export function siteTie(facts: FactIndex, site: EntityId): Tie {
  const history = [...facts.about(site, 'status')].sort((a, b) => (since(a) < since(b) ? -1 : 1));
  const cancelled = history.find((s) => s.value === 'cancelled');
  const tie = tieOver(EVER, cancelled ? dayBefore(since(cancelled)) : null, false, []);
  const running = history.find((s) => RUNNING.has(s.value));
  const latest = history.at(-1);
  const opening = openingOf(facts, site);
  if (running) return prospectiveUntil(tie, opening !== null && opening < since(running) ? opening : since(running));
  if (!latest) return opening === null ? tie : prospectiveUntil(tie, opening);
  return prospectiveUntil(tie, opening !== null && opening > lastDay(latest.saidOn) ? opening : null);
}

/** The day by which the site had, or will have, certainly first run; null where no source says. */
export function openingOf(facts: FactIndex, site: EntityId): Day | null {
  const date = facts.best(site, 'first_operational')?.value;
  return typeof date === 'string' ? lastDay(date) : null;
}

function since(status: Statement): Day {
  return lastDay(status.validFrom ?? status.saidOn);
}
