import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import type { ReadStream } from 'node:fs';
import { join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  png: 'image/png',
  wasm: 'application/wasm',
};

/** A file as it is sent. */
export interface BuiltFile {
  readonly type: string;
  readonly size: number;
  readonly isPacked: boolean;
  open(): ReadStream;
}

/** What `npm run build` has made of `web/`: pages, their files, the paths of the screens. */
export class BuiltFiles {
  private readonly names: ReadonlySet<string>;

  constructor(private readonly folder: string) {
    this.names = new Set(readdirSync(join(folder, 'app')));
  }

  /** The HTML of a page, as it is built. */
  page(name: 'index' | 'graphiql'): string {
    return readFileSync(join(this.folder, `${name}.html`), 'utf8');
  }

  /** Of every screen, as the router has it: `/users/$id`. */
  paths(): string[] {
    return JSON.parse(readFileSync(join(this.folder, 'paths.json'), 'utf8')) as string[];
  }

  /** Null where there is none of that name. @param packed whether gzip is taken */
  file(name: string, packed: boolean): BuiltFile | null {
    const type = TYPES[/\.(\w+)$/.exec(name)?.[1] ?? ''];
    if (!type || !this.names.has(name)) return null;
    const isPacked = packed && this.names.has(`${name}.gz`);
    const path = join(this.folder, 'app', isPacked ? `${name}.gz` : name);
    return { type, isPacked, size: statSync(path).size, open: () => createReadStream(path) };
  }
}

let opened: BuiltFiles | null = null;

/** Those of this process; null while nothing is built. */
export function findBuiltFiles(): BuiltFiles | null {
  if (opened) return opened;
  const above = join(__dirname, '../../../..'); // `dist`, or the root where the sources run
  const folder = [join(above, 'dist/web'), join(above, 'web')].find((one) => existsSync(join(one, 'paths.json')));
  return (opened = folder ? new BuiltFiles(folder) : null);
}

/** @throws Error where nothing is built */
export function builtFiles(): BuiltFiles {
  const found = findBuiltFiles();
  if (!found) throw new Error('The web application is not built: `npm run build`');
  return found;
}
