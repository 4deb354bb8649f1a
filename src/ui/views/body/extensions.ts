import { defineAsyncComponent } from 'vue';
import { enforcementEntity } from '@/domain/entity';
import type { RegisterExtension } from '@/ui/views/register/extension';

/** What the page of a body adds to the register of bodies. */
export const bodyExtensions: Readonly<Record<string, RegisterExtension>> = {
  [enforcementEntity.id]: {
    toolbar: defineAsyncComponent(() => import('./BodyToolbar.vue')),
    panels: [
      { title: '监督档案', component: defineAsyncComponent(() => import('./ArchivePanel.vue')) },
      { title: '问题', component: defineAsyncComponent(() => import('./EntityFindings.vue')) },
    ],
  },
};
