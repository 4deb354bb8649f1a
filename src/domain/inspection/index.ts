export * from './checklist';
export * from './checklists';
export * from './inspection';
export * from './inspection-record';
export * from './inspection-rules';
export * from './inspection-states';
export * from './notice';
export * from './team';
