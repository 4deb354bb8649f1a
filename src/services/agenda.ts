import { countCertificateNotices } from './certificates';
import { termWarnings } from './appointments';
import { staffingReport } from './staffing';
import type { Workbench } from './workbench';

/** One thing about people that wants attention, with the page where it is dealt with. */
export interface AgendaItem {
  readonly id: string;
  readonly urgent: boolean;
  /** What it is about: 执法证件. */
  readonly subject: string;
  /** Chinese sentence with the numbers. */
  readonly text: string;
  readonly path: string;
}

/** Names shown of many; the rest is a number. */
const shownNames = 4;

/** The notices of certificates without a status stand under the same words as those that are marked valid. */
function baseOf(notice: { readonly id: string }): string {
  return notice.id.replace(/-unmarked$/, '');
}

async function certificateItems(workbench: Workbench): Promise<readonly AgendaItem[]> {
  const notices = await countCertificateNotices(workbench);
  return [...new Set(notices.map(baseOf))].flatMap((base) => {
    const same = notices.filter((notice) => baseOf(notice) === base);
    const count = same.reduce((sum, notice) => sum + notice.count, 0);
    const urgent = same.some((notice) => notice.urgent);
    const label = certificateTexts[base] ?? same[0]?.label ?? '';
    const text = `${label}：${count}人`;
    return { id: `certificate-${base}`, urgent, subject: '执法证件', text, path: '/register/enforcement-officer' };
  });
}

const certificateTexts: Readonly<Record<string, string>> = {
  expired: '证件已过期',
  last: '证件临近到期',
  first: '证件将到期，可准备换证',
  'suspension-over': '暂扣期满，尚未解除暂扣',
};

const termTexts = { expired: '聘期已满未续聘', last: '聘期临近届满', first: '聘期将满，可准备续聘' } as const;

async function termItems(workbench: Workbench): Promise<readonly AgendaItem[]> {
  const warnings = await termWarnings(workbench);
  return (['expired', 'last', 'first'] as const).flatMap((level) => {
    const names = warnings.filter((warning) => warning.level === level).map((warning) => warning.name);
    if (names.length === 0) return [];
    const more = names.length > shownNames ? `等${names.length}人` : '';
    return {
      id: `term-${level}`,
      urgent: level !== 'first',
      subject: '监督员聘期',
      text: `${termTexts[level]}：${names.slice(0, shownNames).join('、')}${more}`,
      path: '/register/lay-supervisor',
    };
  });
}

async function staffingItems(workbench: Workbench): Promise<readonly AgendaItem[]> {
  const { coverage } = await staffingReport(workbench);
  const lacking = [coverage.bureau, ...coverage.offices].filter((unit) => !unit.met);
  return lacking.slice(0, shownNames).map((unit) => ({
    id: `staffing-${unit.officeId ?? 'bureau'}`,
    urgent: false,
    subject: '人员配备',
    text: `${unit.name}：${unit.checks
      .filter((check) => !check.met)
      .map((check) => `${check.title}应有${check.required}人，现有${check.actual}人`)
      .join('；')}`,
    path: '/staff/coverage',
  }));
}

/** What runs out or is lacking among people: certificates, terms and staffing, the urgent first. */
export async function loadAgenda(workbench: Workbench): Promise<readonly AgendaItem[]> {
  const parts = await Promise.all([certificateItems(workbench), termItems(workbench), staffingItems(workbench)]);
  return parts.flat().sort((a, b) => Number(b.urgent) - Number(a.urgent));
}
