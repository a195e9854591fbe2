import { Module } from '@nestjs/common';
import { TasksModule } from '../../platform/tasks';
import { Check{{Singular}}Kind } from './check-{{singular}}.kind';
import { {{Plural}}Controller } from './{{plural}}.controller';
import { {{Plural}}Listener } from './{{plural}}.listener';
import { {{Plural}}Service } from './{{plural}}.service';

@Module({
  imports: [TasksModule],
  controllers: [{{Plural}}Controller],
  providers: [Check{{Singular}}Kind, {{Plural}}Listener, {{Plural}}Service],
  exports: [{{Plural}}Service],
})
export class {{Plural}}Module {}
