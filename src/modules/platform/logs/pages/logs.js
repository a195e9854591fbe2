import { apiAddress, byId, callSignedIn, make, messageOf, say } from './atrium.js';

const SHOWN_AT_MOST = 5000;
const TAIL = 500;
const NEAR_PX = 40;

const form = byId('choose');
const status = byId('status');
const list = byId('lines');
const pause = byId('pause');
const latest = byId('latest');
let pods = [];
let stream = null;
let held = [];
let waiting = [];
let drawing = false;
let count = 0;

const isPaused = () => pause.getAttribute('aria-pressed') === 'true';
const podOf = (name) => pods.find((pod) => pod.name === name);
const isAtEnd = () => list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_PX;
const plural = (number, word) => `${number} ${word}${number === 1 ? '' : 's'}`;

/** What is asked for, as the API has it; nothing that is left empty. */
function query() {
  const fields = new FormData(form);
  const wanted = new URLSearchParams();
  for (const name of ['container', 'level', 'since', 'q']) if (fields.get(name)) wanted.set(name, fields.get(name));
  if (fields.get('regex') && fields.get('q')) wanted.set('regex', 'true');
  if (fields.get('previous')) wanted.set('previous', 'true');
  return wanted;
}

/** What matters of a line first, the rest of its members after it. */
function partsOf({ text, fields }) {
  const message = fields?.msg ?? fields?.message;
  if (typeof message !== 'string') return [text, ''];
  const hidden = new Set(['msg', 'message', 'time', 'timestamp', '@timestamp', 'ts', 'level', 'severity']);
  const rest = Object.entries(fields).filter(([name]) => !hidden.has(name));
  return [
    message,
    rest.map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`).join(' '),
  ];
}

/** The text with what was looked for marked. */
function marked(text, words) {
  const at = words ? text.toLowerCase().indexOf(words) : -1;
  if (at === -1) return [text];
  const end = at + words.length;
  return [text.slice(0, at), make('mark', { textContent: text.slice(at, end) }), ...marked(text.slice(end), words)];
}

function rowOf(line, words, several) {
  const [message, rest] = partsOf(line);
  const time = line.timestamp ?? '';
  const row = make(
    'li',
    { title: line.text },
    make('time', { dateTime: time, textContent: time.slice(11, 23) || '–' }),
    make('span', { className: 'level', textContent: line.level ?? '' }),
    ...(several ? [make('span', { className: 'of', textContent: line.container })] : []),
    make(
      'span',
      { className: 'text' },
      ...marked(message, words),
      rest ? make('span', { className: 'rest' }, ' ', ...marked(rest, words)) : '',
    ),
  );
  if (line.level) row.dataset.level = line.level;
  return row;
}

/** Shows what has come since the last picture: however fast lines come, the page is drawn sixty times a second at most. */
function draw() {
  drawing = false;
  const fresh = waiting.slice(-SHOWN_AT_MOST);
  waiting = [];
  const follows = isAtEnd();
  const fields = new FormData(form);
  const words = fields.get('regex') ? '' : String(fields.get('q') ?? '').toLowerCase();
  const several = !fields.get('container') && (podOf(fields.get('pod'))?.containers.length ?? 0) > 1;
  list.append(...fresh.map((line) => rowOf(line, words, several)));
  count += fresh.length;
  while (list.childElementCount > SHOWN_AT_MOST) list.firstElementChild.remove();
  if (follows) list.scrollTop = list.scrollHeight;
  latest.hidden = isAtEnd();
  tell();
}

/** How it stands, where a screen reader hears it, but not with every line. */
function tell() {
  const pod = byId('pod').value;
  if (isPaused())
    say(status, `Paused; ${plural(held.length, 'new line')} of ${pod} ${held.length === 1 ? 'waits' : 'wait'}.`);
  else say(status, stream ? `Following ${pod}.` : `${plural(count, 'line')} of ${pod}.`);
}

function show(line) {
  if (isPaused()) {
    held.push(line);
    if (held.length > SHOWN_AT_MOST) held.shift();
    return tell();
  }
  waiting.push(line);
  if (drawing) return;
  drawing = true;
  requestAnimationFrame(draw);
}

function stop() {
  stream?.close();
  stream = null;
}

function empty() {
  list.replaceChildren();
  [waiting, held, count] = [[], [], 0];
  latest.hidden = true;
}

function unpause() {
  pause.setAttribute('aria-pressed', 'false');
  pause.textContent = 'Pause';
}

/** What is wrong with the search beside it, anything else above the lines; null takes both away. */
function tellProblem(error) {
  const issue = error?.problem?.errors?.find(({ field }) => field === 'q');
  say(byId('q-issue'), issue ? `This ${issue.message}.` : '', 'error');
  if (issue) byId('q').setAttribute('aria-invalid', 'true');
  else byId('q').removeAttribute('aria-invalid');
  if (error) say(status, issue ? 'Please look at the search again.' : messageOf(error), 'error');
}

/** Asks once, so that a refusal can be told; then listens to what comes. */
async function open() {
  stop();
  empty();
  unpause();
  const pod = byId('pod').value;
  if (!pod) return;
  const wanted = query();
  history.replaceState(null, '', `${location.pathname}?${new URLSearchParams([['pod', pod], ...wanted])}`);
  byId('download').href = apiAddress(`/logs/${pod}/download?${wanted}`);
  try {
    await callSignedIn('GET', `/logs/${pod}?${new URLSearchParams([...wanted, ['tail', '0']])}`);
  } catch (error) {
    return tellProblem(error);
  }
  tellProblem(null);
  listen(pod, wanted);
}

function listen(pod, wanted) {
  const query = new URLSearchParams([...wanted, ['follow', 'true'], ['format', 'json'], ['tail', TAIL]]);
  const mine = new EventSource(apiAddress(`/logs/${pod}?${query}`));
  stream = mine;
  mine.onmessage = ({ data }) => show(JSON.parse(data));
  mine.onerror = () => {
    if (mine.readyState !== EventSource.CLOSED) return say(status, 'Cut off; connecting again…', 'error');
    if (stream === mine) stop();
    say(status, 'The stream has ended.', 'error');
  };
  mine.onopen = tell;
}

/** The containers of the pod that is chosen. */
function showContainers(chosen = '') {
  const containers = podOf(byId('pod').value)?.containers ?? [];
  const options = containers.map((name) => make('option', { value: name, textContent: name }));
  byId('container').replaceChildren(make('option', { value: '', textContent: 'all' }), ...options);
  byId('container').value = containers.includes(chosen) ? chosen : '';
}

/** Puts back what the address asks for. */
function restore() {
  const asked = new URLSearchParams(location.search);
  const pod = podOf(asked.get('pod')) ?? pods[0];
  byId('pod').value = pod.name;
  showContainers(asked.get('container') ?? '');
  for (const name of ['level', 'since', 'q']) byId(name).value = asked.get(name) ?? '';
  byId('regex').checked = asked.get('regex') === 'true';
  byId('previous').checked = asked.get('previous') === 'true';
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void open();
});
byId('pod').addEventListener('change', () => {
  showContainers();
  void open();
});
for (const name of ['container', 'level', 'since', 'previous'])
  byId(name).addEventListener('change', () => void open());
pause.addEventListener('click', () => {
  if (!isPaused()) {
    pause.setAttribute('aria-pressed', 'true');
    pause.textContent = 'Go on';
    return tell();
  }
  unpause();
  const lines = held;
  held = [];
  lines.forEach(show);
  tell();
});
byId('clear').addEventListener('click', () => {
  empty();
  tell();
});
latest.addEventListener('click', () => {
  list.scrollTop = list.scrollHeight;
  list.focus();
});
list.addEventListener('scroll', () => {
  latest.hidden = isAtEnd();
});

try {
  ({ items: pods } = await callSignedIn('GET', '/logs'));
  byId('pod').replaceChildren(...pods.map(({ name }) => make('option', { value: name, textContent: name })));
  if (pods.length === 0) {
    say(status, 'There are no pods whose logs you may read.');
  } else {
    restore();
    await open();
  }
} catch (error) {
  say(status, messageOf(error), 'error');
}
