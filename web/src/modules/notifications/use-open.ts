import { useQueryClient } from '@tanstack/react-query';
import { localPath } from '../../shell/session/local-path';
import { useGo } from '../../shell/session/go';
import { sayProblem } from '../../shell/kit';
import { addressOf } from '../../shell/api';
import { markRead, refresh, type Notice } from './inbox';

/** Where a notice leads: the address of a path of ours or of an allowed place; null for nowhere. */
export function addressOfNotice({ action_url: url }: Notice): string | null {
  if (!url) return null;
  const path = localPath(url, window.location.origin);
  if (path) return addressOf(path);
  return /^https?:\/\//.test(url) && URL.canParse(url) ? url : null;
}

/** Marks a notice as read and goes where it leads. */
export function useOpen(): (notice: Notice) => Promise<void> {
  const queries = useQueryClient();
  const go = useGo();
  return async (notice) => {
    const read = notice.read_at === null ? markRead(notice.id).then(() => refresh(queries)) : Promise.resolve();
    read.catch(sayProblem);
    const path = notice.action_url && localPath(notice.action_url, window.location.origin);
    if (path) return go(path);
    const address = addressOfNotice(notice);
    if (!address) return read.catch(() => undefined);
    window.open(address, '_blank', 'noopener,noreferrer');
  };
}
