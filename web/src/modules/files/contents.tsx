import { Button, Group, Paper, Stack } from '@mantine/core';
import { IconFolderPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState, type DragEvent } from 'react';
import { get, type components } from '../../shell/api';
import { Empty, ProblemAlert, RowsSkeleton, say } from '../../shell/kit';
import { useMe } from '../../shell/session/me';
import { useTranslation } from '../../shell/text';
import { FileRow } from './file-row';
import { FolderRow } from './folder-row';
import { FolderTree } from './folder-tree';
import type { Folder } from './folders';
import { UploadPanel } from './upload-panel';
import { uploads } from './uploads';
import classes from './files.module.css';

export type StoredFile = components['schemas']['File'];
const path = '/api/v1/storage/files';

interface ContentsProps {
  readonly folder: Folder | null;
  /** Folders that lie in it. */
  readonly folders: readonly Folder[];
  readonly isPending: boolean;
  readonly error: unknown;
  readonly mayEdit: boolean;
}

/** What lies in a folder, beside the tree of all; files are dropped onto it. */
export function Contents({ folder, folders, isPending, error, mayEdit }: ContentsProps) {
  const { t } = useTranslation();
  const files = useFilesIn(folder);
  const drop = useDrop(folder, mayEdit);
  const rows = files.data?.pages.flatMap(({ items }) => items) ?? [];
  const isEmpty = !isPending && files.isSuccess && folders.length + rows.length === 0;
  const trouble = error ?? files.error;
  return (
    <Stack gap="md">
      <div className={classes.layout}>
        <FolderTree current={folder?.id} at={folder ? undefined : 'root'} />
        <Stack gap="sm">
          {trouble !== null && <ProblemAlert error={trouble} onRetry={() => void files.refetch()} />}
          <Paper withBorder className={classes.card} {...drop} data-drop={t('Drop the files here')}>
            {(isPending || files.isPending) && trouble === null && (
              <div style={{ padding: '1rem' }} role="status" aria-label={t('Loading…')}>
                <RowsSkeleton rows={6} />
              </div>
            )}
            {isEmpty && (
              <Empty icon={IconFolderPlus} title={t('Nothing lies here yet')}>
                {mayEdit ? t('Drag files here, or choose them by “Upload”.') : null}
              </Empty>
            )}
            <ul className={classes.rows} aria-label={t('Folders and files')}>
              {folders.map((one) => (
                <FolderRow key={one.id} folder={one} />
              ))}
              {rows.map((one) => (
                <FileRow key={one.id} file={one} />
              ))}
            </ul>
          </Paper>
          {files.hasNextPage && (
            <Group>
              <Button variant="default" loading={files.isFetchingNextPage} onClick={() => void files.fetchNextPage()}>
                {t('Show more')}
              </Button>
            </Group>
          )}
        </Stack>
      </div>
      <UploadPanel />
    </Stack>
  );
}

function useFilesIn(folder: Folder | null) {
  const where = folder ? { folder_id: folder.id } : { at_root: true };
  return useInfiniteQuery({
    queryKey: [path, where],
    queryFn: ({ pageParam, signal }) =>
      get(path, { params: { query: { ...where, limit: 50, ...(pageParam && { cursor: pageParam }) } } }).queryFn({
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor,
  });
}

/** Handlers of a place where files may be dropped. */
function useDrop(folder: Folder | null, mayEdit: boolean) {
  const { t } = useTranslation();
  const me = useMe();
  const [depth, setDepth] = useState(0);
  if (!mayEdit) return {};
  const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes('Files');
  return {
    'data-over': depth > 0,
    onDragEnter: (event: DragEvent) => hasFiles(event) && setDepth(depth + 1),
    onDragLeave: (event: DragEvent) => hasFiles(event) && setDepth(Math.max(0, depth - 1)),
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setDepth(0);
      const items = [...event.dataTransfer.items].filter(({ kind }) => kind === 'file');
      const whole = items.filter((item) => !item.webkitGetAsEntry()?.isDirectory);
      if (whole.length < items.length) say(t('Folders are not taken: make one here and drop its files into it.'));
      const dropped = whole.map((item) => item.getAsFile()).filter((file) => file !== null);
      if (dropped.length > 0) uploads.add(dropped, folder?.id ?? null, me.id);
    },
  };
}
