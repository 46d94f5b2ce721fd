/** What a field costs besides the 1 that it costs each time that it is asked of an object. */
export interface Weight {
  readonly always: number;
  /** More, where this argument is true or given. */
  readonly with?: ReadonlyMap<string, number>;
  /** The weight counts once for each item of this argument's list. */
  readonly each?: string;
}

/**
 * Imagining a graph: 15 to 50 ms of CPU with a deal added or taken away; up to 220 ms where it takes away all of the fifty that it
 * may, so that four of these in a request, which the budget lets through, stay below a second.
 */
const SCENARIO: readonly [string, number] = ['scenario', 40_000];
/** An analysis on low or high claims reads and decides all of them anew. */
const CLAIMS: readonly [string, number] = ['claims', 500];

const question = (always: number): Weight => ({ always, with: new Map([SCENARIO, CLAIMS]) });
const reach: Weight = { always: 5, with: new Map([['transitive', 200], SCENARIO]) };

/**
 * By the field's name, wherever it is asked. A unit is about what a plain field of an object costs, one to two microseconds
 * of CPU; measured on the shipped facts, with room for graphs ten times as large.
 */
export const WEIGHTS: ReadonlyMap<string, Weight> = new Map([
  ['dependencies', reach],
  ['dependents', reach],
  ['paths', question(500)],
  ['impact', question(1_000)],
  ['chokepoints', question(20_000)],
  ['exposure', question(500)],
  ['concentration', question(300)],
  ['commitments', question(300)],
  ['compareInitiatives', question(500)],
  ['nationalDependency', question(500)],
  ['marketConcentration', question(100)],
  // Each contested amount takes the analysis twice more.
  ['movedBy', { always: 10_000 }],
  ['movedByCount', { always: 10_000 }],
  ['search', { always: 200 }],
  ['resolve', { always: 100, each: 'names' }],
  ['customers', { always: 50 }],
  ['totalCount', { always: 20 }],
  // A quarter of a megabyte of text.
  ['_service', { always: 20_000 }],
  ['recordStatements', { always: 1_000 }],
  ['retractStatements', { always: 1_000 }],
  ['upsertEntities', { always: 1_000 }],
  ['mergeEntities', { always: 1_000 }],
  ['approveProposal', { always: 1_000 }],
]);

/** The page's list in an object that a field with `first` gives. */
export const PAGED: ReadonlySet<string> = new Set(['edges', 'ranked']);

/** No list of the schema gives more at once. */
export const MOST_ITEMS = 1_000;
/** Of a connection whose field says nothing about its size. */
export const DEFAULT_PAGE = 20;
/** Of a list that can't be asked to be shorter. */
export const DEFAULT_LIST = 5;

/** Lists without `first` that are usually longer, or shorter, than others: by the name of the field. */
export const LIST_SIZES: ReadonlyMap<string, number> = new Map([
  ['sources', 2],
  ['byCounterparty', 30],
  ['included', 30],
  ['excluded', 30],
  ['excludedSites', 30],
  ['rows', 30],
  ['schedule', 10],
  ['shares', 20],
  ['bases', 10],
  ['results', 20],
]);
