import { createReadStream, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StreamableFile } from '@nestjs/common';
import { RouteNotFound } from '../errors';

const PAGES = join(__dirname, 'pages');

/** A file of a package, also where its `exports` do not name it. */
function packaged(name: string, file: string): string {
  return join(dirname(require.resolve(`${name}/package.json`)), file);
}

/** Every file a page may load, by the name it is served under; nothing comes from elsewhere. */
const FILES: Readonly<Record<string, string>> = {
  'page.css': join(PAGES, 'page.css'),
  'docs.js': join(PAGES, 'docs.js'),
  'graphiql.js': join(PAGES, 'graphiql.js'),
  'swagger-ui.css': packaged('swagger-ui-dist', 'swagger-ui.css'),
  'swagger-ui-bundle.js': packaged('swagger-ui-dist', 'swagger-ui-bundle.js'),
  'graphiql.min.css': packaged('graphiql', 'graphiql.min.css'),
  'graphiql.min.js': packaged('graphiql', 'graphiql.min.js'),
  'react.js': packaged('react', 'umd/react.production.min.js'),
  'react-dom.js': packaged('react-dom', 'umd/react-dom.production.min.js'),
};

/** @throws RouteNotFound */
export function asset(name: string): StreamableFile {
  const path = Object.hasOwn(FILES, name) ? FILES[name] : undefined;
  if (!path) throw new RouteNotFound();
  const type = name.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8';
  return new StreamableFile(createReadStream(path), { type, length: statSync(path).size });
}

/** Path of a page's HTML. */
export function pagePath(name: 'landing' | 'docs' | 'graphiql'): string {
  return join(PAGES, `${name}.html`);
}
