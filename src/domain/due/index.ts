export * from './due-level';
