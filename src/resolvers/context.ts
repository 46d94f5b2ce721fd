import { runHere, Traversals } from '../analysis/Traversals.js';
import { Loaders, type MaterialiseAt, type ObserveBatch } from '../loaders.js';
import { FROM_NOBODY, type Origin } from '../model/caller.js';
import type { DatasetMeta } from '../model/dataset.js';
import type { Instant, TimeSlice } from '../model/time.js';
import type { Edit, GraphEditor } from '../store/GraphEditor.js';
import type { GraphReviewer } from '../store/GraphReviewer.js';
import type { GraphStore } from '../store/GraphStore.js';
import { ReadOnlyReviewer } from '../store/ReadOnlyReviewer.js';
import type { ReviewReader } from '../store/ReviewLedger.js';
import type { Imagine, Imagined } from '../store/Scenario.js';

/** What every resolver of one request shares. */
export interface Context {
  readonly meta: DatasetMeta;
  /** The time that questions without `asOf` and `knownAt` speak of; the store's records are made for it. */
  readonly standard: TimeSlice;
  readonly loaders: Loaders;
  readonly traversals: Traversals;
  /** Null in what only reads. */
  readonly writing: Writing | null;
  readonly reviewing: Reviewing;
  /** The graph as it is read, and how another is imagined and read; see `world.ts`. */
  readonly store: GraphStore;
  readonly options: ContextOptions;
  /** The contexts of the questions of this request that are asked of an imagined graph; empty for most requests. */
  readonly worlds: Worlds;
  /** What this context's graph is imagined by; null where it is the graph itself. */
  readonly imagined: (TimeSlice & Imagined) | null;
}

/** Contexts of imagined graphs, kept for one request. */
export interface Worlds {
  /** By the name of the question in the answer. */
  readonly byQuestion: Map<string | number, Context>;
  /** By the scenario and the time that it is imagined at: questions of the same one read the same graph. */
  readonly byScenario: Map<string, Promise<Context>>;
}

/** Who asks, and where proposals and the audit trail are. */
export interface Reviewing {
  readonly origin: Origin;
  readonly reviewer: GraphReviewer;
  /** Whether an admin may decide on what they proposed themselves. */
  readonly ownToo: boolean;
  /** Made for whoever asks. */
  reader(): ReviewReader;
}

const NOBODY_REVIEWS: Reviewing = {
  origin: FROM_NOBODY,
  reviewer: new ReadOnlyReviewer(),
  ownToo: false,
  reader: () => ({ signal: null, bookmarks: [] }),
};

/** How a mutation writes. */
export interface Writing {
  readonly editor: GraphEditor;
  /** Ends with the request. */
  readonly signal: AbortSignal;
  /**
   * From then on the context reads what the edit left; nothing changes after a dry run. Throws UNAVAILABLE or TIMEOUT; what
   * was written stands.
   */
  readAfter(edit: Edit): Promise<void>;
}

export interface ContextOptions {
  /** Makes plain fields for another time than the standard one. */
  readonly materialiseAt: MaterialiseAt;
  /** Makes the graph of a scenario; passed in, because the rules live in `derive/` and `seeding/`. */
  readonly imagine: Imagine;
  /** The clock: what `knownAt` is by default. */
  readonly now: () => Date;
  /** Where traversals run; in the thread that asks, where nothing else is said. */
  readonly traversals?: Traversals | undefined;
  /** Told of each batch of the loaders. */
  readonly observeBatch?: ObserveBatch | undefined;
  /** Nobody in particular asks, where nothing else is said. */
  readonly reviewing?: Reviewing | undefined;
}

/** The traversals of one request, which are given up when it is over. */
export type TraversalsOf = (request: { readonly signal: AbortSignal }) => Traversals;

/** The context of one request, with loaders of its own: nothing is remembered from one request to the next. */
export async function buildContext(
  store: GraphStore,
  options: ContextOptions,
  writing: Writing | null = null,
): Promise<Context> {
  const { materialiseAt, now, traversals = new Traversals(runHere), reviewing = NOBODY_REVIEWS } = options;
  const meta = await store.meta();
  // A clock that runs behind the release still reads that release.
  const knownAt = later(now().toISOString(), meta.releasedAt);
  const standard = { asOf: meta.dataThrough, knownAt };
  const loaders = new Loaders(store, meta, standard, materialiseAt, null, options.observeBatch);
  const worlds = noWorlds();
  return { meta, standard, loaders, traversals, writing, reviewing, store, options, worlds, imagined: null };
}

function noWorlds(): Worlds {
  return { byQuestion: new Map(), byScenario: new Map() };
}

function later(a: Instant, b: Instant): Instant {
  return Date.parse(a) >= Date.parse(b) ? a : b;
}
