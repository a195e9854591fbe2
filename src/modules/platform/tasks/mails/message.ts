import { defineMail, letter } from '../../../communication/mail';

/** A subject and a text of somebody's own, shown as text. */
export interface MessageValues {
  readonly subject: string;
  readonly body: string;
}

export const MESSAGE = defineMail<MessageValues>('message', ({ subject, body }) => letter(subject, [body]));
