import { Injectable } from '@nestjs/common';
import { TasksService } from '../../platform/tasks';
import { CHECK_{{SINGULAR}} } from './check-{{singular}}.kind';
import type { {{Singular}}Created } from './{{plural}}.events';

/** Reactions to events. Each runs at least once; its effects in the database happen once. */
@Injectable()
export class {{Plural}}Listener {
  constructor(private readonly tasks: TasksService) {}

  async startCheck({ {{singularCamel}}Id, userId }: {{Singular}}Created): Promise<void> {
    await this.tasks.start({ userId }, CHECK_{{SINGULAR}}, { {{singularCamel}}Id });
  }
}
