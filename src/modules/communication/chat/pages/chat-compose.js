// Where something is said: text, with a file or without.
import { byId, callSignedIn, messageOf, say } from './atrium.js';
import { isolated, sizeInWords } from './chat-messages.js';

/** Begins to listen. @param on `target` (where it goes now), `post(target, content, file)` and `back` (the way to what was said last) */
export function compose({ status, target, post, back }) {
  const form = byId('say');
  const text = byId('text');
  const picker = byId('file');
  const busy = byId('busy');
  let file = null;

  /** Takes a file along with the next message, or none. */
  function choose(chosen) {
    file = chosen;
    picker.value = '';
    byId('chosen').hidden = !file;
    if (file) byId('chosen-name').replaceChildren(isolated(file.name), ` (${sizeInWords(file.size)})`);
  }

  /** Into the files module; who is in the room gets it by the message. */
  function upload() {
    const body = new FormData();
    body.append('folder', 'chat');
    body.append('file', file, file.name);
    say(busy, `Uploading ${file.name}…`);
    return callSignedIn('POST', '/storage/upload', body);
  }

  async function send() {
    const content = text.value;
    const to = target();
    if (!to || form.ariaBusy === 'true' || (content.trim() === '' && !file)) return;
    say(status, '');
    if (!file) {
      text.value = '';
      return post(to, content, null);
    }
    form.ariaBusy = 'true';
    try {
      const { id, original_filename: name } = await upload();
      const added = text.value.startsWith(content) ? text.value.slice(content.length) : text.value;
      text.value = added; // what was typed meanwhile is for the next one
      choose(null);
      await post(to, content, { id, name });
    } catch (error) {
      say(status, messageOf(error), 'error');
    } finally {
      say(busy, '');
      form.ariaBusy = 'false';
    }
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send();
    text.focus();
  });
  text.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowUp' && text.value === '') {
      event.preventDefault();
      return back();
    }
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void send();
  });
  text.addEventListener('paste', ({ clipboardData }) => {
    if (clipboardData.files.length > 0) choose(clipboardData.files[0]);
  });
  byId('choose').addEventListener('click', () => picker.click());
  picker.addEventListener('change', () => {
    if (picker.files.length > 0) choose(picker.files[0]);
    text.focus();
  });
  byId('unchoose').addEventListener('click', () => {
    choose(null);
    text.focus();
  });
  return { clear: () => choose(null) };
}
