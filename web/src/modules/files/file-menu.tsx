import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconDownload, IconFolderSymlink, IconLink, IconShare, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { addressOf, api, ok } from '../../shell/api';
import { onDemand, say, sayProblem } from '../../shell/kit';
import { ShareDialog } from '../../shell/share';
import { useTranslation } from '../../shell/text';
import type { StoredFile } from './contents';
import { atLeast, useChanged, useLevel } from './folders';

const LinkDialog = onDemand(async () => (await import('./link-dialog')).LinkDialog);
const MoveDialog = onDemand(async () => (await import('./move-dialog')).MoveDialog);

export const downloadAddress = (id: string): string => addressOf(`/api/v1/storage/download/${id}`);

/** What can be done with a file. @param onGone when it lies in the trash */
export function FileMenu({ file, onGone }: { file: StoredFile; onGone?: () => void }) {
  const { t } = useTranslation();
  const changed = useChanged();
  const level = useLevel()(file);
  const [asked, ask] = useState<'move' | 'share' | 'link' | null>(null);
  const { id, original_filename: name } = file;
  const params = { path: { id } };
  const close = (): void => ask(null);
  const throwAway = async (): Promise<void> => {
    try {
      await ok(api.DELETE('/api/v1/storage/files/{id}', { params: { ...params, query: { trash: true } } }));
      say(t('“{{name}}” is in the trash.', { name }), async () => {
        await ok(api.POST('/api/v1/trash/{type}/{id}/restore', { params: { path: { type: 'file', id } } }));
        await changed();
      });
      onGone?.();
    } catch (error) {
      sayProblem(error);
    }
    await changed();
  };
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t('What can be done with {{name}}', { name })}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component="a" href={downloadAddress(id)} download leftSection={<IconDownload size={16} />}>
            {t('Download')}
          </Menu.Item>
          {atLeast(level, 'manage') && (
            <>
              <Menu.Item leftSection={<IconShare size={16} />} onClick={() => ask('share')}>
                {t('Share')}
              </Menu.Item>
              <Menu.Item leftSection={<IconLink size={16} />} onClick={() => ask('link')}>
                {t('Link to download')}
              </Menu.Item>
            </>
          )}
          {atLeast(level, 'edit') && (
            <>
              <Menu.Item leftSection={<IconFolderSymlink size={16} />} onClick={() => ask('move')}>
                {t('Move')}
              </Menu.Item>
              <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={() => void throwAway()}>
                {t('Into the trash')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {asked === 'link' && <LinkDialog id={id} name={name} onClose={close} />}
      {asked === 'move' && (
        <MoveDialog
          title={t('Move “{{name}}”', { name })}
          from={file.folder_id}
          onClose={close}
          onMoved={async (folderId) => {
            await ok(api.PATCH('/api/v1/storage/files/{id}', { params, body: { folder_id: folderId } }));
            await changed();
          }}
        />
      )}
      <ShareDialog resource={{ type: 'file', id, title: name }} opened={asked === 'share'} onClose={close} />
    </>
  );
}
