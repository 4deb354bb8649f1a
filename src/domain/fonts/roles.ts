import coverage from '#resources/fonts/coverage.json';

/** What a font does in an official document (GB/T 9704: 仿宋 text, 楷体 and 黑体 headings, 宋体 page number, 小标宋 title). */
export const fontRoles = ['fangsong', 'kai', 'hei', 'song', 'title'] as const;
/** One of {@link fontRoles}. */
export type FontRole = (typeof fontRoles)[number];

/** A font that an office has installed, with the names by which the system may know it. */
export interface OfficeFont {
  readonly name: string;
  /** Full or PostScript names, as local() of a style sheet takes them. */
  readonly localNames: readonly string[];
}

/** Which fonts may stand in a role. */
export interface RoleFonts {
  readonly label: string;
  /** Family that the style sheet fonts.css declares for the role. */
  readonly family: string;
  /** Fonts of the office in order of preference; the first is the one that the standard's users expect. */
  readonly office: readonly [OfficeFont, ...OfficeFont[]];
  /** Internal name of the shipped font, used where none of the office's is installed. */
  readonly shipped: string;
}

/** The fonts of each role; fonts.css names the same ones in the same order. */
export const roleFonts: Readonly<Record<FontRole, RoleFonts>> = {
  fangsong: {
    label: '仿宋',
    family: '公文仿宋',
    office: [
      { name: '仿宋_GB2312', localNames: ['仿宋_GB2312', 'FangSong_GB2312'] },
      { name: '仿宋', localNames: ['仿宋', 'FangSong'] },
    ],
    shipped: coverage.roles.fangsong.family,
  },
  kai: {
    label: '楷体',
    family: '公文楷体',
    office: [
      { name: '楷体_GB2312', localNames: ['楷体_GB2312', 'KaiTi_GB2312'] },
      { name: '楷体', localNames: ['楷体', 'KaiTi'] },
    ],
    shipped: coverage.roles.kai.family,
  },
  hei: {
    label: '黑体',
    family: '公文黑体',
    office: [{ name: '黑体', localNames: ['黑体', 'SimHei'] }],
    shipped: coverage.roles.hei.family,
  },
  song: {
    label: '宋体',
    family: '公文宋体',
    office: [{ name: '宋体', localNames: ['宋体', 'SimSun'] }],
    shipped: coverage.roles.song.family,
  },
  title: {
    label: '小标宋',
    family: '公文小标宋',
    office: [
      { name: '方正小标宋简体', localNames: ['方正小标宋简体', 'FZXiaoBiaoSong-B05S', 'FZXBSJW--GB1-0'] },
      { name: '方正小标宋_GBK', localNames: ['方正小标宋_GBK', 'FZXiaoBiaoSong-B05'] },
    ],
    shipped: coverage.roles.title.family,
  },
};

/** Internal name of the shipped font for characters that those of the roles lack. */
export const rareFont: string = coverage.rare.family;
