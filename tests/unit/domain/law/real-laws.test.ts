import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { articleParagraphs, linesOfText, parseLaw, type LawDraft } from '@/domain/law';

const folder = resolve(import.meta.dirname, '../../../../../shared/law');
const present = existsSync(folder);

/** Articles, chapters, version and day of coming into force by file; null where the text does not say. */
const expected: Readonly<Record<string, readonly [number, number, string | null, string | null]>> = {
  '上海市行政执法监督办法.md': [35, 6, '2023年公布', '2023-04-01'],
  '内蒙古自治区行政执法公示执法全过程记录重大执法决定法制审核办法.md': [34, 6, '2020年公布', '2020-04-01'],
  '内蒙古自治区行政执法监督条例.md': [41, 6, '2020年修正', null],
  '吉林省行政执法监督条例.md': [35, 6, null, '2021-01-01'],
  '四川省行政执法监督条例.md': [50, 6, '2021年修订', '2021-08-01'],
  '国办发〔2018〕118号.md': [27, 6, '2018年印发', null],
  '广东省行政执法案卷评查办法.md': [28, 5, '2016年公布', '2017-03-01'],
  '广东省行政执法监督条例.md': [43, 6, '2016年修订', '2016-07-01'],
  '江西省行政执法监督条例.md': [24, 4, '2021年修正', null],
  '行政处罚法(2021).md': [86, 8, '2021年修订', '2021-07-15'],
  '行政执法机关移送涉嫌犯罪案件的规定(2020).md': [20, 0, '2020年修订', null],
  '贵州省行政执法监督办法.md': [36, 6, '2017年公布', '2018-02-01'],
  '辽宁省行政执法监督规定.md': [39, 5, '2010年公布', '2010-02-22'],
};

function read(file: string): LawDraft {
  const parsed = parseLaw(linesOfText(readFileSync(resolve(folder, file), 'utf8')), file);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}

function everyLaw(): void {
  test('the expectations name every file', () => {
    expect(readdirSync(folder).sort()).toEqual(Object.keys(expected).sort());
  });

  test.each(Object.entries(expected))('%s', (file, [articles, chapters, version, effectiveOn]) => {
    const draft = read(file);
    expect([draft.articleCount, draft.chapterCount]).toEqual([articles, chapters]);
    expect([draft.facts.version, draft.facts.effectiveOn]).toEqual([version, effectiveOn]);
    expect(draft.articles.every((article) => article.text !== '')).toBe(true);
    expect(draft.remarks.filter((remark) => /条号|次序|不止一次/.test(remark))).toEqual([]);
    if (draft.form === 'articles') {
      expect(draft.articles.map((article) => article.number)).toEqual(
        Array.from({ length: articles }, (_, at) => at + 1),
      );
    }
    const named = file.replace(/(\(\d+\))?\.md$/, '');
    if (!named.includes('号')) expect(draft.title.endsWith(named)).toBe(true);
    // No line of the file is lost but marks, the contents, headings and what the remarks name.
    expect(draft.articles.some((article) => /[#*]|第[一二三四五六七八九十]+章/.test(article.text.slice(0, 12)))).toBe(
      false,
    );
  });

  test('paragraphs and items are counted as one would cite them', () => {
    const law = read('行政处罚法(2021).md');
    const article = law.articles.find((one) => one.label === '第九条');
    expect(articleParagraphs(article?.text ?? '')).toMatchObject([{ items: Array.from({ length: 6 }, () => ({})) }]);
    expect(law.articles.find((one) => one.label === '第五十一条')).toMatchObject({
      chapter: '第五章 行政处罚的决定',
      section: '第二节 简易程序',
    });
  });

  test('a document without articles bears its number, its organ and its day', () => {
    expect(read('国办发〔2018〕118号.md')).toMatchObject({
      form: 'headings',
      title: '国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见',
      facts: {
        kind: 'document',
        issuer: '国务院办公厅',
        documentNo: '国办发〔2018〕118号',
        promulgatedOn: '2018-12-05',
      },
    });
  });
}

const whereAbsent = 'the shared laws are not on this machine: nothing is compared';

if (present) describe('every real law is read whole', everyLaw);
else {
  test(whereAbsent, () => {
    console.warn(whereAbsent);
    expect(present).toBe(false);
  });
}
