import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { LawDraft } from '@/domain/law';
import { readLaw } from '@/exchange/law';
import { encodeGb18030 } from '../../fixtures/workbooks/gb18030';
import { articleNumbering, docxParagraph, docxRun, makeDocx } from '../../fixtures/docx';

const utf8 = new TextEncoder();

function read(bytes: Uint8Array, name = '办法.docx'): LawDraft {
  const answer = readLaw(bytes, name);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

function refusal(bytes: Uint8Array, name: string): string {
  const answer = readLaw(bytes, name);
  return answer.ok ? '' : `${answer.error.kind} ${answer.error.message}`;
}

describe('a law in a Word document', () => {
  it('is read by its paragraphs, over runs, tables and fields, without what was struck out', () => {
    const body = [
      docxParagraph(docxRun('监督') + docxRun('办法')),
      docxParagraph(
        `${docxRun('第一条　甲&amp;乙')}<w:del><w:r><w:delText>旧字</w:delText></w:r></w:del>` +
          '<w:r><w:instrText>PAGE</w:instrText></w:r><w:ins><w:r><w:t>和丙。</w:t></w:r></w:ins>',
      ),
      `<w:tbl><w:tr><w:tc>${docxParagraph(docxRun('第二条　表中。'))}</w:tc></w:tr></w:tbl>`,
      '<w:p/>',
      docxParagraph(`${docxRun('第三条　上行')}<w:r><w:br/></w:r>${docxRun('（一）下行。')}`),
    ].join('');
    const draft = read(makeDocx(body));
    expect(draft.title).toBe('监督办法');
    expect(draft.articles.map((article) => article.text)).toEqual(['甲&乙和丙。', '表中。', '上行\n（一）下行。']);
  });

  it('has its counted numbers written out, items counted anew under each article', () => {
    const at = (text: string, level: number): string => docxParagraph(docxRun(text), { id: 1, level });
    const body = [
      docxParagraph(docxRun('监督办法')),
      at('甲：', 0),
      at('子；', 1),
      at('丑。', 1),
      at('乙：', 0),
      at('寅。', 1),
    ].join('');
    const draft = read(makeDocx(body, articleNumbering));
    expect(draft.articles.map((article) => [article.label, article.text])).toEqual([
      ['第一条', '甲：\n（一）　子；\n（二）　丑。'],
      ['第二条', '乙：\n（一）　寅。'],
    ]);
  });

  it('finds the list of a paragraph by its style too', () => {
    const style =
      '<w:style w:styleId="T"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const body = `<w:p><w:pPr><w:pStyle w:val="T"/></w:pPr>${docxRun('甲。')}</w:p>`;
    expect(read(makeDocx(body, articleNumbering, style)).articles[0]).toMatchObject({ label: '第一条', text: '甲。' });
  });
});

describe('a law in a text file', () => {
  it('is read in GB18030 and in UTF-16 as in UTF-8', () => {
    const gbk = encodeGb18030('第一条 甲。');
    expect(read(gbk, '办法.txt').articles[0]).toMatchObject({ label: '第一条', text: '甲。' });
    const wide = Uint8Array.from([
      0xff,
      0xfe,
      ...[...'第一条 甲。'].flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]),
    ]);
    expect(read(wide, '办法.txt').articles[0]).toMatchObject({ label: '第一条', text: '甲。' });
    expect(read(utf8.encode('\ufeff第一条 甲。'), '办法.md').title).toBe('办法');
  });
});

describe('a file that is no law', () => {
  it.each<readonly [string, Uint8Array, RegExp]>([
    ['空.txt', new Uint8Array(), /^empty .*“空\.txt”是空文件/],
    ['旧.doc', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /^unknown-format .*旧版Word.*另存为\.docx/],
    ['扫描.pdf', utf8.encode('%PDF-1.7'), /^unknown-format .*PDF/],
    ['表.docx', zipSync({ 'xl/workbook.xml': utf8.encode('x') }), /^unknown-format .*不是Word文档/],
    ['断.docx', makeDocx(docxParagraph(docxRun('第一条　甲。'))).subarray(0, 200), /^damaged .*“断\.docx”已损坏/],
    ['网页.txt', utf8.encode('<!DOCTYPE html><p>第一条'), /^unknown-format .*网页/],
    ['图.txt', Uint8Array.from(Array.from({ length: 400 }, (_, at) => at % 8)), /^unknown-format /],
    ['通知.txt', utf8.encode('大家好。'), /^no-articles .*“通知\.txt”里没有找到条文/],
  ])('%s is refused with its sentence', (name, bytes, sentence) => {
    expect(refusal(bytes, name)).toMatch(sentence);
  });

  it('is not inflated where it would grow without measure', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(40 * 1024 * 1024) });
    expect(refusal(bomb, '炸.docx')).toMatch(/^too-large .*解压后过大/);
  });
});
