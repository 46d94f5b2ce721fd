import type { EntityInput, Resolvers, StatementInput } from '../generated/schema.js';
import { badInput, GraphError } from '../model/errors.js';
import { toId } from '../model/ids.js';
import type { Edit, EditOptions, EntityDraft, GraphEditor, StatementDraft } from '../store/GraphEditor.js';
import type { Context } from './context.js';
import { entitiesOf } from './entities.js';
import { isGiven, withinSize } from './page.js';
import type { EditResultParent } from './parents.js';
import { claimsOf } from './statement.js';

const MAX_STATEMENTS = 500;
const MAX_ENTITIES = 100;
const MAX_NAME = 200;
export const MAX_REASON = 2_000;
/** Of what a write touched. */
const SHOWN_IDS = 1_000;
const SHOWN_RECORDS = 100;

export const edit: Resolvers = {
  Mutation: {
    recordStatements: (_parent, { input }, ctx) => {
      const drafts = withinSize('statements', input.statements, MAX_STATEMENTS).map(toStatementDraft);
      const { dataThrough = null, retract } = input;
      const given = isGiven(retract) ? { retract: withinSize('ids to retract', retract, MAX_STATEMENTS) } : {};
      return write(ctx, input, (editor, options) =>
        editor.recordStatements(drafts, dataThrough, { ...options, ...given }),
      );
    },
    retractStatements: (_parent, { input }, ctx) => {
      const ids = withinSize('ids', input.ids, MAX_STATEMENTS);
      return write(ctx, input, (editor, options) => editor.retractStatements(ids, options));
    },
    upsertEntities: (_parent, { input }, ctx) => {
      const drafts = withinSize('entities', input.entities, MAX_ENTITIES).map(toEntityDraft);
      return write(ctx, input, (editor, options) => editor.upsertEntities(drafts, options));
    },
    mergeEntities: (_parent, { input }, ctx) => {
      const [from, into] = [toId(input.from), toId(input.into)];
      return write(ctx, input, (editor, options) => editor.mergeEntities(from, into, options));
    },
  },
  EditResult: {
    recorded: (done) => ({ ...done, ids: done.recorded }),
    retracted: (done) => ({ ...done, ids: done.retracted }),
    created: (done) => ({ ...done, ids: done.created }),
    updated: (done) => ({ ...done, ids: done.updated }),
    merged: (done) => ({ ...done, ids: done.merged }),
    edgesOpened: (done) => edgesOf(done.edgesOpened),
    edgesClosed: (done) => edgesOf(done.edgesClosed),
    edgesRemoved: (done) => edgesOf(done.edgesRemoved),
    proposal: ({ proposal }) => proposal ?? null,
  },
  EditedStatements: {
    count: ({ ids }) => ids.length,
    ids: ({ ids }) => ids.slice(0, SHOWN_IDS),
    statements: async ({ ids, revision, seen }, _args, ctx) => {
      if (revision === null) return null;
      await seen();
      return claimsOf(ctx, ctx.standard, ids, SHOWN_RECORDS);
    },
  },
  EditedEntities: {
    count: ({ ids }) => ids.length,
    ids: ({ ids }) => ids.slice(0, SHOWN_IDS),
    entities: async ({ ids, revision, seen }, _args, ctx) => {
      if (revision === null) return null;
      await seen();
      return entitiesOf(ctx, ctx.standard, ids.slice(0, SHOWN_RECORDS).map(toId));
    },
  },
};

interface Note {
  readonly author: string;
  readonly reason: string;
  readonly idempotencyKey?: string | null | undefined;
  readonly dryRun?: boolean | null | undefined;
}

async function write(
  ctx: Context,
  { author, reason, idempotencyKey, dryRun }: Note,
  run: (editor: GraphEditor, options: EditOptions) => Promise<Edit>,
): Promise<EditResultParent> {
  const { writing } = ctx;
  if (writing === null) throw new GraphError('READ_ONLY', 'Here the graph is only read.');
  const done = await run(writing.editor, {
    author: text('author', author, MAX_NAME),
    reason: text('reason', reason, MAX_REASON),
    key: idempotencyKey == null ? null : text('idempotencyKey', idempotencyKey, MAX_NAME),
    dryRun: dryRun ?? false,
    signal: writing.signal,
  });
  return { ...done, seen: once(() => writing.readAfter(done)) };
}

/** Several fields wait for the same. */
export function once(start: () => Promise<void>): () => Promise<void> {
  let begun: Promise<void> | undefined;
  return () => {
    begun ??= start();
    return begun;
  };
}

/** Throws BAD_USER_INPUT for a blank or overlong text. */
export function text(name: string, given: string, max: number): string {
  if (given.trim().length === 0 || given.length > max) throw badInput(`${name} of 1..${max} characters`, given);
  return given;
}

function toStatementDraft(input: StatementInput): StatementDraft {
  return { ...input, ...idsOf(input), subject: toId(input.subject) };
}

function toEntityDraft(input: EntityInput): EntityDraft {
  const statements = input.statements?.map((claim) => ({ ...claim, ...idsOf(claim) }));
  return { ...input, id: toId(input.id), sources: input.sources?.map(toId), statements };
}

function idsOf({ object, sources }: Pick<StatementInput, 'object' | 'sources'>) {
  return { object: object == null ? null : toId(object), sources: sources.map(toId) };
}

function edgesOf(ids: readonly string[]) {
  return { count: ids.length, ids: ids.slice(0, SHOWN_IDS) };
}
