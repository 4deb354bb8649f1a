export * from './own-rule';
export * from './in-force';
export * from './pack';
export * from './shipped';
