import { z } from 'zod';

const named = z.object({ id: z.string(), name: z.string() });

const pathsAnswer = z.object({
  truncated: z.boolean(),
  onlyAtLowerConfidence: z.boolean(),
  edges: z.array(
    z.object({
      node: z.object({
        length: z.number(),
        nodes: z.array(named),
        hops: z.array(
          z.object({
            kind: z.string(),
            confidence: z.string(),
            from: named,
            to: named,
            evidence: z.array(
              z.object({ sources: z.array(z.object({ publisher: z.string(), url: z.string().nullable() })) }),
            ),
          }),
        ),
      }),
    }),
  ),
});

/** Each path on a line of its own, below it every step with its sources. */
export function formatPaths(answer: unknown): string {
  const { edges, truncated, onlyAtLowerConfidence } = pathsAnswer.parse(answer);
  const lines = edges.flatMap(({ node: { nodes, hops, length } }) => [
    `${nodes.map(({ name }) => name).join(' → ')}  (${length} ${length === 1 ? 'step' : 'steps'})`,
    ...hops.map(({ from, to, kind, confidence, evidence }) => {
      const sources = new Set(evidence.flatMap((fact) => fact.sources.map(({ publisher, url }) => url ?? publisher)));
      return `  ${from.name} → ${to.name}: ${kind}, ${confidence.toLowerCase()}; ${[...sources].join(' ')}`;
    }),
  ]);
  if (edges.length === 0) lines.push('No path.');
  if (onlyAtLowerConfidence) lines.push('There are paths among what is merely recalled: ask without --min-confidence.');
  if (truncated) lines.push('There may be more; --first and --max-hops ask for them.');
  return lines.join('\n');
}

/** A row a step, for a spreadsheet: which path (from 1), which step of it (from 1), and where it was read. */
export function hopRows(answer: unknown): readonly object[] {
  return pathsAnswer.parse(answer).edges.flatMap(({ node }, path) =>
    node.hops.map(({ from, to, kind, confidence, evidence }, step) => ({
      path: path + 1,
      step: step + 1,
      from,
      to,
      kind,
      confidence,
      sources: [...new Set(evidence.flatMap((fact) => fact.sources.map(({ publisher, url }) => url ?? publisher)))],
    })),
  );
}
