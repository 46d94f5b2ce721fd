/** What is there at once or comes later. */
export type Soon<T> = Promise<T> | T;

/** Goes on at once with what is at hand: a promise for each node of an answer costs more than the answer. */
export function soon<T, R>(value: Soon<T>, next: (value: T) => Soon<R>): Soon<R> {
  return value instanceof Promise ? value.then(next) : next(value);
}
