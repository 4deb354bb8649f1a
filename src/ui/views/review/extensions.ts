import { defineAsyncComponent } from 'vue';
import { caseFile, reviewAppeal, reviewBatch } from '@/domain/file-review';
import type { RegisterExtension } from '@/ui/views/register/extension';
import { batchTones, fileTones, gradeTones } from './tones';

/** What the registers of case-file review add to their pages, by ledger id. */
export const reviewExtensions: Readonly<Record<string, RegisterExtension>> = {
  [reviewBatch.id]: {
    addLabel: '新建评查批次',
    emptyText: '点“新建评查批次”开始；批次建好后加入案卷、分配评查员，再开始评查。',
    open: (id) => `/review/${id}`,
    tones: { status: batchTones },
  },
  [caseFile.id]: {
    emptyText: '送评、抽取的案卷在这里登记，可以从 Excel 导入；登记后在评查批次中加入。',
    tones: { status: fileTones, grade: gradeTones },
    panels: [
      { title: '自动核对', component: defineAsyncComponent(() => import('./FileChecksPanel.vue')) },
      { title: '评查发现的问题', component: defineAsyncComponent(() => import('./FileFindingsPanel.vue')) },
    ],
  },
  [reviewAppeal.id]: { emptyText: '在评查批次的“反馈和复核”中登记后，记录就出现在这里。' },
};
