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

/** An entity at its place in the tree. */
export interface Branch {
  readonly entity: ReachedEntity;
  /** Under which it stands. */
  readonly parent: string;
  readonly depth: number;
  /** The last one under its parent. */
  readonly isLast: boolean;
}

/** What was reached in the order of a tree: each entity under the one through which its shortest path leads. Linear. */
export function growTree(root: string, reached: readonly ReachedEntity[]): readonly Branch[] {
  const children = new Map<string, ReachedEntity[]>();
  for (const entry of reached) {
    const parent = entry.path.nodes.at(-2)?.id ?? root;
    const siblings = children.get(parent);
    if (siblings) siblings.push(entry);
    else children.set(parent, [entry]);
  }
  const branches: Branch[] = [];
  const grow = (parent: string, depth: number): void => {
    const own = children.get(parent) ?? [];
    for (const [i, entity] of own.entries()) {
      branches.push({ entity, parent, depth, isLast: i === own.length - 1 });
      grow(entity.node.id, depth + 1);
    }
  };
  grow(root, 1);
  return branches;
}

/** The tree as text, with what the last step to each entity provides. `root` is the entity asked about. */
export function formatDependencies(root: { id: string; name: string }, reached: readonly ReachedEntity[]): string {
  const lines = [`${root.name} (${root.id})`];
  const stems: string[] = [''];
  for (const { entity, depth, isLast } of growTree(root.id, reached)) {
    const { node, kinds, confidence } = entity;
    const stem = stems[depth - 1] ?? '';
    lines.push(
      `${stem}${isLast ? '└─' : '├─'} ${node.name} (${node.id})  ${kinds.join(', ')}, ${confidence.toLowerCase()}`,
    );
    stems[depth] = `${stem}${isLast ? '   ' : '│  '}`;
  }
  if (reached.length === 0) lines.push('└─ nothing documented');
  return lines.join('\n');
}
