import { useEffect, useState } from 'react';
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
export function useTaken(name: string): string {
  const [value] = useState(() => new URLSearchParams(window.location.search).get(name) ?? '');
  useEffect(() => {
    const url = new URL(window.location.href);
    if (!url.searchParams.has(name)) return;
    url.searchParams.delete(name);
    window.history.replaceState(window.history.state, '', url);
  }, [name]);
  return value;
}
