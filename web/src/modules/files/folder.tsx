import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { get } from '../../shell/api';
import { Page, ProblemAlert, ScreenSkeleton } from '../../shell/kit';
import { useMe } from '../../shell/session/me';
import { useTranslation } from '../../shell/text';
import { Contents } from './contents';
import { FolderActions } from './folder-actions';
import { aboveOf, atLeast, childrenOf, useFolders } from './folders';

/** One folder with what lies in it. */
export default function FolderScreen() {
  const { t } = useTranslation();
  const me = useMe();
  const { id = '' }: { id?: string } = useParams({ strict: false });
  const folder = useQuery(get('/api/v1/folders/{id}', { params: { path: { id } } }));
  const folders = useFolders();
  if (folder.isError) return <ProblemAlert error={folder.error} onRetry={() => void folder.refetch()} />;
  if (!folder.data) return <ScreenSkeleton />;
  const isMine = folder.data.owner_id === me.id;
  const root = isMine ? { title: t('Files'), to: '/files' } : { title: t('Shared with me'), to: '/files/shared' };
  const above = aboveOf(folders.data ?? [], folder.data).map(({ id: one, name }) => ({
    title: name,
    to: `/folders/${one}`,
  }));
  return (
    <Page title={folder.data.name} above={[root, ...above]} actions={<FolderActions folder={folder.data} />}>
      <Contents
        folder={folder.data}
        folders={childrenOf(folders.data ?? [], id)}
        isPending={folders.isPending}
        error={folders.error}
        mayEdit={atLeast(folder.data.permission, 'edit')}
      />
    </Page>
  );
}
