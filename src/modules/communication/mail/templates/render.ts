import { Liquid, ParseError, TokenizationError } from 'liquidjs';
import { convert } from 'html-to-text';

/** What a template is made of: Liquid. */
export interface TemplateSource {
  readonly subject: string;
  readonly html: string;
  /** null: made from the HTML. */
  readonly text: string | null;
}

/** One template to render, in the form of a message between processes. */
export interface RenderJob {
  readonly source: TemplateSource;
  readonly data: object;
  /** Goes on without variables that are missing, and names them. */
  readonly isLenient: boolean;
}

export interface RenderedTemplate {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Variables that the template shows and nobody has given. */
  readonly missing: readonly string[];
}

/** source: it is no Liquid. data: a variable is missing. script: an address in it would run a program. */
export type RenderFault = 'source' | 'data' | 'script' | 'size' | 'time' | 'memory';

export type RenderReply =
  | { readonly rendered: RenderedTemplate }
  | { readonly fault: RenderFault; readonly detail: string; readonly missing: readonly string[] };

/** Of subject, HTML and text together, UTF-8. */
export const MAX_OUTPUT_BYTES = 524_288;
export const RENDER_LIMITS = { timeMs: 500, memoryBytes: 134_217_728 } as const;

const MAX_DETAIL = 300;
const MAX_SUBJECT = 500;
const ADDRESS = /\b(?:href|src|action|formaction|xlink:href|background|poster|data)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi;
const SCRIPT = /<\s*script\b|\bon[a-z]{3,30}\s*=/i;

// Variables are escaped as HTML. A template includes no other, and has no filter that takes the escaping off.
const options = {
  strictVariables: true,
  lenientIf: true,
  strictFilters: true,
  fs: nowhere(),
  relativeReference: false,
  cache: false,
} as const;
const htmlEngine = engine(new Liquid({ ...options, outputEscape: 'escape' }));
const textEngine = engine(new Liquid({ ...options }));
const lenientHtml = engine(new Liquid({ ...options, strictVariables: false, outputEscape: 'escape' }));
const lenientText = engine(new Liquid({ ...options, strictVariables: false }));

/** Renders a template. What it costs is for who runs it to limit: a template may go on for ever. */
export function renderTemplate({ source, data, isLenient }: RenderJob): RenderReply {
  try {
    const missing = missingIn(source, data);
    if (missing.length > 0 && !isLenient) return { fault: 'data', detail: `Missing: ${missing.join(', ')}`, missing };
    const [html, plain] = isLenient ? [lenientHtml, lenientText] : [htmlEngine, textEngine];
    const rendered = {
      subject: (plain.parseAndRenderSync(source.subject, data) as string)
        .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
        .trim(),
      html: html.parseAndRenderSync(source.html, data) as string,
      text: source.text === null ? '' : (plain.parseAndRenderSync(source.text, data) as string),
      missing,
    };
    const bytes = [rendered.subject, rendered.html, rendered.text].reduce(
      (sum, one) => sum + Buffer.byteLength(one),
      0,
    );
    if (bytes > MAX_OUTPUT_BYTES || rendered.subject.length > MAX_SUBJECT) return faultOf('size', 'It is too long');
    if (runsProgram(rendered.html)) return faultOf('script', 'An address or an attribute in it would run a program');
    return { rendered: { ...rendered, text: rendered.text || textOf(rendered.html) } };
  } catch (error) {
    return faultOf('source', (error as Error).message.slice(0, MAX_DETAIL));
  }
}

/** HTML as plain text. */
export const textOf = (html: string): string =>
  convert(html, {
    wordwrap: 78,
    limits: { maxInputLength: MAX_OUTPUT_BYTES },
    selectors: [{ selector: 'img', format: 'skip' }],
  });

/** Whether an address or attribute of this HTML is one that a reader's program would run. */
export function runsProgram(html: string): boolean {
  if (SCRIPT.test(html)) return true;
  for (const [, value] of html.matchAll(ADDRESS)) {
    const address = decoded(value.replace(/^["']|["']$/g, ''))
      .replace(/[\p{Cc}\p{Z}]/gu, '')
      .toLowerCase();
    if (/^(?:javascript|vbscript|data):/.test(address) && !/^data:image\/(?:png|gif|jpeg|webp)[;,]/.test(address))
      return true;
  }
  return false;
}

/** Each is named once, all of them. */
function missingIn(source: TemplateSource, data: object): string[] {
  const missing = new Set<string>();
  for (const text of [source.subject, source.html, source.text ?? '']) {
    try {
      textEngine.parseAndRenderSync(text, data, { strictVariables: true });
    } catch (error) {
      if (error instanceof ParseError || error instanceof TokenizationError) throw error;
      const all = (error as { errors?: Error[] }).errors ?? [error as Error];
      for (const one of all) {
        const name = /undefined variable: ([\w.[\]"'-]+)/.exec(one.message)?.[1];
        if (name === undefined) throw one;
        missing.add(name);
      }
    }
  }
  return [...missing].sort();
}

function faultOf(fault: RenderFault, detail: string): RenderReply {
  return { fault, detail, missing: [] };
}

function engine(liquid: Liquid): Liquid {
  liquid.options.catchAllErrors = true;
  delete (liquid.filters as Record<string, unknown>).raw;
  for (const tag of ['include', 'render', 'layout', 'block']) delete (liquid.tags as Record<string, unknown>)[tag];
  return liquid;
}

/** Of a file system in which there is nothing. */
function nowhere() {
  const none = (): never => {
    throw new Error('A template has no files');
  };
  return { readFile: none, readFileSync: none, exists: none, existsSync: () => false, resolve: none, sep: '/' };
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  colon: ':',
  tab: '\t',
  newline: '\n',
  lt: '<',
  gt: '>',
  quot: '"',
};

function decoded(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));?/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
      const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}
