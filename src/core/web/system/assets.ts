import { createReadStream, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StreamableFile } from '@nestjs/common';
import { RouteNotFound } from '../../kernel/errors';

/** A file of a package, also where its `exports` do not name it. */
function packaged(name: string, file: string): string {
  return join(dirname(require.resolve(`${name}/package.json`)), file);
}

/** Every file a page may load, by the name it is served under; nothing comes from elsewhere. */
const FILES = new Map([
  ['swagger-ui.css', packaged('swagger-ui-dist', 'swagger-ui.css')],
  ['swagger-ui-bundle.js', packaged('swagger-ui-dist', 'swagger-ui-bundle.js')],
]);

/** Serves the scripts and styles of a folder of pages. @throws Error when another folder has one of that name */
export function addAssets(folder: string): void {
  for (const name of readdirSync(folder).filter((one) => /\.(js|css)$/.test(one))) {
    const path = join(folder, name);
    if ((FILES.get(name) ?? path) !== path) throw new Error(`Two assets are named ${name}`);
    FILES.set(name, path);
  }
}

/** @throws RouteNotFound */
export function asset(name: string): StreamableFile {
  const path = FILES.get(name);
  if (!path) throw new RouteNotFound();
  const type = name.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8';
  return new StreamableFile(createReadStream(path), { type, length: statSync(path).size });
}
