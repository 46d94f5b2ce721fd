import { type ConcentrationInput, concentration } from '../../src/analysis/concentration.js';
import type { DealInput } from '../../src/analysis/dealSums.js';
import { OPENAI } from './deals.js';

/** The concentration of OpenAI's deals by cloud and contracted amount, unless the test says otherwise. */
export function askConcentration(deals: readonly DealInput[], more: Partial<ConcentrationInput> = {}) {
  return concentration({
    deals,
    of: new Set([OPENAI]),
    by: 'CLOUD_PROVIDER',
    basis: 'CONTRACTED_USD',
    includeCeilings: false,
    rates: [],
    countryOf: () => null,
    makersOf: () => [],
    ...more,
  });
}
