import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const web = import.meta.dirname;
const root = join(web, '..');
/** The API beside which `npm run dev` serves the application. */
const api = process.env.ATRIUM_API ?? 'http://127.0.0.1:8000';
/** What the API's process answers itself. */
const ITS_OWN = '^/(api|ws|assets|graphql|docs|openapi.json|health|metrics|.well-known)(/|$|\\?)';
/** What every screen needs comes as two files, which pack better than fifty. What only GraphiQL needs is not in them. */
const FIRST_LOAD = [
  { name: 'react', test: /[\\/]node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 1 },
  {
    name: 'first',
    tags: ['$initial'],
    test: /[\\/]node_modules[\\/](@floating-ui|@mantine|@tabler|@tanstack|clsx|i18next|openapi-fetch|react-i18next|use-sync-external-store)[\\/]/,
  },
];
const GZIP_FROM_BYTES = 1024;

export default defineConfig({
  root: web,
  base: './', // addresses begin at the page's <base>
  plugins: [react(), paths(), compressed()],
  resolve: { alias: { '@atrium/client': join(root, 'clients/typescript/src') } },
  build: {
    outDir: process.env.WEB_OUT ?? join(root, 'dist/web'),
    emptyOutDir: true,
    assetsDir: 'app',
    assetsInlineLimit: 0,
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
    manifest: 'manifest.json',
    rolldownOptions: {
      input: [join(web, 'index.html'), join(web, 'graphiql.html')],
      output: { codeSplitting: { groups: FIRST_LOAD } },
    },
  },
  server: { proxy: { [ITS_OWN]: { target: api, ws: true } } },
  cacheDir: join(root, 'node_modules/.cache/vite'),
});

/** The paths of the screens, for the server, which answers each with the application: read as text from every `routes.ts`. */
function paths() {
  return {
    name: 'atrium-paths',
    apply: 'build',
    generateBundle() {
      const files = readdirSync(join(web, 'src/modules'))
        .map((name) => join(web, 'src/modules', name, 'routes.ts'))
        .filter((file) => existsSync(file))
        .sort();
      const found = files.flatMap((file) =>
        [...readFileSync(file, 'utf8').matchAll(/^\s*path: '([^']+)'/gm)].map(([, path]) => path),
      );
      this.emitFile({ type: 'asset', fileName: 'paths.json', source: JSON.stringify([...new Set(found)].sort()) });
    },
  };
}

/** Beside each text a packed copy, so that nothing is packed at each request. */
function compressed() {
  return {
    name: 'atrium-compressed',
    apply: 'build',
    writeBundle({ dir }) {
      for (const name of readdirSync(join(dir, 'app'))) {
        const file = join(dir, 'app', name);
        const bytes = readFileSync(file);
        if (/\.(js|css|svg|json)$/.test(name) && bytes.length >= GZIP_FROM_BYTES) {
          writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
        }
      }
    },
  };
}
