// Shows pushes while no page of ours is open, and opens where they lead. A push is JSON: {id, title, body, url, category}.

const INBOX = 'notifications';

/** The whole address of a path of ours: below the folder that this worker is served from. */
const addressOf = (path) => new URL(path.replace(/^\//, ''), self.registration.scope).href;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('push', (event) => {
  const notice = readNotice(event.data);
  event.waitUntil(
    self.registration.showNotification(notice.title, {
      body: notice.body,
      tag: notice.id,
      data: { id: notice.id, url: notice.url },
    }),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const { url } = event.notification.data ?? {};
  const wanted = typeof url === 'string' && url !== '' ? url : INBOX;
  event.waitUntil(open(/^https?:/.test(wanted) ? wanted : addressOf(wanted)));
});

/** What browsers demand is always shown, also of a push that cannot be read. */
function readNotice(data) {
  try {
    const { id, title, body, url } = data.json();
    return { id: String(id ?? ''), title: String(title || 'Atrium'), body: String(body ?? ''), url: url ?? null };
  } catch {
    return { id: '', title: 'Atrium', body: '', url: null };
  }
}

async function open(address) {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const page = pages.find((one) => one.url === address);
  if (page) await page.focus();
  else await self.clients.openWindow(address);
}
