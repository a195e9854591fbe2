import { byId, callSignedIn, make } from './atrium.js';

const POLL_INTERVAL_MS = 2000;

function inSeconds(seconds) {
  if (seconds === null) return '–';
  const [amount, unit] = seconds < 120 ? [seconds, 'second'] : [Math.round(seconds / 60), 'minute'];
  return new Intl.NumberFormat(undefined, { style: 'unit', unit }).format(amount);
}

function rowOf({ type, waiting, running, failed, oldest_waiting_s: oldest }) {
  const cells = [waiting, running, failed, inSeconds(oldest)];
  return make(
    'tr',
    {},
    make('th', { scope: 'row', textContent: type }),
    ...cells.map((text) => make('td', { textContent: text })),
  );
}

async function look() {
  if (document.hidden) return;
  const { types, workers } = await callSignedIn('GET', '/admin/queues');
  byId('queues-rows').replaceChildren(...types.map(rowOf));
  byId('queues-table').hidden = types.length === 0;
  byId('workers').replaceChildren(
    ...workers.map(({ host, running }) => make('li', { textContent: `Worker ${host} runs ${running}` })),
  );
  if (workers.length === 0) byId('workers').append(make('li', { textContent: 'No worker has been heard of lately.' }));
}

const { permissions } = await callSignedIn('POST', '/auth/validate');
if (permissions.includes('manage_tasks')) {
  byId('list-title').textContent = 'Everybody’s tasks';
  await look();
  byId('queues').hidden = false;
  setInterval(() => void look().catch(() => undefined), POLL_INTERVAL_MS);
}
