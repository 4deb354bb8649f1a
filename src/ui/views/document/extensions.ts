import { defineAsyncComponent } from 'vue';
import { documentObjection, documentService, incomingDocument, officialDocument } from '@/domain/document';
import { enforcementEntity } from '@/domain/entity';
import type { RegisterExtension } from '@/ui/views/register/extension';
import { documentTones, serviceTones } from './tones';

/** What the registers of documents add to their pages, by ledger id. */
export const documentExtensions: Readonly<Record<string, RegisterExtension>> = {
  [officialDocument.id]: {
    lead: defineAsyncComponent(() => import('./RegisterLead.vue')),
    toolbar: defineAsyncComponent(() => import('./RegisterToolbar.vue')),
    addLabel: '补登历史文书',
    emptyText: '点“拟制文书”开始第一份；以前发出的，可以从 Excel 导入或逐份补登。',
    open: (id) => `/document/${id}`,
    tones: { status: documentTones },
  },
  [documentService.id]: {
    emptyText: '在文书的“送达”中登记后，记录就出现在这里。',
    tones: { outcome: serviceTones },
  },
  [documentObjection.id]: {
    emptyText: '在文书的“异议复查”中登记后，记录就出现在这里。',
  },
  [incomingDocument.id]: { emptyText: '收到来文时点“新增”登记；以前的可以从 Excel 导入。' },
  [enforcementEntity.id]: {
    panels: [{ title: '文书', component: defineAsyncComponent(() => import('./EntityDocuments.vue')) }],
  },
};
