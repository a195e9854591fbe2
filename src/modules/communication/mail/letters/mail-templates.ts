import { Injectable, OnModuleInit } from '@nestjs/common';
import { ModuleRegistry } from '../../../../core/module';
import { MAIL_TEMPLATES, MailTemplate } from './mail-template';

/** The letters of all modules. */
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

  has(name: string): boolean {
    return this.byName.has(name);
  }

  /** @throws Error where this process has no such letter */
  get(name: string): MailTemplate {
    const template = this.byName.get(name);
    if (!template) throw new Error(`There is no mail named ${name}`);
    return template;
  }
}
