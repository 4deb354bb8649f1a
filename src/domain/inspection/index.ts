export * from './inspection';
export * from './inspection-record';
export * from './inspection-rules';
export * from './inspection-states';
