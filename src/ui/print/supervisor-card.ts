import { chineseDate, type DateText } from '@/domain/kernel';
import { escapeHtml, htmlPage } from './html';

/** What stands on one supervisor's card. Texts are as they are printed. */
export interface SupervisorCard {
  readonly name: string;
  readonly gender: string;
  /** What the person is: 特邀行政执法监督员. */
  readonly office: string;
  /** 工作单位及职务; empty for none. */
  readonly workplace: string;
  /** 监督员证号; empty where none is given yet. */
  readonly cardNo: string;
  readonly from: DateText | null;
  readonly until: DateText | null;
  readonly issuer: string;
}

/** Cards of 85.6 x 54 mm (the size of GB/T 14916, ID-1) that stand on an A4 sheet: two beside, five above each other. */
export const cardsOnSheet = 10;

function line(label: string, value: string): string {
  return `<p><span class="card-label">${label}</span><span class="card-value">${escapeHtml(value)}</span></p>`;
}

function term(card: SupervisorCard): string {
  if (card.until === null) return '';
  const until = chineseDate(card.until);
  return card.from === null ? `至${until}` : `${chineseDate(card.from)}至${until}`;
}

function front(card: SupervisorCard): string {
  return [
    '<div class="card card-front"><p class="card-issuer">',
    escapeHtml(card.issuer),
    `</p><h2>${escapeHtml(card.office)}证</h2>`,
    '<div class="card-body"><div class="card-photo">照片</div><div class="card-lines">',
    line('姓名', card.name),
    line('性别', card.gender),
    line('单位', card.workplace),
    line('证号', card.cardNo),
    '</div></div></div>',
  ].join('');
}

/** Back of a card: the term and, in our own words, what the holder may and must do. */
function back(card: SupervisorCard): string {
  const valid = term(card);
  return [
    '<div class="card card-back"><h3>使用须知</h3><ol>',
    '<li>本证供持证人受邀参加行政执法监督活动时表明身份，不得单独用于检查、处罚。</li>',
    '<li>持证人应保守工作中知悉的国家秘密、商业秘密和个人隐私。</li>',
    '<li>本证不得转借、涂改；遗失应及时告知发证机关，聘期届满或解聘时交回。</li>',
    `</ol>${valid ? `<p class="card-term">有效期：${escapeHtml(valid)}</p>` : ''}`,
    `<p class="card-term">发证机关：${escapeHtml(card.issuer)}</p></div>`,
  ].join('');
}

/** On the back of a sheet left and right change places, so that printing on both sides brings front and back together. */
function mirrored(cards: readonly SupervisorCard[]): string {
  const pairs: string[] = [];
  for (let at = 0; at < cards.length; at += 2) {
    const [left, right] = [cards[at], cards[at + 1]];
    pairs.push(right ? back(right) : '<div class="card card-none"></div>', left ? back(left) : '');
  }
  return pairs.join('');
}

/** Cards as sheets to print on both sides (turned over the long edge) and to cut along the thin lines. */
export function supervisorCardPage(cards: readonly SupervisorCard[]): string {
  const sheets: string[] = [];
  for (let at = 0; at < cards.length; at += cardsOnSheet) {
    const piece = cards.slice(at, at + cardsOnSheet);
    sheets.push(`<section class="card-sheet">${piece.map(front).join('')}</section>`);
    sheets.push(`<section class="card-sheet">${mirrored(piece)}</section>`);
  }
  return htmlPage({ title: '监督员证', paper: 'A4', landscape: false, numbered: false, body: sheets.join('') });
}
