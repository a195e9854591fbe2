import { consume, defineModule } from '../../../core/module';
import { NOTIFICATION_CATEGORIES } from '../notifications';
import { ChatPersonalData } from './chat-personal-data';
import { ChatDemo } from './chat.demo';
import { PeopleMentioned } from './chat.events';
import { CHAT_INVARIANTS } from './chat.invariants';
import { ChatModule } from './chat.module';
import { CHAT_HOUSEKEEPING } from './chat.housekeeping';
import { ChatPermission } from './chat.permissions';
import { CHAT_MENTIONED, MentionNotices } from './mention-notices';

export const chatManifest = defineModule({
  name: 'chat',
  group: 'communication',
  module: ChatModule,
  uses: ['files', 'notifications', 'school', 'users'],
  permissions: { [ChatPermission.Manage]: [] },
  events: [
    consume(PeopleMentioned, 'chat.notify-mentioned', MentionNotices, (notices, event) => notices.mentioned(event)),
  ],
  extends: [NOTIFICATION_CATEGORIES.add(CHAT_MENTIONED)],
  invariants: CHAT_INVARIANTS,
  personalData: [ChatPersonalData],
  demo: { provider: ChatDemo },
  housekeeping: CHAT_HOUSEKEEPING,
});
