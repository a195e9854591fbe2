import { localPath } from './local-path';

/** A place as `next` has it: a path from the root, as the server has it. */
export const pathHere = ({
  pathname,
  searchStr,
  hash,
}: {
  pathname: string;
  searchStr: string;
  hash: string;
}): string => pathname + searchStr + (hash && `#${hash.replace(/^#/, '')}`);

/** Where to go on: `next` of the address if it is a path of ours, else the given one. */
export function nextPlace(fallback = '/account'): string {
  return localPath(new URLSearchParams(window.location.search).get('next'), window.location.origin) ?? fallback;
}

/** A parameter of the address that must not stay in the history: it is read and taken away. */
export function takeParameter(name: string): string {
  const url = new URL(window.location.href);
  const value = url.searchParams.get(name) ?? '';
  url.searchParams.delete(name);
  window.history.replaceState(window.history.state, '', url);
  return value;
}
