import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkWording, ordinalStyles, parseWording, type KnownWord } from '@/domain/document';
import { fillWording, joinItems, ordinalText, type WordValue } from '@/domain/document/wording-fill';

const known = new Map<string, KnownWord>([
  ['检查内容', { form: 'list' }],
  ['检查地点', { form: 'text' }],
  ['监督方式', { form: 'text', options: ['日常监督', '专项监督'] }],
  ['议定事项', { form: 'table', columns: ['事项', '牵头单位'] }],
]);

const values = new Map<string, WordValue>([
  ['检查内容', { form: 'list', items: ['制度落实。', '案卷制作。'] }],
  ['检查地点', { form: 'text', text: '三楼会议室' }],
  ['监督方式', { form: 'text', text: '专项监督' }],
  ['空着的', { form: 'text', text: '' }],
  [
    '议定事项',
    {
      form: 'table',
      columns: ['事项', '牵头单位'],
      rows: [
        ['建立台账', '县司法局'],
        ['开展培训', '县人社局'],
      ],
    },
  ],
]);

function filled(text: string, missing = (name: string) => `〔${name}〕`): readonly string[] {
  const lines = fillWording(parseWording(text).nodes, { words: values, missing });
  return lines.map((line) => (line.kind === 'text' ? line.text : `[${line.name}]`));
}

function complaints(text: string): readonly string[] {
  return checkWording(text, known).map((issue) => `${issue.paragraph} ${issue.message}`);
}

describe('wording', () => {
  it('puts values where placeholders stand and marks what is missing', () => {
    expect(filled('地点：{{检查地点}}，{{空着的}}，{{没有的}}。')).toEqual([
      '地点：三楼会议室，〔空着的〕，〔没有的〕。',
    ]);
    expect(filled('{{ 检查地点 }}｛｛检查地点｝｝')).toEqual(['三楼会议室三楼会议室']);
    expect(filled('{{空着的}}', () => '')).toEqual([]);
  });

  it('makes a paragraph of each item where a list fills its line, and a phrase inside a sentence', () => {
    expect(filled('检查：\n{{检查内容}}')).toEqual(['检查：', '制度落实。', '案卷制作。']);
    expect(filled('检查{{检查内容}}等。')).toEqual(['检查制度落实、案卷制作等。']);
    expect(joinItems(['甲、乙；', '丙。'])).toBe('甲、乙；丙');
  });

  it('shows one side of a condition and leaves no gap for the other', () => {
    expect(filled('{{如果 检查地点}}有{{否则}}无{{结束}}地点')).toEqual(['有地点']);
    expect(filled('{{如果 空着的}}有{{否则}}无{{结束}}地点')).toEqual(['无地点']);
    expect(filled('前\n{{如果 空着的}}\n中\n{{结束}}\n后')).toEqual(['前', '后']);
    expect(filled('{{如果 监督方式 = 专项监督}}专项{{结束}}{{如果 监督方式＝日常监督}}日常{{结束}}')).toEqual(['专项']);
    expect(filled('{{如果 监督方式 ≠ 日常监督}}不是日常{{结束}}')).toEqual(['不是日常']);
  });

  it('numbers items in every Chinese style', () => {
    expect(filled('{{逐项 检查内容}}{{序号 （一）}}{{本项}}{{结束}}')).toEqual([
      '（一）制度落实。',
      '（二）案卷制作。',
    ]);
    expect(filled('{{逐项 检查内容}}\n{{序号 一、}}{{本项}}\n{{结束}}')).toEqual(['一、制度落实。', '二、案卷制作。']);
    expect(filled('含{{逐项 议定事项}}（{{序号}}）{{本项 事项}}（{{本项 牵头单位}}）{{结束}}等')).toEqual([
      '含（1）建立台账（县司法局）（2）开展培训（县人社局）等',
    ]);
    expect(ordinalStyles.map((style) => ordinalText(12, style))).toEqual([
      '12',
      '十二',
      '十二、',
      '（十二）',
      '12.',
      '（12）',
    ]);
  });

  it('lets a table stand as a paragraph', () => {
    expect(filled('如下：\n{{议定事项}}\n完。')).toEqual(['如下：', '[议定事项]', '完。']);
  });

  it('nests conditions and repetitions', () => {
    expect(
      filled(
        '{{逐项 检查内容}}{{本项}}{{如果 检查地点}}（在{{检查地点}}）{{如果 空着的}}?{{否则}}！{{结束}}{{结束}}{{结束}}',
      ),
    ).toEqual(['制度落实。（在三楼会议室）！', '案卷制作。（在三楼会议室）！']);
  });

  it('names the placeholder and the paragraph of every mistake', () => {
    expect(complaints('一段。\n请查{{检察内容}}。')).toEqual(['2 “{{检察内容}}”没有对应的填写项，是不是“检查内容”？']);
    expect(complaints('{{XYZ}}')[0]).toContain('先增加这个填写项');
    expect(complaints('甲\n{{如果 检查地点}}有')).toEqual([
      '2 “{{如果 检查地点}}”没有结束，请在它管到的文字后面写“{{结束}}”',
    ]);
    expect(complaints('{{结束}}')[0]).toContain('“{{结束}}”前面没有');
    expect(complaints('{{否则}}')[0]).toContain('“{{否则}}”前面没有');
    expect(complaints('{{如果 检查地点}}a{{否则}}b{{否则}}c{{结束}}')[0]).toContain('“{{否则}}”前面没有');
    expect(complaints('甲\n乙{{检查地点')).toEqual(['2 有一个“{{”没有配对，填写项应写成“{{名称}}”']);
    expect(complaints('{{}}')[0]).toContain('没有写填写项的名称');
    expect(complaints('{{如果}}有{{结束}}')[0]).toContain('缺少填写项的名称');
    expect(complaints('{{本项}}')[0]).toContain('只能写在“{{逐项');
    expect(complaints('{{逐项 检查内容}}{{序号 甲}}{{结束}}')[0]).toContain('编号样式不认识');
    expect(complaints('{{逐项 检查内容}}{{本项 事项}}{{结束}}')[0]).toContain('不是表格');
    expect(complaints('{{逐项 议定事项}}{{本项 时限}}{{结束}}')[0]).toContain('可用的列：事项、牵头单位');
    expect(complaints('{{逐项 检查地点}}{{本项}}{{结束}}')[0]).toContain('只有一项内容');
    expect(complaints('见{{议定事项}}。')[0]).toContain('独占一段');
    expect(complaints('{{如果 监督方式 = 突击监督}}甲{{结束}}')[0]).toContain('可选：日常监督、专项监督');
    expect(complaints('{{如果 监督方式 = 专项监督}}{{检查地点}}{{结束}}')).toEqual([]);
  });

  it('reads any text without failing, and text without braces comes out as it went in', () => {
    const piece = fc.constantFrom(
      '{{',
      '}}',
      '｛｛',
      '如果 ',
      '逐项 ',
      '检查内容',
      '否则',
      '结束',
      '本项',
      '序号 一、',
      '\n',
      '=',
      '甲。',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        checkWording(text, known);
        filled(text);
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[一-龥，。、（）0-9]{1,60}$/), (text) => {
        expect(checkWording(text, known)).toEqual([]);
        expect(filled(text)).toEqual([text]);
      }),
    );
  });

  it('a wording found clean leaves no tag behind, whatever is filled in', () => {
    const clause = fc.constantFrom(
      '{{检查地点}}',
      '{{如果 监督方式 = 专项监督}}专项{{否则}}其他{{结束}}',
      '{{逐项 检查内容}}{{序号 1.}}{{本项}}{{结束}}',
      '\n{{议定事项}}\n',
      '文字。',
    );
    fc.assert(
      fc.property(fc.array(clause, { maxLength: 12 }), fc.boolean(), (clauses, empty) => {
        const text = clauses.join('');
        expect(checkWording(text, known)).toEqual([]);
        const words = empty ? new Map<string, WordValue>() : values;
        const lines = fillWording(parseWording(text).nodes, { words, missing: () => '' });
        expect(JSON.stringify(lines)).not.toMatch(/[{]{2}|[}]{2}(?!\])|结束|本项/);
        expect(lines.every((line) => line.kind === 'table' || line.text.trim() !== '')).toBe(true);
      }),
    );
  });
});
