import { instantText, Reader } from '../../../../core/kernel/text';
import { Letter, linksBelow, written } from './letter';
import type { MailTemplate } from './mail-template';

/** The letter of a template for its reader, its links below PUBLIC_URL. */
export function renderLetter<V>(template: MailTemplate<V>, values: V, reader: Reader, publicUrl: string): Letter {
  const instant = (iso: string): string => instantText(new Date(iso), reader);
  return written(template.texts[reader.locale](values, { link: linksBelow(publicUrl), instant }), reader.locale);
}
