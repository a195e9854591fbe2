import { useTranslation } from '../../shell/text';
import { Page } from '../../shell/kit';
import { useMe } from '../../shell/session/me';
import { Contents } from './contents';
import { FolderActions } from './folder-actions';
import { childrenOf, useFolders } from './folders';

/** My files that lie in no folder, and my folders. */
export default function Files() {
  const { t } = useTranslation();
  const me = useMe();
  const folders = useFolders();
  const mine = childrenOf(folders.data ?? [], null).filter(({ owner_id: owner }) => owner === me.id);
  return (
    <Page title={t('Files')} actions={<FolderActions folder={null} />}>
      <Contents folder={null} folders={mine} isPending={folders.isPending} error={folders.error} mayEdit />
    </Page>
  );
}
