import { addDays, identityCheckSign, usccCheckSign, type DateText } from '@/domain/kernel';
import type { Random } from './random';

const surnames = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈',
];
const given = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰梅红建国志文海波峰云飞雪琳晨宇欣怡佳俊凯浩然子轩梓涵',
];

/** A Chinese name of two or three characters. */
export function personName(random: Random): string {
  const second = random.chance(0.7) ? random.pick(given) : '';
  return random.pick(surnames) + random.pick(given) + second;
}

const births = 14_600;
const regions = ['320799', '420199', '620199', '510199'] as const;

/** A person whose identity number is right and whose gender and month of birth agree with it. */
export interface PersonValues {
  readonly identityNumber: string;
  /** Code of GB/T 2261.1. */
  readonly gender: '1' | '2';
  readonly birthMonth: string;
  readonly birthday: DateText;
}

/**
 * The person of a running number; different numbers below 29 million give different identity numbers. Born 1962-2001, in
 * divisions that do not exist, so that no living person is met.
 */
export function personOf(number: number, random: Random): PersonValues {
  const block = Math.floor(number / births);
  const birthday = addDays('1962-01-01', (number * 7919) % births);
  const gender = random.chance(0.7) ? '1' : '2';
  const order = (block % 500) * 2 + (gender === '1' ? 1 : 0);
  const region = regions[Math.floor(block / 500) % regions.length] ?? regions[0];
  const first = region + birthday.replaceAll('-', '') + String(order).padStart(3, '0');
  return { identityNumber: first + identityCheckSign(first), gender, birthMonth: birthday.slice(0, 7), birthday };
}

const organWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** The unified social credit code of a running number (GB 32100-2015; the organisation part by GB 11714-1997). */
export function usccOf(number: number): string {
  const organ = String(number % 100_000_000).padStart(8, '0');
  const rest = 11 - (organWeights.reduce((sum, weight, at) => sum + weight * Number(organ.charAt(at)), 0) % 11);
  const first = `11320799${organ}${rest === 10 ? 'X' : rest === 11 ? '0' : String(rest)}`;
  return first + usccCheckSign(first);
}

/** A mobile number of a running number. */
export function phoneOf(number: number): string {
  return `139${String(number % 100_000_000).padStart(8, '0')}`;
}
