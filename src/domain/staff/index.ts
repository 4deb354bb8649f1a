export * from './coverage';
export * from './judicial-office';
export * from './staff-rules';
export * from './supervision-staff';
