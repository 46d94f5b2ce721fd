import { DEPENDENCY_KINDS, type DependencyKind } from '../model/edge.js';

/** When a loss is felt: at once in what runs, or only in what is still to be supplied. */
export type Horizon = 'OPERATION' | 'NEW_SUPPLY';

/**
 * What an entity can no longer deliver once every provider of a kind is gone (`docs/methods.md`, Impact). A kind that is not
 * named feeds nothing: who uses a chip, a server or a programme delivers no less of its own.
 */
const FEEDS: Readonly<Partial<Record<DependencyKind, readonly DependencyKind[]>>> = {
  FABRICATION: ['CHIPS'],
  MEMORY: ['CHIPS'],
  PACKAGING: ['CHIPS'],
  TOOLS: ['CHIPS'],
  EQUIPMENT: ['FABRICATION', 'MEMORY'],
  CHIPS: ['COMPUTE'],
  SITE: ['COMPUTE'],
  ENERGY: ['COMPUTE'],
};

/** Kinds that are needed to run, not only to supply more: what is installed runs on without the others. */
const OPERATING: ReadonlySet<DependencyKind> = new Set(['COMPUTE', 'SITE', 'ENERGY']);

/** The kinds along which a loss can go on. Money and ownership never pass one on. */
export const IMPACT_KINDS: readonly DependencyKind[] = DEPENDENCY_KINDS.filter(
  (kind) => kind !== 'CAPITAL' && kind !== 'OWNERSHIP',
);

/** The places in DEPENDENCY_KINDS of what a kind, given by its place, feeds; by horizon. */
export const FED: Readonly<Record<Horizon, readonly (readonly number[])[]>> = {
  OPERATION: DEPENDENCY_KINDS.map((kind) => (OPERATING.has(kind) ? placesOf(kind) : [])),
  NEW_SUPPLY: DEPENDENCY_KINDS.map(placesOf),
};

/** By place in DEPENDENCY_KINDS. */
export const IS_OPERATING: readonly boolean[] = DEPENDENCY_KINDS.map((kind) => OPERATING.has(kind));

/** Kinds whose lack of a documented provider is only that: who sells compute has chips, and chips are made by somebody. */
const SURELY_NEEDED: Readonly<Partial<Record<DependencyKind, readonly DependencyKind[]>>> = {
  COMPUTE: ['CHIPS'],
  CHIPS: ['FABRICATION'],
};

/** What a capability is made of, as far as it can be followed: of a chip also who designs it, of a site the chips in it. */
export function inputsOf(capability: DependencyKind): readonly DependencyKind[] {
  const feeding = DEPENDENCY_KINDS.filter((kind) => FEEDS[kind]?.includes(capability));
  if (capability === 'CHIPS') return [...feeding, 'DESIGN'];
  return capability === 'SITE' ? ['USES', 'ENERGY'] : feeding;
}

/** Of these, what it surely needs, documented or not. */
export function neededFor(capability: DependencyKind): readonly DependencyKind[] {
  return SURELY_NEEDED[capability] ?? [];
}

/** What a provider of a kind delivers: who is used or built in is a chip. */
export function capabilityOf(kind: DependencyKind): DependencyKind {
  return kind === 'USES' || kind === 'COMPONENT' ? 'CHIPS' : kind;
}

function placesOf(kind: DependencyKind): readonly number[] {
  return (FEEDS[kind] ?? []).map((fed) => DEPENDENCY_KINDS.indexOf(fed));
}
