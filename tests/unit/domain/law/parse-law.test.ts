import { describe, expect, it } from 'vitest';
import { articleParagraphs, linesOfParagraphs, linesOfText, parseLaw, type LawDraft } from '@/domain/law';

function read(text: string, name = '办法.txt'): LawDraft {
  const parsed = parseLaw(linesOfText(text), name);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}

const labels = (draft: LawDraft): readonly string[] => draft.articles.map((article) => article.label);

describe('a law is read into chapters and articles', () => {
  it('from Markdown with headings, bold labels, entities and comments', () => {
    const draft = read(
      [
        '# 安澜县行政执法监督办法',
        '<!-- INFO END -->',
        '（2026年1月5日安澜县人民政府令第3号公布　自2026年3月1日起施行）',
        '## 第一章　总　则',
        '**第一条**　为了规范&nbsp;监督，制定本办法。',
        '- **第二条** 有下列情形的：',
        '（一）甲；',
        '(二)乙。',
        '### 第一节 一般规定',
        '第三条（定义）',
        '',
        '本办法所称监督，是指层级监督。',
      ].join('\n'),
    );
    expect(draft).toMatchObject({
      title: '安澜县行政执法监督办法',
      articleCount: 3,
      chapterCount: 1,
      remarks: [],
      facts: {
        issuer: '安澜县人民政府',
        documentNo: '安澜县人民政府令第3号',
        version: '2026年公布',
        promulgatedOn: '2026-01-05',
        effectiveOn: '2026-03-01',
      },
    });
    expect(draft.articles[0]).toMatchObject({ chapter: '第一章 总则', text: '为了规范 监督，制定本办法。' });
    expect(draft.articles[1]?.text).toBe('有下列情形的：\n（一）甲；\n(二)乙。');
    expect(draft.articles[2]).toMatchObject({ section: '第一节 一般规定', heading: '定义', number: 3 });
  });

  it('with a table of contents that says every chapter before', () => {
    const contents = ['监督条例', '目　录', '第一章　总则……1', '第二章　附则……9'];
    const draft = read([...contents, '第一章　总则', '第一条　甲。', '第二章　附则', '第二条　乙。'].join('\n'));
    expect(draft.chapterCount).toBe(2);
    expect(draft.articles.map((article) => article.chapter)).toEqual(['第一章 总则', '第二章 附则']);
    expect(draft.title).toBe('监督条例');
  });

  it('where sentences are broken over lines, and where a paragraph begins with a reference', () => {
    const draft = read(
      '监督办法\n第一条 各级行政执法机关应当按照本办法\n第二条规定的程序\n办理。\n第三十条第二款另有规定的，从其规定。\n第二条 乙。\n',
    );
    expect(labels(draft)).toEqual(['第一条', '第二条']);
    expect(draft.articles[0]?.text).toBe(
      '各级行政执法机关应当按照本办法第二条规定的程序办理。\n第三十条第二款另有规定的，从其规定。',
    );
  });

  it('with labels that nothing parts from the text, in Arabic or full-width numbers', () => {
    const draft = read('监督办法\n第1条为了规范监督，制定本办法。\n第２条本办法适用于本县。\n');
    expect(labels(draft)).toEqual(['第一条', '第二条']);
    expect(draft.articles[1]?.text).toBe('本办法适用于本县。');
  });

  it('with 编, an article 之一, an annex, a signature and page numbers', () => {
    const draft = read(
      [
        '第一编 总则',
        '第一章 一般规定',
        '第一条 甲。',
        '— 2 —',
        '第一条之一 乙。',
        '第二编 分则',
        '第一章 其他',
        '第二条 丙。',
        '安澜县人民政府',
        '2026年1月5日',
        '附件：1.登记表',
        '第一条 表中的话。',
      ].join('\n\n'),
    );
    expect(labels(draft)).toEqual(['第一条', '第一条之一', '第二条', '附件']);
    expect(draft.articles[2]).toMatchObject({ part: '第二编 分则', chapter: '第一章 其他', text: '丙。' });
    expect(draft.articles[3]?.text).toContain('表中的话');
    expect(draft.articleCount).toBe(3);
    expect(draft.remarks).toEqual(['文末的“安澜县人民政府　2026年1月5日”是落款，没有归入条文']);
  });

  it('with what is odd about the numbers told', () => {
    const draft = read('办法\n第一条 甲。\n第三条 乙。\n第三条 丙。\n第二条 丁。\n第四条\n');
    expect(draft.remarks).toEqual([
      '条号不连续，缺第二条，请对照原文核对',
      '第三条出现不止一次，文件中可能有两份文本，请核对',
      '第二条的次序在前一条之前，请核对',
      '第四条只有条号，没有内容，请核对',
    ]);
  });

  it('with marks of Markdown that were pasted into a document', () => {
    const parsed = parseLaw(
      linesOfParagraphs(['# 监督办法', '## 第一章 总则', '**第一条** 甲。\n（一）乙。']),
      '文档.docx',
    );
    if (!parsed.ok) throw new Error(parsed.error.message);
    expect(parsed.value).toMatchObject({ title: '监督办法', chapterCount: 1 });
    expect(parsed.value.articles[0]?.text).toBe('甲。\n（一）乙。');
  });

  it('with the preamble before its first article', () => {
    const draft = read('宪法\n序　言\n历史悠久。\n第一章 总纲\n第一条 国家。');
    expect(draft.articles[0]).toMatchObject({ label: '引言', number: null, text: '历史悠久。' });
    expect(draft.articleCount).toBe(1);
  });
});

describe('a title', () => {
  it.each([
    ['（安政办发〔2026〕5号）\n安澜县行政执法监督\n工作办法\n第一条 甲。', '安澜县行政执法监督工作办法'],
    ['安澜县人民政府令\n第3号\n《监督办法》已经审议通过。\n监 督 办 法\n第一条 甲。', '监督办法'],
    ['第一条 甲。\n第二条 乙。', '行政处罚法'],
  ])('is found among the lines of the head, else in the name of the file', (text, title) => {
    expect(read(text, '行政处罚法(2021).txt').title).toBe(title);
  });
});

describe('a document without articles', () => {
  const paragraphs = [
    '安政办发〔2026〕7号',
    '安澜县人民政府办公室关于加强执法监督的意见',
    '各乡镇人民政府：',
    '现提出如下意见。',
    '一、总体要求',
    '（一）指导思想。坚持依法监督。',
    '二、主要任务',
    '抓好以下工作。',
    '（二）健全制度。',
    '安澜县人民政府办公室',
    '2026年5月6日',
  ];

  it('is kept by its numbered headings and says so', () => {
    const parsed = parseLaw(linesOfParagraphs(paragraphs), '意见.docx');
    if (!parsed.ok) throw new Error(parsed.error.message);
    const draft = parsed.value;
    expect(draft).toMatchObject({ form: 'headings', chapterCount: 2, articleCount: 3 });
    expect(labels(draft)).toEqual(['引言', '第一部分第（一）项', '第二部分', '第二部分第（二）项']);
    expect(draft.facts).toMatchObject({
      kind: 'document',
      documentNo: '安政办发〔2026〕7号',
      promulgatedOn: '2026-05-06',
      version: '2026年印发',
    });
    expect(draft.title).toBe('安澜县人民政府办公室关于加强执法监督的意见');
    expect(draft.remarks[0]).toContain('文中没有“第一条”');
  });

  it('is refused without headings, with the file, what was looked for and what to do', () => {
    const parsed = parseLaw(linesOfText('会议纪要\n今天开了会。'), '纪要.txt');
    expect(parsed).toMatchObject({ ok: false, error: { kind: 'no-articles' } });
    const message = parsed.ok ? '' : parsed.error.message;
    expect(message).toMatch(/“纪要\.txt”.*第一条.*一、.*请/);
    expect(parseLaw([], '空.txt')).toMatchObject({ ok: false, error: { kind: 'empty' } });
  });
});

describe('the text of an article', () => {
  it('is parted into 款, 项 and 目; what follows items is a 款 of its own', () => {
    const text = '有下列情形的：\n（一）甲：\n1.子；\n2．丑；\n（二）乙。\n前款规定的，依法处理。';
    const [first, second] = articleParagraphs(text);
    expect(first?.items.map((item) => [item.number, item.subItems.map((sub) => sub.number)])).toEqual([
      [1, [1, 2]],
      [2, []],
    ]);
    expect(second).toMatchObject({ number: 2, text: '前款规定的，依法处理。', items: [] });
  });

  it('may begin with an item', () => {
    expect(articleParagraphs('（一）甲。')).toMatchObject([{ number: 1, text: '', items: [{ number: 1 }] }]);
  });
});
