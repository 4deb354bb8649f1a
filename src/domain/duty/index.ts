export * from './compare';
export * from './duty-item';
export * from './duty-version';
export * from './item-rules';
export * from './version-rules';
