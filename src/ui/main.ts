import 'element-plus/theme-chalk/base.css';
import 'element-plus/theme-chalk/el-message.css';
import 'element-plus/theme-chalk/el-message-box.css';
import 'element-plus/theme-chalk/el-overlay.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/element.css';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import { composeDesk } from '@/services/compose';
import { fetchAhead } from './ahead';
import App from './App.vue';
import { catchUnexpected } from './frame/unexpected';
import { createAppRouter } from './router';
import { provideWorkbench } from './workbench';

/** Puts the page together: one desk, one store of stores, one router. */
function mount(): void {
  const desk = composeDesk();
  const app = createApp(App, { desk });
  app.use(createPinia());
  catchUnexpected(app);
  provideWorkbench(app, desk.workbench, desk.writes);
  const router = createAppRouter();
  app.use(router);
  app.mount('#app');
  void router.isReady().then(() => fetchAhead());
}

mount();
