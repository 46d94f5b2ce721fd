import type { z } from 'zod';
import type { DatasetMeta } from '../model/dataset.js';
import type { Edge } from '../model/edge.js';
import type { EntityRecord } from '../model/entity.js';
import type { GraphEvent } from '../model/event.js';
import { type EntityId, isId, kindOf } from '../model/ids.js';
import { PROPERTIES } from '../model/properties.js';
import type { StatementRecord } from '../model/statement.js';
import { checkStatementReferences, type KnownIds, unknown } from './checkReferences.js';
import { type Bounds, checkStatements } from './checkStatements.js';
import { derivedFirstLineForm, edgeForm, eventForm, flaggedForm, recordForm } from './derivedForms.js';
import { metaForm, redirectForm } from './exportForm.js';
import { fieldOf, formProblems } from './formProblems.js';
import type { IdsByBytes } from './JsonFields.js';
import { NEW_LINE, piecesOf } from './piecesOf.js';
import { QuickRows } from './QuickRows.js';
import { type Loose, RowGuards } from './rowGuards.js';
import { isClaimOrEvent, isEdge, isWanted, type RowsRead } from './rowsRead.js';
import { type SeedProblem, SeedProblems, show } from './SeedProblems.js';

/** Takes rows one by one; says of those with ids whether the id is new. */
export interface RowSink extends IdsByBytes {
  /** Of an entity that somebody else takes. */
  addId(id: EntityId): void;
  addRedirect(from: EntityId, into: EntityId): void;
  addEntity(record: EntityRecord): boolean;
  addStatement(statement: StatementRecord): boolean;
  addEdge(edge: Edge): boolean;
  addEvent(event: GraphEvent): void;
  hasEntity(id: string): id is EntityId;
  hasStatement(id: string): boolean;
}

interface Line {
  readonly redirect?: unknown;
  readonly entity?: Loose<EntityRecord>;
  readonly statement?: Loose<StatementRecord>;
  readonly edge?: Loose<Edge>;
  readonly event?: unknown;
}

/** What a line may hold, one of these and nothing else: threads that share a file out must agree on what each line is. */
const SORTS: ReadonlySet<string> = new Set(['redirect', 'entity', 'statement', 'edge', 'event']);

/** Whoever wrote the file has one mistake to mend first, not a million. */
const MOST_PROBLEMS = 100;

/**
 * Reads lines that `exportDerived` wrote, of any number, into a sink, and gives the description. Checks what can be checked
 * row by row: forms, references to what came before, values, units and dates of statements, and that ids are used once; not
 * that relations are free of circles, that shares add up, or that what is derived follows. Throws SeedProblems, with the
 * first problems by line; what the sink has by then is of no use. Linear in the file; holds a piece of it at a time.
 * Who reads only the claims looks at entities and redirects only for their ids, and whoever reads the rest checks them.
 */
export function importDerived(file: string, sink: RowSink, rows: RowsRead = 'all'): DatasetMeta {
  const Reader = rows === 'claims' ? ClaimsReader : rows === 'rest' ? RestReader : DerivedReader;
  const reader = new Reader(file, sink);
  for (const bytes of piecesOf(file)) {
    for (let start = 0; start < bytes.length; start = reader.read(bytes, start, rows));
  }
  return reader.done();
}

class DerivedReader {
  private readonly problems: SeedProblem[] = [];
  private readonly guards: RowGuards;
  private readonly known: KnownIds;
  private readonly quick: QuickRows;
  private number = 0;
  private meta: DatasetMeta | null = null;
  private bounds: Bounds | null = null;

  constructor(
    private readonly file: string,
    protected readonly sink: RowSink,
  ) {
    const has = (id: unknown): id is EntityId => typeof id === 'string' && this.isThere(id);
    this.guards = new RowGuards({ has });
    this.quick = new QuickRows(sink);
    // Of so many nobody is told which was meant.
    this.known = { ids: { has, [Symbol.iterator]: () => [].values() }, incomplete: new Set() };
  }

  /** Reads the line that begins there, if it is wanted; gives where the next one begins. */
  read(bytes: Buffer, start: number, rows: RowsRead): number {
    if (this.problems.length >= MOST_PROBLEMS) throw new SeedProblems(this.problems);
    this.number++;
    const wanted = isWanted(bytes, start, rows);
    const quick = wanted ? this.quickLine(bytes, start) : null;
    if (quick !== null) {
      this.readRow(quick);
      return this.quick.end;
    }
    const end = bytes.indexOf(NEW_LINE, start);
    if (wanted) this.readText(bytes.toString('utf8', start, end));
    return end + 1;
  }

  private quickLine(bytes: Buffer, start: number): Line | null {
    if (this.number === 1) return null;
    if (isEdge(bytes, start)) {
      const edge = this.quick.edge(bytes, start);
      return edge && { edge };
    }
    if (!isClaimOrEvent(bytes, start)) return null;
    const statement = this.quick.statement(bytes, start);
    return statement && { statement };
  }

  private readText(text: string): void {
    const line = this.parseJson(text);
    if (line === null) return;
    const [sort = '', ...others] = Object.keys(line);
    if (this.number === 1) this.readFirst(line);
    else if (others.length === 0 && SORTS.has(sort)) this.readRow(line);
    else this.fault('', 'a row: an entity, a redirect, a statement, an edge or an event', show(line));
  }

  protected readRow(line: Line): void {
    if (line.statement !== undefined) this.readStatement(line.statement);
    else if (line.edge !== undefined) this.readEdge(line.edge);
    else if (line.entity !== undefined) this.readEntity(line.entity);
    else if (line.event !== undefined) this.readEvent(line.event);
    else this.readRedirect(line.redirect);
  }

  /** Throws SeedProblems. */
  done(): DatasetMeta {
    if (this.meta === null && this.problems.length === 0) this.fault('meta', 'a description of the dataset', 'none');
    if (this.meta === null || this.problems.length > 0) throw new SeedProblems(this.problems);
    return this.meta;
  }

  private readFirst(line: Line): void {
    const first = this.parse(derivedFirstLineForm, line);
    const meta = first && this.parse(metaForm, first.meta);
    if (!meta) return;
    const { closedBefore, ...rest } = meta;
    this.meta = { ...rest, ...(closedBefore !== undefined && { closedBefore }) };
    this.bounds = { ...meta, currencies: new Set(['USD', ...meta.rates.map(({ currency }) => currency)]) };
  }

  private readEntity(row: unknown): void {
    const record = this.parse(recordForm, row);
    if (record === null) return;
    if (kindOf(record.id) !== record.kind) this.fault('kind', `the kind of its id`, show(record.kind));
    else if (!this.sink.addEntity(record)) this.repeated(record.id);
  }

  private readRedirect(row: unknown): void {
    const redirect = this.parse(redirectForm, row);
    if (redirect === null) return;
    if (this.isThere(redirect.from)) this.repeated(redirect.from);
    else if (this.refersTo('into', redirect.into)) this.sink.addRedirect(redirect.from, redirect.into);
  }

  protected readStatement(row: Loose<StatementRecord>): void {
    const isGuarded = isRecord(row) && this.guards.isStatement(row);
    const statement = isGuarded ? row : this.parsedStatement(row);
    if (statement === null || this.bounds === null) return;
    const placed = { statement, file: this.file, folder: 0, record: this.place, field: '' };
    const problems = checkStatements([placed], this.bounds);
    // The guard has looked up all that the row points at; what is left is of which kind it may be.
    if (!isGuarded || !pointsRight(statement)) problems.push(...checkStatementReferences([placed], this.known));
    if (problems.length > 0) this.problems.push(...problems);
    else if (!this.sink.addStatement(statement)) this.repeated(statement.id);
  }

  private parsedStatement(row: unknown): StatementRecord | null {
    const parsed = this.parse(flaggedForm, row);
    if (parsed === null) return null;
    const { saidNotBefore, ...given } = parsed;
    return { ...given, ...(saidNotBefore !== undefined && { saidNotBefore }) };
  }

  private readEdge(row: Loose<Edge>): void {
    if (isRecord(row) && this.guards.isEdge(row)) {
      if (this.restsOn(row.statementIds) && !this.sink.addEdge(row)) this.repeated(row.id);
      return;
    }
    const edge = this.parse(edgeForm, row);
    if (edge === null) return;
    const isWhole =
      this.refersTo('from', edge.from) &&
      this.refersTo('to', edge.to) &&
      (edge.deal === null || this.refersTo('deal', edge.deal)) &&
      this.restsOn(edge.statementIds);
    if (isWhole && !this.sink.addEdge(edge)) this.repeated(edge.id);
  }

  protected readEvent(row: unknown): void {
    const event = this.parse(eventForm, row);
    if (event === null) return;
    const isWhole =
      event.entities.every((id) => this.refersTo('entities', id)) &&
      event.sources.every((id) => this.refersTo('sources', id)) &&
      this.restsOn(event.statementIds);
    if (isWhole) this.sink.addEvent(event);
  }

  private restsOn(statementIds: readonly string[]): boolean {
    const missing = statementIds.find((id) => !this.sink.hasStatement(id));
    if (missing !== undefined) this.fault('statementIds', 'a statement that came before', show(missing));
    return missing === undefined;
  }

  private refersTo(field: string, id: EntityId): boolean {
    if (this.isThere(id)) return true;
    this.problems.push(...unknown(id, this.known, { file: this.file, record: this.place, field }));
    return false;
  }

  private isThere(id: string): boolean {
    return this.sink.hasEntity(id);
  }

  private get place(): string {
    return `line ${this.number}`;
  }

  private fault(field: string, expected: string, got: string): void {
    this.problems.push({ file: this.file, record: this.place, field, expected, got });
  }

  private repeated(id: string): void {
    this.fault('id', 'an id used once', show(id));
  }

  private parse<T extends z.ZodType>(form: T, content: unknown): z.infer<T> | null {
    const parsed = form.safeParse(content);
    if (parsed.success) return parsed.data;
    const place = (path: readonly PropertyKey[]) => ({ file: this.file, record: this.place, field: fieldOf(path) });
    this.problems.push(...formProblems(parsed.error.issues, content, [], place));
    return null;
  }

  private parseJson(text: string): Line | null {
    try {
      const line: Line | null = JSON.parse(text);
      if (typeof line === 'object' && line !== null) return line;
      this.fault('', 'an object', show(line));
    } catch (error) {
      this.fault('', 'JSON', error instanceof Error ? error.message : show(error));
    }
    return null;
  }
}

class RestReader extends DerivedReader {
  protected override readRow(line: Line): void {
    if (line.statement === undefined && line.event === undefined) super.readRow(line);
  }
}

class ClaimsReader extends DerivedReader {
  protected override readRow(line: Line): void {
    if (line.statement !== undefined) this.readStatement(line.statement);
    else if (line.event !== undefined) this.readEvent(line.event);
    else if (line.redirect !== undefined) {
      const redirect = redirectForm.safeParse(line.redirect).data;
      if (redirect !== undefined) this.sink.addRedirect(redirect.from, redirect.into);
    } else {
      // An edge has none.
      const id = line.entity?.id;
      if (typeof id === 'string' && isId(id)) this.sink.addId(id);
    }
  }
}

function isRecord(row: unknown): boolean {
  return typeof row === 'object' && row !== null;
}

/** Whether a relation is to an entity of a kind that its property may point at. */
function pointsRight({ property, object }: StatementRecord): boolean {
  const targets = object === null ? undefined : PROPERTIES.get(property)?.targets;
  return targets === undefined || object === null || targets.includes(kindOf(object));
}
