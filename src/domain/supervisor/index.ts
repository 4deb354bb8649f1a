export * from './appointment-term';
export * from './card-rules';
export * from './lay-supervisor';
export * from './supervision-card';
export * from './supervisor-activity';
export * from './supervisor-evaluation';
export * from './term-rules';
