import {
  Avatar,
  Box,
  Clock,
  Collection,
  DataAnalysis,
  Document,
  House,
  List,
  Medal,
  OfficeBuilding,
  QuestionFilled,
  Setting,
  Tickets,
  User,
} from '@element-plus/icons-vue';
import type { Component } from 'vue';
import { navigationGroups, type NavigationGroup } from '@/domain/kernel';
import { registers } from '@/domain/registry';

/** An entry of the navigation. */
export interface NavigationEntry {
  readonly path: string;
  readonly label: string;
  readonly icon: Component;
  /** The register whose number of records stands beside it. */
  readonly ledger: string | null;
}

/** A heading with what stands under it. */
export interface NavigationSection {
  readonly group: NavigationGroup;
  readonly entries: readonly NavigationEntry[];
}

const icons: Readonly<Record<string, Component>> = {
  'duty-item': List,
  'enforcement-entity': OfficeBuilding,
  officer: Avatar,
  supervisor: Medal,
  staff: User,
  'code-entry': Collection,
};

/** Pages that are no registers. */
const pages: readonly { readonly group: NavigationGroup; readonly entry: NavigationEntry }[] = [
  { group: '工作台', entry: { path: '/', label: '工作台', icon: House, ledger: null } },
  { group: '系统', entry: { path: '/backup', label: '备份与恢复', icon: Box, ledger: null } },
  { group: '系统', entry: { path: '/audit', label: '操作记录', icon: Clock, ledger: null } },
  { group: '系统', entry: { path: '/settings', label: '设置', icon: Setting, ledger: null } },
  { group: '系统', entry: { path: '/help', label: '帮助', icon: QuestionFilled, ledger: null } },
];

const groupIcons: Readonly<Partial<Record<NavigationGroup, Component>>> = {
  监督文书: Document,
  统计年报: DataAnalysis,
};

function registerEntries(group: NavigationGroup): NavigationEntry[] {
  return registers
    .filter((register) => register.group === group)
    .map(({ ledger }) => ({
      path: `/register/${ledger.id}`,
      label: ledger.title,
      icon: icons[ledger.id] ?? groupIcons[group] ?? Tickets,
      ledger: ledger.id,
    }));
}

/** The navigation: groups in the order of the work; a group appears when something in it works. */
export const navigation: readonly NavigationSection[] = navigationGroups.flatMap((group) => {
  const own = pages.filter((page) => page.group === group).map((page) => page.entry);
  const entries = [...registerEntries(group), ...own];
  return entries.length > 0 ? [{ group, entries }] : [];
});
