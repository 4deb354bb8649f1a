export * from './calendar-notice';
export * from './in-force';
export * from './read-notice';
export * from './shipped';
