import { defineAsyncComponent } from 'vue';
import { enforcementEntity } from '@/domain/entity';
import { inspection } from '@/domain/inspection';
import type { RegisterExtension } from '@/ui/views/register/extension';
import { inspectionTones } from './tones';

/** What inspections add to the registers, by ledger id. */
export const inspectionExtensions: Readonly<Record<string, RegisterExtension>> = {
  [inspection.id]: {
    lead: defineAsyncComponent(() => import('./RegisterLead.vue')),
    addLabel: '补登历史检查',
    emptyText: '点“安排检查”开始第一次；以前的检查，可以从 Excel 导入或逐次补登。',
    open: (id) => `/inspection/${id}`,
    tones: { status: inspectionTones },
  },
  [enforcementEntity.id]: {
    panels: [{ title: '检查', component: defineAsyncComponent(() => import('./EntityInspections.vue')) }],
  },
};
