import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { addressOf, askPath } from '../../shell/api';
import type { LogLine } from './log-lines';

export const KEPT_AT_MOST = 10_000;
const TAIL = 2000;

export interface Following {
  readonly lines: readonly LogLine[];
  /** How many have come. */
  readonly count: number;
  /** How many have come since it rests. */
  readonly held: number;
  readonly link: 'opening' | 'open' | 'lost' | 'ended';
  /** What the server refuses the selection for. */
  readonly error: unknown;
  readonly clear: () => void;
}

interface Found {
  readonly lines: readonly LogLine[];
  readonly count: number;
}
const NONE: Found = { lines: [], count: 0 };

/**
 * The lines of a pod and every new one, the newest ten thousand. However fast they come, what has come is taken over once a frame.
 * @param query what of its log is wanted @param rests whether what comes is held back
 */
export function useFollow(pod: string, query: string, rests: boolean): Following {
  const [found, setFound] = useState<Found>(NONE);
  const [held, setHeld] = useState(0);
  const [link, setLink] = useState<Following['link']>('opening');
  const [error, setError] = useState<unknown>(null);
  const waiting = useRef<LogLine[]>([]);
  const frame = useRef(0);
  const take = useEffectEvent(() => {
    frame.current = 0;
    if (rests) return setHeld(waiting.current.length);
    const fresh = waiting.current;
    waiting.current = [];
    setHeld(0);
    if (fresh.length === 0) return;
    setFound((old) => ({
      lines: [...old.lines, ...fresh].slice(-KEPT_AT_MOST),
      count: old.count + fresh.length,
    }));
  });
  const came = useEffectEvent((line: LogLine) => {
    waiting.current.push(line);
    if (waiting.current.length > KEPT_AT_MOST) waiting.current.shift();
    frame.current ||= requestAnimationFrame(take);
  });
  useEffect(() => {
    if (!rests) take();
  }, [rests]);

  useEffect(() => {
    waiting.current = [];
    setFound(NONE);
    setHeld(0);
    setLink('opening');
    setError(null);
    if (!pod) return;
    let stream: EventSource | null = null;
    const stop = new AbortController();
    // Asked once, so that a refusal can be told; then what comes is listened to.
    const asked = new URLSearchParams(query);
    asked.set('tail', '0');
    const path = `/api/v1/logs/${encodeURIComponent(pod)}`;
    askPath(`${path}?${asked}`, { signal: stop.signal })
      .then(() => {
        if (stop.signal.aborted) return;
        const all = new URLSearchParams(query);
        for (const [name, value] of Object.entries({ follow: 'true', format: 'json', tail: TAIL }))
          all.set(name, String(value));
        stream = new EventSource(addressOf(`${path}?${all}`));
        stream.onopen = () => setLink('open');
        stream.onmessage = ({ data }) => came(JSON.parse(String(data)) as LogLine);
        stream.onerror = () => setLink(stream?.readyState === EventSource.CLOSED ? 'ended' : 'lost');
      })
      .catch((failure: unknown) => {
        if (!stop.signal.aborted) setError(failure);
      });
    return () => {
      stop.abort();
      stream?.close();
    };
  }, [pod, query]);
  return {
    ...found,
    held,
    link,
    error,
    clear: () => {
      waiting.current = [];
      setHeld(0);
      setFound(NONE);
    },
  };
}
