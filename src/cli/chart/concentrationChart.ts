import { z } from 'zod';
import { formatValue } from '../formatValue.js';
import type { Chart, Provenance } from './Chart.js';
import {
  coverageForm,
  excludedForm,
  hhiForm,
  named,
  sayExcluded,
  sayHhi,
  sayMembers,
  sayNames,
  saySource,
  sayWhen,
  words,
} from './sayOf.js';
import { sharesChart } from './sharesChart.js';

const answerForm = z.object({
  of: z.array(named),
  members: z.array(named),
  by: z.string(),
  basis: z.string(),
  hhi: hhiForm,
  band: z.string().nullable(),
  coverage: coverageForm,
  shares: z.array(
    z.object({ entity: named, sharePercent: z.number(), amountUsd: z.number().nullable(), dealCount: z.number() }),
  ),
  unknown: z.array(named),
  excluded: excludedForm,
  excludedSites: z.array(z.unknown()),
});

const GROUPS: ReadonlyMap<string, string> = new Map([
  ['CLOUD_PROVIDER', 'cloud providers'],
  ['PROVIDER_COUNTRY', 'countries of its providers'],
  ['CHIP_VENDOR', 'chip vendors'],
  ['FOUNDRY', 'foundries'],
]);
const MEASURES: ReadonlyMap<string, string> = new Map([
  ['CONTRACTED_USD', 'contracted US dollars'],
  ['COUNT', 'deals'],
  ['MEGAWATT', 'power of sites, megawatts'],
  ['CHIP_COUNT', 'compute of sites, H100 equivalents'],
]);

/** Shares of what is known, with the index's bounds and what they leave out. Throws where the answer is none. */
export function concentrationChart(answer: unknown, provenance: Provenance): Chart {
  const { of, members, by, basis, hhi, band, coverage, shares, unknown, excluded, excludedSites } =
    answerForm.parse(answer);
  const what = basis === 'MEGAWATT' || basis === 'CHIP_COUNT' ? 'sites' : 'deals';
  const who = sayNames(
    of.map(({ name }) => name),
    3,
  );
  return sharesChart({
    title: `How concentrated is the compute of ${who} on few ${GROUPS.get(by) ?? words(by)}?`,
    subtitle: [
      `${sayMembers(members, of.length)}${sayHhi(hhi)}${band === null ? '' : `, ${band.toLowerCase()} by the US merger guidelines of 2023`}. ` +
        `${coverage.known} of ${coverage.total} ${what} that should count have a known figure. ${sayWhen(provenance)}`,
    ],
    axis: `Share of the known ${MEASURES.get(basis) ?? words(basis)}, percent`,
    panels: [
      {
        heading: shares.length === 0 ? 'No share is known' : 'Shares of what is known',
        remarks:
          unknown.length > 0 ? [`Of unknown size, without a bar: ${sayNames(unknown.map(({ name }) => name))}.`] : [],
        bars: shares.map(({ entity, sharePercent, amountUsd, dealCount }) => ({
          name: entity.name,
          percent: sharePercent,
          note:
            amountUsd === null
              ? `${dealCount} ${dealCount === 1 ? what.slice(0, -1) : what}`
              : formatValue('amountUsd', amountUsd),
        })),
      },
    ],
    caption: [
      ...sayExcluded(excluded),
      ...(excludedSites.length > 0 ? [`Sites of unknown size or owner, left out: ${excludedSites.length}.`] : []),
      'HHI: sum of the squared shares, 0 to 10,000; its bounds hold whatever the unknown amounts are.',
      saySource(provenance),
    ],
  });
}
