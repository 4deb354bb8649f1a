// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import { mount, RouterLinkStub } from '@vue/test-utils';
import { findFonts, fontsReady, fontsSentence } from '@/services/fonts';
import { useFonts } from '@/ui/stores/fonts';
import FontNotice from '@/ui/views/home/FontNotice.vue';

/** A computer that has these fonts. */
const having =
  (...names: string[]) =>
  (name: string): Promise<boolean> =>
    Promise.resolve(names.includes(name));

describe('the check of the office fonts', () => {
  it('tells for each role what is wanted and what is used, by any of the names a system may know', async () => {
    const fonts = await findFonts(having('FangSong', 'KaiTi_GB2312', '宋体'));
    expect(fonts.map(({ label, wanted, state, used }) => [label, wanted, state, used])).toEqual([
      ['仿宋', '仿宋_GB2312', 'second', '仿宋'],
      ['楷体', '楷体_GB2312', 'wanted', '楷体_GB2312'],
      ['黑体', '黑体', 'shipped', 'FandolHei'],
      ['宋体', '宋体', 'wanted', '宋体'],
      ['小标宋', '方正小标宋简体', 'shipped', 'FandolSong Bold'],
    ]);
    expect(fontsSentence(fonts)).toBe(
      '本机没有装黑体、方正小标宋简体，打印公文时用随软件提供的FandolHei、FandolSong Bold代替。',
    );
  });

  it('says nothing where no shipped font has to help out', async () => {
    const fonts = await findFonts(having('仿宋', '楷体', '黑体', '宋体', '方正小标宋_GBK'));
    expect(fontsSentence(fonts)).toBeNull();
  });
});

describe('the notice on the home page', () => {
  beforeEach(() => {
    localStorage.clear();
    setActivePinia(createPinia());
  });

  const notice = () => mount(FontNotice, { global: { stubs: { RouterLink: RouterLinkStub } } });

  it('is shown once, and again only when other fonts are missing', async () => {
    const fonts = useFonts();
    fonts.choices = await findFonts(having('仿宋_GB2312', '楷体_GB2312', '黑体', '宋体'));
    const first = notice();
    expect(first.text()).toContain('本机没有装方正小标宋简体');
    await first.get('button').trigger('click');
    expect(first.find('section').exists()).toBe(false);
    setActivePinia(createPinia());
    const again = useFonts();
    again.choices = fonts.choices;
    expect(notice().find('section').exists()).toBe(false);
    again.choices = await findFonts(having('宋体'));
    expect(notice().text()).toContain('本机没有装仿宋_GB2312、楷体_GB2312、黑体、方正小标宋简体');
  });
});

describe('a page to print', () => {
  /** A page whose fonts stand as given; layout, styles and pictures are of no concern here. */
  function pageWith(faces: readonly { readonly family: string; readonly status: string }[]): Document {
    const page = document.implementation.createHTMLDocument('x');
    page.body.innerHTML = '<p style="font-family: 甲, serif">正文</p>';
    for (const element of page.querySelectorAll('p')) {
      element.getClientRects = () => [{}] as unknown as DOMRectList;
    }
    Object.defineProperty(page, 'fonts', { value: faces });
    Object.defineProperty(page, 'images', { value: [] });
    return page;
  }

  it.each([
    ['is ready with no fonts of its own', [], true],
    [
      'is ready when the font of its text is loaded, though others were never read',
      [
        ['甲', 'loaded'],
        ['乙', 'unloaded'],
      ],
      true,
    ],
    ['is not ready when the font of its text was never read', [['甲', 'unloaded']], false],
    [
      'is not ready when a font failed',
      [
        ['甲', 'loaded'],
        ['乙', 'error'],
      ],
      false,
    ],
  ])('%s', async (_, faces, ready) => {
    const page = pageWith(faces.map(([family = '', status = '']) => ({ family, status })));
    expect((await fontsReady(page)).ok).toBe(ready);
  });
});
