import { apiAddress, byId, callSignedIn, inWords, make, onClick, onSubmit, Refused, say } from './atrium.js';

const TITLES = { email: 'E-mail', process_data: 'Numbers', report: 'Report' };
const WORDS = {
  pending: 'waiting',
  running: 'running',
  completed: 'done',
  failed: 'failed',
  cancelled: 'cancelled',
};
const OPEN = new Set(['pending', 'running']);
/** A browser holds six connections to one place open: the newest tasks move by themselves, the others by a look. */
const WATCHED_AT_MOST = 4;
const POLL_INTERVAL_MS = 2000;
/** Characters of a result that are shown. */
const LONG = 24;

const status = byId('status');
const list = byId('tasks');
const shown = new Map();
const streams = new Map();
let cursor = null;

function titleOf({ type, task_id: id }) {
  return `${TITLES[type] ?? type} ${id.slice(-4)}`;
}

function outcomeOf({ result, error }) {
  if (error) return error.detail;
  if (!result) return '';
  if (result.file_id) return `${result.filename}, ${sizeInWords(result.size)}`;
  if ('result' in result) return `${result.operation} of ${result.items_processed}: ${inShort(result.result)}`;
  return result.recipient ? `to ${result.recipient}` : '';
}

/** A sum may have hundreds of digits, all of which the API tells. */
function inShort(number) {
  const text = String(number);
  return text.length > LONG ? `${text.slice(0, LONG)}… (${text.length} characters)` : text;
}

function sizeInWords(bytes) {
  const [amount, unit] = bytes < 1e6 ? [bytes / 1000, 'kilobyte'] : [bytes / 1e6, 'megabyte'];
  return new Intl.NumberFormat(undefined, { style: 'unit', unit, maximumFractionDigits: 1 }).format(amount);
}

/** The row of a task; its elements stay, so that neither focus nor a screen reader loses its place. */
function rowOf(task) {
  const title = titleOf(task);
  const state = make('span', { className: 'state' });
  const bar = make('progress', { max: 100, ariaLabel: `Progress of ${title}` });
  const cancel = make('button', { className: 'quiet', textContent: 'Cancel', ariaLabel: `Cancel ${title}` });
  const retry = make('button', { className: 'quiet', textContent: 'Try again', ariaLabel: `Try ${title} again` });
  // A button that is busy loses the focus: the one that takes its place gets it.
  onClick(cancel, status, async () => {
    show(await callSignedIn('DELETE', `/tasks/${task.task_id}`));
    retry.focus();
  });
  onClick(retry, status, async () => {
    show(await callSignedIn('POST', `/tasks/${task.task_id}/retry`));
    cancel.focus();
  });
  const file = make('a', { className: 'quiet', textContent: 'Download', ariaLabel: `Download ${title}`, hidden: true });
  const about = make('div', { className: 'about' }, title, state, bar);
  const element = make('li', {}, about, file, cancel, retry);
  element.dataset.id = task.task_id;
  return { element, state, bar, file, cancel, retry, task };
}

/** Shows the present state of a task, new ones on top. */
function show(task, atEnd = false) {
  let row = shown.get(task.task_id);
  if (!row) {
    row = rowOf(task);
    shown.set(task.task_id, row);
    if (atEnd) list.append(row.element);
    else list.prepend(row.element);
  }
  const before = row.task.status;
  row.task = task;
  const isOpen = OPEN.has(task.status);
  const outcome = outcomeOf(task);
  row.state.textContent = [WORDS[task.status], outcome, inWords(task.finished_at ?? task.created_at)]
    .filter(Boolean)
    .join(' · ');
  row.state.dataset.kind = { failed: 'error', completed: 'good' }[task.status] ?? 'plain';
  row.element.dataset.status = task.status;
  row.bar.hidden = !isOpen;
  row.bar.value = task.progress;
  row.file.hidden = !task.result?.file_id;
  if (task.result?.file_id) row.file.href = apiAddress(`/storage/download/${task.result.file_id}`);
  row.cancel.hidden = !isOpen;
  row.retry.hidden = !['failed', 'cancelled'].includes(task.status);
  if (before !== task.status && !isOpen) say(status, `${titleOf(task)} is ${WORDS[task.status]}. ${outcome}`);
  byId('none').hidden = shown.size > 0;
  watch();
}

/** Listens to the newest open tasks. */
function watch() {
  const open = [...shown.values()].map(({ task }) => task).filter((task) => OPEN.has(task.status));
  const newest = open.sort((a, b) => (a.task_id < b.task_id ? 1 : -1)).slice(0, WATCHED_AT_MOST);
  const wanted = new Set(newest.map((task) => task.task_id));
  for (const [id, stream] of streams) {
    if (wanted.has(id)) continue;
    stream.close();
    streams.delete(id);
  }
  for (const id of wanted) {
    if (streams.has(id)) continue;
    const stream = new EventSource(apiAddress(`/tasks/${id}/events`));
    stream.onmessage = ({ data }) => show(JSON.parse(data));
    streams.set(id, stream);
  }
}

async function look() {
  const left = [...shown.values()].filter(({ task }) => OPEN.has(task.status) && !streams.has(task.task_id));
  for (const { task } of left) show(await callSignedIn('GET', `/tasks/${task.task_id}`));
}

async function load() {
  const query = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
  const { items, next_cursor: next } = await callSignedIn('GET', `/tasks?limit=20${query}`);
  for (const task of items) show(task, true);
  cursor = next;
  byId('more').hidden = next === null;
  byId('none').hidden = shown.size > 0;
}

async function started({ task_id: id }) {
  show(await callSignedIn('GET', `/tasks/${id}`));
}

/** @throws Refused naming what is no number */
function numbersOf(text) {
  const words = text.split(/[\s;]+/).filter(Boolean);
  const wrong = words.find((word) => !/^-?\d+(\.\d+)?$/.test(word));
  if (wrong === undefined) return words.map((word) => ({ value: Number(word) }));
  throw new Refused({
    code: 'validation',
    detail: 'That is no number.',
    errors: [{ field: 'values', message: `${wrong} is no number` }],
  });
}

onSubmit(byId('email'), async (fields) => {
  await started(await callSignedIn('POST', '/tasks/email', fields));
  byId('email').reset();
});
onSubmit(byId('data'), async ({ operation, values }) => {
  const items = numbersOf(values ?? '');
  await started(await callSignedIn('POST', `/tasks/process-data?operation=${operation}`, items));
  byId('data-values').value = '';
});
onClick(byId('more'), status, load);

const datasets = new Map();
const isCustom = () => byId('report-type').value === 'custom';

/** What the form shows of a report's kind and dataset; the names of fields are where the API says what is wrong. */
function arrange() {
  byId('report-custom').hidden = !isCustom();
  for (const end of ['from', 'to']) byId(`report-${end}`).name = `parameters.${isCustom() ? 'filters.' : ''}${end}`;
}

function listColumns() {
  const columns = datasets.get(byId('report-dataset').value)?.columns ?? [];
  byId('report-columns').replaceChildren(
    ...columns.map(({ name, title }) => {
      return make('label', {}, make('input', { type: 'checkbox', value: name, checked: true }), title);
    }),
  );
}

async function loadSources() {
  const { datasets: all } = await callSignedIn('GET', '/tasks/report/sources');
  for (const dataset of all) datasets.set(dataset.name, dataset);
  byId('report-dataset').append(...all.map(({ name, title }) => make('option', { value: name, textContent: title })));
  listColumns();
}

onSubmit(byId('report'), async (fields) => {
  const days = Object.fromEntries(
    ['from', 'to'].map((end) => [end, byId(`report-${end}`).value]).filter(([, day]) => day !== ''),
  );
  const columns = [...byId('report-columns').querySelectorAll(':checked')].map(({ value }) => value);
  const parameters = isCustom()
    ? { dataset: fields['parameters.dataset'], columns, filters: days, format: fields['parameters.format'] }
    : days;
  const { report_type, email } = fields;
  await started(await callSignedIn('POST', '/tasks/report', { report_type, parameters, email }));
});
byId('report-type').addEventListener('change', arrange);
byId('report-dataset').addEventListener('change', listColumns);

await Promise.all([load(), loadSources()]);
setInterval(() => void look().catch(() => undefined), POLL_INTERVAL_MS);
