// The messages of the room that is open: text, whatever they contain; edited and deleted in their place.
import { apiAddress, callSignedIn, make, messageOf, say } from './atrium.js';

const NEAR_PX = 80;
/** As the server reads it. */
const MENTION = /(?<![\w@])@([A-Za-z0-9]{3,50})/g;
const FEW_CHARS = 30;

export const pathOf = (room) => `/chat/rooms/${encodeURIComponent(room)}`;

export function sizeInWords(bytes) {
  const units = [
    ['megabyte', 1e6],
    ['kilobyte', 1000],
    ['byte', 1],
  ];
  const [unit, size] = units.find(([, one]) => bytes >= one) ?? units[2];
  return new Intl.NumberFormat(undefined, { style: 'unit', unit, maximumFractionDigits: 1 }).format(bytes / size);
}

/** Text that somebody else chose, such as a name: what it does to the direction of writing ends with it. */
export const isolated = (text, className = '') => make('bdi', { className, textContent: text });

const timeOf = (iso) =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'short', timeStyle: 'short' }).format(new Date(iso));
const fewOf = (text) => (text.length > FEW_CHARS ? `${text.slice(0, FEW_CHARS)}…` : text);

export class MessageList {
  #list;
  #scroll;
  #me;
  #status;
  #onShown;
  #room = '';
  /** What is shown, by number: `{ item, message }`. */
  #bySeq = new Map();
  /** The elements of what is said and not yet heard, by client_id. */
  #waiting = new Map();
  first = Infinity;
  last = 0;

  /** @param me the user who reads @param status where refusals are told @param onShown called after each message */
  constructor({ list, scroll, me, status, onShown }) {
    this.#list = list;
    this.#scroll = scroll;
    this.#me = me;
    this.#status = status;
    this.#onShown = onShown;
  }

  get isAtEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroll;
    return scrollHeight - scrollTop - clientHeight < NEAR_PX;
  }

  /** Empty, for another room. */
  begin(room) {
    this.#room = room;
    this.#bySeq.clear();
    this.#waiting.clear();
    this.#list.replaceChildren();
    [this.first, this.last] = [Infinity, 0];
  }

  /** Whether the reader may delete what others have said. */
  set moderates(may) {
    this.#list.classList.toggle('moderates', may);
  }

  /** Shows a message in its place; the one that waited for it goes. */
  place(message) {
    const { seq, client_id: clientId, sender_id: senderId } = message;
    const follow = this.isAtEnd || (senderId === this.#me.id && seq > this.last);
    this.forget(clientId);
    this.#bySeq.get(seq)?.item.remove();
    const item = this.#show(message);
    const isLater = (one) => Number(one.dataset.seq) > seq || one.dataset.waits;
    const next =
      seq > this.last ? this.#list.querySelector(':scope > [data-waits]') : [...this.#list.children].find(isLater);
    this.#list.insertBefore(item, next ?? null);
    this.first = Math.min(this.first, seq);
    this.last = Math.max(this.last, seq);
    if (follow) this.#toEnd();
    this.#onShown();
  }

  /** Takes an edit or a deletion, where the message is shown and is not newer already. */
  change(message) {
    const known = this.#bySeq.get(message.seq);
    if (!known || known.message.deleted_at) return;
    if (!message.deleted_at && message.edited_at < (known.message.edited_at ?? '')) return;
    this.#replace(known.item, message);
  }

  /** Says who came or went. */
  note({ content, name = '' }) {
    const follow = this.isAtEnd;
    const rest = content.startsWith(name) ? content.slice(name.length) : ` ${content}`;
    this.#list.append(make('li', { className: 'system' }, isolated(name), rest));
    if (follow) this.#toEnd();
  }

  /** Shows what was said and is not confirmed yet. */
  waitFor(clientId, content, file) {
    const item = make('li', { className: 'mine waiting' });
    item.dataset.waits = 'true';
    if (content) item.append(make('p', { className: 'what', textContent: content }));
    if (file) item.append(make('p', { className: 'what' }, isolated(file.name)));
    item.append(make('span', { className: 'note', textContent: 'on its way…' }));
    this.#list.append(item);
    this.#waiting.set(clientId, item);
    this.#toEnd();
  }

  /** It was heard, or refused. */
  forget(clientId) {
    this.#waiting.get(clientId)?.remove();
    this.#waiting.delete(clientId);
  }

  /** Lets the reader change what they said last. */
  editLast() {
    const mine = [...this.#bySeq.values()].filter(({ message: one }) => this.#isMine(one) && !one.deleted_at);
    const newest = mine.sort((a, b) => b.message.seq - a.message.seq)[0];
    if (newest) this.#edit(newest.message);
  }

  /** Keeps what is seen where it is while `work` puts something above it. */
  keepPlace(work) {
    const before = this.#scroll.scrollHeight;
    work();
    this.#scroll.scrollTop += this.#scroll.scrollHeight - before;
  }

  #toEnd() {
    this.#scroll.scrollTop = this.#scroll.scrollHeight;
  }

  #isMine({ sender_id: senderId }) {
    return senderId === this.#me.id;
  }

  #pathOf({ id }) {
    return `${pathOf(this.#room)}/messages/${id}`;
  }

  #show(message) {
    const item = this.#itemOf(message);
    this.#bySeq.set(message.seq, { item, message });
    return item;
  }

  #replace(old, message) {
    if (!old.isConnected) return; // something newer has taken its place
    const follow = this.isAtEnd;
    const hadFocus = old.contains(document.activeElement);
    const item = this.#show(message);
    old.replaceWith(item);
    if (hadFocus) item.focus();
    if (follow) this.#toEnd();
  }

  #itemOf(message) {
    const { seq, sender, content, timestamp, mentions, file, edited_at: editedAt, deleted_at: deletedAt } = message;
    const item = make('li', { tabIndex: -1 });
    item.dataset.seq = seq;
    item.classList.toggle('mine', this.#isMine(message));
    item.classList.toggle('named', mentions.includes(this.#me.id));
    item.append(isolated(sender, 'who'), make('time', { dateTime: timestamp, textContent: ` ${timeOf(timestamp)}` }));
    if (deletedAt) {
      item.append(make('p', { className: 'what note', textContent: 'This message was deleted.' }));
      return item;
    }
    if (editedAt) item.append(make('span', { className: 'note', textContent: ' · edited' }));
    item.append(this.#deedsOf(message));
    if (content) item.append(make('p', { className: 'what' }, ...this.#wordsOf(content, mentions)));
    if (file) {
      const link = make('a', { href: apiAddress(`${this.#pathOf(message)}/file`), download: '' }, isolated(file.name));
      item.append(make('p', { className: 'what' }, link, ` (${sizeInWords(file.size)})`));
    }
    return item;
  }

  #deedsOf(message) {
    const about = fewOf(message.content || message.file?.name || '');
    const deed = (name, work) => {
      const button = make('button', { type: 'button', textContent: name, ariaLabel: `${name}: ${about}` });
      button.className = name.toLowerCase();
      // Not disabled meanwhile, or the dialog could not give the focus back.
      const refuse = (error) => say(this.#status, messageOf(error), 'error');
      button.addEventListener('click', () => void work().catch(refuse));
      return button;
    };
    const edit = this.#isMine(message) ? [deed('Edit', async () => this.#edit(message))] : [];
    return make(
      'span',
      { className: 'deeds' },
      ...edit,
      deed('Delete', () => this.#remove(message, about)),
    );
  }

  /** The text with those it names made visible; others’ names only where all that look like one are. */
  #wordsOf(content, mentions) {
    const found = [...content.matchAll(MENTION)];
    const all = new Set(found.map(([, name]) => name.toLowerCase())).size === mentions.length;
    const own = this.#me.username?.toLowerCase();
    const parts = [];
    let from = 0;
    for (const { 0: word, 1: name, index } of found) {
      const isMe = mentions.includes(this.#me.id) && name.toLowerCase() === own;
      if (!isMe && !all) continue;
      parts.push(content.slice(from, index), make('mark', { className: isMe ? 'me' : '', textContent: word }));
      from = index + word.length;
    }
    return [...parts, content.slice(from)];
  }

  #edit(message) {
    const { item } = this.#bySeq.get(message.seq);
    const deeds = item.querySelector('.deeds');
    if (!deeds) return item.querySelector('textarea').focus(); // it is being edited
    const text = make('textarea', { value: message.content, maxLength: 4096, rows: 2, ariaLabel: 'Edit your message' });
    const cancel = make('button', { type: 'button', className: 'quiet', textContent: 'Cancel' });
    const save = make('button', { textContent: 'Save' });
    const form = make('form', { className: 'edit' }, text, make('p', { className: 'buttons' }, save, cancel));
    const giveUp = () => this.#replace(item, message);
    cancel.addEventListener('click', giveUp);
    text.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') giveUp();
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit();
    });
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      if (text.value === message.content) return giveUp();
      save.disabled = true;
      try {
        this.change(await callSignedIn('PATCH', this.#pathOf(message), { content: text.value }));
        say(this.#status, '');
      } catch (error) {
        save.disabled = false;
        say(this.#status, messageOf(error), 'error');
        text.focus();
      }
    });
    deeds.remove();
    const what = message.content ? item.querySelector('.what') : null;
    if (what) what.replaceWith(form);
    else item.querySelector('time').after(form);
    text.focus();
    item.scrollIntoView({ block: 'nearest' });
  }

  async #remove(message, about) {
    if (await confirmed('Delete this message?', about)) await callSignedIn('DELETE', this.#pathOf(message));
  }
}

/** Asks first, in a dialog. */
function confirmed(question, about) {
  const keep = make('button', { className: 'quiet', textContent: 'Keep it', autofocus: true });
  const form = make(
    'form',
    { method: 'dialog' },
    make('h2', { id: 'question', textContent: question }),
    make('p', { id: 'about', className: 'about', textContent: about }),
    make('p', { className: 'buttons' }, make('button', { value: 'yes', textContent: 'Delete it' }), keep),
  );
  const dialog = make('dialog', {}, form);
  dialog.setAttribute('aria-labelledby', 'question');
  dialog.setAttribute('aria-describedby', 'about');
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
  });
}
