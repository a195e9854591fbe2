import type { SendMailOptions } from 'nodemailer';
import type { Envelope } from './mail.service';
import type { Letter } from './letter';

/** A letter as nodemailer takes it: the same bytes for the same event, however often it is made. */
export function messageOf(
  { to, at }: Pick<Envelope, 'to' | 'at'>,
  { subject, text, html }: Letter,
  eventId: string,
  mailFrom: string,
): SendMailOptions {
  const { name, address } = readSender(mailFrom);
  return {
    from: { name, address },
    to: { name: '', address: to }, // as an object, so that it is never read as a list
    subject,
    text,
    html,
    messageId: `<${eventId}@${address.slice(address.lastIndexOf('@') + 1)}>`,
    date: new Date(at),
    baseBoundary: eventId,
    headers: { 'Auto-Submitted': 'auto-generated' }, // RFC 3834: no holiday notices, please
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** `Name <address>` or an address alone, as configuration has checked it. */
function readSender(mailFrom: string): { name: string; address: string } {
  const match = /^(.*)<(.+)>$/.exec(mailFrom);
  return match ? { name: match[1].trim(), address: match[2] } : { name: '', address: mailFrom };
}
