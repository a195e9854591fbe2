import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconFolder, IconFolderShare, IconPencil, IconFolderSymlink, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ok } from '../../shell/api';
import { onDemand, say, sayProblem } from '../../shell/kit';
import { ShareDialog } from '../../shell/share';
import { useFormat, useTranslation } from '../../shell/text';
import { atLeast, useChanged, type Folder } from './folders';
import classes from './files.module.css';

const MoveDialog = onDemand(async () => (await import('./move-dialog')).MoveDialog);
const NameDialog = onDemand(async () => (await import('./name-dialog')).NameDialog);

/** A folder in its list, with what can be done with it. */
export function FolderRow({ folder }: { folder: Folder }) {
  const { t } = useTranslation();
  const format = useFormat();
  const changed = useChanged();
  const [asked, ask] = useState<'name' | 'move' | 'share' | null>(null);
  const { id, name, permission } = folder;
  const params = { path: { id } };
  const close = (): void => ask(null);
  const throwAway = async (): Promise<void> => {
    try {
      await ok(api.DELETE('/api/v1/folders/{id}', { params }));
      say(t('“{{name}}” is in the trash.', { name }), async () => {
        await ok(api.POST('/api/v1/trash/{type}/{id}/restore', { params: { path: { type: 'folder', id } } }));
        await changed();
      });
    } catch (error) {
      sayProblem(error);
    }
    await changed();
  };
  return (
    <li className={classes.row} data-kind="folder">
      <IconFolder size={20} stroke={1.6} color="var(--mantine-primary-color-filled)" aria-hidden />
      <Link to={`/folders/${id}`} className={classes.name} title={name}>
        <bdi>{name}</bdi>
      </Link>
      <span className={classes.quiet} />
      <span className={`${classes.quiet} ${classes.ago}`}>{format.ago(folder.updated_at)}</span>
      {atLeast(permission, 'edit') ? (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={t('What can be done with {{name}}', { name })}>
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {atLeast(permission, 'manage') && (
              <Menu.Item leftSection={<IconFolderShare size={16} />} onClick={() => ask('share')}>
                {t('Share')}
              </Menu.Item>
            )}
            <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => ask('name')}>
              {t('Rename')}
            </Menu.Item>
            <Menu.Item leftSection={<IconFolderSymlink size={16} />} onClick={() => ask('move')}>
              {t('Move')}
            </Menu.Item>
            <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={() => void throwAway()}>
              {t('Into the trash')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : (
        <span />
      )}
      {asked === 'name' && (
        <NameDialog
          title={t('Rename “{{name}}”', { name })}
          action={t('Rename')}
          name={name}
          onClose={close}
          onNamed={async (given, headers) => {
            await ok(api.PATCH('/api/v1/folders/{id}', { params, body: { name: given }, headers }));
            await changed();
          }}
        />
      )}
      {asked === 'move' && (
        <MoveDialog
          title={t('Move “{{name}}”', { name })}
          folderId={id}
          from={folder.parent_id}
          onClose={close}
          onMoved={async (parent) => {
            await ok(api.POST('/api/v1/folders/{id}/move', { params, body: { parent_id: parent } }));
            await changed();
          }}
        />
      )}
      <ShareDialog resource={{ type: 'folder', id, title: name }} opened={asked === 'share'} onClose={close} />
    </li>
  );
}
