import { z } from 'zod';

/** One entity of a `dependencies` or `dependents` answer, as far as the tree shows it. */
export const reachedEntity = z.object({
  node: z.object({ id: z.string(), name: z.string(), kind: z.string() }),
  depth: z.number(),
  kinds: z.array(z.string()),
  confidence: z.string(),
  path: z.object({ nodes: z.array(z.object({ id: z.string() })) }),
});

export type ReachedEntity = z.infer<typeof reachedEntity>;

/**
 * A tree: each entity under the one through which its shortest path leads, with what the last step provides.
 * `root` is the entity asked about.
 */
export function formatDependencies(root: { id: string; name: string }, reached: readonly ReachedEntity[]): string {
  const children = new Map<string, ReachedEntity[]>();
  for (const entry of reached) {
    const parent = entry.path.nodes.at(-2)?.id ?? root.id;
    const siblings = children.get(parent);
    if (siblings) siblings.push(entry);
    else children.set(parent, [entry]);
  }
  const lines = [`${root.name} (${root.id})`];
  const grow = (id: string, stem: string): void => {
    const branches = children.get(id) ?? [];
    for (const [i, { node, kinds, confidence }] of branches.entries()) {
      const isLast = i === branches.length - 1;
      const label = `${node.name} (${node.id})  ${kinds.join(', ')}, ${confidence.toLowerCase()}`;
      lines.push(`${stem}${isLast ? '└─' : '├─'} ${label}`);
      grow(node.id, `${stem}${isLast ? '   ' : '│  '}`);
    }
  };
  grow(root.id, '');
  if (reached.length === 0) lines.push('└─ nothing documented');
  return lines.join('\n');
}
