import { documentNumber } from '@/domain/document';
import { carryRemembered, highestSerials, serialsInUse, type RememberedSeries } from './carried-numbers';
import { schemaVersion } from './data-version';
import { totalOf, type Workbench } from './workbench';

interface Known {
  readonly count: number;
  readonly numbers: readonly RememberedSeries[];
}

/** Highest serials by storage, worked out anew only when numbers were added: every write asks for them. */
const known = new WeakMap<Workbench['storage'], Known>();

async function serialsOf(bench: Workbench, count: number): Promise<readonly RememberedSeries[]> {
  const before = known.get(bench.storage);
  if (before?.count === count) return before.numbers;
  // Somebody may have begun anew after a loss: what is remembered comes in before it is forgotten.
  const state = await bench.shell.lastState(null);
  await carryRemembered(bench, state.ok ? (state.value?.numbers ?? []) : []);
  const numbers = highestSerials(await serialsInUse(bench));
  known.set(bench.storage, { count: (await bench.storage.counts())[documentNumber.id] ?? 0, numbers });
  return numbers;
}

/** Forgets what was worked out, after other data were put in the place of the former. */
export function forgetSerials(bench: Workbench): void {
  known.delete(bench.storage);
}

/**
 * Lets the shell remember outside the database how many records it holds, in which form, and the highest number of each
 * series, so that a loss is noticed and no number is issued twice after it.
 */
export async function rememberState(bench: Workbench): Promise<void> {
  if (bench.session.profile === null) return;
  const counts = await bench.storage.counts();
  const numbers = await serialsOf(bench, counts[documentNumber.id] ?? 0);
  await bench.shell.recordState({ records: totalOf(counts), schemaVersion, numbers: [...numbers] });
}
