import vue from '@vitejs/plugin-vue';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Components from 'unplugin-vue-components/vite';
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers';
import { defineConfig } from 'vitest/config';
import { shipFonts } from './build/fonts/ship-fonts.mjs';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const { version } = JSON.parse(readFileSync(at('./package.json'), 'utf8')) as { version: string };

/** The page: one build for the desktop application and the browser edition. */
export default defineConfig({
  root: at('./src/ui'),
  base: '/',
  publicDir: at('./src/ui/public'),
  resolve: { alias: { '@': at('./src'), '#resources': at('./resources') } },
  define: { __APP_VERSION__: JSON.stringify(version) },
  plugins: [vue(), Components({ dts: false, resolvers: [ElementPlusResolver()] }), shipFonts()],
  worker: { format: 'es' },
  build: { outDir: at('./dist/page'), emptyOutDir: true, target: 'chrome120', chunkSizeWarningLimit: 2500 },
  test: {
    root: at('.'),
    // A limit for what hangs, not a measure of speed: old and busy computers run these tests too.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    include: ['tests/{unit,storage,shell,ui,word}/**/*.test.ts'],
    server: { deps: { inline: ['element-plus'] } },
  },
});
