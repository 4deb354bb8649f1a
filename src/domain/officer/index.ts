export * from './action-rules';
export * from './certificate-action';
export * from './enforcement-officer';
export * from './officer-rules';
