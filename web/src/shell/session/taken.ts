/** What a link of a mail carries. It leaves the address, and so the history, before anything else is done. */
const SECRETS = ['token'];
const url = new URL(window.location.href);
const taken = new Map(SECRETS.map((name) => [name, url.searchParams.get(name) ?? '']));

if (SECRETS.some((name) => url.searchParams.has(name))) {
  for (const name of SECRETS) url.searchParams.delete(name);
  window.history.replaceState(window.history.state, '', url);
}

/** Of the address with which the application was opened; empty for none. */
export const secretOf = (name: string): string => taken.get(name) ?? '';
