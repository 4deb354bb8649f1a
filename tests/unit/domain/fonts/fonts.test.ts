import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { advanceOf, findingSentence, findUnprintable, fontRoles, rareFont, roleFonts } from '@/domain/fonts';
import { fontFolder } from '../../../../build/fonts/ship-fonts.mjs';

const style = readFileSync(join(import.meta.dirname, '../../../../src/ui/public/fonts.css'), 'utf8');
const faces = [...style.matchAll(/@font-face \{([^}]*)\}/g)].map(([, body = '']) => ({
  family: /font-family: '([^']+)'/.exec(body)?.[1] ?? '',
  local: [...body.matchAll(/local\('([^']+)'\)/g)].map(([, name]) => name),
  files: [...body.matchAll(/url\('\/fonts\/([^']+)'\)/g)].map(([, name = '']) => name),
}));

/** Text of all two-byte characters whose first byte lies between the two given. */
function twoBytes(encoding: string, from: number, to: number, lowest: number): string {
  const decoder = new TextDecoder(encoding);
  let text = '';
  for (let high = from; high <= to; high += 1) {
    for (let low = lowest; low <= 0xfe; low += 1) {
      const read = decoder.decode(Uint8Array.of(high, low));
      if ([...read].length === 1 && !/[\ufffd\p{Co}]/u.test(read)) text += read;
    }
  }
  return text;
}

/** GB 2312: its symbols, letters and 6763 Han characters. TextDecoder reads it as GBK does, of which it is a part. */
const gb2312 = [
  twoBytes('gbk', 0xa1, 0xa1, 0xa1),
  twoBytes('gbk', 0xa3, 0xa5, 0xa1),
  twoBytes('gbk', 0xb0, 0xf7, 0xa1),
];
const gbk = [twoBytes('gbk', 0x81, 0xa0, 0x40), twoBytes('gbk', 0xa8, 0xfe, 0x40)];

describe('the shipped fonts', () => {
  it.each(fontRoles)('print every character of GB 2312 as %s without help', (role) => {
    const text = gb2312.join('');
    expect(text.match(/\p{Script=Han}/gu)?.length).toBeGreaterThanOrEqual(6763);
    expect(findUnprintable([{ where: '正文', text, role }])).toEqual([]);
  });

  it.each(fontRoles)('print every Han character of GBK and of names as %s, some from the other family', (role) => {
    const text = `${gbk.join('').replace(/[^\p{Script=Han}]/gu, '')}镕喆堃䶮㎡㼆𬭎𫍽`;
    const found = findUnprintable([{ where: '正文', text, role }]);
    expect(found.filter((finding) => finding.outcome === 'missing')).toEqual([]);
    const replaced = found.map((finding) => finding.character);
    expect(replaced).toEqual(expect.arrayContaining(['镕', '喆', '堃', '䶮', '㎡']));
  });

  it('keep whole ems for Chinese and tell the widths of digits and letters', () => {
    for (const role of fontRoles) {
      for (const sign of '中。，、（）〔〕《》“”—…·①　镕䶮') expect(advanceOf(role, sign)).toBe(1);
      expect(advanceOf(role, '7')).toBeGreaterThanOrEqual(0.5);
      expect(advanceOf(role, '7')).toBeLessThan(0.6);
      expect(advanceOf(role, '\n')).toBe(0);
      expect(advanceOf(role, '\ue000')).toBe(1);
    }
    expect(advanceOf('fangsong', ' ')).toBeCloseTo(0.333);
  });

  it('are small, and every one of them travels with its licence', () => {
    const files = readdirSync(fontFolder);
    const fonts = files.filter((name) => name.endsWith('.woff2'));
    expect(fonts.toSorted()).toEqual([...new Set(faces.flatMap((face) => face.files))].toSorted());
    const bytes = fonts.reduce((sum, name) => sum + statSync(join(fontFolder, name)).size, 0);
    expect(bytes).toBeLessThan(30_000_000);
    const notes = readFileSync(join(fontFolder, 'README.md'), 'utf8');
    for (const name of fonts) expect(notes).toContain(name);
    expect(readFileSync(join(fontFolder, 'COPYING.txt'), 'utf8')).toMatch(/Version 3[^]*As a special exception/);
    expect(readFileSync(join(fontFolder, 'OFL.txt'), 'utf8')).toMatch(/Adobe[^]*Version 1\.1/);
  });
});

describe('the style sheet of the fonts', () => {
  it('names the same office fonts in the same order as the roles, and only files that are there', () => {
    for (const role of fontRoles) {
      const { family, office } = roleFonts[role];
      const face = faces.find((each) => each.family === family);
      expect(face?.local).toEqual(office.flatMap((font) => font.localNames));
      expect(face?.files).toHaveLength(1);
      expect(style).toMatch(new RegExp(`\\.font-${role} \\{\\s*font-family: var\\(--font-${role}\\)`));
      expect(style).toMatch(new RegExp(`--font-${role}: '${family}'.*'公文补字'`));
    }
    for (const name of faces.flatMap((face) => face.files)) expect(existsSync(join(fontFolder, name))).toBe(true);
  });

  it('names the families truthfully', () => {
    expect(fontRoles.map((role) => roleFonts[role].shipped)).toEqual([
      'FandolFang R',
      'FandolKai',
      'FandolHei',
      'FandolSong',
      'FandolSong Bold',
    ]);
    expect(rareFont).toBe('Noto Serif CJK SC');
  });
});

describe('characters that cannot be printed', () => {
  it('are found before printing and named with their place and what to do', () => {
    const found = findUnprintable([
      { where: '收件人', text: '张䶮\u{30000}', role: 'fangsong' },
      { where: '标题', text: '关于\ue000的通知', role: 'title' },
    ]);
    expect(found.map(({ character, where, outcome }) => [character, where, outcome])).toEqual([
      ['䶮', '收件人', 'replaced'],
      ['\u{30000}', '收件人', 'missing'],
      ['\ue000', '标题', 'missing'],
    ]);
    const sentences = found.map(findingSentence);
    expect(sentences[0]).toBe('收件人里的“䶮”（U+4DAE）不在随软件提供的仿宋里，由补字字体（宋体样式）印出。');
    expect(sentences[1]).toContain('收件人里的“\u{30000}”（U+30000）印不出来');
    expect(sentences[2]).toContain('标题里的编码为 U+E000 的字符印不出来');
    expect(sentences[2]).toContain('请');
  });

  it('are named once a place, and line ends, tabs and zero-width marks are none', () => {
    const found = findUnprintable([{ where: '正文', text: '镕\n镕\t\u200b\u200d一\ufe00\u2003', role: 'kai' }]);
    expect(found).toHaveLength(1);
  });

  it('include halves of a pair and control characters', () => {
    const found = findUnprintable([{ where: '正文', text: 'a\ud840b\u0007', role: 'song' }]);
    expect(found.map((finding) => finding.outcome)).toEqual(['missing', 'missing']);
    expect(findingSentence(found[0] ?? { character: '', where: '', role: 'song', outcome: 'missing' })).toContain(
      'U+D840',
    );
  });
});
