import type { States } from '../kernel';

const frozen = [
  'source',
  'objectTotal',
  'objectCount',
  'inspectorTotal',
  'inspectorsEach',
  'drawer',
  'witness',
  'preparedOn',
  'seed',
  'algorithm',
  'digest',
] as const;
const result = ['drawnOn', 'drawnObjects', 'drawnInspectors', 'resultDigest'] as const;

/**
 * 已准备 -> 已抽取, and 已作废 with its reason. Lists and seed stand before the draw; what was drawn stands for good. 补登 is a
 * draw held before in another way, entered whole; it has no seed and cannot be run again.
 */
export const drawStates = {
  field: 'status',
  initial: ['prepared', 'imported'],
  entry: 'imported',
  transitions: [
    { from: 'prepared', to: 'drawn', label: '抽取', requires: result },
    { from: 'prepared', to: 'void', label: '作废', requires: ['voidedOn', 'voidReason'] },
    { from: 'drawn', to: 'void', label: '作废', requires: ['voidedOn', 'voidReason'] },
    { from: 'imported', to: 'void', label: '作废', requires: ['voidedOn', 'voidReason'] },
  ],
  fixed: [
    { states: ['prepared'], fields: frozen },
    { states: ['drawn', 'void'], fields: [...frozen, ...result] },
    { states: ['void'], fields: ['voidedOn', 'voidReason'] },
  ],
} as const satisfies States;
