// What a link leads to: a file to download, or a folder to look into.

import { apiAddress, byId, call, make, messageOf, onClick, onSubmit, pathHere, say } from './atrium.js';

const PATH = '/s/';
const token = decodeURIComponent(pathHere().slice(PATH.length).split(/[?#]/, 1)[0]);

/** Of the opened link; the address of the page itself must not tell it. */
let linkToken = '';
let nextPage = '';

const withToken = (path) => `${path}${path.includes('?') ? '&' : '?'}link_token=${encodeURIComponent(linkToken)}`;
const get = (path) => call('GET', withToken(path));

function line({ id, type, title }) {
  if (type === 'folder') {
    const button = make('button', { type: 'button', className: 'plain' }, `${title}/`);
    onClick(button, byId('trouble'), () => show({ resource_type: type, resource_id: id, title }));
    return make('li', {}, button);
  }
  if (type !== 'file') return make('li', {}, title);
  const href = apiAddress(withToken(`/storage/download/${id}`));
  return make('li', {}, make('a', { href, download: title }, title));
}

async function addPage() {
  const { items, next_cursor: next } = await get(nextPage);
  byId('items').append(...items.map(line));
  byId('more').hidden = next === null;
  nextPage = next === null ? '' : `${nextPage.split('&cursor=')[0]}&cursor=${encodeURIComponent(next)}`;
}

async function show({ resource_type: type, resource_id: id, title }) {
  byId('title').textContent = title;
  byId('items').replaceChildren();
  byId('more').hidden = true;
  if (type === 'folder') {
    byId('path').textContent = (await get(`/folders/${id}`)).path;
    nextPage = `/folders/${id}/children?limit=100`;
    await addPage();
  } else {
    byId('items').append(line({ id, type, title }));
  }
  const isEmpty = byId('items').children.length === 0;
  say(byId('state'), isEmpty ? 'This folder is empty.' : 'The link stays open for a quarter of an hour.');
  byId('contents').hidden = false;
}

async function open(password) {
  const opened = await call(
    'POST',
    `/links/${encodeURIComponent(token)}/open`,
    password === undefined ? {} : { password },
  );
  linkToken = opened.link_token;
  await show(opened);
  byId('locked').hidden = true;
}

onSubmit(byId('open'), ({ password }) => open(password));
onClick(byId('more'), byId('trouble'), addPage);

try {
  await open();
} catch (error) {
  if (error.problem?.code === 'link_password') {
    say(byId('state'), 'This link asks for a password.');
    byId('locked').hidden = false;
    byId('password').focus();
  } else {
    say(byId('state'), messageOf(error), 'error');
  }
}
