// What the pages of ours share: calling the API with the cookie of the session, forms, messages, asking for a fresh factor.

const SECOND_MS = 1000;
/** What scripts say in the language of the page, by what they say in English; none on a page in English. */
const words = JSON.parse(document.getElementById('words')?.textContent ?? '{}');

/** A text in the language of the page. @param values by the names that stand in it in braces */
export function t(text, values = {}) {
  return inPage(text).replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
}

/** Of a text with numbers, the words of the same one with `#` in their places will do. */
function inPage(text) {
  if (text in words) return words[text];
  const numbers = text.match(/\d+/g) ?? [];
  return words[text.replace(/\d+/g, '#')]?.replace(/#/g, () => numbers.shift()) ?? text;
}

/** What is wrong with a field. */
function issueText(message) {
  const [, list] = /^also needs (.+)$/.exec(message) ?? [];
  if (!list) return t(message);
  return t('also needs {list}', {
    list: list
      .split(', ')
      .map((one) => t(one))
      .join(', '),
  });
}

/**
 * The whole address of a path of ours, which the page's `<base>` puts below the path of PUBLIC_URL.
 * @param path from the root, as the server has it
 */
export const addressOf = (path) => new URL(`.${path}`, document.baseURI).href;

/** The address of a path of the API. */
export const apiAddress = (path) => addressOf(`/api/v1${path}`);

/** Where this page is, as `next` has it: a path from the root, as the server has it. */
export function pathHere() {
  const { length } = new URL('.', document.baseURI).pathname;
  return `/${location.pathname.slice(length)}${location.search}${location.hash}`;
}

/** An answer that refuses; `problem` is as RFC 9457 has it. */
export class Refused extends Error {
  constructor(problem) {
    super(problem.detail ?? problem.title ?? t('That did not work.'));
    this.problem = problem;
  }
}

/** The token that goes with the cookie of the session; empty when there is none. */
export function csrfToken() {
  return /(?:^|; )(?:__Host-)?atrium_csrf=([\w-]*)/.exec(document.cookie)?.[1] ?? '';
}

/** Calls the API. @param body JSON, or a `FormData` as it is @returns the parsed answer, null for an empty one @throws Refused */
export async function call(method, path, body) {
  const isForm = body instanceof FormData;
  const response = await fetch(apiAddress(path), {
    method,
    headers: {
      accept: 'application/json',
      ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
      ...(method !== 'GET' && { 'x-csrf-token': csrfToken() }),
    },
    body: body === undefined || isForm ? body : JSON.stringify(body),
  }).catch(() => {
    throw new Refused({ code: 'offline', detail: t('The server cannot be reached. Are you online?') });
  });
  const text = await response.text();
  const answer = text && /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : null;
  if (response.ok) return answer;
  const problem = answer ?? {
    code: 'unknown',
    detail: t('The server answered {status}.', { status: response.status }),
  };
  const waitS = Number(response.headers.get('retry-after'));
  throw new Refused(waitS > 0 ? { ...problem, retry_after_s: waitS } : problem);
}

/** `call` for who is signed in: otherwise on to the page where they sign in, or give the code, or set it up. */
export async function callSignedIn(method, path, body) {
  try {
    return await call(method, path, body);
  } catch (error) {
    const { code, factor } = error.problem ?? {};
    const next = `?next=${encodeURIComponent(pathHere())}`;
    const elsewhere = { unauthenticated: '/login', mfa_required: '/mfa', mfa_enrolment_required: '/mfa/setup' }[code];
    if (elsewhere) return leave(elsewhere + next);
    if (code !== 'fresh_factor_required') throw error;
    await askFactor(factor);
    return call(method, path, body);
  }
}

/** Goes to another page of ours; nothing that waits for it goes on meanwhile. */
export const leave = (path) => leaveTo(addressOf(path));

/** The same to any address. */
export function leaveTo(address) {
  location.assign(address);
  return new Promise(() => undefined);
}

/** A parameter of the address that must not stay in the history: it is read and taken away. */
export function takeParameter(name) {
  const url = new URL(location.href);
  const value = url.searchParams.get(name) ?? '';
  url.searchParams.delete(name);
  history.replaceState(null, '', url);
  return value;
}

export const byId = (id) => document.getElementById(id);

/** A new element with properties and children. */
export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** Says something where a screen reader hears it. @param kind `error`, `good` or `plain` */
export function say(place, text, kind = 'plain') {
  place.textContent = text;
  place.dataset.kind = kind;
  place.hidden = text === '';
}

/** Sends a form by `work(fields)`: busy meanwhile, what is wrong said beside its field or under the form. */
export function onSubmit(form, work) {
  const status = form.querySelector('[role=alert]');
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    for (const field of form.elements) field.removeAttribute('aria-invalid');
    for (const note of form.querySelectorAll('.issue')) note.remove();
    say(status, '');
    const buttons = [...form.querySelectorAll('button')];
    for (const button of buttons) button.disabled = true;
    form.ariaBusy = 'true';
    try {
      await work(Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== '')));
    } catch (error) {
      refuse(form, status, error);
    } finally {
      for (const button of buttons) button.disabled = false;
      form.ariaBusy = 'false';
    }
  });
}

/** Runs the work of a button and says what is wrong in `status`. */
export function onClick(button, status, work) {
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      await work();
    } catch (error) {
      say(status, messageOf(error), 'error');
    } finally {
      button.disabled = false;
    }
  });
}

export function messageOf(error) {
  if (!(error instanceof Refused)) throw error;
  const { code, retry_after_s: waitS } = error.problem;
  const own = `code:${code}`;
  const message = own in words ? t(own, error.problem) : t(error.message);
  return waitS && !/\d s\b/.test(message) ? `${message} ${t('Try again in {waitS} s.', { waitS })}` : message;
}

function refuse(form, status, error) {
  const issues = error.problem?.errors ?? [];
  const others = [];
  for (const { field, message } of issues) {
    const input = form.elements.namedItem(field);
    if (!input) {
      others.push(`${field}: ${issueText(message)}`);
      continue;
    }
    const note = make('p', { className: 'issue', id: `issue-${field}`, textContent: issueText(message) });
    input.setAttribute('aria-invalid', 'true');
    input.setAttribute('aria-describedby', note.id);
    input.insertAdjacentElement('afterend', note);
  }
  say(
    status,
    issues.length > 0 ? [t('Please look at the fields again.'), ...others].join(' ') : messageOf(error),
    'error',
  );
  (form.querySelector('[aria-invalid=true]') ?? form.querySelector('input'))?.focus();
}

/** Asks for what proves once more who is here, in a dialog, until it is good. @throws Refused when it is given up */
function askFactor(factor) {
  const isCode = factor === 'code';
  const input = make('input', {
    id: 'factor',
    name: isCode ? 'code' : 'password',
    type: isCode ? 'text' : 'password',
    autocomplete: isCode ? 'one-time-code' : 'current-password',
    inputMode: isCode ? 'numeric' : 'text',
    required: true,
    autofocus: true,
  });
  const status = make('p', { role: 'alert', hidden: true });
  status.setAttribute('role', 'alert');
  const cancel = make('button', { type: 'button', textContent: t('Cancel'), className: 'quiet' });
  const form = make(
    'form',
    {},
    make('h2', { id: 'factor-title', textContent: t('Is it still you?') }),
    make('p', { textContent: t('This needs a proof that is no older than five minutes.') }),
    make('label', {
      htmlFor: 'factor',
      textContent: isCode ? t('Code of your authenticator app, or a recovery code') : t('Password'),
    }),
    input,
    status,
    make('p', { className: 'buttons' }, make('button', { textContent: t('Go on') }), cancel),
  );
  const dialog = make('dialog', {}, form);
  dialog.setAttribute('aria-labelledby', 'factor-title');
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve, reject) => {
    const end = (settle, value) => {
      dialog.remove();
      settle(value);
    };
    const giveUp = () => end(reject, new Refused({ code: 'given_up', detail: t('Nothing was changed.') }));
    cancel.addEventListener('click', giveUp);
    dialog.addEventListener('cancel', giveUp);
    onSubmit(form, async (fields) => {
      await call('POST', '/auth/step-up', fields);
      end(resolve);
    });
  });
}

/** An instant in the words of the page's language. */
export function inWords(iso) {
  const ms = Date.parse(iso) - Date.now();
  const units = [
    ['day', 86_400 * SECOND_MS],
    ['hour', 3600 * SECOND_MS],
    ['minute', 60 * SECOND_MS],
  ];
  const [unit, size] = units.find(([, one]) => Math.abs(ms) >= one) ?? ['minute', 60 * SECOND_MS];
  return new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: 'auto' }).format(
    Math.round(ms / size),
    unit,
  );
}
