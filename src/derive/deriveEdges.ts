import type { Facts } from '../model/dataset.js';
import type { Edge } from '../model/edge.js';
import type { EntityHead } from '../model/entity.js';
import { hash64 } from '../model/hash.js';
import { compareIds } from '../model/ids.js';
import type { Confidence, Statement } from '../model/statement.js';
import type { Day } from '../model/time.js';
import { FactIndex } from './FactIndex.js';
import { knownVersions } from './knownVersions.js';
import { type EdgeDraft, type Rule, runRule } from './Rule.js';
import { RULES } from './rules.js';
import { EVER } from './Tie.js';

/** An edge without its knowledge interval and id. */
type EdgeContent = Omit<Edge, 'id' | 'knownFrom' | 'knownTo'>;

/** Enough to show a dependency; the rest is found from the deal. */
const MAX_EVIDENCE = 8;

/**
 * All dependency edges, in order of their ids, as versions: the edges visible at `(asOf, knownAt)` are those derived from
 * only the statements known then. Deterministic. Cost: at the first knowledge time every rule runs; at each later one
 * only the rules that read a property about which something was learned or withdrawn.
 */
export function deriveEdges({ meta, entities, statements }: Facts): readonly Edge[] {
  const derivation = new Derivation(entities, meta.dataThrough);
  const versions = knownVersions(statements, (known) => derivation.derive(known));
  return versions
    .map(({ item, knownFrom, knownTo }): Edge => ({ id: edgeId(item, knownFrom), ...item, knownFrom, knownTo }))
    .sort((a, b) => compareIds(a.id, b.id));
}

/** Derives again and again, each time only what the change since the last time touches. */
class Derivation {
  readonly #heads: readonly EntityHead[];
  readonly #dataThrough: Day;
  readonly #found = new Map<Rule, readonly EdgeDraft[]>();
  #known: ReadonlySet<Statement> = new Set();

  constructor(heads: readonly EntityHead[], dataThrough: Day) {
    this.#heads = heads;
    this.#dataThrough = dataThrough;
  }

  derive(statements: readonly Statement[]): ReadonlyMap<string, EdgeContent> {
    const known = new Set(statements);
    const touched = new Set<string>();
    for (const s of known) if (!this.#known.has(s)) touched.add(s.property);
    for (const s of this.#known) if (!known.has(s)) touched.add(s.property);
    this.#known = known;
    const facts = new FactIndex(this.#heads, statements, this.#dataThrough);
    for (const rule of RULES) {
      if (!this.#found.has(rule) || rule.inputs.some((property) => touched.has(property))) {
        this.#found.set(rule, runRule(rule, facts));
      }
    }
    return contentsOf(datedFirst([...this.#found.values()].flat()));
  }
}

/**
 * A dated deal between the same parties takes precedence over an undated relation of the same kind: the relation then
 * starts no earlier than the first such deal. It keeps its own start where that is later. Only relations that a source
 * states between just these two give way, and only to deals to which both are parties.
 */
function datedFirst(drafts: readonly EdgeDraft[]): readonly EdgeDraft[] {
  const dated = new Map<string, Day>();
  for (const draft of drafts) {
    if (draft.deal === undefined || draft.phase.startUnknown || !isBetweenParties(draft)) continue;
    const first = dated.get(pairKey(draft));
    if (first === undefined || draft.phase.from < first) dated.set(pairKey(draft), draft.phase.from);
  }
  return drafts.flatMap((draft) => {
    const first = draft.phase.startUnknown && isStated(draft) ? dated.get(pairKey(draft)) : undefined;
    if (first === undefined || first <= draft.phase.from) return [draft];
    if (draft.phase.to !== null && draft.phase.to < first) return [];
    return [{ ...draft, phase: { ...draft.phase, from: first } }];
  });
}

function isBetweenParties({ from, to, needed }: EdgeDraft): boolean {
  const parties = needed.filter((s) => s.property === 'party').map((s) => s.object);
  return parties.includes(from) && parties.includes(to);
}

function isStated({ from, to, needed }: EdgeDraft): boolean {
  return needed.some((s) => (s.subject === from && s.object === to) || (s.subject === to && s.object === from));
}

function pairKey(draft: EdgeDraft): string {
  return `${draft.kind}|${draft.from}|${draft.to}`;
}

function contentsOf(drafts: readonly EdgeDraft[]): ReadonlyMap<string, EdgeContent> {
  return new Map(drafts.map(keyedContent));
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

function contentKey(content: EdgeContent): string {
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

function edgeId(content: EdgeContent, knownFrom: string): string {
  return `edge:${hash64(`${contentKey(content)}|${knownFrom}`)}`;
}
