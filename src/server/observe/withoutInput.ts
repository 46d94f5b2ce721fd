/** An error as it may be logged: Node's about a URL holds all of that, with the variables of a request. */
export function withoutInput(error: Error): Error {
  Reflect.deleteProperty(error, 'input');
  return error;
}
