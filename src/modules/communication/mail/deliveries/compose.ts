import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailContent } from '../messages/message-writer';

/** What is needed to write a mail down for one of its recipients. */
export interface Composition {
  readonly messageId: string;
  readonly deliveryId: string;
  readonly address: string;
  readonly isSeparate: boolean;
  readonly at: Date;
  readonly content: MailContent;
  readonly attachments: readonly Buffer[];
  /** Further headers, in their order. */
  readonly headers?: readonly (readonly [string, string])[];
}

/** As it goes over the wire: the same bytes for the same delivery, however often it is made. Blind recipients are in no header. */
export async function compose(mail: Composition): Promise<Buffer> {
  const { messageId, deliveryId, isSeparate, address, at, content, attachments, headers = [] } = mail;
  const { from, replyTo, subject, text, html, isAutomatic } = content;
  const id = isSeparate ? deliveryId : messageId;
  const composer = new MailComposer({
    from: mailbox(from.address, from.name),
    // As objects, so that none is ever read as a list.
    to: (isSeparate ? [address] : content.to).map((one) => mailbox(one)),
    cc: isSeparate || content.cc.length === 0 ? undefined : content.cc.map((one) => mailbox(one)),
    replyTo: replyTo === null ? undefined : mailbox(replyTo),
    subject,
    text,
    html: html ?? undefined,
    attachments: content.attachments.map(({ filename, contentType }, n) => ({
      filename,
      contentType,
      content: attachments[n],
      contentDisposition: 'attachment',
    })),
    messageId: messageIdOf(id, from.address),
    date: at,
    baseBoundary: id,
    headers: [
      ...(isAutomatic ? [{ key: 'Auto-Submitted', value: 'auto-generated' }] : []), // RFC 3834: no holiday notices, please
      ...headers.map(([key, value]) => ({ key, value })),
    ],
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

export const messageIdOf = (id: string, from: string): string => `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`;

const mailbox = (address: string, name = ''): { name: string; address: string } => ({ name, address });
