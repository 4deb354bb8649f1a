import { createRouter, createWebHashHistory, type Router, type RouteRecordRaw } from 'vue-router';
import { registers } from '@/domain/registry';
import { reportTrouble } from './frame/unexpected';

const title = '执法监督工作台';

/** Pages of registers; an address of a register that does not exist leads to the page that says so. */
const registerRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/register/:ledgerId',
    component: () => import('./views/register/RegisterPage.vue'),
    props: true,
  },
  {
    path: '/register/:ledgerId/recycle',
    component: () => import('./views/register/RecyclePage.vue'),
    props: true,
  },
  {
    path: '/register/:ledgerId/:recordId',
    component: () => import('./views/register/RecordPage.vue'),
    props: true,
  },
];

const framePages: readonly RouteRecordRaw[] = [
  { path: '/', component: () => import('./views/home/HomePage.vue'), meta: { title: '工作台' } },
  { path: '/settings', component: () => import('./views/settings/SettingsPage.vue'), meta: { title: '设置' } },
  { path: '/backup', component: () => import('./views/backup/BackupPage.vue'), meta: { title: '备份与恢复' } },
  { path: '/audit', component: () => import('./views/audit/AuditPage.vue'), meta: { title: '操作记录' } },
  { path: '/help/:topic?', component: () => import('./views/help/HelpPage.vue'), meta: { title: '帮助' }, props: true },
  {
    path: '/duty/compare',
    component: () => import('./views/duty/ComparePage.vue'),
    meta: { title: '权责清单两版对照' },
  },
  {
    path: '/staff/coverage',
    component: () => import('./views/staff/CoveragePage.vue'),
    meta: { title: '监督力量配备情况' },
  },
  {
    path: '/document/new',
    component: () => import('./views/document/NewDocumentPage.vue'),
    meta: { title: '拟制文书', under: '/register/official-document' },
  },
  {
    path: '/document/batch',
    component: () => import('./views/document/BatchPage.vue'),
    meta: { title: '批量拟制', under: '/register/official-document' },
  },
  {
    path: '/document/:documentId',
    component: () => import('./views/document/DocumentPage.vue'),
    meta: { title: '文书', under: '/register/official-document' },
    props: true,
  },
  {
    path: '/plan/:planId',
    component: () => import('./views/plan/PlanPage.vue'),
    meta: { title: '年度方案', under: '/register/supervision-plan' },
    props: true,
  },
  {
    path: '/inspection/:inspectionId',
    component: () => import('./views/inspection/InspectionPage.vue'),
    meta: { title: '监督检查', under: '/register/inspection' },
    props: true,
  },
  {
    path: '/draw/new',
    component: () => import('./views/draw/NewDrawPage.vue'),
    meta: { title: '新的抽取', under: '/register/draw' },
  },
  {
    path: '/draw/:drawId',
    component: () => import('./views/draw/DrawPage.vue'),
    meta: { title: '随机抽取', under: '/register/draw' },
    props: true,
  },
  {
    path: '/document-kinds',
    component: () => import('./views/document-kind/KindListPage.vue'),
    meta: { title: '文书模板' },
  },
  {
    path: '/document-kinds/:kindId',
    component: () => import('./views/document-kind/KindPage.vue'),
    meta: { title: '文书模板' },
    props: true,
  },
  {
    path: '/body/:bodyId',
    component: () => import('./views/body/BodyPage.vue'),
    meta: { title: '监督档案', under: '/register/enforcement-entity' },
    props: true,
  },
  {
    path: '/finding/:findingId',
    component: () => import('./views/finding/FindingPage.vue'),
    meta: { title: '问题', under: '/register/finding' },
    props: true,
  },
  {
    path: '/review/:batchId',
    component: () => import('./views/review/BatchPage.vue'),
    meta: { title: '案卷评查', under: '/register/review-batch' },
    props: true,
  },
  {
    path: '/review/:batchId/file/:fileId/:seat(first|second)',
    component: () => import('./views/review/ScoringPage.vue'),
    meta: { title: '案卷评分', under: '/register/review-batch' },
    props: true,
  },
  {
    path: '/review/:batchId/compare/:fileId',
    component: () => import('./views/review/ComparePage.vue'),
    meta: { title: '评分对照', under: '/register/review-batch' },
    props: true,
  },
  { path: '/law', component: () => import('./views/law/LawSearchPage.vue'), meta: { title: '条文查询' } },
  { path: '/calendar', component: () => import('./views/calendar/CalendarPage.vue'), meta: { title: '工作日历' } },
  { path: '/deadlines', component: () => import('./views/deadlines/DeadlinesPage.vue'), meta: { title: '期限日历' } },
  // The first run is shown by the state of the data, not by an address.
  { path: '/first-run', redirect: '/' },
  { path: '/:rest(.*)*', component: () => import('./views/home/NotFoundPage.vue'), meta: { title: '没有这一页' } },
];

function titleOf(meta: unknown, ledgerId: unknown): string {
  const own = (meta as { readonly title?: string }).title;
  return own ?? registers.find((register) => register.ledger.id === ledgerId)?.ledger.title ?? '';
}

/** The router of the page, on the part of the address behind #, so that it works under app:// and http:// alike. */
export function createAppRouter(): Router {
  const router = createRouter({ history: createWebHashHistory(), routes: [...registerRoutes, ...framePages] });
  router.beforeEach((to) => {
    const asked = to.params['ledgerId'];
    const known = asked === undefined || registers.some((register) => register.ledger.id === asked);
    return known ? true : { path: '/missing', replace: true };
  });
  router.afterEach((to) => {
    const page = titleOf(to.meta, to.params['ledgerId']);
    document.title = page === '' ? title : `${page} - ${title}`;
  });
  router.onError((error) => void reportTrouble(error));
  return router;
}
