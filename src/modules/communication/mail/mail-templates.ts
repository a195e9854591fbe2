import { Injectable, OnModuleInit } from '@nestjs/common';
import { ModuleRegistry } from '../../../core/module';
import { instantText, Reader } from '../../../core/kernel/text';
import { Letter, linksBelow, written } from './letter';
import { MAIL_TEMPLATES, MailTemplate } from './mail-template';

/** The templates of all modules. */
@Injectable()
export class MailTemplates implements OnModuleInit {
  private readonly byName = new Map<string, MailTemplate>();

  constructor(private readonly modules: ModuleRegistry) {}

  /** @throws Error when two have one name */
  onModuleInit(): void {
    for (const template of this.modules.extensionsOf(MAIL_TEMPLATES)) {
      if (this.byName.has(template.name)) throw new Error(`Two mails are named ${template.name}`);
      this.byName.set(template.name, template);
    }
  }

  /** The letter of a template for its reader, its links below PUBLIC_URL. @throws Error where this process has no such template */
  render(name: string, values: object, reader: Reader, publicUrl: string): Letter {
    const template = this.byName.get(name);
    if (!template) throw new Error(`There is no mail named ${name}`);
    const instant = (iso: string): string => instantText(new Date(iso), reader);
    const draft = template.texts[reader.locale](values as never, { link: linksBelow(publicUrl), instant });
    return written(draft, reader.locale);
  }
}
