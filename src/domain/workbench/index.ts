export * from './attachment';
export * from './code-entry';
export * from './preferences';
export * from './profile';
export * from './readable-file';
export * from './rule-setting';
export * from './view-settings';
