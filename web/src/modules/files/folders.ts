import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ok, type components } from '../../shell/api';
import { useMe } from '../../shell/session/me';

export type Folder = components['schemas']['Folder'];
const path = '/api/v1/folders';
const LIMIT = 100;
/** So many are shown; who has more of them goes by the search. */
const PAGES_AT_MOST = 30;

/** Everything that hangs on folders or files. */
export const FILE_PATHS = [
  path,
  '/api/v1/storage/files',
  '/api/v1/storage/usage',
  '/api/v1/resources',
  '/api/v1/trash',
];

async function all(signal: AbortSignal): Promise<Folder[]> {
  const found: Folder[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES_AT_MOST; page++) {
    const query = { limit: LIMIT, ...(cursor && { cursor }) };
    const { items, next_cursor: next } = await ok(api.GET(path, { params: { query }, signal }));
    found.push(...items);
    if (next === null) break;
    cursor = next;
  }
  return found.sort((a, b) => a.name.localeCompare(b.name));
}

/** All folders that I may see, by name. */
export const useFolders = () => useQuery({ queryKey: [path, 'all'], queryFn: ({ signal }) => all(signal) });

/** Called when files or folders have changed. */
export function useChanged(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await Promise.all(FILE_PATHS.map((one) => queries.invalidateQueries({ queryKey: [one] })));
  };
}

/** Folders that lie in one. @param id null for those whose folder I may not see, or that lie in none */
export function childrenOf(folders: readonly Folder[], id: string | null): Folder[] {
  return folders.filter(({ parent_id: parent }) => parent === id);
}

/** The folders above one, the highest first. */
export function aboveOf(folders: readonly Folder[], folder: Folder): Folder[] {
  const byId = new Map(folders.map((one) => [one.id, one]));
  const found: Folder[] = [];
  let next = folder.parent_id === null ? undefined : byId.get(folder.parent_id);
  while (next && !found.includes(next)) {
    found.unshift(next);
    next = next.parent_id === null ? undefined : byId.get(next.parent_id);
  }
  return found;
}

const LEVELS = ['view', 'comment', 'edit', 'manage'] as const;
export type Level = (typeof LEVELS)[number];

export const atLeast = (has: Level, needed: Level): boolean => LEVELS.indexOf(has) >= LEVELS.indexOf(needed);

/** What I may do with a file, by its owner and its folder. */
export function useLevel(): (file: { owner_id: string; folder_id: string | null }) => Level {
  const me = useMe();
  const { data: folders = [] } = useFolders();
  return ({ owner_id: owner, folder_id: folderId }) =>
    owner === me.id ? 'manage' : (folders.find(({ id }) => id === folderId)?.permission ?? 'view');
}
