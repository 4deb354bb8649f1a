import { err, ok, type Consequences } from '../kernel';

/** What of an extension bears on its finding. */
interface Entry {
  readonly finding: string;
  readonly result: string | null;
  readonly grantedUntil: string | null;
}

/**
 * More time is granted together with the deadline that it moves: an approval that comes in by itself, by a form or an
 * import, would move nothing now and something later. Recorded history is taken as it is.
 */
export const extensionConsequences: Consequences<Entry> = {
  ledgers: ['finding'],
  of: ({ before, after }, find) => {
    if (after?.result !== 'granted' || before?.result === 'granted') return ok([]);
    const finding = find.byId('finding', after.finding)?.values;
    if (!finding || finding['status'] === 'recorded' || finding['dueOn'] === after.grantedUntil) return ok([]);
    const message = '延期请打开问题，在“整改和核验”的“延期”中审批，整改期限才会随之改变';
    return err([{ field: 'result', message }]);
  },
};
