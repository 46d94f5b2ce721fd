import type { Plan } from 'neo4j-driver';

/** Operators that read all of something. */
const SCANS =
  /^(AllNodesScan|.*NodeByLabels?Scan|.*NodeByLabelsScan|.*RelationshipTypes?Scan|.*AllRelationshipsScan|NodeIndexScan|.*RelationshipIndexScan|.*ContainsScan|.*EndsWithScan)$/;
/** An index of parts of texts: what looks like a scan of it reads what it finds. */
const BY_TEXT = /^TEXT INDEX /;
/** Operators that hold all of their input before they give the first row, and so must have little of it. */
const HOLDERS = /^(Sort|PartialSort|Top|PartialTop|Eager)$/;
/** Operators that give few rows whatever the graph holds: their number is in the statement or its parameters. */
const FEW = /^(Limit|Top|PartialTop|Argument|EmptyRow|NodeUniqueIndexSeek.*|.*CountFromCountStore|ProcedureCall)$/;
/** Edges have ids that no other has, without a constraint. */
const ID_SEEK = /^DirectedRelationshipIndexSeek$/;
const BY_ID = /\(id\)\]->\(\w+\) WHERE id (=|IN) /;
/** Relationships of which a node of the asked end has few, or, of facets, so many as the statement itself has found to be few. */
const FEW_LINKS = /HAS_FACET|SUBJECT|OBJECT|CITES|INVOLVES/;

/**
 * What is wrong with a plan, empty where nothing is. Refused are scans anywhere, cartesian products but of two nodes by their unique keys or numbers, and a Sort, Top or
 * Eager whose input is not few: few are the rows below a Limit, of a list of unique keys, of a procedure that is told how
 * many, of a list in the parameters, and those that are made of few rows one by one, or by following their links to what
 * they cite, concern or have as facets. An operator with two inputs, such as Apply, has few rows where both give few.
 */
export function problemsOf(plan: Plan): string[] {
  const operator = nameOf(plan);
  const own: string[] = [];
  if (SCANS.test(operator) && !BY_TEXT.test(detailsOf(plan))) own.push(describe(plan));
  if (operator === 'CartesianProduct' && !plan.children.every(isOne)) own.push('CartesianProduct of more than one row');
  if (HOLDERS.test(operator) && !plan.children.every(isFew)) own.push(`${describe(plan)} over many rows`);
  return [...own, ...plan.children.flatMap(problemsOf)];
}

/** Whether the graph's own node is looked up for each row that everything else has made, and nothing else is read after it. */
export function readsGraphLast(plan: Plan): boolean {
  const [first, second, ...more] = plan.children;
  if (first === undefined || more.length > 0) return false;
  if (second === undefined) return /^(ProduceResults|Projection)$/.test(nameOf(plan)) && readsGraphLast(first);
  return nameOf(plan) === 'Apply' && !readsGraph(first) && readsGraph(second);
}

function readsGraph(plan: Plan): boolean {
  return /:Graph\(id\)/.test(detailsOf(plan)) || plan.children.some(readsGraph);
}

/** One node by its unique key or by its number, whether or not it must have a label besides. */
function isOne(plan: Plan): boolean {
  const operator = nameOf(plan);
  if (operator === 'Filter') return plan.children.every(isOne);
  if (operator === 'NodeByIdSeek') return / WHERE id\(\w+\) = /.test(detailsOf(plan));
  return operator.startsWith('NodeUniqueIndexSeek') && / WHERE \w+ = /.test(detailsOf(plan));
}

function isFew(plan: Plan): boolean {
  const operator = nameOf(plan);
  if (ID_SEEK.test(operator) && BY_ID.test(detailsOf(plan))) return true;
  if (FEW.test(operator) || (operator === 'Unwind' && plan.children.length === 0)) return true;
  if (operator.startsWith('Expand') || operator.startsWith('OptionalExpand')) {
    return FEW_LINKS.test(detailsOf(plan)) && plan.children.every(isFew);
  }
  return plan.children.length > 0 && plan.children.every(isFew);
}

/** `Sort@neo4j` without the database. */
function nameOf(plan: Plan): string {
  return plan.operatorType.replace(/@.*/, '');
}

function detailsOf(plan: Plan): string {
  return String(plan.arguments.Details ?? '');
}

function describe(plan: Plan): string {
  return `${nameOf(plan)} (${detailsOf(plan)})`;
}
