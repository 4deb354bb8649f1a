import { ok, type CommitReceipt, type CommitRefusal, type Ledger, type Result } from '@/domain/kernel';
import { readSettings, savedView, type ViewSettings } from '@/domain/workbench';
import type { Workbench } from './workbench';

/** A list that a person gave a name. */
export interface NamedView {
  readonly id: string;
  readonly name: string;
  readonly settings: ViewSettings;
}

/** Views of a register by name. */
export async function listViews(bench: Workbench, ledger: Ledger): Promise<readonly NamedView[]> {
  const query = { ledger: savedView.id, filters: [{ field: 'register', op: 'equals', value: ledger.id } as const] };
  const page = await bench.storage.page(query, 0, 200);
  const views = page.rows.flatMap((row) => {
    const settings = readSettings(ledger, String(row.values.settings ?? ''));
    return settings ? { id: row.id, name: String(row.values.name ?? ''), settings } : [];
  });
  return views.sort((left, right) => left.name.localeCompare(right.name, 'zh-CN'));
}

/** Keeps a view under a name; one of the same name in the same register is replaced. */
export async function saveView(
  bench: Workbench,
  ledger: Ledger,
  name: string,
  settings: ViewSettings,
): Promise<Result<CommitReceipt, CommitRefusal>> {
  const text = JSON.stringify(settings);
  const context = bench.session.context();
  const intent = { kind: 'settings', label: `保存${ledger.noun}的常用视图` } as const;
  const same = (await listViews(bench, ledger)).find((view) => view.name === name);
  const [row] = same ? await bench.storage.rows(savedView.id, [same.id]) : [];
  if (row && row.values.settings === text) return ok({ seq: 0, rows: [row], count: 0 });
  if (row) {
    const changes = { settings: text };
    return bench.storage.commit(
      intent,
      [{ op: 'update', ledger: savedView.id, id: row.id, changes, revision: row.revision }],
      context,
    );
  }
  const values = { register: ledger.id, name, settings: text };
  return bench.storage.commit(intent, [{ op: 'create', ledger: savedView.id, values }], context);
}

/** Forgets a view. */
export function removeView(bench: Workbench, id: string): Promise<Result<CommitReceipt, CommitRefusal>> {
  return bench.storage.commit(
    { kind: 'settings', label: '删除常用视图' },
    [{ op: 'remove', ledger: savedView.id, id }],
    bench.session.context(),
  );
}
