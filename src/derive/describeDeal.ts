import type { Statement } from '../model/statement.js';
import { isCurrency } from '../model/units.js';
import type { DealView, PartyView } from './dealView.js';
import type { FactIndex } from './FactIndex.js';

const MAX_NAMED = 3;

/** Words for titles of events. */
export const describeDeal = {
  /** `OpenAI and AWS`: customers first, then providers; others only where those are not two. */
  parties(facts: FactIndex, deal: DealView): string {
    const order = { CUSTOMER: 0, PROVIDER: 1, PARTICIPANT: 2 } as const;
    const ranked = [...deal.parties].sort((a, b) => order[a.role] - order[b.role]);
    const main = ranked.filter((p) => p.role !== 'PARTICIPANT');
    const named = [...new Set((main.length > 1 ? main : ranked).map((p: PartyView) => facts.name(p.entity)))];
    if (named.length === 0) return facts.name(deal.id);
    if (named.length === 1) return deal.parties.length > 1 ? list(named) : facts.name(deal.id);
    return list(named);
  },

  /** `deal announced, $38 billion over 7 years`; `size`: the amount as it was told then. */
  announcement(facts: FactIndex, deal: DealView, size: Statement | null): string {
    const amount = size && amountWords(size);
    const term = facts.best(deal.id, 'term_years')?.value;
    const years = typeof term === 'number' ? describeDeal.years(term) : null;
    const noun = NOUNS[deal.form] ?? 'deal';
    const verb = deal.phases[0]?.status === 'REPORTED' ? 'reported' : 'announced';
    const terms = amount && years ? `${amount} over ${years}` : (amount ?? (years && `for ${years}`));
    return terms ? `${noun} ${verb}, ${terms}` : `${noun} ${verb}`;
  },

  years(count: number): string {
    return `${count} ${count === 1 ? 'year' : 'years'}`;
  },
};

const NOUNS: Readonly<Partial<Record<DealView['form'], string>>> = {
  LEASE: 'lease',
  LICENCE: 'licence',
  EQUITY_INVESTMENT: 'investment',
  ACQUISITION: 'acquisition',
  DEBT_FINANCING: 'loan',
  ENERGY_PPA: 'power deal',
  INFRASTRUCTURE_PROGRAMME: 'programme',
  JOINT_VENTURE: 'joint venture',
};

function list(names: readonly string[]): string {
  const shown = names.length > MAX_NAMED ? [...names.slice(0, MAX_NAMED - 1), 'others'] : names;
  const last = shown.at(-1) ?? '';
  return shown.length === 1 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}

const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['USD', '$'],
  ['EUR', '€'],
  ['GBP', '£'],
]);
const SCALES: readonly (readonly [size: number, word: string])[] = [
  [1e12, ' trillion'],
  [1e9, ' billion'],
  [1e6, ' million'],
];
const MEANT: Readonly<Record<Statement['qualifier'], string>> = {
  exact: '',
  about: 'about ',
  upTo: 'up to ',
  atLeast: 'at least ',
  reported: 'reportedly ',
};

/** `up to $38 billion`; null where the claim is no amount of money. */
export function amountWords(claim: Statement): string | null {
  if (typeof claim.value !== 'number' || claim.unit === null || !isCurrency(claim.unit)) return null;
  const value = claim.value;
  const [size, word] = SCALES.find(([scale]) => value >= scale) ?? [1, ''];
  const figure = String(Math.round((value / size) * 100) / 100);
  const symbol = SYMBOLS.get(claim.unit) ?? `${claim.unit} `;
  return `${MEANT[claim.qualifier]}${symbol}${figure}${word}`;
}
