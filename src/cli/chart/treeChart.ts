import type { Mark } from 'vega';
import { growTree, type ReachedEntity } from '../formatDependencies.js';
import { CHART_WIDTH, type Chart, COLOURS, EDGE, LABEL_SIZE, type Provenance } from './Chart.js';
import { cutText } from './fitText.js';
import { textAt } from './marks.js';
import { saySource, sayWhen, words } from './sayOf.js';

/** A walk along dependencies that was answered whole. */
export interface TreeInput {
  readonly root: { readonly id: string; readonly name: string };
  readonly reached: readonly ReachedEntity[];
  readonly truncated: boolean;
  /** Against the direction of the dependencies. */
  readonly dependents: boolean;
}

const ROW = 20;
const STEP = 24;
const KINDS_X = 560;
/** A picture of more rows than this can't be looked at. */
const MAX_ROWS = 400;

/** The tree of a walk, a line an entity, each under that through which its shortest path leads. */
export function treeChart({ root, reached, truncated, dependents }: TreeInput, provenance: Provenance): Chart {
  const tree = growTree(root.id, reached);
  const shown = tree.slice(0, MAX_ROWS);
  const rowOf = new Map(shown.map(({ entity }, i) => [entity.node.id, i + 1]));
  const places = shown.map(({ entity, parent, depth }, i) => ({
    entity,
    x: EDGE + STEP * depth,
    y: ROW * (i + 1) + ROW / 2,
    parentX: EDGE + STEP * (depth - 1),
    parentY: ROW * (rowOf.get(parent) ?? 0) + ROW / 2,
  }));
  const kinds = [...new Set(reached.map(({ node }) => node.kind))];
  const isIndirect = reached.some(({ depth }) => depth > 1);
  const what = dependents ? `Who and what depends on ${root.name}` : `Whom and what does ${root.name} depend on`;
  return {
    title: `${what}${isIndirect ? ', also through others' : ''}?`,
    subtitle: [
      `${reached.length} documented entities of ${kinds.length} kinds; more may be undocumented. ` +
        `${truncated ? 'The walk stopped at its budget, so that some are missing. ' : ''}${sayWhen(provenance)}`,
    ],
    key: [
      { label: 'confirmed by a source that was read', fill: COLOURS.first },
      { label: 'recalled, not looked up again', fill: 'white', stroke: COLOURS.first },
    ],
    drawing: {
      height: ROW * (shown.length + 1),
      data: [
        {
          name: 'links',
          values: places.flatMap(({ x, y, parentX, parentY }) => [
            { x: parentX, y: parentY, x2: parentX, y2: y },
            { x: parentX, y, x2: x, y2: y },
          ]),
        },
        { name: 'nodes', values: [{ x: EDGE, y: ROW / 2, fill: COLOURS.text }, ...places.map(nodeOf)] },
        {
          name: 'names',
          values: [
            { text: cutText(root.name, KINDS_X - EDGE, LABEL_SIZE), x: EDGE + 10, y: ROW / 2 + 4, weight: 'bold' },
            ...places.map(({ entity, x, y }) => ({
              text: cutText(entity.node.name, KINDS_X - x - 20, LABEL_SIZE),
              x: x + 10,
              y: y + 4,
            })),
          ],
        },
        {
          name: 'kinds',
          values: places.map(({ entity, y }) => ({
            text: cutText(entity.kinds.map(words).join(', '), CHART_WIDTH - KINDS_X - EDGE, LABEL_SIZE),
            x: KINDS_X,
            y: y + 4,
            colour: COLOURS.quiet,
          })),
        },
        {
          name: 'notes',
          values: reached.length > 0 ? [] : [{ text: 'Nothing is documented.', x: KINDS_X, y: ROW / 2 + 4 }],
        },
      ],
      marks: [LINKS, NODES, textAt('names'), textAt('kinds'), textAt('notes')],
    },
    caption: [
      'On the right: what the last step provides. Each entity stands under the one through which its shortest path leads.',
      ...(tree.length > shown.length
        ? [`${tree.length - shown.length} more are not drawn; --csv and --json give all.`]
        : []),
      saySource(provenance),
    ],
  };
}

function nodeOf({ entity, x, y }: { entity: ReachedEntity; x: number; y: number }): object {
  return { x, y, fill: entity.confidence === 'CONFIRMED' ? COLOURS.first : 'white' };
}

const LINKS: Mark = {
  type: 'rule',
  from: { data: 'links' },
  encode: {
    enter: {
      x: { field: 'x' },
      y: { field: 'y' },
      x2: { field: 'x2' },
      y2: { field: 'y2' },
      stroke: { value: COLOURS.line },
    },
  },
};

const NODES: Mark = {
  type: 'symbol',
  from: { data: 'nodes' },
  encode: {
    enter: {
      x: { field: 'x' },
      y: { field: 'y' },
      size: { value: 55 },
      fill: { field: 'fill' },
      stroke: { value: COLOURS.first },
      strokeWidth: { value: 1.5 },
    },
  },
};
