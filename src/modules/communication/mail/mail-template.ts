import { ExtensionPoint } from '../../../core/module';
import type { Letter, Link } from './letter';

/** What mails of one kind say. Its name is in mails that wait to be sent, so it stays. */
export interface MailTemplate<V = never> {
  readonly name: string;
  readonly write: (values: V, link: Link) => Letter;
}

/** Templates that other modules add. */
export const MAIL_TEMPLATES = new ExtensionPoint<MailTemplate>('mail.templates');

/**
 * Declares a template; the module's manifest adds it to `MAIL_TEMPLATES`. @param name unique over the application
 * @param write makes the letter; `link` gives addresses of pages below PUBLIC_URL
 */
export function defineMail<V extends object>(name: string, write: MailTemplate<V>['write']): MailTemplate<V> {
  return { name, write };
}
