// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia';
import { describe, expect, it } from 'vitest';
import { copyName, dailyCopyDue } from '@/services/backup';
import { saveProfile, suggestRulePack, suggestShortName } from '@/services/bureau-profile';
import { addSampleData } from '@/services/sample-data';
import { openWorkbench } from '@/services/workbench';
import { copyAge } from '@/ui/frame/moments';
import { troubleCode } from '@/ui/frame/unexpected';
import { useTasks } from '@/ui/stores/tasks';
import { readMarkup } from '@/ui/views/help/markup';
import { helpTopics } from '@/ui/views/help/topics';
import { noon, someProfile, testDesk } from './frame-desk';

describe('a full copy', () => {
  it('has a name that every file system takes', () => {
    expect(copyName('灌云/司法局: "*?"', noon)).toMatch(/^灌云司法局-完整副本-\d{8}-\d{4}\.sdz$/);
    expect(copyName('  ', noon)).toMatch(/^本单位-/);
  });

  it('is due once a day, and never of an empty desk', async () => {
    const kept: { name: string; createdAt: string; size: number }[] = [];
    const { workbench } = testDesk({
      shell: { listSnapshots: () => Promise.resolve({ ok: true, value: kept }) },
    });
    await openWorkbench(workbench);
    await saveProfile(workbench, someProfile);
    expect(await dailyCopyDue(workbench)).toBe(false);
    await addSampleData(workbench);
    expect(await dailyCopyDue(workbench)).toBe(true);
    kept.push({ name: 'copy-20261121-100000.sdz', createdAt: new Date(noon - 86_400_000).toISOString(), size: 1 });
    expect(await dailyCopyDue(workbench)).toBe(true);
    kept.push({ name: 'copy-20261122-100000.sdz', createdAt: new Date(noon).toISOString(), size: 1 });
    expect(await dailyCopyDue(workbench)).toBe(false);
  });

  it('is missed loudly: none is bad, one older than a week is late', () => {
    expect(copyAge(null, noon, 5)).toEqual({ tone: 'bad', text: '还没有备份' });
    expect(copyAge(noon - 8 * 86_400_000, noon, 5)).toEqual({ tone: 'warn', text: '上次备份 8天前' });
    expect(copyAge(noon - 3_600_000, noon, 5)).toEqual({ tone: 'good', text: '上次备份 1小时前' });
  });
});

describe('suggestions of the first run', () => {
  it('shorten the usual names of bureaus and leave others alone', () => {
    expect(suggestShortName('灌云县司法局')).toBe('灌云司法局');
    expect(suggestShortName('连云港市灌云县司法局')).toBe('灌云司法局');
    expect(suggestShortName('四平市铁西区司法局')).toBe('铁西司法局');
    expect(suggestShortName('某某办公室')).toBeNull();
  });

  it('name the rule pack of the province', () => {
    const { workbench } = testDesk();
    expect(suggestRulePack('220302', workbench.session.codes)).toMatch(/^jilin-/);
    expect(suggestRulePack('320723', workbench.session.codes)).toBeNull();
  });
});

describe('the task indicator', () => {
  it('shows progress while work runs and how it ended', async () => {
    setActivePinia(createPinia());
    const tasks = useTasks();
    const seen: unknown[] = [];
    await tasks.run({ title: '导出', outcomeOf: () => ({ state: 'done', message: '好' }) }, (task) => {
      task.onProgress({ done: 3, total: 10, stage: '正在写' });
      seen.push(tasks.running[0]?.progress);
      return Promise.resolve(1);
    });
    expect(seen).toEqual([{ done: 3, total: 10, stage: '正在写' }]);
    expect(tasks.running).toEqual([]);
    expect(tasks.entries[0]?.outcome).toEqual({ state: 'done', message: '好' });
  });

  it('shows a bug in the work as not completed and passes it on', async () => {
    setActivePinia(createPinia());
    const tasks = useTasks();
    const work = tasks.run({ title: '导出', outcomeOf: () => ({ state: 'done', message: '' }) }, () =>
      Promise.reject(new Error('bug')),
    );
    await expect(work).rejects.toThrow('bug');
    expect(tasks.entries[0]?.outcome?.state).toBe('failed');
  });
});

describe('an unexpected error', () => {
  it('is told by a code in which nothing of its message can be read', () => {
    const make = (message: string): string => troubleCode(Object.assign(new Error(message), { stack: 'Error\n at f' }));
    expect(make('张三的身份证号')).toMatch(/^E-[0-9A-F]{6}$/);
    expect(make('张三')).toBe(make('李四'));
    expect(troubleCode('text')).toMatch(/^E-/);
  });
});

describe('the help', () => {
  it('takes nothing from its pages but text, lists and ways within the application', () => {
    const source = '# 题\n<img src=x onerror=alert(1)>\n- **粗** `键`\n[内](#/audit) [外](https://example.com)';
    const [title, image, list, links] = readMarkup(source);
    expect(title).toEqual({ kind: 'title', content: [{ kind: 'text', text: '题' }] });
    expect(image).toMatchObject({ kind: 'paragraph', content: [{ kind: 'text' }] });
    expect(list).toMatchObject({ items: [[{ kind: 'strong', text: '粗' }, { kind: 'text' }, { kind: 'code' }]] });
    expect(links).toMatchObject({ content: [{ kind: 'link', path: '/audit' }, { kind: 'text' }] });
  });

  it('has a title and something to say on every topic', () => {
    for (const topic of helpTopics) {
      expect(topic.title).not.toBe(topic.id);
      expect(topic.blocks.length).toBeGreaterThan(0);
    }
  });
});
