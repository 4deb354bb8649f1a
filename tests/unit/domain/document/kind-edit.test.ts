import { describe, expect, it } from 'vitest';
import { addField, changeField, checkKind, moveField, readKind, removeField, renameField } from '@/domain/document';
import { shipped } from './facts';

const order = shipped('supervision-notice');
const circular = shipped('circular');

describe('changing a kind', () => {
  it('renames a field wherever the wording names it, and nothing else', () => {
    const renamed = renameField(order, 'problems', '问题台账');
    expect(renamed.wording.body[1]).toContain('{{逐项 问题台账}}');
    expect(renamed.wording.enclosures[0]?.table?.each).toBe('问题台账');
    expect(checkKind(renamed)).toEqual([]);
    const approved = renameField(circular, 'approval', '政府同意');
    expect(approved.wording.body[0]).toContain('{{如果 政府同意 = 经本级人民政府同意}}');
    expect(checkKind(approved)).toEqual([]);
    expect(renameField(order, 'none', '甲')).toBe(order);
  });

  it('adds, moves, changes and removes fields; what is left of a removed one is a mistake that is named', () => {
    const added = addField(addField(order));
    const two = added.fields.slice(-2).map((field) => [field.name, field.label]);
    expect(two).toEqual([
      ['own1', '填写项1'],
      ['own2', '填写项2'],
    ]);
    expect(
      moveField(added, 'own2', -1)
        .fields.slice(-2)
        .map((field) => field.name),
    ).toEqual(['own2', 'own1']);
    expect(moveField(added, 'own2', 1)).toBe(added);
    expect(moveField(added, 'found', -1)).toBe(added);
    expect(changeField(added, 'own1', { required: true }).fields.at(-2)?.required).toBe(true);
    const messages = checkKind(removeField(order, 'demands')).map((problem) => problem.message);
    expect(messages[0]).toContain('正文第4段：“{{逐项 改正要求}}”没有对应的填写项');
  });
});

describe('a kind that cannot be used', () => {
  const says = (change: Partial<typeof order>) => checkKind({ ...order, ...change }).map((problem) => problem.message);

  it('is told so where it is wrong', () => {
    const [first] = order.fields;
    if (!first) throw new Error('no field');
    const withField = (change: object) => says({ fields: [...order.fields, { ...first, name: 'own1', ...change }] });
    expect(says({ name: ' ' })).toEqual(['请填写模板名称']);
    expect(says({ source: '' })[0]).toContain('请填写出处');
    expect(says({ purpose: '' })[0]).toContain('请填写用途');
    expect(says({ code: '执监〔2026〕' })[0]).toContain('文号类别字');
    expect(says({ wording: { ...order.wording, title: '', body: ['　'] } })).toEqual(
      expect.arrayContaining(['请填写标题', '正文是空的，请写上文书的内容']),
    );
    expect(withField({ label: '主送单位' })[0]).toContain('与通用词重名');
    expect(withField({ label: '抄送' })[0]).toContain('每份文书都有');
    expect(withField({ label: '发现途径' })[0]).toContain('重复');
    expect(withField({ label: '甲{{' })[0]).toContain('不能有');
    expect(withField({ label: '如果怎样' })[0]).toContain('不能以“如果”开头');
    expect(withField({ label: '' })[0]).toContain('没有名称');
    expect(withField({ label: '新项', options: ['一'] })[0]).toContain('至少写两个可选项');
    expect(withField({ label: '新项', preset: '没有这项' })[0]).toContain('不在可选项中');
    expect(withField({ label: '新项', type: 'table' })[0]).toContain('至少写一列');
    expect(withField({ label: '期限', type: 'text', preset: '' })[0]).toContain('应为期限类型');
    expect(withField({ label: '新项', type: 'text', preset: '{{没有}}' })[0]).toContain('“新项”的预填内容');
  });

  it('is not read from data of another form', () => {
    expect(readKind({ ...order, layout: 'poster' })).toBeNull();
    expect(readKind({ ...order, more: 1 })).toBeNull();
    expect(readKind('甲')).toBeNull();
    expect(readKind(JSON.parse(JSON.stringify(order)))).toEqual(order);
  });
});
