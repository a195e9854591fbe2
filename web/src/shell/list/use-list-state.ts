import { useNavigate, useRouterState, useSearch } from '@tanstack/react-router';
import { useState } from 'react';

type Asked = Readonly<Record<string, string>>;

export interface ListState {
  /** What is in the address: filters, `sort`, `cursor`, `limit`, `cols`. */
  readonly asked: Asked;
  /** Changes it, as a step that the browser can go back; from the first page on unless a cursor is given. */
  readonly ask: (change: Readonly<Record<string, string | undefined>>) => void;
  /** Says in the address what is shown already: no step of its own. */
  readonly settle: (what: Readonly<Record<string, string>>) => void;
  readonly next: (cursor: string) => void;
  readonly previous: () => void;
  readonly first: () => void;
  readonly isFirst: boolean;
}

interface Trail {
  /** Cursors of the pages before this one; the empty one is the first page. */
  readonly cursors?: readonly string[];
}

/** The state of a list, which is kept in the address: it survives reloading and can be sent to somebody. */
export function useListState(): ListState {
  const inAddress: Asked = useSearch({ strict: false });
  // The address changes a moment later: until then what has just been asked for counts, so that no control jumps back.
  const [ahead, setAhead] = useState<{ readonly of: Asked; readonly asked: Asked } | null>(null);
  const asked = ahead?.of === inAddress ? ahead.asked : inAddress;
  const navigate = useNavigate();
  const trail = useRouterState({ select: ({ location }) => (location.state as Trail).cursors ?? [] });
  const to = (
    change: Readonly<Record<string, string | undefined>>,
    cursors: readonly string[],
    replace = false,
  ): void => {
    const all: Readonly<Record<string, string | undefined>> = { ...asked, ...change };
    const search = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Record<
      string,
      string
    >;
    setAhead({ of: inAddress, asked: search });
    void navigate({
      to: '.',
      search,
      replace,
      state: (old: object) => ({ ...old, cursors }),
      resetScroll: false,
    } as never);
  };
  return {
    asked,
    ask: (change) => to({ cursor: undefined, ...change }, [], 'q' in change),
    settle: (what) => to(what, trail, true),
    next: (cursor) => to({ cursor }, [...trail, asked.cursor ?? '']),
    previous: () => to({ cursor: trail.at(-1) || undefined }, trail.slice(0, -1)),
    first: () => to({ cursor: undefined }, []),
    isFirst: asked.cursor === undefined,
  };
}
