import { HomeList } from '../../shell/kit/home-list';
import { useTranslation } from '../../shell/text';
import { useRooms } from './rooms';

const SHOWN = 4;

/** Rooms with messages that I have not read, on the first screen. */
export default function HomeChat() {
  const { t } = useTranslation();
  const found = useRooms();
  const unread = (found.data ?? []).filter((one) => one.unread > 0);
  return (
    <HomeList
      title={t('Not read in the chat')}
      to="/chat"
      found={found}
      empty={t('You have read everything.')}
      rows={unread.slice(0, SHOWN).map(({ room, title, unread: n }) => ({
        key: room,
        to: '/chat',
        hash: encodeURIComponent(room),
        text: title,
        aside: t('{{n}} not read', { n }),
      }))}
    />
  );
}
