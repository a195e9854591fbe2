import type { Locale } from '../../../../core/kernel/text';
import { publicUrlOf } from '../../../../core/web/http';

/** What a letter says, before it has a form. */
export interface Draft {
  readonly subject: string;
  readonly parts: readonly Part[];
}

/** A letter, ready to be sent. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The address of a page below PUBLIC_URL; no request has any part in it. */
export type Link = (path: `/${string}`, query: Readonly<Record<string, string>>) => string;

/** What a template is made of, in order: plain paragraphs and links on a line of their own. */
export type Part = string | { readonly link: string; readonly label: string };

/** What a template makes. */
export const letter = (subject: string, parts: readonly Part[]): Draft => ({ subject, parts });

/** A draft as plain text and as HTML, where every part is escaped. */
export function written({ subject, parts }: Draft, locale: Locale): Letter {
  const text = parts.map((part) => (typeof part === 'string' ? part : part.link)).join('\n\n');
  const html = parts.map((part) => `<p>${typeof part === 'string' ? paragraph(part) : anchor(part)}</p>`).join('\n');
  return { subject, text: `${text}\n`, html: page(locale, subject, html) };
}

export function linksBelow(publicUrl: string): Link {
  return (path, query) =>
    [publicUrlOf(publicUrl, path), new URLSearchParams(query).toString()].filter(Boolean).join('?');
}

/** Text that is safe within an element and within an attribute in double quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const paragraph = (text: string): string => escapeHtml(text).replace(/\r\n|\r|\n/g, '<br>');

const anchor = ({ link, label }: { link: string; label: string }): string =>
  `<a href="${escapeHtml(link)}">${escapeHtml(label)}</a>`;

const page = (locale: Locale, title: string, body: string): string =>
  `<!doctype html>\n<html lang="${locale}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>\n` +
  `<body style="font-family:sans-serif;max-width:36em;margin:2em auto">\n${body}\n</body></html>\n`;
