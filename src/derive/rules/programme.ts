import type { EntityId } from '../../model/ids.js';
import { type Day, lastDay } from '../../model/time.js';
import type { FactIndex } from '../FactIndex.js';
import type { Rule } from '../Rule.js';
import { SITE_INPUTS, siteTie } from '../siteTie.js';
import { both, EVER, prospectiveUntil, type Tie, tieOver } from '../Tie.js';

const INPUTS = ['start', 'end', ...SITE_INPUTS];

/** Programmes that run; all others are still to be decided, opened or confirmed. */
const RUNNING: ReadonlySet<unknown> = new Set(['active', 'operational', 'completed']);

/** PROGRAMME: a national programme depends on who supplies it and on the sites where it computes. */
export const programmeRules: readonly Rule[] = [
  {
    id: 'programme-supplier',
    kinds: ['PROGRAMME'],
    inputs: ['supplier', ...INPUTS],
    *derive(facts) {
      for (const { subject, object, tie } of facts.relations('supplier')) {
        yield { kind: 'PROGRAMME', from: subject, to: object, tie: both(tie, programmeTie(facts, subject)) };
      }
    },
  },
  {
    id: 'programme-site',
    kinds: ['PROGRAMME'],
    inputs: ['datacenter', ...INPUTS],
    *derive(facts) {
      for (const initiative of facts.ids('initiative')) {
        for (const { object: site, tie } of facts.relationsOf(initiative, 'datacenter')) {
          const running = both(programmeTie(facts, initiative), siteTie(facts, site));
          yield { kind: 'PROGRAMME', from: initiative, to: site, tie: both(tie, running) };
        }
      }
    },
  },
];

/** When a programme runs: between its start and its end, prospective until it is active. */
function programmeTie(facts: FactIndex, initiative: EntityId): Tie {
  const end = dateOf(facts, initiative, 'end');
  const tie = tieOver(dateOf(facts, initiative, 'start') ?? EVER, end, false, []);
  const history = facts.about(initiative, 'status');
  const running = history.filter((s) => RUNNING.has(s.value)).map((s) => (s.validFrom ? lastDay(s.validFrom) : EVER));
  return history.length === 0 ? tie : prospectiveUntil(tie, running.sort()[0] ?? null);
}

function dateOf(facts: FactIndex, initiative: EntityId, property: string): Day | null {
  const date = facts.best(initiative, property)?.value;
  return typeof date === 'string' ? lastDay(date) : null;
}
