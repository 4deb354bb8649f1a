import type { Storage } from './contract';
import type { House } from './house';

type Imports = Pick<
  Storage,
  'beginImport' | 'addRows' | 'importSummary' | 'importOutcomes' | 'commitImport' | 'endImport'
>;

/** Makes the importing side of an engine. */
export function createImports(house: House): Imports {
  void house;
  const missing = (): never => {
    throw new Error('imports are not built yet');
  };
  return {
    beginImport: missing,
    addRows: missing,
    importSummary: missing,
    importOutcomes: missing,
    commitImport: missing,
    endImport: missing,
  };
}
