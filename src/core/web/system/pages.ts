import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  applyDecorators,
  CallHandler,
  ExecutionContext,
  Get,
  Header,
  Injectable,
  NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import { map, Observable } from 'rxjs';
import { Public } from '../access/access.decorators';
import { PublicAddress } from '../http/public-address';
import { PAGE_POLICY } from '../http/security-headers';
import { localeOfCaller } from '../../kernel/context/context';
import { addAssets } from './assets';
import { translated, wordsOf } from './page-words';

export const HTML = 'text/html; charset=utf-8';

/**
 * A folder of pages: `<name>.html`, with its scripts and styles served under `/assets/`. Its pages are in the language of who asks
 * where there is a `<locale>.json` with their words.
 */
export class Pages {
  private readonly known = new Map<string, string>();

  constructor(private readonly folder: string) {
    addAssets(folder);
  }

  /** The HTML of a page, in the language of who asks. */
  html(name: string): string {
    const locale = localeOfCaller();
    const key = `${locale} ${name}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const html = readFileSync(join(this.folder, `${name}.html`), 'utf8');
    const words = wordsOf(this.folder, locale);
    const made = words ? translated(html, words, locale) : html;
    this.known.set(key, made);
    return made;
  }
}

/** As the files of pages have it: their addresses are relative to the root of the application. */
const BASE = '<base href="/" />';

/** Where a page shows a whole address of ours, as in a command to copy. */
const SHOWN = 'http://localhost:8000/';

/**
 * The page as it is served: its addresses, and those its scripts ask, begin below the path of PUBLIC_URL. A whole address that
 * it shows begins with PUBLIC_URL.
 */
export function placed(html: string, addresses: PublicAddress): string {
  return html
    .replace(BASE, () => `<base href="${escaped(addresses.pathOf('/'))}" />`)
    .replaceAll(SHOWN, () => escaped(addresses.urlOf('/')));
}

const escaped = (address: string): string => address.replaceAll('&', '&amp;');

@Injectable()
class PlacedPages implements NestInterceptor<string, string> {
  constructor(private readonly addresses: PublicAddress) {}

  intercept(_context: ExecutionContext, next: CallHandler<string>): Observable<string> {
    return next.handle().pipe(map((html) => placed(html, this.addresses)));
  }
}

/** A route that answers with a page. Open to anyone: a page holds nothing and fetches its data from the API. */
export const Page = (path: string): MethodDecorator =>
  applyDecorators(
    Get(path),
    Public(),
    UseInterceptors(PlacedPages),
    ApiExcludeEndpoint(),
    Header('content-type', HTML),
    Header('content-security-policy', PAGE_POLICY),
  );
