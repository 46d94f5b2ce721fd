import type { Edge } from '../model/edge.js';
import { hash64 } from '../model/hash.js';
import type { Confidence, Statement } from '../model/statement.js';
import type { Instant } from '../model/time.js';
import { datedFirst } from './datedFirst.js';
import type { EdgeDraft } from './Rule.js';
import { EVER } from './Tie.js';

/** An edge without its knowledge interval and id. */
export type EdgeContent = Omit<Edge, 'id' | 'knownFrom' | 'knownTo'>;

/** Enough to show a dependency; the rest is found from the deal. */
const MAX_EVIDENCE = 8;

/** What follows from the drafts of all rules that derive the same kinds, by a key that says all about it. */
export function contentsOf(drafts: readonly EdgeDraft[]): ReadonlyMap<string, EdgeContent> {
  return new Map(datedFirst(drafts).map(keyedContent));
}

/** Drafts of rules that need not run again come back at every knowledge time. */
const keyed = new WeakMap<EdgeDraft, readonly [string, EdgeContent]>();

function keyedContent(draft: EdgeDraft): readonly [string, EdgeContent] {
  const known = keyed.get(draft);
  if (known) return known;
  const content = contentOf(draft);
  const made = [contentKey(content), content] as const;
  keyed.set(draft, made);
  return made;
}

function contentOf(draft: EdgeDraft): EdgeContent {
  const evidence = [...draft.needed, ...draft.phase.evidence, ...(draft.supporting ?? [])];
  return {
    kind: draft.kind,
    rule: draft.rule,
    from: draft.from,
    to: draft.to,
    validFrom: draft.phase.from === EVER ? null : draft.phase.from,
    validTo: draft.phase.to,
    startUnknown: draft.phase.startUnknown,
    prospective: draft.phase.prospective,
    confidence: weakest(draft.needed),
    sharePercent: draft.sharePercent ?? null,
    deal: draft.deal ?? null,
    statementIds: [...new Set(evidence.map((s) => s.id))].slice(0, MAX_EVIDENCE),
  };
}

function weakest(needed: readonly Statement[]): Confidence {
  return needed.some((s) => s.confidence === 'recalled') ? 'recalled' : 'confirmed';
}

/** All about an edge but when it was known, also of one that is stored. */
export function contentKey(content: EdgeContent): string {
  const { kind, rule, from, to, deal, validFrom, validTo, startUnknown, prospective } = content;
  const { confidence, sharePercent, statementIds } = content;
  return [
    kind,
    rule,
    from,
    to,
    deal,
    validFrom,
    validTo,
    startUnknown,
    prospective,
    confidence,
    sharePercent,
    ...statementIds,
  ].join('|');
}

/** The version of an edge that was known from `knownFrom` on. */
export function edgeFrom(content: EdgeContent, knownFrom: Instant, knownTo: Instant | null): Edge {
  return { id: `edge:${hash64(`${contentKey(content)}|${knownFrom}`)}`, ...content, knownFrom, knownTo };
}
