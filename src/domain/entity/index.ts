export * from './enforcement-entity';
export * from './entity-rules';
