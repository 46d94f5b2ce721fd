import { headOf } from '../derive/factsOf.js';
import { isSameContent } from '../model/diffDatasets.js';
import type { EntityHead, SourceRecord } from '../model/entity.js';
import { type EntityId, kindOf } from '../model/ids.js';
import type { Standing } from '../model/Standing.js';
import type { EntityDraft } from '../store/GraphEditor.js';
import { type KnownIds, unknown } from './checkReferences.js';
import { headForm, publicationForm } from './draftForms.js';
import { anyId } from './factForm.js';
import { idsThere } from './idsThere.js';
import { type GivenClaim, problemsIn, withoutNulls } from './readDrafts.js';
import { type SeedProblem, show } from './SeedProblems.js';

export interface ReadHeads {
  /** New heads, and those that differ from what is there. */
  readonly heads: readonly (EntityHead | SourceRecord)[];
  /** With the place at which each was given. */
  readonly created: ReadonlyMap<EntityId, string>;
  /** The claims that came with them. */
  readonly claims: readonly GivenClaim[];
}

/** Checks the form of heads and lays each over the one that is there. What is wrong is added to `problems`. */
export function readHeads(drafts: readonly EntityDraft[], current: Standing, problems: SeedProblem[]): ReadHeads {
  const known: KnownIds = {
    ids: idsThere(current, new Set(drafts.map(({ id }) => id))),
    incomplete: new Set(),
  };
  const heads = new Map<EntityId, EntityHead | SourceRecord>();
  const created = new Map<EntityId, string>();
  const claims: GivenClaim[] = [];
  for (const [i, draft] of drafts.entries()) {
    const record = `entities[${i}]`;
    const problem = (field: string, expected: string, got: unknown) =>
      problems.push({ file: '', record, field, expected, got: show(got) });
    const into = current.redirects.get(draft.id);
    if (into !== undefined) problem('id', `an id that does not redirect (it leads to ${show(into)})`, draft.id);
    if (heads.has(draft.id)) problem('id', 'an id given once', draft.id);
    const old = current.entities.get(draft.id) ?? null;
    const head = readHead(draft, old === null ? null : headOf(old), record, problems);
    if (head === null) continue;
    for (const id of head.sources) problems.push(...unknown(id, known, { file: '', record, field: 'sources' }));
    if (old === null) created.set(head.id, record);
    if (old === null || !isSameContent(headOf(old), head)) heads.set(head.id, head);
    for (const [n, one] of (draft.statements ?? []).entries()) {
      claims.push({ place: `${record}.statements[${n}]`, draft: { ...one, subject: head.id } });
    }
  }
  return { heads: [...heads.values()], created, claims };
}

function readHead(
  { statements, publication, ...draft }: EntityDraft,
  old: EntityHead | SourceRecord | null,
  place: string,
  problems: SeedProblem[],
): EntityHead | SourceRecord | null {
  const id = anyId.safeParse(draft.id);
  if (!id.success) {
    problems.push(...problemsIn(id.error, draft.id, [], `${place}.id`));
    return null;
  }
  const kind = kindOf(id.data);
  const content = withoutNulls({
    ...draft,
    publication: publication ? withoutNulls(publication) : null,
    statements: kind === 'source' ? statements : null,
  });
  const form = headForm(kind);
  const parsed = form.safeParse(content);
  if (!parsed.success) {
    problems.push(...problemsIn(parsed.error, content, Object.keys(form.shape), place));
    return null;
  }
  const given = parsed.data;
  if (old === null) problems.push(...missingFields(kind === 'source' ? ['name'] : ['name', 'sources'], content, place));
  const head: EntityHead = {
    id: id.data,
    kind,
    name: given.name ?? old?.name ?? '',
    aliases: [...new Set(given.aliases ?? old?.aliases ?? [])],
    externalIds: given.externalIds ?? old?.externalIds ?? [],
    confidence: ('confidence' in given ? given.confidence : undefined) ?? old?.confidence ?? 'confirmed',
    sources: [...new Set(('sources' in given ? given.sources : undefined) ?? old?.sources ?? [])],
    mergedInto: null,
  };
  return kind === 'source' ? readSource(head, content.publication, old, place, problems) : head;
}

function missingFields(fields: readonly string[], content: Record<string, unknown>, record: string): SeedProblem[] {
  return fields
    .filter((field) => !(field in content))
    .map((field) => ({ file: '', record, field, expected: `${field} of a new entity`, got: 'nothing' }));
}

/** Whether a source was read says how far it is to be trusted. */
function readSource(
  head: EntityHead,
  given: unknown,
  old: EntityHead | SourceRecord | null,
  place: string,
  problems: SeedProblem[],
): SourceRecord | null {
  const before = old !== null && 'publisher' in old ? withoutNulls(pick(old)) : {};
  const content = { ...before, ...(typeof given === 'object' ? given : {}) };
  const parsed = publicationForm.safeParse(content);
  if (!parsed.success) {
    const keys = Object.keys(publicationForm.shape);
    problems.push(...problemsIn(parsed.error, content, keys, `${place}.publication`));
    return null;
  }
  const { publisher, url, published, medium, read, licence } = parsed.data;
  return {
    ...head,
    kind: 'source',
    country: null,
    confidence: read === 'none' ? 'recalled' : 'confirmed',
    publisher,
    url: url ?? null,
    published: published ?? null,
    medium,
    read,
    licence,
  };
}

function pick({ publisher, url, published, medium, read, licence }: SourceRecord) {
  return { publisher, url, published, medium, read, licence };
}
