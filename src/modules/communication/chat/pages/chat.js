import { byId, callSignedIn, leave, make, messageOf, onClick, onSubmit, pathHere, say } from './atrium.js';
import { compose } from './chat-compose.js';
import { isolated, MessageList, pathOf } from './chat-messages.js';
import { RoomSocket } from './chat-socket.js';

const ROOMS_MS = 10_000;
const READ_MS = 500;

const status = byId('status');
const scroll = byId('scroll');
const me = await callSignedIn('GET', '/auth/me');
const messages = new MessageList({ list: byId('messages'), scroll, me, status, onShown });

let rooms = [];
/** The room that is open. */
let current = null;

function onShown() {
  byId('older').hidden = messages.first <= 1 || current.noOlder;
  markRead();
}

/** What is on the screen has been read. */
function markRead() {
  if (!current || current.marking || document.hidden || !messages.isAtEnd) return;
  current.marking = setTimeout(sendRead, READ_MS);
}

function sendRead() {
  clearTimeout(current.marking);
  current.marking = null;
  if (document.hidden || messages.last <= current.read) return;
  current.read = messages.last;
  current.socket.read(messages.last);
  const room = rooms.find((one) => one.room === current.room);
  if (room) Object.assign(room, { unread: 0, mentions: 0 });
  showRooms();
}

async function showHere() {
  const { room } = current;
  const { active_users: names } = await callSignedIn('GET', `${pathOf(room)}/users`);
  if (current?.room !== room) return;
  const people = names.flatMap((name, n) => (n === 0 ? [isolated(name)] : [', ', isolated(name)]));
  byId('here').replaceChildren('Here now: ', ...people);
}

function showRooms() {
  const shown = new Map([...byId('rooms').children].map((item) => [item.dataset.room, item]));
  const sorted = [...rooms].sort((a, b) => (a.role === null) - (b.role === null) || a.title.localeCompare(b.title));
  sorted.forEach(({ room, title, unread, mentions, kind }, n) => {
    const item = shown.get(room) ?? make('li', {}, make('button', { type: 'button' }));
    shown.delete(room);
    item.dataset.room = room;
    const button = item.firstChild;
    button.onclick = () => (location.hash = encodeURIComponent(room));
    const label = kind === 'public' ? `# ${title}` : title;
    const count = make('span', { className: 'badge', textContent: mentions > 0 ? `@${unread}` : unread });
    button.replaceChildren(isolated(label), ...(unread > 0 ? [count] : []));
    button.ariaLabel = unread > 0 ? `${title}, ${unread} not read${mentions > 0 ? ', you are named' : ''}` : title;
    button.setAttribute('aria-current', String(room === current?.room));
    if (byId('rooms').children[n] !== item) byId('rooms').insertBefore(item, byId('rooms').children[n] ?? null);
  });
  for (const item of shown.values()) item.remove();
  const total = rooms.reduce((sum, { unread }) => sum + unread, 0);
  byId('unread-total').textContent = total;
  byId('unread-total').hidden = total === 0;
  showRoom();
  document.title = `${total > 0 ? `(${total}) ` : ''}Chat · Atrium`;
}

/** What the room that is open is called, and what the caller may do there. */
function showRoom() {
  const { role, kind, title } = rooms.find((one) => one.room === current?.room) ?? {};
  if (title && byId('room-title').textContent !== title) byId('room-title').textContent = title;
  messages.moderates =
    role === 'owner' || role === 'moderator' || (kind === 'public' && me.permissions.includes('manage_chat'));
}

async function loadRooms() {
  rooms = (await callSignedIn('GET', '/chat/rooms?limit=100')).items;
  if (current && !document.hidden) {
    const room = rooms.find((one) => one.room === current.room);
    if (room && room.last_seq <= messages.last) Object.assign(room, { unread: 0, mentions: 0 });
  }
  showRooms();
}

function linkIs(state) {
  say(
    byId('link'),
    state === 'open' ? 'Connected.' : 'Connection lost, trying again…',
    state === 'open' ? 'good' : 'error',
  );
  if (state === 'open') void showHere().catch(() => undefined);
}

function ended(reason) {
  if (reason === 'unauthenticated') return leave(`/login?next=${encodeURIComponent(pathHere())}`);
  say(
    byId('link'),
    reason === 'room_not_found' ? 'You are not in this room any more.' : 'The room is closed to you.',
    'error',
  );
  byId('say').hidden = true;
}

function refused({ detail, client_id: clientId, code }) {
  say(status, detail, 'error');
  if (code === 'rate_limited' || code === 'unavailable') return; // sent again by itself
  messages.forget(clientId);
}

function enter(room) {
  if (current?.marking) sendRead();
  current?.socket.end();
  messages.begin(room);
  composer.clear();
  say(status, '');
  byId('here').textContent = '';
  byId('older').hidden = true;
  current = { room, read: 0, marking: null, noOlder: false };
  say(byId('link'), 'Connecting…');
  const known = rooms.find((one) => one.room === room);
  byId('room-title').textContent = known?.title ?? room;
  byId('say').hidden = false;
  current.socket = new RoomSocket(room, 0, {
    message: (frame) => messages.place(frame),
    change: (frame) => messages.change(frame),
    system: (frame) => {
      messages.note(frame);
      void showHere().catch(() => undefined);
    },
    refused,
    link: (state) => {
      linkIs(state);
      if (state === 'open' && !known) void loadRooms().catch(() => undefined);
    },
    ended,
  });
  showRooms();
  if (matchMedia('(max-width: 44rem)').matches) byId('places').open = false;
  byId('text').focus();
}

/** Says it in the room it was written for, which may have been left while its file was on the way. */
async function post(room, content, file) {
  if (room === current.room) {
    const clientId = current.socket.say(content, file?.id);
    messages.waitFor(clientId, content, file);
  } else await callSignedIn('POST', `${pathOf(room)}/messages`, { content, file_id: file.id });
}

const composer = compose({ status, target: () => current?.room, post, back: () => messages.editLast() });

function fromAddress() {
  const room = decodeURIComponent(location.hash.slice(1));
  if (room && room !== current?.room) enter(room);
}

onSubmit(byId('open'), async ({ name }) => {
  await Promise.resolve();
  location.hash = encodeURIComponent(name.trim());
  byId('open').reset();
});
onSubmit(byId('direct'), async ({ username }) => {
  const { room } = await callSignedIn('POST', '/chat/direct', { username });
  await loadRooms();
  location.hash = encodeURIComponent(room);
  byId('direct').reset();
});
onClick(byId('older'), status, async () => {
  const { room } = current;
  const before = messages.first;
  const { items, next_cursor: next } = await callSignedIn('GET', `${pathOf(room)}/messages?limit=50&before=${before}`);
  if (current.room !== room) return;
  current.noOlder = next === null;
  messages.keepPlace(() => items.forEach((message) => messages.place(message)));
  byId('older').hidden = current.noOlder;
});
scroll.addEventListener('scroll', markRead);
document.addEventListener('visibilitychange', markRead);
addEventListener('hashchange', fromAddress);

try {
  await loadRooms();
} catch (error) {
  say(status, messageOf(error), 'error');
}
fromAddress();
setInterval(() => void loadRooms().catch(() => undefined), ROOMS_MS);
