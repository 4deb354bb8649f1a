/**
 * Outcome of an operation that a person's input can make fail. Bugs throw; expected failures are values.
 */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** A successful outcome. */
export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

/** A failed outcome that carries a value of a closed union. */
export function err<E>(error: E): Result<never, E> {
  return { ok: false, error };
}

/** Marks a branch that the types say cannot be reached. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
