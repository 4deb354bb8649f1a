export * from './plan-consequences';
export * from './plan-document';
export * from './plan-states';
export * from './plan-task';
export * from './progress';
export * from './recurring';
export * from './supervision-plan';
export * from './task-states';
