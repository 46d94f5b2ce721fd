import type { Edge } from '../model/edge.js';
import { hash64 } from '../model/hash.js';
import type { Confidence, Statement } from '../model/statement.js';
import type { Instant } from '../model/time.js';
import { datedFirst } from './datedFirst.js';
import type { DraftFields, EdgeDraft } from './EdgeDraft.js';
import { EVER } from './Tie.js';

/** An edge without its knowledge interval and id. */
export type EdgeContent = Omit<Edge, 'id' | 'knownFrom' | 'knownTo'>;

/** Enough to show a dependency; the rest is found from the deal. */
const MAX_EVIDENCE = 8;

/** What follows from the drafts of all rules that derive the same kinds, by a key that says all about it. */
export function draftsByKey(drafts: readonly EdgeDraft[]): ReadonlyMap<string, EdgeDraft> {
  const byKey = new Map<string, EdgeDraft>();
  for (const draft of datedFirst(drafts)) byKey.set(draft.key, draft);
  return byKey;
}

/** The edge that a draft makes. */
export function contentOf(draft: DraftFields): EdgeContent {
  const { kind, rule, from, to, phase, sharePercent, deal } = draft;
  return {
    kind,
    rule,
    from,
    to,
    validFrom: phase.from === EVER ? null : phase.from,
    validTo: phase.to,
    startUnknown: phase.startUnknown,
    prospective: phase.prospective,
    confidence: weakest(draft.needed),
    sharePercent,
    deal,
    statementIds: evidenceOf(draft),
  };
}

function evidenceOf({ needed, phase, supporting }: DraftFields): readonly string[] {
  const [first, ...others] = needed;
  // Most edges rest on one statement.
  if (first && others.length === 0 && phase.evidence.length === 0 && supporting.length === 0) return [first.id];
  const evidence = [...needed, ...phase.evidence, ...supporting];
  return [...new Set(evidence.map((s) => s.id))].slice(0, MAX_EVIDENCE);
}

function weakest(needed: readonly Statement[]): Confidence {
  return needed.some((s) => s.confidence === 'recalled') ? 'recalled' : 'confirmed';
}

/**
 * Stands for all about an edge but when it was known, also of one that is stored. A hash, as the edges' ids are: the text
 * itself of half a million edges, twice over, is what memory would run out of.
 */
export function contentKey(content: EdgeContent): string {
  return hash64(contentText(content));
}

function contentText(content: EdgeContent): string {
  const { kind, rule, from, to, deal, validFrom, validTo, startUnknown, prospective } = content;
  const { confidence, sharePercent, statementIds } = content;
  return (
    `${kind}|${rule}|${from}|${to}|${deal ?? ''}|${validFrom ?? ''}|${validTo ?? ''}|` +
    `${startUnknown}|${prospective}|${confidence}|${sharePercent ?? ''}|${statementIds.join('|')}`
  );
}

/** The version of an edge that was known from `knownFrom` on. */
export function edgeFrom(content: EdgeContent, knownFrom: Instant, knownTo: Instant | null): Edge {
  const { kind, rule, from, to, validFrom, validTo, startUnknown, prospective } = content;
  const { confidence, sharePercent, deal, statementIds } = content;
  return {
    id: `edge:${hash64(`${contentText(content)}|${knownFrom}`)}`,
    kind,
    rule,
    from,
    to,
    validFrom,
    validTo,
    startUnknown,
    prospective,
    confidence,
    sharePercent,
    deal,
    statementIds,
    knownFrom,
    knownTo,
  };
}
