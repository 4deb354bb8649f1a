import { dateFromParts, type DateText } from './dates';

/** Why an identifier is refused, as a Chinese sentence; null where it is right. */
export type Refusal = string | null;

const identityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const identityCheckSigns = '10X98765432';
const usccSigns = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const usccWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const provinceCodes = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(' '),
);

function weightedSum(text: string, weights: readonly number[], valueOf: (sign: string) => number): number {
  return weights.reduce((sum, weight, at) => sum + weight * valueOf(text.charAt(at)), 0);
}

/** Check sign of a citizen identity number from its first 17 digits (GB 11643-1999, clause 3.2.4: ISO 7064 MOD 11-2). */
export function identityCheckSign(first17: string): string {
  return identityCheckSigns.charAt(weightedSum(first17, identityWeights, Number) % 11);
}

/** Birth day inside an 18-digit citizen identity number, or null where that is no day. */
export function identityBirthday(identity: string): DateText | null {
  return dateFromParts(Number(identity.slice(6, 10)), Number(identity.slice(10, 12)), Number(identity.slice(12, 14)));
}

/** Gender inside an 18-digit citizen identity number: the 17th digit is odd for men ('1') and even for women ('2'). */
export function identityGender(identity: string): '1' | '2' {
  return Number(identity.charAt(16)) % 2 === 1 ? '1' : '2';
}

/** Checks a citizen identity number of 18 signs: form, province, birth day and check sign (GB 11643-1999). */
export function checkIdentityNumber(text: string): Refusal {
  if (!/^\d{17}[\dX]$/.test(text)) return '身份证号应为18位（17位数字加1位数字或X）';
  if (!provinceCodes.has(text.slice(0, 2))) return '身份证号前两位不是省级区划代码';
  if (identityBirthday(text) === null) return '身份证号第7至14位不是有效的出生日期';
  if (identityCheckSign(text.slice(0, 17)) !== text.charAt(17)) return '身份证号校验位不符，请核对有无错位或漏写';
  return null;
}

/** Check sign of a unified social credit code from its first 17 signs (GB 32100-2015, clause 4.6: MOD 31). */
export function usccCheckSign(first17: string): string {
  const sum = weightedSum(first17, usccWeights, (sign) => usccSigns.indexOf(sign));
  return usccSigns.charAt((31 - (sum % 31)) % 31);
}

/** Checks a unified social credit code of 18 signs: sign set, division and check sign (GB 32100-2015). */
export function checkUscc(text: string): Refusal {
  if (!/^[0-9A-Z]{18}$/.test(text)) return '统一社会信用代码应为18位数字或大写字母';
  if (/[IOZSV]/.test(text)) return '统一社会信用代码不使用字母I、O、Z、S、V，请核对是否与数字1、0、2、5混淆';
  if (!/^\d{6}$/.test(text.slice(2, 8))) return '统一社会信用代码第3至8位应为6位登记机关区划代码';
  if (usccCheckSign(text.slice(0, 17)) !== text.charAt(17)) return '统一社会信用代码校验位不符，请核对有无错位或漏写';
  return null;
}

/**
 * Checks a division code: 6 digits (GB/T 2260), 9 with the township (GB/T 10114) or 12 as statistics writes it. These
 * codes have no check digit; form and province are what can be checked without the year's table.
 */
export function checkDivisionCode(text: string): Refusal {
  if (!/^\d{6}(\d{3}(\d{3})?)?$/.test(text)) return '行政区划代码应为6位数字（到县）、9位（到乡镇）或12位';
  if (!provinceCodes.has(text.slice(0, 2))) return '行政区划代码前两位不是省级代码';
  return null;
}

/** Checks a telephone number: a mobile number, or a land line with optional area code and extension. */
export function checkPhone(text: string): Refusal {
  const right = /^(1\d{10}|(0\d{2,3}-?)?\d{7,8}(-\d{1,6})?|\d{5,6}|[48]00-?\d{3}-?\d{4})$/.test(text);
  return right ? null : '电话应为11位手机号，或带区号的固定电话，如0518-85800000';
}

/** How a sensitive value is hidden on screen. */
export type MaskKind = 'identity' | 'phone' | 'whole';

/** Hides the middle of a sensitive value; enough stays to tell two people apart at a glance. */
export function mask(text: string, kind: MaskKind): string {
  if (kind === 'whole' || text.length < 7) return '*'.repeat(Math.min(text.length, 8));
  const head = 3;
  const tail = kind === 'identity' ? 2 : 4;
  return text.slice(0, head) + '*'.repeat(text.length - head - tail) + text.slice(-tail);
}
