import { z } from 'zod';
import type { Chart, Provenance } from './Chart.js';
import { hhiForm, named, sayHhi, sayNames, saySource, sayWhen } from './sayOf.js';
import { sharesChart } from './sharesChart.js';

const resultForm = z.object({
  period: z.string().nullable(),
  analyst: z.string().nullable(),
  measure: z.string(),
  region: z.string(),
  hhi: hhiForm,
  band: z.string().nullable(),
  incomplete: z.boolean(),
  residualPercent: z.number(),
  shares: z.array(z.object({ entity: named, sharePercent: z.number(), low: z.number(), high: z.number() })),
  sources: z.array(z.object({ publisher: z.string() })),
});

const answerForm = z.object({ market: z.string(), results: z.array(resultForm) });

/** More panels make a picture that can't be looked at. */
const MAX_PANELS = 6;

/** One panel a result, never a mean of several; the claims' bounds drawn over their shares. Throws where the answer is none. */
export function marketChart(answer: unknown, provenance: Provenance): Chart {
  const { market, results } = answerForm.parse(answer);
  const shown = results.slice(0, MAX_PANELS);
  const left = results.length - shown.length;
  return sharesChart({
    title: `How concentrated is the market of ${spoken(market)}?`,
    subtitle: [`Each panel is what one analyst or set of sources reports of one period. ${sayWhen(provenance)}`],
    axis: 'Reported market share, percent',
    panels: shown.map(panelOf),
    caption: [
      ...(left > 0 ? [`${left} more results are not drawn: --period asks for those of one period.`] : []),
      'HHI: sum of the squared shares, 0 to 10,000. Low: what nobody named has is spread over many firms; high: one firm has it.',
      saySource(provenance),
    ],
  });
}

/** `ai_accelerators` → "AI accelerators". */
function spoken(name: string): string {
  const ACRONYM = /\b(?:ai|hbm|[cgt]pu)(?=s?\b)/g;
  return name.replaceAll('_', ' ').replaceAll(ACRONYM, (letters) => letters.toUpperCase());
}

function panelOf({
  period,
  analyst,
  measure,
  region,
  hhi,
  band,
  incomplete,
  residualPercent,
  ...more
}: z.infer<typeof resultForm>) {
  const who = analyst === null ? 'no analyst named' : analyst;
  const index = incomplete
    ? 'Incomplete: the leader of the market has no share here'
    : `${sayHhi(hhi)}, ${(band ?? 'no band').toLowerCase()}`;
  const publishers = sayNames([...new Set(more.sources.map(({ publisher }) => publisher))]);
  return {
    heading: `${period ?? 'period not named'}, ${who}: ${spoken(measure)}, ${spoken(region)}`,
    remarks: [`${index}. Of firms that nobody named: ${residualPercent.toFixed(1)} %. Reported by ${publishers}.`],
    bars: more.shares.map(({ entity, sharePercent, low, high }) => ({
      name: entity.name,
      percent: sharePercent,
      low,
      high,
    })),
  };
}
