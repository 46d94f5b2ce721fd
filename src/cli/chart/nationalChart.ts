import { z } from 'zod';
import { formatValue } from '../formatValue.js';
import type { Chart, Provenance } from './Chart.js';
import { named, saySource, sayWhen } from './sayOf.js';
import { type SharePanel, sharesChart } from './sharesChart.js';

const levelForm = z.object({
  shares: z
    .array(z.object({ entity: named, sharePercent: z.number(), capacity: z.number(), siteCount: z.number() }))
    .nullable(),
  coverage: z.object({ known: z.number(), total: z.number() }),
  capacity: z.number(),
});

const answerForm = z.object({
  country: named,
  unit: z.string(),
  territory: levelForm,
  provider: levelForm,
  chips: levelForm,
  rowCount: z.number(),
});

const UNITS: ReadonlyMap<string, string> = new Map([
  ['H100E', 'H100 equivalents'],
  ['CHIPS', 'chips'],
  ['SITES', 'sites'],
]);

/** The three levels of sovereignty, one panel each; a level of under five sites says so and has no bars. Throws where the answer is none. */
export function nationalChart(answer: unknown, provenance: Provenance): Chart {
  const { country, unit, territory, provider, chips, rowCount } = answerForm.parse(answer);
  const unitName = UNITS.get(unit) ?? unit;
  const panel = (heading: string, { shares, coverage, capacity }: z.infer<typeof levelForm>): SharePanel => ({
    heading,
    remarks: [
      `${coverage.known} of ${coverage.total} sites are known, ${formatValue('capacity', Math.round(capacity))} ${unitName}.` +
        `${shares === null ? ' Fewer than five sites: too few for percentages.' : ''}`,
    ],
    bars: (shares ?? []).map(({ entity, sharePercent, siteCount }) => ({
      name: entity.name,
      percent: sharePercent,
      note: `${siteCount} ${siteCount === 1 ? 'site' : 'sites'}`,
    })),
  });
  return sharesChart({
    title: `${country.name}: how sovereign is its AI capacity?`,
    subtitle: [
      `Counted in ${unitName}, at the ${rowCount} sites that sources document: most capacity of most countries is not among them. ` +
        sayWhen(provenance),
    ],
    axis: `Share of the known ${unitName}, percent`,
    panels: [
      panel('Territory: where what it uses stands', territory),
      panel('Provider: seats of those who run what stands there', provider),
      panel('Chips: seats of the designers of the chips that stand there', chips),
    ],
    caption: [
      'A site of which the capacity, or who runs it, or the chips are unknown has no share on that level.',
      saySource(provenance),
    ],
  });
}
