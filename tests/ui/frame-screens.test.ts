// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { err, ok } from '@/domain/kernel';
import { saveProfile } from '@/services/bureau-profile';
import App from '@/ui/App.vue';
import StatusBar from '@/ui/frame/StatusBar.vue';
import { useDesk } from '@/ui/stores/desk';
import { mountAt, noon, settle, someProfile, testDesk, type TestDesk, type TestParts } from './frame-desk';
import { eventually } from './register-bench';

async function appOf(desk: TestDesk) {
  const props = { desk: { workbench: desk.workbench, writes: desk.writes, connected: Promise.resolve() } };
  const wrapper = await mountAt(desk, App, props);
  await eventually(() => expect(wrapper.text()).not.toContain('正在打开数据'));
  return wrapper;
}

async function textWith(parts: TestParts): Promise<string> {
  const wrapper = await appOf(testDesk(parts));
  const text = wrapper.text();
  wrapper.unmount();
  return text;
}

beforeEach(() => vi.spyOn(console, 'error').mockImplementation(() => undefined));
afterEach(() => vi.restoreAllMocks());

describe('what stands in the place of the frame', () => {
  it('is the first run on a new computer', async () => {
    expect(await textWith({})).toContain('首次使用：填写本单位信息');
  });

  it('is a refusal with what to do where the data are newer', async () => {
    const message = '数据的版本是2，本软件只认识1';
    const refusal = { kind: 'newer', dataVersion: 2, programVersion: 1, message } as const;
    const text = await textWith({ storage: { open: () => Promise.resolve(err(refusal)) } });
    expect(text).toContain(message);
    expect(text).toContain('请安装新版本后再打开');
  });

  it('is a sentence with a code, and no word of the error, where opening breaks', async () => {
    const text = await textWith({ storage: { open: () => Promise.reject(new Error('secret of 张三')) } });
    expect(text).toMatch(/代码 E-[0-9A-F]{6}/);
    expect(text).not.toContain('secret');
    expect(vi.mocked(console.error).mock.calls.flat().join(' ')).not.toContain('张三');
  });

  it('is the warning of loss where records are remembered and none are found', async () => {
    const lastState = () => Promise.resolve(ok({ records: 812, schemaVersion: 1 }));
    const text = await textWith({ shell: { lastState } });
    expect(text).toContain('没有找到原来的数据');
    expect(text).toContain('812');
    expect(text).not.toContain('首次使用');
  });

  it('is nothing once the data are there: the frame names the bureau and the person', async () => {
    const desk = testDesk();
    await desk.storage.open();
    await desk.workbench.storage.useCodeTables(desk.workbench.session.codes);
    await saveProfile(desk.workbench, someProfile);
    const wrapper = await appOf(desk);
    expect(wrapper.get('header').text()).toContain('安澜县司法局');
    expect(wrapper.get('footer').text()).toContain('经办人：王敏');
    wrapper.unmount();
  });
});

describe('the status bar', () => {
  it('says 已保存 only in the state of a finished commit', async () => {
    const wrapper = await mountAt(testDesk(), StatusBar);
    const desk = useDesk();
    const shown = async (): Promise<string> => {
      await settle();
      return wrapper.get('[role="status"]').text();
    };
    expect(await shown()).not.toContain('已保存');
    desk.noteWrite({ kind: 'saving' });
    expect(await shown()).toBe('正在保存…');
    desk.noteWrite({ kind: 'failed' });
    expect(await shown()).toContain('未能保存');
    desk.noteWrite({ kind: 'saved', at: noon });
    expect(await shown()).toMatch(/^已保存 \d\d:\d\d$/);
    wrapper.unmount();
  });
});
