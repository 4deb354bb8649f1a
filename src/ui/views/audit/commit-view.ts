import type { CommitHeader, IntentKind } from '@/domain/kernel';

const names: Readonly<Record<IntentKind, string>> = {
  create: '新增',
  edit: '修改',
  'batch-edit': '批量修改',
  remove: '删除',
  'restore-record': '恢复记录',
  purge: '彻底删除',
  import: '导入',
  undo: '撤销',
  attach: '附件',
  'certificate-action': '证件办理',
  'document-step': '文书办理',
  'finding-step': '问题整改',
  number: '文号登记',
  'review-step': '案卷评查',
  appoint: '聘任',
  'sample-data': '示例数据',
  setup: '首次设置',
  settings: '设置',
};

/** What the history calls a kind of decision. */
export function intentName(kind: IntentKind): string {
  return names[kind];
}

/** Number of the commit that undid this one, as far as the loaded ones tell; else null. */
export function undoneBy(commit: CommitHeader, loaded: readonly CommitHeader[]): number | null {
  return loaded.find((other) => other.undoes === commit.seq)?.seq ?? null;
}

/** The first settings are the ground of all others, and what is undone already is not undone again. */
export function mayUndo(commit: CommitHeader, loaded: readonly CommitHeader[]): boolean {
  return commit.intent.kind !== 'setup' && undoneBy(commit, loaded) === null;
}
