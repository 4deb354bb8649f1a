import type { RegisterExtension } from './register/extension';

/** What single registers add to their pages, by ledger id. */
export const extensions: Readonly<Record<string, RegisterExtension>> = {};
