import { byId, callSignedIn, leave, make, messageOf, onClick, onSubmit, say } from './atrium.js';
import { RoomSocket } from './chat-socket.js';

const ROOMS_MS = 10_000;
const READ_MS = 500;
const NEAR_PX = 80;

const status = byId('status');
const list = byId('messages');
const scroll = byId('scroll');
const me = (await callSignedIn('GET', '/auth/me')).id;

let rooms = [];
/** The room that is open: its socket, and the elements of its messages by number and by client_id. */
let current = null;

const pathOf = (room) => `/chat/rooms/${encodeURIComponent(room)}`;
const timeOf = (iso) =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'short', timeStyle: 'short' }).format(new Date(iso));
const isAtEnd = () => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR_PX;
const toEnd = () => (scroll.scrollTop = scroll.scrollHeight);

/** What a message looks like: text, whatever it contains. */
function itemOf({ sender, sender_id: senderId, content, timestamp, mentions, file, edited_at, deleted_at, id }) {
  const item = make('li', {});
  item.classList.toggle('mine', senderId === me);
  item.classList.toggle('named', mentions?.includes(me) ?? false);
  const head = make('span', { className: 'who', textContent: sender });
  const time = make('time', { dateTime: timestamp, textContent: ` ${timeOf(timestamp)}` });
  item.append(head, time);
  if (edited_at && !deleted_at) item.append(make('span', { className: 'note', textContent: ' · edited' }));
  if (deleted_at) item.append(make('p', { className: 'what note', textContent: 'This message was deleted.' }));
  else if (content) item.append(make('p', { className: 'what', textContent: content }));
  if (file) {
    const href = `/api/v1${pathOf(current.room)}/messages/${id}/file`;
    item.append(make('p', { className: 'what' }, make('a', { href, textContent: file.name, download: '' })));
  }
  return item;
}

function place(frame) {
  const follow = isAtEnd();
  const item = itemOf(frame);
  item.dataset.seq = frame.seq;
  const known = current.bySeq.get(frame.seq) ?? current.waiting.get(frame.client_id);
  current.waiting.delete(frame.client_id);
  known?.remove();
  const next = [...list.children].find((one) => Number(one.dataset.seq) > frame.seq || one.dataset.waits);
  list.insertBefore(item, next ?? null);
  current.bySeq.set(frame.seq, item);
  current.first = Math.min(current.first, frame.seq);
  current.last = Math.max(current.last, frame.seq);
  byId('older').hidden = current.first <= 1 || current.noOlder;
  if (follow || frame.sender_id === me) toEnd();
  markRead();
}

function note(text) {
  const follow = isAtEnd();
  list.append(make('li', { className: 'system', textContent: text }));
  if (follow) toEnd();
}

/** What is on the screen has been read. */
function markRead() {
  if (!current || current.marking || document.hidden || !isAtEnd()) return;
  current.marking = setTimeout(sendRead, READ_MS);
}

function sendRead() {
  clearTimeout(current.marking);
  current.marking = null;
  if (document.hidden || current.last <= current.read) return;
  current.read = current.last;
  current.socket.read(current.last);
  const room = rooms.find((one) => one.room === current.room);
  if (room) Object.assign(room, { unread: 0, mentions: 0 });
  showRooms();
}

async function showHere() {
  const { room } = current;
  const { active_users: names } = await callSignedIn('GET', `${pathOf(room)}/users`);
  if (current?.room === room) byId('here').textContent = `Here now: ${names.join(', ')}`;
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
    button.replaceChildren(make('span', { textContent: label }), ...(unread > 0 ? [count] : []));
    button.ariaLabel = unread > 0 ? `${title}, ${unread} not read${mentions > 0 ? ', you are named' : ''}` : title;
    button.setAttribute('aria-current', String(room === current?.room));
    if (byId('rooms').children[n] !== item) byId('rooms').insertBefore(item, byId('rooms').children[n] ?? null);
  });
  for (const item of shown.values()) item.remove();
  const total = rooms.reduce((sum, { unread }) => sum + unread, 0);
  byId('unread-total').textContent = total;
  byId('unread-total').hidden = total === 0;
  document.title = `${total > 0 ? `(${total}) ` : ''}Chat · Atrium`;
}

async function loadRooms() {
  rooms = (await callSignedIn('GET', '/chat/rooms?limit=100')).items;
  if (current && !document.hidden) {
    const room = rooms.find((one) => one.room === current.room);
    if (room && room.last_seq <= current.last) Object.assign(room, { unread: 0, mentions: 0 });
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
  if (reason === 'unauthenticated')
    return leave(`/login?next=${encodeURIComponent(location.pathname + location.hash)}`);
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
  current.waiting.get(clientId)?.remove();
  current.waiting.delete(clientId);
}

function enter(room) {
  if (current?.marking) sendRead();
  current?.socket.end();
  list.replaceChildren();
  say(status, '');
  byId('here').textContent = '';
  byId('older').hidden = true;
  current = {
    room,
    bySeq: new Map(),
    waiting: new Map(),
    first: Infinity,
    last: 0,
    read: 0,
    marking: null,
    noOlder: false,
  };
  say(byId('link'), 'Connecting…');
  const known = rooms.find((one) => one.room === room);
  byId('room-title').textContent = known?.title ?? room;
  byId('say').hidden = false;
  current.socket = new RoomSocket(room, 0, {
    message: place,
    change: (frame) => current.bySeq.get(frame.seq)?.replaceWith(remember(frame)),
    system: ({ content }) => {
      note(content);
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

function remember(frame) {
  const item = itemOf(frame);
  item.dataset.seq = frame.seq;
  current.bySeq.set(frame.seq, item);
  return item;
}

function sayIt() {
  const content = byId('text').value;
  if (!current || content.trim() === '') return;
  say(status, '');
  const clientId = current.socket.say(content);
  const item = make('li', { className: 'mine waiting' }, make('p', { className: 'what', textContent: content }));
  item.dataset.waits = 'true';
  item.append(make('span', { className: 'note', textContent: 'on its way…' }));
  list.append(item);
  current.waiting.set(clientId, item);
  byId('text').value = '';
  toEnd();
}

function fromAddress() {
  const room = decodeURIComponent(location.hash.slice(1));
  if (room && room !== current?.room) enter(room);
}

byId('say').addEventListener('submit', (event) => {
  event.preventDefault();
  sayIt();
  byId('text').focus();
});
byId('text').addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  sayIt();
});
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
  const { room, first } = current;
  const { items, next_cursor: next } = await callSignedIn('GET', `${pathOf(room)}/messages?limit=50&before=${first}`);
  if (current?.room !== room) return;
  current.noOlder = next === null;
  const before = scroll.scrollHeight;
  for (const message of items) place(message);
  byId('older').hidden = current.noOlder;
  scroll.scrollTop += scroll.scrollHeight - before;
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
