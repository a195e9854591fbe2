import { consume, defineModule, keep } from '../../../core/module';
import { TASK_KINDS } from '../../platform/tasks';
import { Check{{Singular}}Kind } from './check-{{singular}}.kind';
import { {{Plural}}Listener } from './{{plural}}.listener';
import { {{Singular}}Created } from './{{plural}}.events';
import { {{Plural}}Module } from './{{plural}}.module';
import { {{Plural}}Permission } from './{{plural}}.permissions';
import { {{pluralCamel}}Settings } from './{{plural}}.settings';

export const {{pluralCamel}}Manifest = defineModule({
  name: '{{plural}}',
  group: '{{group}}',
  module: {{Plural}}Module,
  uses: ['tasks'],
  settings: {{pluralCamel}}Settings,
  permissions: { [{{Plural}}Permission.Manage]: [] },
  extends: [TASK_KINDS.add(Check{{Singular}}Kind)],
  events: [
    consume({{Singular}}Created, '{{plural}}.start-check', {{Plural}}Listener, (listener, event) => listener.startCheck(event)),
  ],
  housekeeping: [keep(['{{table}}'], 'for ever')],
});
