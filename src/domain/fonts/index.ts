export { advanceOf } from './coverage';
export { fontRoles, rareFont, roleFonts } from './roles';
export type { FontRole, OfficeFont, RoleFonts } from './roles';
export { findUnprintable, findingSentence } from './unprintable';
export type { CharacterFinding, PrintedPart } from './unprintable';
