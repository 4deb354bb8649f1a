import { defineAsyncComponent } from 'vue';
import { deadlineExtension, escalation, finding, rectificationMeasure, verification } from '@/domain/finding';
import type { RegisterExtension } from '@/ui/views/register/extension';
import { findingTones } from './tones';

/** What the registers of findings add to their pages, by ledger id. */
export const findingExtensions: Readonly<Record<string, RegisterExtension>> = {
  [finding.id]: {
    banner: defineAsyncComponent(() => import('./FindingBanner.vue')),
    lead: defineAsyncComponent(() => import('./FindingLead.vue')),
    toolbar: defineAsyncComponent(() => import('./FindingToolbar.vue')),
    addLabel: '补登历史问题',
    emptyText: '点“登记问题”开始；以前的整改台账可以从 Excel 导入。',
    open: (id) => `/finding/${id}`,
    tones: { status: findingTones, severity: { grave: 'wrong', serious: 'waiting' } },
  },
  [rectificationMeasure.id]: { emptyText: '在问题的“整改和核验”中登记后，措施就出现在这里。' },
  [deadlineExtension.id]: {
    emptyText: '在问题中办理“申请延期”后，申请就出现在这里。',
    tones: { result: { granted: 'done', refused: 'wrong' } },
  },
  [verification.id]: {
    emptyText: '在问题中办理“登记核验”后，记录就出现在这里。',
    tones: { result: { passed: 'done', failed: 'wrong', recurred: 'wrong' } },
  },
  [escalation.id]: { emptyText: '在问题中办理“督促升级”后，记录就出现在这里。' },
};
