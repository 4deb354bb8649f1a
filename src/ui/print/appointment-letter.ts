import { chineseDate, type DateText } from '@/domain/kernel';
import { escapeHtml, htmlPage } from './html';

/** What stands in one letter of appointment. Texts are as they are printed. */
export interface AppointmentLetter {
  readonly name: string;
  /** What the person is appointed as: 特邀行政执法监督员. */
  readonly office: string;
  /** Area of the appointment: 青河县; empty where the office says it already. */
  readonly area: string;
  /** 届次 as the bureau counts it: 第三届; empty for none. */
  readonly session: string;
  /** 聘书编号; empty for none. */
  readonly letterNo: string;
  /** 聘任文号 of the decision; empty for none. */
  readonly decisionNo: string;
  readonly from: DateText;
  readonly until: DateText;
  readonly renewal: boolean;
  readonly issuer: string;
  readonly issuedOn: DateText;
}

/** A day that no line break divides. */
function day(date: DateText): string {
  return `<span class="letter-day">${escapeHtml(chineseDate(date))}</span>`;
}

function paragraph(letter: AppointmentLetter): string {
  const verb = letter.renewal ? '续聘' : '聘请';
  const decision = letter.decisionNo ? `根据${letter.decisionNo}文件，` : '';
  const office = `${letter.area}${letter.session}${letter.office}`;
  return `${escapeHtml(decision)}兹${verb}您为<strong>${escapeHtml(office)}</strong>，聘期自${day(letter.from)}至${day(letter.until)}。`;
}

function section(letter: AppointmentLetter): string {
  const number = letter.letterNo ? `<p class="letter-no">编号：${escapeHtml(letter.letterNo)}</p>` : '';
  return [
    '<section class="appointment-letter"><div class="letter-frame"><div class="letter-inner">',
    '<h1>聘书</h1>',
    number,
    `<p class="letter-name"><span>${escapeHtml(letter.name)}</span>同志：</p>`,
    `<p class="letter-text">${paragraph(letter)}</p>`,
    '<p class="letter-text">此聘。</p>',
    `<div class="letter-sign"><p>${escapeHtml(letter.issuer)}</p><p>${escapeHtml(chineseDate(letter.issuedOn))}</p></div>`,
    '</div></div></section>',
  ].join('');
}

/** Letters of appointment as pages to print: one letter on each A4 sheet in landscape, with room for the seal. */
export function appointmentLetterPage(letters: readonly AppointmentLetter[]): string {
  return htmlPage({
    title: letters.length === 1 ? `聘书-${letters[0]?.name ?? ''}` : '聘书',
    paper: 'A4',
    landscape: true,
    numbered: false,
    body: letters.map(section).join(''),
  });
}
