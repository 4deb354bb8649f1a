export * from './action-rules';
export * from './apply-action';
export * from './certificate-action';
export * from './certificate-state';
export * from './enforcement-officer';
export * from './officer-rules';
export * from './ratios';
