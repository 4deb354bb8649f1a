export { exportRejected, type RejectedRow } from './export-rejected';
export { exportSheet, type SheetSource } from './export-sheet';
export { writeTemplate } from './template';
