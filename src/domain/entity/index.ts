export * from './enforcement-entity';
