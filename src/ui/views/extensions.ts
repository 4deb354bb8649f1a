import { defineAsyncComponent } from 'vue';
import { documentNumber } from '@/domain/document';
import { dutyItem, dutyVersion } from '@/domain/duty';
import { enforcementEntity } from '@/domain/entity';
import { lawText } from '@/domain/law';
import { enforcementOfficer } from '@/domain/officer';
import { judicialOffice, supervisionStaff } from '@/domain/staff';
import { appointmentTerm, laySupervisor } from '@/domain/supervisor';
import { bodyExtensions } from './body/extensions';
import { documentExtensions } from './document/extensions';
import { drawExtensions } from './draw/extensions';
import { findingExtensions } from './finding/extensions';
import { inspectionExtensions } from './inspection/extensions';
import { planExtensions } from './plan/extensions';
import type { RegisterExtension, RegisterPanel } from './register/extension';
import { reviewExtensions } from './review/extensions';

const versionBanner = defineAsyncComponent(() => import('./duty/VersionBanner.vue'));
const termBanner = defineAsyncComponent(() => import('./supervisor/TermBanner.vue'));
const coverageBanner = defineAsyncComponent(() => import('./staff/CoverageBanner.vue'));

type Extensions = Readonly<Record<string, RegisterExtension>>;

/** Panels that several kinds of work add to one register, in the order of the work. */
function panelsOn(id: string, parts: readonly Extensions[]): readonly RegisterPanel[] {
  return parts.flatMap((part) => part[id]?.panels ?? []);
}

/** What single registers add to their pages, by ledger id. */
export const extensions: Extensions = {
  ...documentExtensions,
  ...drawExtensions,
  ...inspectionExtensions,
  ...planExtensions,
  [enforcementEntity.id]: {
    ...bodyExtensions[enforcementEntity.id],
    panels: panelsOn(enforcementEntity.id, [bodyExtensions, documentExtensions, inspectionExtensions]),
  },
  ...reviewExtensions,
  ...findingExtensions,
  [documentNumber.id]: {
    banner: defineAsyncComponent(() => import('./document-number/SeriesBanner.vue')),
    emptyText: '签发文书时自动编号，编过的号都在这里。',
    tones: { status: { used: 'done', reserved: 'waiting', void: 'wrong', elsewhere: 'still' } },
    panels: [{ title: '办理', component: defineAsyncComponent(() => import('./document-number/NumberPanel.vue')) }],
  },
  [dutyItem.id]: { banner: versionBanner },
  [dutyVersion.id]: {
    banner: versionBanner,
    panels: [{ title: '本版清单', component: defineAsyncComponent(() => import('./duty/VersionPanel.vue')) }],
  },
  [lawText.id]: {
    lead: defineAsyncComponent(() => import('./law/LawLead.vue')),
    addLabel: '手工登记',
    emptyText: '把法规全文（.docx、.txt、.md）导入，就能按章、条查阅和引用。',
    tones: { status: { valid: 'done', amended: 'waiting', repealed: 'still', coming: 'active' } },
    panels: [{ title: '条文', component: defineAsyncComponent(() => import('./law/LawPanel.vue')) }],
  },
  [enforcementOfficer.id]: {
    banner: defineAsyncComponent(() => import('./officer/CertificateBanner.vue')),
    panels: [{ title: '证件办理', component: defineAsyncComponent(() => import('./officer/CertificatePanel.vue')) }],
  },
  [laySupervisor.id]: {
    banner: termBanner,
    toolbar: defineAsyncComponent(() => import('./supervisor/PaperToolbar.vue')),
    panels: [
      { title: '聘任', component: defineAsyncComponent(() => import('./supervisor/TermPanel.vue')) },
      { title: '活动', component: defineAsyncComponent(() => import('./supervisor/ActivityPanel.vue')) },
      { title: '年度评价', component: defineAsyncComponent(() => import('./supervisor/EvaluationPanel.vue')) },
      { title: '监督卡', component: defineAsyncComponent(() => import('./supervisor/CardPanel.vue')) },
    ],
  },
  [appointmentTerm.id]: { banner: termBanner },
  [supervisionStaff.id]: { banner: coverageBanner },
  [judicialOffice.id]: { banner: coverageBanner },
};
