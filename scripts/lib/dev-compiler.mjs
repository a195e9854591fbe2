import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transformFile } from '@swc/core';
import { root } from './services.mjs';

const OPTIONS = {
  swcrc: false,
  sourceMaps: true,
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: true },
  },
  module: { type: 'commonjs', ignoreDynamic: true },
};

/** Whether a change of this file, by its path from the project's folder, changes the application. */
export const isSource = (path) => !path.endsWith('.spec.ts') && /\.ts$|\/pages\/[^/]+$|\.txt$/.test(path);

/**
 * Brings the output of these files up to date in `dist`, without looking at types. What is no TypeScript is copied.
 * @throws Error naming the place where a file cannot be read
 */
export function compile(paths, dist) {
  return Promise.all(paths.map((path) => compileOne(path, dist)));
}

async function compileOne(path, dist) {
  const source = join(root, path);
  const output = join(dist, path.replace(/\.ts$/, '.js'));
  if (!existsSync(source)) return rmSync(output, { force: true });
  mkdirSync(dirname(output), { recursive: true });
  if (!path.endsWith('.ts') || path.includes('/pages/')) return cpSync(source, join(dist, path));
  const { code, map } = await transformFile(source, { ...OPTIONS, filename: source });
  writeFileSync(`${output}.map`, map);
  writeFileSync(
    output,
    code.endsWith('.map') ? code : `${code}\n//# sourceMappingURL=${output.split('/').pop()}.map\n`,
  );
}
