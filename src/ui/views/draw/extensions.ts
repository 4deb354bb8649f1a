import { defineAsyncComponent } from 'vue';
import { draw, enterpriseVisit } from '@/domain/draw';
import type { RegisterExtension } from '@/ui/views/register/extension';
import { drawTones } from './tones';

/** What the registers of draws and of visits to enterprises add to their pages, by ledger id. */
export const drawExtensions: Readonly<Record<string, RegisterExtension>> = {
  [draw.id]: {
    lead: defineAsyncComponent(() => import('./DrawLead.vue')),
    addLabel: '补登历史抽取',
    emptyText: '点“新的抽取”开始；以前用其他方式抽的，可以从 Excel 导入或逐次补登。',
    open: (id) => `/draw/${id}`,
    tones: { status: drawTones },
  },
  [enterpriseVisit.id]: {
    banner: defineAsyncComponent(() => import('./VisitBanner.vue')),
    lead: defineAsyncComponent(() => import('./VisitLead.vue')),
    addLabel: '整页登记',
    emptyText: '每次到企业检查都登记，按企业和年度计数。',
  },
};
