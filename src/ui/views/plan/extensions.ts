import { defineAsyncComponent } from 'vue';
import { planTask, supervisionPlan } from '@/domain/supervision-plan';
import type { RegisterExtension } from '@/ui/views/register/extension';
import { planTones, taskTones } from './tones';

/** What yearly plans and their tasks add to the registers, by ledger id. */
export const planExtensions: Readonly<Record<string, RegisterExtension>> = {
  [supervisionPlan.id]: {
    lead: defineAsyncComponent(() => import('./RegisterLead.vue')),
    addLabel: '补登方案',
    emptyText: '点“编制年度方案”开始；已经批准的方案，可以从 Excel 导入或补登。',
    open: (id) => `/plan/${id}`,
    tones: { status: planTones },
  },
  [planTask.id]: {
    emptyText: '任务在“年度方案”中增加；已有任务表的，可以从 Excel 导入。',
    tones: { status: taskTones },
    panels: [{ title: '落实情况', component: defineAsyncComponent(() => import('./TaskPanel.vue')) }],
  },
};
