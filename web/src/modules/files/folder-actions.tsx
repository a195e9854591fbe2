import { Button, FileButton } from '@mantine/core';
import { IconFolderPlus, IconShare, IconUpload } from '@tabler/icons-react';
import { useDisclosure } from '@mantine/hooks';
import { api, ok } from '../../shell/api';
import { onDemand } from '../../shell/kit';
import { useMe } from '../../shell/session/me';
import { ShareDialog } from '../../shell/share';
import { useTranslation } from '../../shell/text';
import { atLeast, useChanged, type Folder } from './folders';
import { uploads } from './uploads';

const NameDialog = onDemand(async () => (await import('./name-dialog')).NameDialog);

/** What can be done in a folder, or at my root. */
export function FolderActions({ folder }: { folder: Folder | null }) {
  const { t } = useTranslation();
  const me = useMe();
  const changed = useChanged();
  const [naming, name] = useDisclosure();
  const [sharing, share] = useDisclosure();
  const mayEdit = folder === null || atLeast(folder.permission, 'edit');
  const mayManage = folder !== null && atLeast(folder.permission, 'manage');
  return (
    <>
      {mayManage && (
        <Button variant="default" leftSection={<IconShare size={16} />} onClick={share.open}>
          {t('Share')}
        </Button>
      )}
      {mayEdit && (
        <>
          <Button variant="default" leftSection={<IconFolderPlus size={16} />} onClick={name.open}>
            {t('New folder')}
          </Button>
          <FileButton multiple onChange={(files) => uploads.add(files, folder?.id ?? null, me.id)}>
            {(props) => (
              <Button {...props} leftSection={<IconUpload size={16} />}>
                {t('Upload')}
              </Button>
            )}
          </FileButton>
        </>
      )}
      {naming && (
        <NameDialog
          title={t('New folder')}
          action={t('Make it')}
          onClose={name.close}
          onNamed={async (given, headers) => {
            await ok(api.POST('/api/v1/folders', { body: { name: given, parent_id: folder?.id ?? null }, headers }));
            await changed();
          }}
        />
      )}
      {folder && (
        <ShareDialog
          resource={{ type: 'folder', id: folder.id, title: folder.name }}
          opened={sharing}
          onClose={share.close}
        />
      )}
    </>
  );
}
