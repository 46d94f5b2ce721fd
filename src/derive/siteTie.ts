import type { EntityId } from '../model/ids.js';
import type { Statement } from '../model/statement.js';
import { type Day, lastDay } from '../model/time.js';
import type { FactIndex } from './FactIndex.js';
import { dayBefore, EVER, prospectiveUntil, type Tie, tieOver } from './Tie.js';

/** The properties that {@link siteTie} reads. */
export const SITE_INPUTS: readonly string[] = ['status', 'first_operational'];

const RUNNING: ReadonlySet<unknown> = new Set(['operational', 'expanding']);

/**
 * When a datacenter serves: prospective until it opens, over when it is cancelled. A site that runs opened on the day by
 * which it had certainly first run, else when it was first said to run. A projected date alone opens no site: as long as
 * its status says planned, under construction or paused it stays prospective, as its record shows.
 */
export function siteTie(facts: FactIndex, site: EntityId): Tie {
  const history = [...facts.about(site, 'status')].sort((a, b) => (since(a) < since(b) ? -1 : 1));
  const cancelled = history.find((s) => s.value === 'cancelled');
  const tie = tieOver(EVER, cancelled ? dayBefore(since(cancelled)) : null, false, []);
  const running = history.find((s) => RUNNING.has(s.value));
  if (running) return prospectiveUntil(tie, openingOf(facts, site) ?? since(running));
  if (history.length > 0) return prospectiveUntil(tie, null);
  return prospectiveUntil(tie, openingOf(facts, site) ?? EVER);
}

/** The day by which the site had, or will have, certainly first run; null where no source says. */
export function openingOf(facts: FactIndex, site: EntityId): Day | null {
  const date = facts.best(site, 'first_operational')?.value;
  return typeof date === 'string' ? lastDay(date) : null;
}

function since(status: Statement): Day {
  return lastDay(status.validFrom ?? status.saidOn);
}
