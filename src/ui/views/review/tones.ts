import type { Tone } from '@/ui/components/table';

/** How strongly the states of batches are marked. */
export const batchTones: Readonly<Record<string, Tone>> = {
  preparing: 'waiting',
  scoring: 'active',
  reported: 'active',
  closed: 'done',
};

/** How strongly the states of files are marked. */
export const fileTones: Readonly<Record<string, Tone>> = {
  registered: 'still',
  assigned: 'active',
  compared: 'waiting',
  decided: 'done',
  feedback: 'done',
  appealed: 'waiting',
  settled: 'still',
};

/** How strongly grades are marked. */
export const gradeTones: Readonly<Record<string, Tone>> = {
  excellent: 'done',
  good: 'active',
  pass: 'waiting',
  fail: 'wrong',
};

/** How far a reviewer is, in words. */
export const seatWords = { none: '未开始', draft: '评分中', submitted: '已提交' } as const;
/** How strongly that is marked. */
export const seatTones = { none: 'still', draft: 'active', submitted: 'done' } as const;
