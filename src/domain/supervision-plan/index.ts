export * from './plan-consequences';
export * from './plan-states';
export * from './plan-task';
export * from './supervision-plan';
export * from './task-states';
