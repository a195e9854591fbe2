import { defineModule } from '../../../core/module';
import { ChatPersonalData } from './chat-personal-data';
import { ChatDemo } from './chat.demo';
import { CHAT_INVARIANTS } from './chat.invariants';
import { ChatModule } from './chat.module';
import { CHAT_HOUSEKEEPING } from './chat.housekeeping';
import { ChatPermission } from './chat.permissions';

export const chatManifest = defineModule({
  name: 'chat',
  group: 'communication',
  module: ChatModule,
  uses: ['files', 'school', 'users'],
  permissions: { [ChatPermission.Manage]: [] },
  invariants: CHAT_INVARIANTS,
  personalData: [ChatPersonalData],
  demo: { provider: ChatDemo },
  housekeeping: CHAT_HOUSEKEEPING,
});
