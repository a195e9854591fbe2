import {
  addressOf,
  apiAddress,
  byId,
  callSignedIn,
  inWords,
  leaveTo,
  make,
  messageOf,
  onClick,
  say,
  t,
} from './atrium.js';

const CHANNELS = { in_app: t('Here'), web_push: t('Push'), fcm: t('App'), email: t('E-mail'), webhook: t('Webhook') };
const status = byId('status');
const fail = (error) => say(status, messageOf(error), 'error');

async function showList() {
  const [{ items }, { count }] = await Promise.all([
    callSignedIn('GET', '/notifications?limit=50'),
    callSignedIn('GET', '/notifications/unread-count'),
  ]);
  say(byId('unread'), count === 0 ? t('Nothing is unread.') : t('{count} unread', { count }));
  byId('list').replaceChildren(...items.map(rowOf));
}

function rowOf(notice) {
  const title = make(notice.action_url ? 'a' : 'span', { textContent: notice.title });
  if (notice.action_url) {
    title.href = notice.action_url.startsWith('/') ? addressOf(notice.action_url) : notice.action_url;
    title.addEventListener('click', (event) => {
      event.preventDefault();
      void callSignedIn('PUT', `/notifications/${notice.id}/read`).finally(() => leaveTo(title.href));
    });
  }
  const about = make('div', { className: 'about' }, notice.read_at ? title : make('strong', {}, title));
  about.append(make('span', { textContent: `${notice.body} · ${inWords(notice.updated_at)}` }));
  const why = make('button', { className: 'quiet', textContent: t('Why?') });
  onClick(why, status, async () => {
    const { channels } = await callSignedIn('GET', `/notifications/${notice.id}/why`);
    const lines = channels.map(({ channel, because }) =>
      make('span', { textContent: `${CHANNELS[channel]}: ${because}` }),
    );
    about.append(...lines);
    why.remove();
  });
  const remove = make('button', { className: 'quiet', textContent: t('Delete') });
  onClick(remove, status, () => callSignedIn('DELETE', `/notifications/${notice.id}`).then(showList));
  return make('li', {}, about, why, remove);
}

async function showPreferences() {
  const preferences = await callSignedIn('GET', '/notifications/preferences');
  byId('categories').replaceChildren(
    ...preferences.categories.map((category) => {
      const boxes = category.cells.map((cell) => {
        const box = make('input', { type: 'checkbox', checked: cell.enabled, disabled: cell.source === 'mandatory' });
        box.addEventListener('change', () => void keep(preferences, category.key, cell, box.checked).catch(fail));
        return make('label', {}, box, ` ${CHANNELS[cell.channel]}`);
      });
      return make('li', {}, make('div', { className: 'about' }, category.sentence, make('span', {}, ...boxes)));
    }),
  );
}

/** Everything that is said so far, with one box changed: what is replaced is replaced whole. */
async function keep(preferences, category, changed, enabled) {
  const said = preferences.categories.flatMap(({ key, cells }) =>
    cells
      .filter((cell) => cell.source === 'cell' || (key === category && cell.channel === changed.channel))
      .map((cell) => ({ category: key, channel: cell.channel, enabled: cell === changed ? enabled : cell.enabled })),
  );
  const listed = (source) =>
    preferences.categories.flatMap(({ key, cells }) =>
      cells.filter((cell) => cell.source === source).map(({ channel, enabled: on }) => ({ key, channel, on })),
    );
  const categories = new Map(listed('category').map(({ key, on }) => [key, on]));
  const channels = new Map(listed('channel').map(({ channel, on }) => [channel, on]));
  await callSignedIn('PUT', '/notifications/preferences', {
    cells: said,
    categories: [...categories].map(([key, on]) => ({ category: key, enabled: on })),
    channels: [...channels].map(([channel, on]) => ({ channel, enabled: on })),
    quiet_hours: preferences.quiet_hours,
    digest: preferences.digest,
  });
  await showPreferences();
}

/** Follows the changes of the inbox, as long as the page is open. */
function follow() {
  const events = new EventSource(apiAddress('/notifications/stream'));
  for (const kind of ['created', 'changed', 'deleted', 'reset']) {
    events.addEventListener(kind, () => void showList().catch(fail));
  }
}

const bytesOf = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));

async function showPush() {
  const button = byId('push');
  if (!('serviceWorker' in navigator) || !('PushManager' in window)) {
    return say(byId('push-state'), t('This browser takes no pushes.'));
  }
  const worker = await navigator.serviceWorker.register(addressOf('/notifications-sw.js'));
  const known = await worker.pushManager.getSubscription();
  if (known) {
    await callSignedIn('POST', '/notifications/web-push/subscriptions', known.toJSON());
    return say(byId('push-state'), t('Notifications are pushed to this browser.'));
  }
  button.hidden = false;
  onClick(button, status, async () => {
    if ((await Notification.requestPermission()) !== 'granted') {
      return say(byId('push-state'), t('This browser does not let us show notifications.'), 'error');
    }
    const { public_key: key } = await callSignedIn('GET', '/notifications/web-push/vapid-public-key');
    const made = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(key) });
    await callSignedIn('POST', '/notifications/web-push/subscriptions', made.toJSON());
    button.hidden = true;
    return say(byId('push-state'), t('Notifications are pushed to this browser.'));
  });
}

await showList();
onClick(byId('read-all'), status, () => callSignedIn('PUT', '/notifications/read-all', {}).then(showList));
follow();
await showPreferences();
await showPush().catch(fail);
