const mark = Symbol('refusal');

/** What to do with an archive that cannot be trusted. */
export const useAnother = '请改用另一份备份';

/**
 * Ends the verification with a Chinese sentence for the person. Inside the verifier a refusal travels as an exception,
 * since it can come up at any depth of the reading; at the verifier's door it becomes a value.
 */
export function refuse(message: string): never {
  throw Object.assign(new Error(message), { [mark]: true });
}

/** The sentence of a refusal; null for anything else that was thrown. */
export function refusalMessage(thrown: unknown): string | null {
  return thrown instanceof Error && mark in thrown ? thrown.message : null;
}
