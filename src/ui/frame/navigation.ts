import {
  AlarmClock,
  Avatar,
  Box,
  Calendar,
  ChatLineSquare,
  Checked,
  CircleCheck,
  Clock,
  Collection,
  CreditCard,
  DataAnalysis,
  Document,
  Files,
  Finished,
  Flag,
  FolderOpened,
  House,
  List,
  MagicStick,
  Medal,
  Memo,
  Message,
  Notebook,
  OfficeBuilding,
  Operation,
  Position,
  Postcard,
  PriceTag,
  QuestionFilled,
  Reading,
  RefreshLeft,
  School,
  Search,
  SetUp,
  Setting,
  Shop,
  Stamp,
  Star,
  Sunny,
  Switch,
  Tickets,
  Timer,
  Top,
  TrendCharts,
  User,
  View,
  Warning,
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

/** Sign and short name of a register in the narrow column; without an entry its title and its group's sign stand. */
const looks: Readonly<Record<string, { readonly icon: Component; readonly label: string }>> = {
  'enforcement-entity': { icon: OfficeBuilding, label: '执法主体' },
  'enforcement-officer': { icon: Avatar, label: '执法人员' },
  'certificate-action': { icon: Postcard, label: '证件办理' },
  'lay-supervisor': { icon: Medal, label: '监督员名册' },
  'appointment-term': { icon: Stamp, label: '监督员聘任' },
  'supervisor-activity': { icon: Calendar, label: '监督员活动' },
  'supervisor-evaluation': { icon: Star, label: '监督员评价' },
  'supervision-card': { icon: CreditCard, label: '监督卡' },
  'supervision-staff': { icon: User, label: '监督工作人员' },
  'judicial-office': { icon: School, label: '司法所' },
  'duty-version': { icon: Files, label: '清单版本' },
  'duty-item': { icon: List, label: '权责清单' },
  expert: { icon: Reading, label: '专家库' },
  'supervision-plan': { icon: Flag, label: '年度方案' },
  'plan-task': { icon: TrendCharts, label: '方案任务' },
  draw: { icon: MagicStick, label: '随机抽取' },
  inspection: { icon: View, label: '监督检查' },
  'enterprise-visit': { icon: Shop, label: '涉企检查登记' },
  'review-batch': { icon: Checked, label: '案卷评查' },
  'case-file': { icon: FolderOpened, label: '评查案卷' },
  'review-appeal': { icon: RefreshLeft, label: '评查复核' },
  finding: { icon: Warning, label: '问题台账' },
  'rectification-measure': { icon: Operation, label: '整改措施' },
  'deadline-extension': { icon: AlarmClock, label: '整改延期' },
  verification: { icon: CircleCheck, label: '整改核验' },
  escalation: { icon: Top, label: '督促升级' },
  'official-document': { icon: Document, label: '发文登记簿' },
  'document-service': { icon: Position, label: '送达登记' },
  'document-objection': { icon: ChatLineSquare, label: '异议复查' },
  'document-number': { icon: PriceTag, label: '文号登记' },
  'incoming-document': { icon: Message, label: '收文登记簿' },
  'law-text': { icon: Notebook, label: '法律依据库' },
  'code-entry': { icon: Collection, label: '代码表' },
  'rule-setting': { icon: SetUp, label: '规则参数' },
  'calendar-notice': { icon: Sunny, label: '放假安排' },
  'deadline-rule': { icon: Timer, label: '期限规定' },
};

/** Pages that are no registers. */
const pages: readonly { readonly group: NavigationGroup; readonly entry: NavigationEntry }[] = [
  { group: '工作台', entry: { path: '/', label: '工作台', icon: House, ledger: null } },
  { group: '工作台', entry: { path: '/deadlines', label: '期限日历', icon: AlarmClock, ledger: null } },
  { group: '工作台', entry: { path: '/calendar', label: '工作日历', icon: Calendar, ledger: null } },
  { group: '监督力量', entry: { path: '/staff/coverage', label: '人员配备', icon: Finished, ledger: null } },
  { group: '清单', entry: { path: '/duty/compare', label: '清单两版对照', icon: Switch, ledger: null } },
  { group: '监督文书', entry: { path: '/document-kinds', label: '文书模板', icon: Memo, ledger: null } },
  { group: '监督文书', entry: { path: '/law', label: '条文查询', icon: Search, ledger: null } },
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
      label: looks[ledger.id]?.label ?? ledger.title,
      icon: looks[ledger.id]?.icon ?? groupIcons[group] ?? Tickets,
      ledger: ledger.id,
    }));
}

/** The navigation: groups in the order of the work; a group appears when something in it works. */
export const navigation: readonly NavigationSection[] = navigationGroups.flatMap((group) => {
  const own = pages.filter((page) => page.group === group).map((page) => page.entry);
  const entries = [...registerEntries(group), ...own];
  return entries.length > 0 ? [{ group, entries }] : [];
});
