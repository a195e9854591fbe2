import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, AtriumError, get, ok, versioned } from '../../shell/api';
import { inputWith, type Change, type Preferences } from './switches';

const PATH = '/api/v1/notifications/preferences';
const TRIES = 4;

/** What I am told. Changes are stored one after another; where somebody else was first, on top of theirs. */
export function usePreferences() {
  const queries = useQueryClient();
  const query = get(PATH);
  const { data, error, isPending, refetch } = useQuery(query);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const [waiting, setWaiting] = useState(0);
  const store = async (change: Change): Promise<void> => {
    for (let left = TRIES; ; left--) {
      const { value, etag } = await versioned(api.GET(PATH));
      const body = inputWith(value, change);
      try {
        const stored = await ok(api.PUT(PATH, { body, headers: { 'If-Match': etag } }));
        queries.setQueryData(query.queryKey, stored);
        return;
      } catch (failure) {
        if (!(failure instanceof AtriumError) || failure.status !== 412 || left === 1) throw failure;
      }
    }
  };
  const change = async (one: Change): Promise<void> => {
    setWaiting((n) => n + 1);
    const mine = last.current.then(() => store(one));
    last.current = mine.catch(() => undefined);
    try {
      await mine;
    } finally {
      setWaiting((n) => n - 1);
    }
  };
  return { preferences: data as Preferences | undefined, error, isPending, refetch, change, isStoring: waiting > 0 };
}
