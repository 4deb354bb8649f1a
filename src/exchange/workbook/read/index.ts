export { suggestMapping } from './mapping';
export { createWorkbookSession, type RowDelivery, type RowOrigin, type WorkbookSession } from './session';
