import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the shipped fonts and their licences are kept. */
export const fontFolder = fileURLToPath(new URL('../../resources/fonts', import.meta.url));

/** What of that folder travels with the page: the fonts, and the texts that must go wherever they go. */
const travelling = new Set(['.woff2', '.txt', '.md']);

/**
 * Puts the shipped fonts and their licences into the built page, under /fonts/.
 *
 * @returns {import('vite').Plugin}
 */
export function shipFonts() {
  return {
    name: 'ship-fonts',
    apply: 'build',
    generateBundle() {
      for (const name of readdirSync(fontFolder).filter((file) => travelling.has(extname(file)))) {
        this.emitFile({ type: 'asset', fileName: `fonts/${name}`, source: readFileSync(join(fontFolder, name)) });
      }
    },
  };
}
