import { defineMail, letter, WriteMail } from '../../../communication/mail';

/** A subject and a text of somebody's own, shown as text. */
export interface MessageValues {
  readonly subject: string;
  readonly body: string;
}

const asWritten: WriteMail<MessageValues> = ({ subject, body }) => letter(subject, [body]);

/** In whatever language it was written. */
export const MESSAGE = defineMail<MessageValues>('message', { en: asWritten, es: asWritten });
