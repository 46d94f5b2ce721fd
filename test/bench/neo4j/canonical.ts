/**
 * An answer of any contestant as nested lists of ids and names (and for one entity its other fields), in which equal rows in
 * equal order are equal. Throws where the answer holds errors.
 */
export function canonical(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map(canonical);
  if (typeof answer !== 'object' || answer === null) return answer;
  if ('errors' in answer) throw new Error(JSON.stringify(answer.errors));
  if ('data' in answer && typeof answer.data === 'object' && answer.data !== null) {
    return canonical(asList(Object.values(answer.data)[0]));
  }
  if ('edges' in answer) return canonical(answer.edges);
  if ('node' in answer) return canonical(answer.node);
  return Object.entries(answer).map(([name, value]) => fieldOf(name, value));
}

/** One entity is given as itself by some and as a list of one by others. */
function asList(value: unknown): unknown {
  if (Array.isArray(value)) return value;
  return typeof value === 'object' && value !== null && !('edges' in value) ? [value] : value;
}

/** Ours gives a country as an entity and dates as precise as they are known; the graph keeps its id and the first day. */
function fieldOf(name: string, value: unknown): unknown {
  if (name === 'country' && typeof value === 'object' && value !== null && 'id' in value) return value.id;
  if (name === 'founded' && typeof value === 'string') return value.slice(0, 7);
  return canonical(value);
}
