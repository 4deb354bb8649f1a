import { describe, expect, it } from 'vitest';
import { shippedCodeTables } from '@/domain/code-tables';
import { ledgerOf } from '@/domain/registry';
import { codeTablesInForce } from '@/domain/workbench';
import { choiceReader } from '@/exchange/workbook/read/choice-reader';
import { suggestMapping } from '@/exchange/workbook/read/mapping';

/** The fields that the columns of a sheet seem to mean, by header. */
function read(ledger: string, headers: readonly string[]): Readonly<Record<string, string | null>> {
  const columns = headers.map((name, column) => ({ column, name, unnamed: false, samples: [] }));
  const fields = new Map(Object.entries(suggestMapping(ledgerOf(ledger), columns)).map(([field, at]) => [at, field]));
  return Object.fromEntries(headers.map((name, column) => [name, fields.get(column) ?? null]));
}

const codes = codeTablesInForce(shippedCodeTables, []);

type Sheet = readonly [title: string, ledger: string, columns: Readonly<Record<string, string | null>>];

// Headers as county governments publish them; null where a column is none of the register's.
const sheets: readonly Sheet[] = [
  [
    '县司法局权责清单',
    'duty-item',
    {
      序号: 'seq',
      项目名称: 'itemName',
      类别: 'powerType',
      实施依据: 'legalBasis',
      实施主体: 'subject',
      承办机构: 'responsibleOffice',
      责任事项: 'responsibilities',
      追责情形: 'accountability',
    },
  ],
  ['部门职责清单', 'duty-item', { 序号: 'seq', 主要职责: 'dutyGroup', 具体工作事项: 'itemName', 备注: 'remark' }],
  [
    '县级司法行政权责清单模板',
    'duty-item',
    {
      权力类型: 'powerType',
      权力名称: 'itemName',
      权力依据: 'legalBasis',
      责任事项依据: 'responsibilityBasis',
      追责对象范围: 'accountabilityScope',
    },
  ],
  [
    '行政权力责任事项梳理表',
    'duty-item',
    {
      职权名称: 'itemName',
      职权类型: 'powerType',
      '审核转报(是/否)': 'forwardedForReview',
      职权编码: 'itemCode',
      法定主体: 'subject',
    },
  ],
  [
    '协调监督主要职责清单',
    'duty-item',
    {
      内容: 'content',
      依据: 'legalBasis',
      监督主体: 'subject',
      实施对象: 'target',
      履职方式: 'methods',
      工作责任: 'responsibilities',
    },
  ],
  [
    '行政执法委托公示',
    'enforcement-entity',
    {
      委托单位: 'entrustingOrgan',
      委托单位地址: 'entrustingAddress',
      受委托单位: 'name',
      受委托单位地址: 'address',
      委托执法范围: 'entrustedScope',
      委托执法事项: 'entrustedMatters',
      公示日期: 'announcedOn',
    },
  ],
  [
    '市局执法主体与岗位',
    'enforcement-entity',
    { 执法主体: 'name', 主体类别: 'category', '执法岗位设置(个)': 'postCount', '执法人员(人)': 'officerCount' },
  ],
  [
    '区局执法主体与人员',
    'enforcement-entity',
    {
      执法主体: 'name',
      执法职能: 'functions',
      '执法岗位设置数量(人)': 'postCount',
      '在岗执法人员(人)': 'officerCount',
    },
  ],
  ['区直部门与街镇', 'enforcement-entity', { 类别: 'category', 单位: 'name', '执法活动总量(件)': null }],
  [
    '执法人员公示名册',
    'enforcement-officer',
    {
      姓名: 'name',
      单位: 'entity',
      职务: 'position',
      证件编号: 'certificateNo',
      执法类别: 'fields',
      执法区域: 'area',
      身份证号码: 'identityNumber',
      有效期至: 'validUntil',
      发证机关: 'issuer',
    },
  ],
  [
    '监督员情况',
    'lay-supervisor',
    { 称谓: 'kind', '来源构成(原文)': 'sources', 备注: 'remark', 人数: null, 聘期: null },
  ],
  [
    '年度放假安排',
    'calendar-notice',
    { 年度: 'year', 日期: 'day', 结束日期: 'until', 类别: 'kind', 名称: 'name', 依据: 'source', 星期: null },
  ],
  [
    '特邀监督员名册',
    'lay-supervisor',
    {
      姓名: 'name',
      性别: 'gender',
      出生年月: 'birthMonth',
      民族: 'ethnicity',
      工作单位及职务: 'employer',
      联系电话: 'phone',
    },
  ],
  [
    '特邀监督员聘任表',
    'appointment-term',
    {
      姓名: 'supervisor',
      聘任文号: 'docNo',
      聘书编号: 'letterNo',
      监督员证号: 'badgeNo',
      聘期起: 'startsOn',
      聘期止: 'endsOn',
    },
  ],
  [
    '问题整改台账',
    'finding',
    {
      序号: null,
      问题编号: 'number',
      来源: 'source',
      发现日期: 'foundOn',
      被监督单位: 'entity',
      问题类型: 'type',
      问题描述: 'fact',
      违反依据: 'basis',
      严重程度: 'severity',
      监督文书号: 'documentNo',
      整改要求: 'requirement',
      整改期限: 'dueOn',
      整改措施: 'measures',
      责任领导: 'leaderInCharge',
      责任人: 'personInCharge',
      进展: 'progress',
      完成日期: 'submittedOn',
      佐证材料: 'evidence',
      核验人: 'verifiers',
      核验方式: 'verificationMethod',
      核验意见: 'opinion',
      销号日期: 'closedOn',
      销号审批人: 'closedBy',
      是否反弹: 'recurred',
      升级措施: 'escalations',
    },
  ],
  [
    '重点工作任务台账',
    'finding',
    { 任务清单: null, 重点任务: null, 具体工作措施: 'measures', 责任单位: 'entity', 完成时限: 'dueOn' },
  ],
  [
    '案卷评查登记表',
    'case-file',
    {
      案卷号: 'number',
      送评单位: 'entity',
      案由: 'title',
      案卷类型: 'kind',
      立案日期: 'filedOn',
      决定文号: 'decisionNo',
    },
  ],
];

describe('headers as offices write them', () => {
  it.each(sheets)('%s', (_, ledger, columns) => {
    expect(read(ledger, Object.keys(columns))).toEqual(columns);
  });
});

describe('values as offices write them', () => {
  it.each([
    ['entity-category', '本级行政机关', 'organ'],
    ['entity-category', '依法受委托的二级单位', 'entrusted'],
    ['entity-category', '法律法规授权组织', 'authorised'],
    ['entity-category', '二级单位', 'subordinate'],
    ['entity-category', '街镇', 'township'],
    ['power-type', '行处', 'penalty'],
    ['power-type', '其他权利', 'other'],
    ['supervisor-kind', '社会行政执法监督', 'social'],
    ['supervisor-kind', '特邀行政执法监督员(第九届)', 'invited'],
    ['education', '大专', '30'],
    ['political-status', '党员', '01'],
    ['ethnicity', '汉', '01'],
    ['management-mode', '垂管', 'vertical'],
    ['calendar-day-kind', '放假', 'off'],
    ['calendar-day-kind', '补班', 'work'],
    ['deadline-unit', '个工作日', 'working-day'],
    ['finding-source', '检查', 'inspection'],
    ['finding-source', '评查', 'file-review'],
    ['finding-source', '投诉', 'complaint'],
    ['finding-source', '12345', 'hotline'],
    ['finding-source', '复议诉讼', 'reconsideration'],
    ['finding-source', '检察建议', 'procuratorial'],
    ['finding-source', '监察建议', 'supervisory'],
    ['finding-source', '人大政协', 'congress'],
    ['finding-source', '媒体', 'media'],
    ['finding-source', '上级交办', 'superior'],
    ['verification-method', '实地', 'on-site'],
    ['verification-method', '回头看', 'follow-up'],
  ])('%s: %s', (table, spelling, code) => {
    expect(choiceReader(codes, table).find(spelling)).toBe(code);
  });
});
