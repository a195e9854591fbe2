import { ExtensionPoint } from '../../../../core/module';
import type { Locale } from '../../../../core/kernel/text';
import type { Draft, Link } from './letter';

/** What mails of one kind say. Its name is in mails that wait to be sent, so it stays. */
export interface MailTemplate<V = never> {
  readonly name: string;
  /** The letter in each language. */
  readonly texts: Readonly<Record<Locale, WriteMail<V>>>;
}

/** How a template shows what is not text. */
export interface MailTools {
  /** Gives addresses of pages below PUBLIC_URL. */
  readonly link: Link;
  /** An instant, given as ISO text, in the language and by the clock of who reads it. */
  readonly instant: (iso: string) => string;
}

export type WriteMail<V> = (values: V, tools: MailTools) => Draft;

/** Templates that other modules add. */
export const MAIL_TEMPLATES = new ExtensionPoint<MailTemplate>('mail.templates');

/**
 * Declares a template; the module's manifest adds it to `MAIL_TEMPLATES`. @param name unique over the application
 * @param texts makes the letter in each language
 */
export function defineMail<V extends object>(name: string, texts: MailTemplate<V>['texts']): MailTemplate<V> {
  return { name, texts };
}
