import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shippedCodeTables } from '@/domain/code-tables';
import {
  checkKind,
  compileDocument,
  fieldsOf,
  plainText,
  sampleData,
  shippedKinds,
  startData,
  underPack,
  type DocumentKind,
} from '@/domain/document';
import { rulePackOf } from '@/domain/rule-pack';
import { bureau, factsFor, shipped, today } from './facts';

/** What each kind must carry beside the common head fields: labels of its fields. */
const demanded: Readonly<Record<string, readonly string[]>> = {
  'supervision-plan': ['方案名称', '依据', '工作目标', '重点领域', '工作任务', '工作要求'],
  'supervision-inspection-notice': [
    '检查内容',
    '检查开始日期',
    '检查地点',
    '检查方式',
    '检查组成员',
    '需准备的材料',
    '配合要求',
  ],
  'statement-order': ['涉嫌问题', '需提交的材料', '说明期限'],
  'supervision-notice': ['问题清单', '改正要求', '报告要求', '异议告知', '改正期限'],
  'supervision-opinion': ['问题清单', '处理意见', '整改期限', '异议告知', '报告要求'],
  'supervision-suggestion': ['问题清单', '整改建议', '整改期限', '异议告知'],
  'supervision-decision': [
    '认定的事实',
    '证据',
    '认定理由',
    '决定种类',
    '决定内容',
    '执行期限',
    '责任人员处理建议',
    '复查途径',
  ],
  'supervision-directive': ['交办来源', '办理要求', '办结时限', '反馈方式', '督办次数'],
  'correction-order': ['问题清单', '依据', '改正期限'],
  'interview-notice': ['约谈对象', '案由', '约谈日期', '约谈时间', '约谈地点', '主持人'],
  'interview-record': ['约谈对象', '案由', '约谈日期', '约谈地点', '主持人', '记录人', '约谈情况', '承诺事项'],
  circular: ['点名方式', '批准情况', '典型问题'],
  'clue-transfer': ['涉及人员', '问题概述', '线索来源', '材料清单', '密级'],
  'case-transfer': ['当事人', '基本违法事实', '依据', '案源材料', '案件承办人', '批准人', '受理告知期限'],
  'collaboration-request': ['请求类型', '协作事项', '案情和背景', '提供的材料', '反馈期限'],
  'copy-notice': ['决定文号', '当事人', '决定内容'],
  'superior-notice': ['被监督单位', '问题清单', '依据'],
  'dispute-notice': ['申请单位', '争议各方', '争议情况', '答复期限'],
  'coordination-opinion': ['各方意见', '协调结论', '依据', '执行要求'],
  'meeting-notice': ['会议名称', '会议类型', '会议日期', '会议地点', '会议议题', '参会单位'],
  'meeting-minutes': ['届次', '会议议题', '出席', '议定事项'],
  'file-review-notice': ['案卷类型', '抽取方式', '评查标准', '评查组成员', '案卷报送日期'],
  'file-review-feedback': ['评查案卷', '主要问题', '复核申请期限'],
  'service-receipt': ['送达文书名称', '送达文书文号', '受送达单位', '送达方式', '送达地点', '送达人'],
  'rectification-report': ['填报单位', '整改情况'],
  'appointment-letter': ['聘任职务', '聘期起日', '聘期止日'],
};

const names = [
  '年度监督工作方案',
  '行政执法监督检查通知书',
  '责令说明通知书',
  '行政执法监督通知书',
  '行政执法监督意见书',
  '行政执法监督建议书',
  '行政执法监督决定书',
  '督办函',
  '责令改正通知书',
  '约谈通知书',
  '约谈记录',
  '通报',
  '问题线索移送函',
  '案件移送函',
  '执法协作函',
  '抄告单',
  '告知上级主管部门函',
  '争议协调通知书',
  '行政执法争议协调意见书',
  '会议通知',
  '会议纪要',
  '案卷评查通知',
  '案卷评查反馈书',
  '送达回证',
  '整改情况反馈表',
  '聘书',
];

const kinds = shippedKinds();
const packs = shippedCodeTables.find((table) => table.id === 'rule-pack')?.entries.map((entry) => entry.code) ?? [];
const variants = kinds.flatMap((kind) => ['', ...Object.keys(kind.packs)].map((pack) => ({ kind, pack })));
const each = variants.map(({ kind, pack }) => [
  pack === '' ? kind.name : `${kind.name}，${pack}`,
  underPack(kind, pack),
]);
const cases = each as [string, DocumentKind][];

function compiled(kind: DocumentKind, data = sampleData(kind, today)) {
  const result = compileDocument(kind, data, factsFor(kind));
  if (!result.ok) throw new Error(`${kind.name}: ${JSON.stringify(result.error)}`);
  return result.value;
}

describe('shipped kinds', () => {
  it('are all there, each under one name and identifier, and every template file is offered', () => {
    expect(kinds.map((kind) => kind.name)).toEqual(names);
    expect(new Set(kinds.map((kind) => kind.id)).size).toBe(kinds.length);
    expect(readdirSync('resources/templates').sort()).toEqual(kinds.map((kind) => `${kind.id}.json`).sort());
  });

  it.each(cases)('%s: fields and wording are free of mistakes', (_, kind) => {
    expect(checkKind(kind)).toEqual([]);
  });

  it.each(kinds.map((kind) => [kind.name, kind] as const))('%s carries what the practice demands of it', (_, kind) => {
    const labels = fieldsOf(kind).map((field) => field.label);
    expect(labels).toEqual(expect.arrayContaining([...(demanded[kind.id] ?? ['?'])]));
    for (const field of kind.fields) {
      const used = JSON.stringify(kind.wording).includes(field.label);
      expect(used || field.name === 'secrecy', field.label).toBe(true);
    }
  });

  it.each(cases)('%s: filled in, it says everything and leaves nothing open', (_, kind) => {
    const text = plainText(compiled(kind));
    expect(text).not.toMatch(/[{}｛｝]|〔(?!\d{4}〕)|undefined|null/);
    const data = sampleData(kind, today);
    for (const field of kind.fields.filter((one) => ['paragraph', 'integer'].includes(one.type))) {
      expect(text).toContain(String(data[field.name]).split('{{')[0]);
    }
  });

  it.each(cases)('%s: what need not be filled in leaves no gap', (_, kind) => {
    const full = sampleData(kind, today);
    const open = kind.fields.filter((field) => !field.required).map((field) => [field.name, null] as const);
    const text = plainText(compiled(kind, { ...full, ...Object.fromEntries(open) }));
    expect(text).not.toMatch(/（）|，，|。。|：。|；。|、。|，。|【】|：，/);
    expect(text).not.toMatch(/。。|〔(?!\d{4}〕)/);
  });

  it.each(kinds.map((kind) => [kind.name, kind] as const))('%s starts with presets that fit its fields', (_, kind) => {
    const data = startData(kind);
    for (const field of kind.fields) {
      if (field.type === 'choice' && field.preset !== '') expect(field.options).toContain(data[field.name]);
      if (field.type === 'list')
        expect(data[field.name]).toHaveLength(field.preset === '' ? 0 : field.preset.split('\n').length);
    }
  });

  it('have a number, a deadline and a receipt where service is recorded', () => {
    for (const kind of kinds) {
      const deadlines = kind.fields.filter((field) => field.type === 'deadline');
      expect(kind.deadline !== null, kind.name).toBe(deadlines.length > 0);
      if (kind.deadline) expect(kind.served, kind.name).toBe(true);
      if (kind.receipt || kind.counterfoil) expect(kind.served, kind.name).toBe(true);
      if (kind.signature) expect(kind.code, kind.name).not.toBe('');
    }
    const codes = kinds.filter((kind) => kind.code !== '').map((kind) => kind.code);
    // The notice and the result of one review share their series.
    expect(codes.filter((code, at) => codes.indexOf(code) < at)).toEqual(['评']);
  });

  it('cite of the national regulation only what is verified, and leave the other articles to the drafter', () => {
    for (const kind of kinds) {
      const articles = kind.basis.filter((one) => one.law === '行政执法监督条例').map((one) => one.article);
      expect(['第六条', '第四十二条', '']).toEqual(expect.arrayContaining(articles));
      const cited = JSON.stringify(kind).match(/《行政执法监督条例》第[^条]+条/g) ?? [];
      for (const one of cited) expect(one).toMatch(/第(六|四十二|〔　〕)条$/);
    }
  });

  it('take names and issuing organs of a province as its rule pack says', () => {
    for (const kind of kinds) {
      for (const pack of Object.keys(kind.packs)) expect(packs).toContain(pack);
      if (!kind.deadline) continue;
      for (const pack of packs) {
        const rule = rulePackOf(pack).instruments.find((one) => one.instrument === kind.deadline?.instrument);
        if (!rule) continue;
        const variant = underPack(kind, pack);
        expect([pack, variant.name, variant.issuer]).toEqual([pack, rule.name, rule.issuer]);
      }
    }
    expect(underPack(shipped('supervision-suggestion'), 'guangdong-2016')).toMatchObject({
      name: '行政执法督察建议书',
      issuer: 'bureau',
      code: '执督建',
    });
    expect(underPack(shipped('supervision-decision'), 'guangdong-2016')).toMatchObject({
      name: '行政执法督察决定书',
      issuer: 'government',
    });
  });

  it('name deadlines that the rule packs know, where these know the instrument', () => {
    for (const kind of kinds) {
      for (const pack of packs) {
        const { deadline } = underPack(kind, pack);
        const rules = rulePackOf(pack).deadlines.filter((one) => one.instrument === deadline?.instrument);
        if (rules.length === 0) continue;
        expect([kind.name, pack, rules.map((one) => one.purpose)]).toEqual([
          kind.name,
          pack,
          expect.arrayContaining([deadline?.purpose]),
        ]);
      }
    }
  });

  it('are issued in the name of the organ they belong to', () => {
    expect(compiled(shipped('supervision-decision')).signature?.organs).toEqual([bureau.government]);
    expect(compiled(shipped('supervision-notice')).signature?.organs).toEqual([bureau.name]);
  });
});
