import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyDecorators, Get, Header } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import { Public } from '../access/access.decorators';
import { PAGE_POLICY } from '../http/security-headers';
import { addAssets } from './assets';

export const HTML = 'text/html; charset=utf-8';

/** A folder of pages: `<name>.html`, with its scripts and styles served under `/assets/`. */
export class Pages {
  private readonly known = new Map<string, string>();

  constructor(private readonly folder: string) {
    addAssets(folder);
  }

  /** The HTML of a page. */
  html(name: string): string {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const html = readFileSync(join(this.folder, `${name}.html`), 'utf8');
    this.known.set(name, html);
    return html;
  }
}

/** A route that answers with a page. Open to anyone: a page holds nothing and fetches its data from the API. */
export const Page = (path: string): MethodDecorator =>
  applyDecorators(
    Get(path),
    Public(),
    ApiExcludeEndpoint(),
    Header('content-type', HTML),
    Header('content-security-policy', PAGE_POLICY),
  );
