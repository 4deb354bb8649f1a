export * from './draw';
export * from './draw-record';
export * from './draw-rules';
export * from './draw-states';
export * from './enterprise-visit';
export * from './expert';
