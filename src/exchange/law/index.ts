export { readLaw } from './read-law';
