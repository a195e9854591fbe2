import { byId, callSignedIn, make, messageOf, say } from './atrium.js';

const POLL_INTERVAL_MS = 1000;
const WORDS = { well: 'well', degraded: 'partly set aside', down: 'set aside' };
const KINDS = { well: 'good', degraded: 'warn', down: 'error', ill: 'error', open: 'error', half_open: 'warn' };
const TARGET_WORDS = { well: 'well', ill: 'ill', open: 'breaker open', half_open: 'looking whether it is back' };
const SVG = 'http://www.w3.org/2000/svg';
const HEIGHT = 100;
/** So few calls in a slice do not fill the chart. */
const LEAST_TOP = 10;

const shown = new Map();
let before = null;

function svg(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** Draws the slices as bars, one upon the other; a veil behind those in which a target was set aside. */
function draw(chart, slices) {
  const top = Math.max(LEAST_TOP, ...slices.map(({ answered, failed, refused }) => answered + failed + refused));
  const bars = slices.flatMap((slice, at) => {
    const veil = slice.ill > 0 ? [svg('rect', { class: 'ill', x: at, y: 0, width: 1, height: HEIGHT })] : [];
    let from = HEIGHT;
    const parts = ['answered', 'failed', 'refused'].flatMap((kind) => {
      if (slice[kind] === 0) return [];
      const height = Math.max(1, (slice[kind] / top) * HEIGHT);
      from -= height;
      return [svg('rect', { class: kind, x: at + 0.1, y: from, width: 0.8, height })];
    });
    return [...veil, ...parts];
  });
  chart.setAttribute('viewBox', `0 0 ${slices.length} ${HEIGHT}`);
  chart.replaceChildren(...bars);
  const sum = (kind) => slices.reduce((total, slice) => total + slice[kind], 0);
  const told = `In five minutes ${sum('answered')} answered, ${sum('failed')} failed, ${sum('refused')} refused here.`;
  chart.setAttribute('aria-label', told);
  return { told, top };
}

function cardOf({ name }) {
  const state = make('span', { className: 'state' });
  const chart = svg('svg', { class: 'chart', role: 'img', preserveAspectRatio: 'none' });
  const scale = make('span');
  const explanation = make('p', { className: 'explanation' });
  const told = make('p', { className: 'hint told' });
  const targets = make('ul', { className: 'rows' });
  const heading = make('h2', { id: `upstream-${name}` }, name, state);
  const axis = make('p', { className: 'hint scale' }, make('span', { textContent: '5 minutes ago' }), scale, make('span', { textContent: 'now' })); // prettier-ignore
  const element = make('section', { className: 'upstream' }, heading, explanation, chart, axis, told, targets);
  element.setAttribute('aria-labelledby', heading.id);
  element.dataset.name = name;
  byId('upstreams').append(element);
  return { element, state, chart, scale, explanation, told, targets };
}

function targetRow({ number, url, state, pending, retry_in_s: retryInS, reason }) {
  const facts = [
    TARGET_WORDS[state],
    reason && `after ${reason}`,
    retryInS !== null && (retryInS > 0 ? `looks again in ${retryInS} s` : 'looks again with the next call'),
    pending > 0 && `${pending} under way`,
  ];
  const words = make('span', { className: 'state', textContent: facts.filter(Boolean).join(' · ') });
  words.dataset.kind = KINDS[state] ?? 'plain';
  const row = make('li', {}, make('div', { className: 'about' }, make('span', { className: 'url', textContent: `${number}. ${url}` }), words)); // prettier-ignore
  row.dataset.state = state;
  return row;
}

function show(upstream) {
  const card = shown.get(upstream.name) ?? cardOf(upstream);
  shown.set(upstream.name, card);
  card.element.dataset.state = upstream.state;
  card.state.textContent = WORDS[upstream.state];
  card.state.dataset.kind = KINDS[upstream.state];
  card.explanation.textContent = upstream.explanation;
  const { told, top } = draw(card.chart, upstream.history);
  card.scale.textContent = `up to ${top} in 5 s`;
  card.told.textContent = told;
  card.targets.replaceChildren(...upstream.targets.map(targetRow));
}

/** Says aloud what has changed, and nothing while all is as it was. */
function tellChanges(items) {
  const now = new Map(items.map(({ name, state }) => [name, state]));
  const changed = before ? items.filter(({ name, state }) => before.get(name) !== state) : [];
  if (changed.length > 0) {
    const isBad = changed.some(({ state }) => state !== 'well');
    say(byId('status'), changed.map(({ name, state }) => `${name} is ${WORDS[state]}.`).join(' '), isBad ? 'error' : 'good'); // prettier-ignore
  }
  before = now;
}

async function look() {
  const { items } = await callSignedIn('GET', '/gateway');
  for (const upstream of items) show(upstream);
  byId('none').hidden = items.length > 0;
  byId('legend').hidden = items.length === 0;
  tellChanges(items);
}

async function watch() {
  let waitMs = POLL_INTERVAL_MS;
  try {
    if (!document.hidden) await look();
  } catch (error) {
    const { code, retry_after_s: waitS } = error.problem ?? {};
    say(byId('status'), code === 'forbidden' ? 'Only who may read the gateway’s state sees it.' : messageOf(error), 'error'); // prettier-ignore
    if (code === 'forbidden') return;
    waitMs = Math.max(POLL_INTERVAL_MS, (waitS ?? 5) * 1000);
  }
  setTimeout(() => void watch(), waitMs);
}

await watch();
