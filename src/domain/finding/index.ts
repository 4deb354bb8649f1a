export * from './deadline-extension';
export * from './escalation';
export * from './finding';
export * from './finding-rules';
export * from './finding-states';
export * from './rectification-measure';
export * from './verification';
