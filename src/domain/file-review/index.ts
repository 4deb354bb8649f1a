export * from './batch-states';
export * from './case-file';
export * from './file-rules';
export * from './file-states';
export * from './review-appeal';
export * from './review-batch';
export * from './review-score';
export * from './review-sheet';
