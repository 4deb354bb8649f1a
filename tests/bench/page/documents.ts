import { printedParts, type Block, type DocumentModel } from '@/domain/document';
import { documentSheets, pageOfSheets } from '@/ui/print/document';

const sentence =
  '根据《行政执法监督条例》第二十五条第一款第（三）项的规定，我局定于2026年11月23日至12月4日对你单位行政执法工作开展监督检查，随机抽查案卷10个，核对执法人员资格、执法程序、法律适用和裁量基准的执行情况。';

/** A notice of three pages, each body's different. */
function notice(serial: number): DocumentModel {
  const blocks = ['一', '二', '三', '四', '五'].flatMap((count): Block[] => [
    { kind: 'paragraph', level: 1, head: `${count}、检查的内容和重点`, text: '' },
    { kind: 'paragraph', level: 2, head: '（一）执法主体和人员。', text: sentence },
    { kind: 'paragraph', level: null, head: '', text: `第${serial}号单位：${sentence}` },
  ]);
  return {
    layout: 'letter',
    letterhead: '安澜县司法局',
    copyNo: null,
    secrecy: null,
    urgency: null,
    number: `安司执监检〔2026〕${serial}号`,
    signer: null,
    title: '安澜县司法局关于开展2026年度行政执法监督检查的通知',
    addressees: [`安澜县第${serial}执法局`],
    blocks,
    attachments: ['需要准备的材料清单', '检查组成员名单'],
    signature: { organs: ['安澜县司法局'], date: '2026-11-22', sealed: true },
    note: '联系人：李想，电话：0931-1234567',
    copies: ['安澜县人民政府办公室'],
    colophon: null,
    enclosures: [],
    counterfoil: null,
    receipt: null,
  };
}

/** Sheets of each notice; the measurement ends where a PDF has another number. */
const pages = 3;

/** The same text on as many pages of plain HTML, in the same faces: what embedding them costs is nobody's to save. */
function plainPage(model: DocumentModel): string {
  const texts = printedParts(model).filter(({ text }) => text !== '');
  const each = Math.ceil(texts.length / pages);
  const sections = Array.from({ length: pages }, (_, at) => {
    const paragraphs = texts
      .slice(at * each, (at + 1) * each)
      .map(({ role, text }) => `<div class="font-${role}">${text}</div>`);
    return `<section class="sheet">${paragraphs.join('')}<div class="font-song">— ${at + 1} —</div></section>`;
  });
  return sections.join('');
}

/** Pages of so many notices from a serial number on: as the application prints them, and as plain HTML. */
export const documents = {
  composed: (from: number, count: number): string => {
    const models = Array.from({ length: count }, (_, at) => notice(from + at));
    return pageOfSheets(models.map((model) => documentSheets([model])).join(''), '通知');
  },
  plain: (from: number, count: number): string => {
    const models = Array.from({ length: count }, (_, at) => notice(from + at));
    return pageOfSheets(models.map(plainPage).join(''), '通知');
  },
};
