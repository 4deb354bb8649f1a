import { describe, expect, it } from 'vitest';
import {
  compileDocument,
  deadlineText,
  plainText,
  previewDocument,
  sampleData,
  selfName,
  startData,
  type DocumentData,
  type DocumentFacts,
  type DocumentKind,
} from '@/domain/document';
import { bureau, factsFor, shipped, today } from './facts';

const notice = shipped('supervision-inspection-notice');
const order = shipped('supervision-notice');

function says(kind: DocumentKind, data: DocumentData, change: Partial<DocumentFacts> = {}) {
  const { problems } = previewDocument(kind, data, factsFor(kind, change));
  return problems.map(({ field, message }) => `${field}: ${message}`);
}

function model(kind: DocumentKind, data: DocumentData = sampleData(kind, today), change: Partial<DocumentFacts> = {}) {
  const result = compileDocument(kind, data, factsFor(kind, change));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe('a document being drafted', () => {
  it('shows what is missing as 〔label〕 and names it at its field', () => {
    const { model: draft, problems } = previewDocument(notice, startData(notice), factsFor(notice, { number: null }));
    const text = plainText(draft);
    expect(text).toContain('（一）〔检查内容〕');
    expect(text).toContain('检查时间为〔检查开始日期〕，');
    expect(draft.number).toBeNull();
    expect(problems.map((one) => one.field)).toEqual(['subject', 'content', 'startsOn', 'team']);
    expect(problems[0]?.message).toContain('请填写“案由”');
  });

  it('is refused with the same problems until all are gone', () => {
    const refused = compileDocument(notice, startData(notice), factsFor(notice));
    expect(refused.ok ? [] : refused.error.map((one) => one.field)).toEqual(['subject', 'content', 'startsOn', 'team']);
    expect(model(notice).title).toBe('行政执法监督检查通知书');
  });
});

describe('bad input gets its sentence at the field', () => {
  const full = sampleData(order, today);

  it('an addressee without full name', () => {
    const addressee = (name: string, fullNames = {}) => says(order, full, { addressees: [name], fullNames });
    expect(says(order, full, { addressees: [] })).toEqual(['addressee: 请填写主送单位的全称']);
    expect(addressee('水利局')[0]).toContain('“水利局”不是单位全称');
    expect(addressee('县水利局')[0]).toContain('不是单位全称');
    expect(addressee('市场监管局')[0]).toContain('不是单位全称');
    expect(addressee('安澜水利', { 安澜水利: '安澜县水利局' })[0]).toContain('请写全称“安澜县水利局”');
    expect(addressee('安澜县水利局', { 安澜县水利局: '安澜县水利局' })).toEqual([]);
    expect(addressee('济南市市中区水利局')).toEqual([]);
    expect(addressee('市中区水利局')).toEqual([]);
    const circular = shipped('circular');
    expect(says(circular, sampleData(circular, today), { addressees: ['县政府各部门'] })).toEqual([]);
  });

  it('a deadline before the date of the document', () => {
    const due = { amount: null, unit: 'calendar-day', on: '2026-03-04', source: '' } as const;
    expect(says(order, { ...full, due })).toEqual([
      'due: “改正期限”（2026年3月4日）早于文书日期（2026年3月5日），请改为文书日期以后的日子',
    ]);
    expect(says(order, { ...full, due: { ...due, on: '2026-03-05' } })).toEqual([]);
    expect(says(order, { ...full, due: { ...due, on: null } })[0]).toContain('due: 请选择“改正期限”');
  });

  it('an inspection before the date of the notice is pointed out and keeps nobody from signing', () => {
    const data = { ...sampleData(notice, today), startsOn: '2026-03-01' };
    const { problems } = previewDocument(notice, data, factsFor(notice));
    expect(problems).toEqual([
      {
        field: 'startsOn',
        message: '“检查开始日期”（2026年3月1日）早于文书日期（2026年3月5日），请核对',
        warning: true,
      },
    ]);
    expect(compileDocument(notice, data, factsFor(notice)).ok).toBe(true);
  });

  it('a placeholder in a text, a blank left open, too few people, a wrong choice, a wrong number of copy', () => {
    expect(says(order, { ...full, report: '请报{{本机管全称}}。' })[0]).toBe(
      'report: “报告要求”中：“{{本机管全称}}”没有对应的填写项，是不是“本机关全称”？',
    );
    expect(says(order, { ...full, basis: ['《甲法》第三条', '《乙法》第〔　〕条'] })[0]).toContain(
      '“依据”第2项还有没填的“〔　〕”',
    );
    expect(says(order, { ...full, found: '道听途说' })[0]).toContain('不在可选项中');
    expect(says(order, { ...full, copyNo: '12' })).toEqual(['copyNo: “份号”应为六位数字，如：000001']);
    const inspection = sampleData(notice, today);
    expect(says(notice, { ...inspection, team: ['sample-1'] })).toEqual(['team: “检查组成员”至少要有2人，现在只有1人']);
    expect(says(notice, { ...inspection, team: ['sample-1', 'gone'] })[0]).toContain('已不在监督工作人员名册');
    expect(says(notice, { ...inspection, startsOn: '2026-13-01' })[0]).toContain('应为日期');
  });

  it('a document of the government without the government in the bureau’s entry', () => {
    const decision = shipped('supervision-decision');
    const facts = { bureau: { ...bureau, government: null } };
    expect(says(decision, sampleData(decision, today), facts)).toEqual([
      'issuer: “行政执法监督决定书”以本级人民政府名义制发，请先在“设置—单位信息”中填写本级人民政府全称',
    ]);
    const data = { ...full, remedy: '可以向{{本级政府}}书面申请复查。' };
    expect(says(order, data, facts)[0]).toContain('文书中写到本级人民政府');
  });

  it('a number for questions is missing: a warning, and the note leaves it out', () => {
    const facts = { bureau: { ...bureau, phone: null } };
    expect(says(order, full, facts)[0]).toContain('contactPhone: 还没有联系电话');
    expect(model(order, full, facts).note).toBe('联系人：沈嘉禾');
    expect(model(order, { ...full, contact: '骆行舟', contactPhone: '110' }, facts).note).toBe(
      '联系人：骆行舟，联系电话：110',
    );
  });
});

describe('a finished document', () => {
  it('speaks of days, deadlines and people as documents do', () => {
    const thirty = { amount: 30, unit: 'working-day', on: null, source: '' } as const;
    expect(deadlineText(thirty, '行政执法监督通知书')).toBe('自收到本通知书之日起30个工作日内');
    expect(deadlineText({ ...thirty, unit: 'calendar-day' }, '督办函')).toBe('自收到本函之日起30日内');
    expect(deadlineText({ ...thirty, amount: 24, unit: 'hour' }, '督办函')).toBe('自收到本函时起24小时内');
    expect(deadlineText({ ...thirty, on: '2026-04-10' }, '督办函')).toBe('2026年4月10日前');
    expect(selfName('甲乙')).toBe('本文书');
    const text = plainText(model(notice));
    expect(text).toContain('沈嘉禾（监督证号：JD-001）、骆行舟（监督证号：JD-002）');
    expect(plainText(model(order, { ...sampleData(order, today), due: { ...thirty, on: '2026-04-01' } }))).toContain(
      '现要求你单位2026年4月1日前完成',
    );
  });

  it('fills placeholders in what the drafter wrote, also through one another', () => {
    const data = {
      ...sampleData(order, today),
      report: '请报{{本机关全称}}（{{涉及的执法事项}}）。',
      act: '{{主送单位}}案',
    };
    expect(plainText(model(order, data))).toContain('请报安澜县司法局（安澜县市场监督管理局案）。');
  });

  it('reads headings out of the lines', () => {
    const blocks = model(notice).blocks;
    expect(blocks[1]).toEqual({ kind: 'paragraph', head: '一、检查内容', level: 1, text: '' });
    expect(blocks[2]).toMatchObject({ head: '', level: null });
  });

  it('has the letterhead of its layout', () => {
    expect(model(notice)).toMatchObject({ layout: 'letter', letterhead: '安澜县司法局', colophon: null });
    expect(model(shipped('circular'))).toMatchObject({
      layout: 'file',
      letterhead: '安澜县司法局文件',
      colophon: { printer: '安澜县司法局办公室', printedOn: today },
    });
    expect(model(shipped('meeting-minutes'))).toMatchObject({
      layout: 'minutes',
      letterhead: '行政执法协调监督联席会议纪要',
      signature: null,
    });
    expect(model(shipped('supervision-decision')).letterhead).toBe('安澜县人民政府');
  });

  it('carries attachments without marks and twice the same only once, copies, and forms as enclosures', () => {
    const data = {
      ...sampleData(order, today),
      attachments: ['问题清单。', '整改情况反馈表'],
      copies: ['安澜县人民政府'],
    };
    const made = model(order, data);
    expect(made.attachments).toEqual(['整改情况反馈表', '问题清单']);
    expect(made.copies).toEqual(['安澜县人民政府']);
    expect(made.enclosures[0]?.blocks.at(-1)).toMatchObject({
      kind: 'table',
      rows: [
        ['1', '认定的事实甲', '', '', '', '', ''],
        ['2', '认定的事实乙', '', '', '', '', ''],
      ],
    });
  });

  it('brings receipt and counterfoil filled in as far as the facts go', () => {
    const made = model(order);
    expect(made.receipt).toMatchObject({ title: '送达回证', organ: '安澜县司法局', number: '安司执监通〔2026〕1号' });
    expect(made.counterfoil?.title).toBe('行政执法监督通知书（存根）');
    const text = plainText(made);
    expect(text).toContain('受送达单位（人）：安澜县市场监督管理局');
    expect(text).toContain('办理期限：自收到本通知书之日起30个工作日内');
    expect(model(notice).counterfoil).toBeNull();
  });

  it('keeps a table as a table and a record as a ruled form', () => {
    const transfer = model(shipped('clue-transfer')).blocks.find((block) => block.kind === 'table');
    expect(transfer?.columns.map((column) => column.label)).toEqual(['姓名', '政治面貌', '单位及职务', '干部管理权限']);
    const form = model(shipped('service-receipt')).blocks.find((block) => block.kind === 'form');
    expect(form?.rows[5]?.cells[0]?.value).toBe('　　年　　月　　日　　时　　分');
  });

  it('addresses a person by name and 同志', () => {
    expect(model(shipped('appointment-letter')).addressees).toEqual(['王××同志']);
  });
});
