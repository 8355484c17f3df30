import { resolve } from 'node:path';
import { defineConfig } from 'vite';

import { licenses } from './licenses.js';

const OUTPUT = resolve(import.meta.dirname, '../static/graphiql');
const license = licenses(resolve(OUTPUT, 'LICENSES.txt'));

// Plain names: the server answers with entity tags, and a rebuild shows as changes, not as new files.
const names = {
  entryFileNames: '[name].js',
  chunkFileNames: '[name].js',
  assetFileNames: '[name][extname]',
};

export default defineConfig({
  plugins: [license.page],
  build: {
    outDir: OUTPUT,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4000,
    rollupOptions: {
      output: names,
      // React's directives for servers mean nothing in a page.
      checks: { moduleLevelDirective: false },
    },
  },
  worker: {
    format: 'es',
    plugins: () => [license.workers],
    // The page and its workers are built apart, and both have a chunk called graphql.
    rollupOptions: { output: { ...names, chunkFileNames: 'worker.[name].js' } },
  },
  experimental: {
    // The page is served at /graphql and its files at /graphql/assets/.
    renderBuiltUrl: (file, { hostType }) =>
      hostType === 'html' ? `graphql/assets/${file}` : { relative: true },
  },
});
